import { OVERWEIGHT_OR_OBESITY, PREGNANCY } from '../code-groups.ts';
import { BMI_EXPLAINED, BMI_NAMED } from '../groups/body.ts';
import { BMI } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'obesity-no-diagnosis',
  version: '1.2.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 230,
  title: 'BMI of 30 or more without a weight diagnosis',
  topic: 'obesity-no-diagnosis',
  authority: [
    'ICD-10-CM Official Guidelines FY2027 (2026), I.B.14: a BMI may be coded only beside a diagnosis by the provider',
    'CDC, adult BMI categories (2024): class 1 from 30, class 2 from 35, class 3 from 40, from 20 years',
    'ICD-10-CM E66.81-, obesity by class (from October 2024)',
  ],
  rationale: 'A body mass index is a measurement. Only a provider can say whether it is overweight, obesity, or neither, and without that nothing about weight may be coded.',
  appliesTo: all(ageAtLeast(20), not(any(hasActive(PREGNANCY, 10), documentedInNotes(PREGNANCY)))),
  trigger: latest(BMI, 12).atLeast(30),
  met: any(hasActive(OVERWEIGHT_OR_OBESITY), documentedInNotes(OVERWEIGHT_OR_OBESITY), statedInNotes('an explanation of the body mass index', { actions: BMI_EXPLAINED, objects: BMI_NAMED })),
  says: {
    open: 'The newest BMI is 30 or more, and no provider has said what it means.',
    met: 'A weight diagnosis, or what the BMI means, is documented.',
    outOfScope: 'Only for adults from 20 years who are not pregnant.',
    notTriggered: 'No BMI of 30 or more is the newest of the last 12 months.',
  },
  asks: {
    title: 'Clinical significance of body mass index',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of this patient's body mass index.",
    options: [{
      from: 'bands', measurement: BMI, of: 'newest', bands: [
        { atLeast: 30, below: 35, options: ['Obesity, class 1', 'Overweight'] },
        { atLeast: 35, below: 40, options: ['Obesity, class 2'] },
        { atLeast: 40, below: 200, options: ['Obesity, class 3'] },
      ],
    }, { from: 'text', option: 'Body mass index without a weight diagnosis' }],
  },
  thresholds: { bmi: { at: ['/trigger/test/value'], unit: 'kg/m2', between: [25, 45] } },
});
