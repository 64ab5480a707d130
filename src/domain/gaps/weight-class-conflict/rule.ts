import { PREGNANCY } from '../code-groups.ts';
import { EXPLAINING } from '../groups/explaining.ts';
import { DISEASE_OF_WEIGHT, LOSING_ON_TREATMENT, OBESITY, OBESITY_CLASS_1, OBESITY_CLASS_2, OBESITY_CLASS_3, OBESITY_OF_THE_PAST, OVERWEIGHT, SEVERE_OBESITY } from '../groups/body.ts';
import { BMI } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { count } from '../operators/count.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'weight-class-conflict',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'coder', 'clinician'],
  order: 231,
  title: 'Weight diagnosis and body mass index that do not fit together',
  topic: 'weight-class-conflict',
  authority: [
    'CDC, adult BMI categories (2024): overweight from 25, class 1 from 30, class 2 from 35, class 3 from 40',
    'NIH consensus (1991) and NHLBI guidelines (1998): severe obesity from 40, or from 35 with disease that it causes',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.B.14 and I.B.16: the class is the provider’s; conflicting documentation is queried',
  ],
  rationale: 'The class follows from the body mass index, yet only the provider may change either word; a diagnosis that its own indicator contradicts is not coded unasked.',
  appliesTo: all(ageAtLeast(20), not(any(hasActive(PREGNANCY, 10), documentedInNotes(PREGNANCY)))),
  trigger: all(not(noted('obesity of the past', OBESITY_OF_THE_PAST)), any(
    all(any(assessed(OBESITY_CLASS_3), assessed(SEVERE_OBESITY)), latest(BMI, 6).below(35)),
    all(assessed(OBESITY_CLASS_3), latest(BMI, 6).below(40)),
    all(assessed(SEVERE_OBESITY), latest(BMI, 6).below(40), not(any(hasActive(DISEASE_OF_WEIGHT), documentedInNotes(DISEASE_OF_WEIGHT)))),
    all(assessed(OBESITY_CLASS_2), any(latest(BMI, 6).below(35), latest(BMI, 6).atLeast(40))),
    all(assessed(OBESITY_CLASS_1), any(latest(BMI, 6).below(30), latest(BMI, 6).atLeast(35))),
    all(assessed(OVERWEIGHT), latest(BMI, 6).atLeast(30), not(assessed(OBESITY))),
    all(
      assessed(OBESITY), latest(BMI, 6).below(28), not(count(BMI, { withinMonths: 36, results: 1 }).atLeast(30)),
      not(noted('weight lost on treatment', LOSING_ON_TREATMENT)),
    ),
  )),
  met: any(
    all(assessed(OBESITY_CLASS_1, ['present', 'possible']), latest(BMI, 6).atLeast(30), latest(BMI, 6).below(35)),
    all(assessed(OBESITY_CLASS_2, ['present', 'possible']), latest(BMI, 6).atLeast(35), latest(BMI, 6).below(40)),
    all(assessed(OBESITY_CLASS_3, ['present', 'possible']), latest(BMI, 6).atLeast(40)),
    statedInNotes('why they differ', { actions: [...EXPLAINING, 'edema', 'ascites', 'fluid', 'anasarca', 'amputat*', 'asian', 'ethnic*', 'comorbid*', 'muscular', 'bodybuild*', 'before surgery', 'preoperative', 'overestimat*', 'underestimat*', 'measured wrong', 'misstated'], objects: ['bmi', 'body mass'] }),
  ),
  says: {
    open: 'The weight diagnosis of this visit and the newest BMI do not fit together, and no provider has said why.',
    met: 'The class that fits the BMI is documented, or why they differ.',
    outOfScope: 'Only for adults from 20 years who are not pregnant.',
    notTriggered: 'No weight diagnosis of this visit that the newest BMI of the last 6 months contradicts.',
  },
  asks: {
    title: 'Clinical significance of body mass index',
    question: "Based on your clinical judgment, please clarify this patient's weight diagnosis in view of the body mass index cited.",
    options: [{
      from: 'bands', measurement: BMI, of: 'newest', bands: [
        { atLeast: 0, below: 25, options: ['Weight within the usual range'] },
        { atLeast: 25, below: 30, options: ['Overweight'] },
        { atLeast: 30, below: 35, options: ['Obesity, class 1'] },
        { atLeast: 35, below: 40, options: ['Obesity, class 2'] },
        { atLeast: 40, below: 200, options: ['Obesity, class 3'] },
      ],
    }, { from: 'text', option: 'The weight diagnosis as documented (please document what it rests on)' }, { from: 'text', option: 'Body mass index without a weight diagnosis' }],
  },
  thresholds: {},
});
