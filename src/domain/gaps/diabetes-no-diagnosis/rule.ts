import { DIABETES, PREGNANCY } from '../code-groups.ts';
import { EXPLAINING } from '../groups/explaining.ts';
import { HYPERGLYCEMIA_EXPLAINED } from '../groups/sugar.ts';
import { A1C, FASTING_GLUCOSE, GLUCOSE } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { persistent } from '../operators/persistent.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'diabetes-no-diagnosis',
  version: '1.1.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 110,
  title: 'A1c or glucose in the diabetic range, confirmed, without a diagnosis of diabetes',
  topic: 'diabetes-no-diagnosis',
  authority: [
    'ADA Standards of Care in Diabetes (2026), section 2: A1c ≥ 6.5 % or fasting plasma glucose ≥ 126 mg/dL, confirmed by a second abnormal result; a random glucose ≥ 200 mg/dL beside it',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.A.19 and III.B: a result is no diagnosis until a provider says what it means',
  ],
  rationale: 'Two results in the diabetic range meet the diagnostic criteria, but criteria are not a diagnosis: the provider makes it, or says why the results mean something else.',
  appliesTo: all(ageAtLeast(18), not(any(hasActive(PREGNANCY, 10), documentedInNotes(PREGNANCY)))),
  trigger: any(
    all(
      latest(A1C, 24).atLeast(6.5),
      any(
        persistent(A1C, { withinMonths: 24, results: 2, apartDays: 1, unbroken: false }).atLeast(6.5),
        latest(FASTING_GLUCOSE, 24).atLeast(126),
        measuredThisVisit(GLUCOSE).atLeast(200),
      ),
    ),
    all(
      persistent(FASTING_GLUCOSE, { withinMonths: 24, results: 2, apartDays: 1, unbroken: true }).atLeast(126),
      not(latest(A1C, 12).below(6.5)),
    ),
  ),
  met: any(
    hasActive(DIABETES), documentedInNotes(DIABETES),
    noted('diabetes by name', ['diabetes', 'diabetic', 'diabetics', 't2dm', 't1dm', 'dm2', 'dm1', 'dmii', 'dm', 'niddm', 'iddm', 'lada'], { by: 'provider', except: [...DIABETES.except, 'prevention', 'father', 'mother', 'brother', 'sister', 'education', 'rule out', 'criteria', 'range', 'program'] }),
    noted('another meaning of the glucose', HYPERGLYCEMIA_EXPLAINED, { by: 'provider' }),
    statedInNotes('an explanation of the result', { actions: [...EXPLAINING, 'unreliable', 'not reliable', 'false*'], objects: ['a1c', 'hba1c', 'hgb a1c'] }),
  ),
  says: {
    open: 'A1c or fasting glucose is in the diabetic range and confirmed by a second result, and no provider has said what it means.',
    met: 'Diabetes is documented.',
    outOfScope: 'Only for adults from 18 years who are not pregnant.',
    notTriggered: 'No A1c of 6.5 % or fasting glucose of 126 mg/dL that a second result confirms is the newest of the last 24 months.',
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
  thresholds: {
    a1c: { at: ['/trigger/of/0/of/0/test/value', '/trigger/of/0/of/1/of/0/test/value', '/trigger/of/1/of/1/of/test/value'], unit: '%', between: [6, 8] },
    fastingGlucose: { at: ['/trigger/of/0/of/1/of/1/test/value', '/trigger/of/1/of/0/test/value'], unit: 'mg/dL', between: [110, 150] },
  },
});
