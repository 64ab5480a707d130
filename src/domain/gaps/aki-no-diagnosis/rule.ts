import { ACUTE_KIDNEY, ACUTE_KIDNEY_WORDS, CREATININE_BY_DIALYSIS, CREATININE_MINDED, CREATININE_NAMED } from '../groups/kidneys.ts';
import { EXPLAINING } from '../groups/explaining.ts';
import { CREATININE } from '../measurements.ts';
import { CHRONIC_KIDNEY_DISEASE } from '../code-groups.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { change } from '../operators/change.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const MINDED = statedInNotes('attention to the creatinine', { actions: CREATININE_MINDED, objects: CREATININE_NAMED });
const IN_A_STAY = any(settingIs('inpatient'), settingIs('observation'), settingIs('ed'));

export default defineRule({
  id: 'aki-no-diagnosis',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 40,
  title: 'Creatinine that rose or recovered as in acute kidney injury, without a diagnosis',
  topic: 'aki-no-diagnosis',
  authority: [
    'KDIGO AKI guideline (2012), 2.1.1: creatinine up by 0.3 mg/dL within 48 hours, or to 1.5 times the baseline, known or presumed within 7 days',
    'ADQI consensus (2017): a fall of creatinine tells the injury as the rise does; the lowest value is the baseline where none is known',
    'ICD-10-CM Official Guidelines FY2027 (2026), III.B: abnormal findings are not coded unless the provider says what they mean',
  ],
  rationale: 'A creatinine that moves so far in days bears on fluids, drugs and discharge. Whether it is injury, and of what kind, or dehydration or an old level, is the provider’s to say.',
  appliesTo: all(
    measuredThisVisit(CREATININE).above(0),
    not(any(hasActive(CREATININE_BY_DIALYSIS), documentedInNotes(CREATININE_BY_DIALYSIS))),
  ),
  trigger: any(
    all(
      ageAtLeast(18), measuredThisVisit(CREATININE).atLeast(1.3),
      any(
        change(CREATININE, 'rise', { times: 1.5, withinDays: 7 }), change(CREATININE, 'fall', { times: 1.5, withinDays: 7 }),
        all(IN_A_STAY, change(CREATININE, 'rise', { times: 1.5, withinDays: 365 })),
        all(settingIs('inpatient'), change(CREATININE, 'rise', { by: 0.5, withinDays: 2 })),
      ),
    ),
    all(
      MINDED,
      any(
        change(CREATININE, 'rise', { times: 1.5, withinDays: 90 }), change(CREATININE, 'fall', { times: 1.5, withinDays: 7 }),
        all(IN_A_STAY, any(
          change(CREATININE, 'rise', { by: 0.3, withinDays: 2, baseline: false }),
          all(change(CREATININE, 'fall', { by: 0.3, withinDays: 2, baseline: false }), not(any(hasActive(CHRONIC_KIDNEY_DISEASE), documentedInNotes(CHRONIC_KIDNEY_DISEASE)))),
        )),
      ),
    ),
  ),
  met: any(
    assessed(ACUTE_KIDNEY, ['present', 'possible', 'absent']),
    noted('acute kidney injury, another kidney diagnosis, or that there is none', ACUTE_KIDNEY_WORDS, {
      by: 'provider', is: 'either', except: ['family history', 'history of', 'h/o', 'risk of', 'risk for', 'brother', 'father', 'mother', 'previous aki', 'prior aki', 'prevent*', 'avoid aki'],
    }),
    statedInNotes('acute kidney injury that is over', { actions: ['resolved', 'resolving', 'recovered', 'improved', 'improving'], objects: ['aki', 'acute kidney injury', 'acute renal failure', 'atn', 'acute tubular necrosis', 'kidney injury'] }),
    statedInNotes('an explanation of the creatinine', { actions: [...EXPLAINING, 'at his usual', 'at her usual', 'muscle mass', 'trimethoprim effect', 'cimetidine', 'no clinical', 'tubular secretion'], objects: ['creatinine', 'creat', 'cr', 'scr', 'renal function', 'kidney function'] }),
  ),
  says: {
    open: 'Creatinine rose or fell at this encounter as it does in acute kidney injury, and no provider has said what it means.',
    met: 'A provider has said what the creatinine means.',
    outOfScope: 'No creatinine of this encounter, or the kidneys are replaced by dialysis.',
    notTriggered: 'Creatinine did not move by half its lower value, or by 0.3 mg/dL in two days with attention to it.',
  },
  asks: {
    title: 'Clinical significance of creatinine results',
    question: "Based on your clinical judgment, please document the diagnosis, if any, that this patient's creatinine results represent.",
    options: [
      { from: 'text', option: 'Acute kidney injury (please specify the cause, if known)' },
      { from: 'when', holds: noted('signs of tubular injury', ['granular casts', 'muddy brown', 'muddy-brown']), options: ['Acute tubular necrosis'] },
      { from: 'when', holds: any(hasActive(CHRONIC_KIDNEY_DISEASE), documentedInNotes(CHRONIC_KIDNEY_DISEASE)), options: ['Chronic kidney disease without acute kidney injury'] },
      { from: 'text', option: 'Creatinine change without acute kidney injury (please document what it represents)' },
      { from: 'text', option: 'Creatinine change without clinical significance' },
    ],
  },
  thresholds: {
    times: { at: ['/trigger/of/0/of/2/of/0/times', '/trigger/of/0/of/2/of/1/times', '/trigger/of/0/of/2/of/2/of/1/times', '/trigger/of/1/of/1/of/0/times', '/trigger/of/1/of/1/of/1/times'], unit: 'times', between: [1.3, 3] },
    rise: { at: ['/trigger/of/1/of/1/of/2/of/1/of/0/by', '/trigger/of/1/of/1/of/2/of/1/of/1/of/0/by'], unit: 'mg/dL', between: [0.2, 1] },
  },
});
