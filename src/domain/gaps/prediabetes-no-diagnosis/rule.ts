import { DIABETES, PREGNANCY } from '../code-groups.ts';
import { EXPLAINING } from '../groups/explaining.ts';
import { PREDIABETES, PREDIABETES_WORDS } from '../groups/sugar.ts';
import { A1C, FASTING_GLUCOSE } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { persistent } from '../operators/persistent.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'prediabetes-no-diagnosis',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 220,
  title: 'A1c of 5.7 to 6.4 %, repeated or acted upon, without a diagnosis',
  topic: 'prediabetes-no-diagnosis',
  authority: [
    'ADA Standards of Care in Diabetes (2026), section 2: prediabetes at A1c 5.7–6.4 % or fasting glucose 100–125 mg/dL',
    'ICD-10-CM Official Guidelines FY2027 (2026), III.B and IV.D: a result is no diagnosis until a provider says what it means',
  ],
  rationale: 'A result between normal and diabetes that is followed or answered by advice was found worth it. Its name is the provider’s.',
  appliesTo: all(ageAtLeast(18), not(any(hasActive(PREGNANCY, 10), documentedInNotes(PREGNANCY), hasActive(DIABETES), documentedInNotes(DIABETES)))),
  trigger: all(
    latest(A1C, 12).atLeast(5.7), latest(A1C, 12).below(6.5),
    any(
      statedInNotes('what is done about the sugar', {
        actions: [
          'diet', 'dietary', 'exercise', 'weight', 'carb*', 'less', 'cut', 'cutting', 'juice', 'soda', 'sweets', 'walk', 'walking', 'lifestyle', 'counsel*', 'advis*', 'discuss*', 'recheck*', 're-check*', 'repeat*', 'again', 'monitor*', 'follow*', 'watch*', 'trend*', 'creeping', 'climbing', 'rising', 'up from', 'elevated', 'high', 'borderline', 'increased', 'dpp', 'prevention program', 'dietitian', 'nutrition*', 'metformin', 'in 3 mo*', 'in 6 mo*', 'in a year', 'in 1 year', 'yearly', 'annually', 'next year',
        ],
        objects: ['a1c', 'hba1c', 'hgb a1c', 'sugar', 'sugars', 'blood sugar', 'glucose', 'glycemic'],
      }),
      persistent(A1C, { withinMonths: 36, results: 2, apartDays: 28, unbroken: true }).atLeast(5.7),
      latest(FASTING_GLUCOSE, 12).atLeast(100),
      taking('metformin', ['metformin', 'glucophage']),
    ),
  ),
  met: any(
    hasActive(PREDIABETES), documentedInNotes(PREDIABETES),
    noted('prediabetes, or another meaning', PREDIABETES_WORDS, { by: 'provider', is: 'either', except: ['family history', 'mother', 'father', 'brother', 'sister', 'screen for'] }),
    statedInNotes('an explanation of the result', { actions: [...EXPLAINING, 'unreliable', 'not reliable', 'falsely', 'iron deficiency', 'transfus*', 'normal range', 'within normal'], objects: ['a1c', 'hba1c', 'hgb a1c'] }),
  ),
  says: {
    open: 'A1c is 5.7 to 6.4 %, repeated or acted upon, and no provider has said what it means.',
    met: 'A provider has said what the result means.',
    outOfScope: 'Only for adults from 18 years without diabetes who are not pregnant.',
    notTriggered: 'The newest A1c of the last 12 months is not between 5.7 and 6.4 %, or it stands alone and nothing was done about it.',
  },
  asks: {
    title: 'Clinical significance of hemoglobin A1c results',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of this patient's hemoglobin A1c results.",
    options: [
      { from: 'text', option: 'Prediabetes' },
      { from: 'text', option: 'Elevated blood glucose of another cause (please specify)' },
      { from: 'text', option: 'Hemoglobin A1c result without clinical significance' },
    ],
  },
  thresholds: { a1c: { at: ['/trigger/of/0/test/value', '/trigger/of/2/of/1/test/value'], unit: '%', between: [5.5, 6.4] } },
});
