import { DIALYSED, DIALYSIS_STATUS, NOT_DIALYSED, WHY_DIALYSED, WHY_DIALYSED_WORDS } from '../groups/kidneys.ts';
import { ageBetween } from '../operators/age-between.ts';
import { any } from '../operators/any.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { noted } from '../operators/noted.ts';
import { orderedThisVisit } from '../operators/ordered-this-visit.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'dialysis-no-esrd',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'coder', 'clinician'],
  order: 133,
  title: 'Dialysis without end-stage renal disease, dialysis status or an acute cause',
  topic: 'dialysis-no-esrd',
  authority: [
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.14.a.1: end-stage renal disease is assigned when the provider documents it',
    'ICD-10-CM N18.6 and Z99.2 (2026): chronic kidney disease requiring chronic dialysis; dependence on renal dialysis',
    'KDIGO CKD guideline (2024): G5 and kidney failure treated by dialysis',
  ],
  rationale: 'Dialysis stands for failed kidneys, lasting or acute, or for a poison. Which of them is not told by the sessions.',
  appliesTo: ageBetween(1, null, 'months'),
  trigger: any(
    noted('dialysis', DIALYSED, { except: NOT_DIALYSED }),
    done('dialysis', { codes: {}, words: ['hemodialysis', 'haemodialysis', 'peritoneal dialysis'], kinds: ['Procedure'], withinMonths: 1, except: NOT_DIALYSED }),
    orderedThisVisit('dialysis fluid', ['dialysate', 'peritoneal dialysis solution', 'dianeal', 'extraneal', 'icodextrin']),
  ),
  met: any(
    hasActive(WHY_DIALYSED), hasActive(DIALYSIS_STATUS),
    noted('what dialysis is for', WHY_DIALYSED_WORDS, { by: 'provider', visit: 'any', except: ['risk of', 'risk for', 'family history', 'progress to', 'prevent*', 'until esrd'] }),
    statedInNotes('why dialysis was done', { actions: ['overdose', 'toxicity', 'poisoning', 'intoxication', 'ingestion', 'lithium', 'methanol', 'ethylene glycol', 'salicylate', 'hyperkalemia', 'ammonia'], objects: ['dialysis', 'hemodialysis', 'hd', 'dialyzed', 'dialysed'] }),
  ),
  says: {
    open: 'The patient is dialysed, and no provider has documented end-stage renal disease, the status, or an acute cause.',
    met: 'What dialysis is for is documented.',
    outOfScope: 'Newborns are not asked about.',
    notTriggered: 'No dialysis of this visit is told.',
  },
  asks: {
    title: 'Kidney diagnosis treated by dialysis',
    question: "Based on your clinical judgment, please document the kidney diagnosis for which this patient receives dialysis.",
    options: [
      { from: 'text', option: 'End-stage renal disease, dependent on dialysis' },
      { from: 'text', option: 'Acute kidney injury requiring temporary dialysis' },
      { from: 'text', option: 'Dialysis for a reason without kidney failure (please specify)' },
    ],
  },
  thresholds: {},
});
