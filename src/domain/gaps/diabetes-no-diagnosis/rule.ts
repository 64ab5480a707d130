import { DIABETES, PREGNANCY } from '../code-groups.ts';
import { A1C, FASTING_GLUCOSE } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { persistent } from '../operators/persistent.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'diabetes-no-diagnosis',
  version: '1.0.0',
  kind: 'documentation',
  title: 'A1c persistently 6.5 % or more without a diagnosis of diabetes',
  topic: 'diabetes-no-diagnosis',
  authority: [
    'ADA Standards of Care in Diabetes (2026), section 2: A1c ≥ 6.5 % or fasting plasma glucose ≥ 126 mg/dL, confirmed by a second abnormal result',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.A.19 and III.B: a result is no diagnosis until a provider says what it means',
  ],
  rationale: 'Two results in the diabetic range meet the diagnostic criteria, but criteria are not a diagnosis: the provider makes it, or says why the results mean something else.',
  appliesTo: all(ageAtLeast(18), not(any(hasActive(PREGNANCY, 10), documentedInNotes(PREGNANCY)))),
  trigger: all(
    latest(A1C, 24).atLeast(6.5),
    any(
      persistent(A1C, { withinMonths: 24, results: 2, apartDays: 1, unbroken: false }).atLeast(6.5),
      latest(FASTING_GLUCOSE, 24).atLeast(126),
    ),
  ),
  met: any(hasActive(DIABETES), documentedInNotes(DIABETES)),
  says: {
    open: 'A1c is 6.5 % or more and confirmed by a second result, and no provider has said what it means.',
    met: 'Diabetes is documented.',
    outOfScope: 'Only for adults from 18 years who are not pregnant.',
    notTriggered: 'The newest A1c of the last 24 months is below 6.5 %, or no second result confirms it.',
  },
  asks: {
    title: 'Clinical significance of hemoglobin A1c results',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of this patient's glucose results.",
    options: [
      { from: 'text', option: 'Type 2 diabetes mellitus' },
      { from: 'text', option: 'Diabetes mellitus of another type (please specify the type)' },
      { from: 'text', option: 'Elevated glucose results without diabetes mellitus' },
    ],
  },
});
