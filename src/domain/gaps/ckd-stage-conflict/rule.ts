import { EXPLAINING } from '../groups/explaining.ts';
import { ACUTE_KIDNEY, CKD_1, CKD_2, CKD_3A, CKD_3B, CKD_4, CKD_5, CKD_UNSTAGED, END_STAGE, STAGE_TOLD } from '../groups/kidneys.ts';
import { EGFR } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import type { CodeGroup, Expression } from '../operators/expression.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { persistent } from '../operators/persistent.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const LASTING = { withinMonths: 24, results: 2, apartDays: 90, unbroken: true } as const;

/** What stands at `from` to below `below`, told as this while eGFR lasts outside. */
function contradicted(group: CodeGroup, from: number, below: number): Expression {
  const outside = [...(from > 0 ? [persistent(EGFR, LASTING).below(from)] : []), ...(below < 90 ? [persistent(EGFR, LASTING).atLeast(below)] : [])];
  return all(assessed(group), any(...outside));
}

const CONTRADICTED = any(
  contradicted(CKD_1, 60, 90), contradicted(CKD_2, 60, 90), contradicted(CKD_3A, 45, 60), contradicted(CKD_3B, 30, 45), contradicted(CKD_4, 15, 30), contradicted(CKD_5, 0, 15),
);

const STAGED = any(
  noted('a stage of the kidney disease', STAGE_TOLD, { by: 'provider', beside: ['kidney', 'kidneys', 'renal', 'ckd', 'egfr', 'nephropathy', 'nephrosclerosis'] }),
  ...[CKD_1, CKD_2, CKD_3A, CKD_3B, CKD_4, CKD_5, END_STAGE].flatMap((group) => [assessed(group, ['present', 'possible']), hasActive(group)]),
);

export default defineRule({
  id: 'ckd-stage-conflict',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'coder', 'clinician'],
  order: 131,
  title: 'Chronic kidney disease without its stage, or with one that lasting eGFR contradicts',
  topic: 'ckd-stage-conflict',
  authority: [
    'KDIGO CKD guideline (2024), 1.1: G1 from 90, G2 from 60, G3a from 45, G3b from 30, G4 from 15, G5 below, over at least three months',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.14.a and I.B.16: the stage is the provider’s; conflicting documentation is queried',
  ],
  rationale: 'Doses, referral and prognosis go by the stage. It is not read off a result: an acute illness may have moved it.',
  appliesTo: ageAtLeast(18),
  trigger: any(
    all(
      assessed(CKD_UNSTAGED),
      any(persistent(EGFR, LASTING).above(0), all(latest(EGFR, 12).above(0), not(assessed(ACUTE_KIDNEY, ['present', 'possible'])))),
    ),
    all(CONTRADICTED, not(assessed(ACUTE_KIDNEY, ['present', 'possible']))),
  ),
  met: any(
    all(STAGED, not(CONTRADICTED)),
    statedInNotes('why stage and eGFR differ', { actions: [...EXPLAINING, 'cystatin', 'muscle mass', 'underestimat*', 'overestimat*', 'stage by', 'staged by'], objects: ['egfr', 'gfr', 'filtration', 'ckd', 'stage'] }),
  ),
  says: {
    open: 'Chronic kidney disease is documented without its stage, or with a stage that eGFR over 90 days contradicts.',
    met: 'The stage is documented and eGFR does not contradict it, or a provider has said why they differ.',
    outOfScope: 'Only for adults from 18 years.',
    notTriggered: 'No chronic kidney disease of this visit without a stage beside an eGFR, and none that lasting eGFR contradicts.',
  },
  asks: {
    title: 'Documented stage and eGFR results',
    question: "Based on your clinical judgment, please clarify the stage of this patient's documented chronic kidney disease.",
    options: [{
      from: 'bands', measurement: EGFR, of: 'each', bands: [
        { atLeast: 90, below: 251, options: ['Chronic kidney disease, stage 1'] },
        { atLeast: 60, below: 90, options: ['Chronic kidney disease, stage 2'] },
        { atLeast: 45, below: 60, options: ['Chronic kidney disease, stage 3a'] },
        { atLeast: 30, below: 45, options: ['Chronic kidney disease, stage 3b'] },
        { atLeast: 15, below: 30, options: ['Chronic kidney disease, stage 4'] },
        { atLeast: 0, below: 15, options: ['Chronic kidney disease, stage 5'] },
      ],
    }, { from: 'when', holds: CONTRADICTED, options: ['Chronic kidney disease of the stage as documented'] }, { from: 'text', option: 'eGFR results without chronic kidney disease' }],
  },
  thresholds: {},
});
