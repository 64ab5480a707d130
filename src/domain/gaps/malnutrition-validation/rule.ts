import { MALNUTRITION, WASTING_TOLD, WEIGHT_AND_INTAKE_FALLING, WELL_NOURISHED } from '../groups/validated.ts';
import { BMI, INTAKE_PERCENT, WEIGHT_LOSS_PERCENT } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { atLeastOf } from '../operators/at-least-of.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'malnutrition-validation',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 122,
  title: 'Malnutrition documented, with few of its criteria in the record',
  topic: 'clinical-validation',
  authority: [
    'ASPEN/Academy of Nutrition and Dietetics consensus (2012): two of intake, weight loss, fat loss, muscle loss, fluid, grip strength',
    'GLIM criteria (2019): one phenotypic (weight loss above 5 %, low BMI, low muscle mass) and one etiologic criterion',
    'ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice (2022): clinical validation',
  ],
  rationale: 'A documented diagnosis stands until its provider says otherwise. Where the nutrition assessment speaks against it, the provider is asked.',
  appliesTo: all(ageAtLeast(18), any(settingIs('inpatient'), settingIs('observation'), settingIs('ed'))),
  trigger: all(
    assessed(MALNUTRITION),
    noted('malnutrition', ['malnutrition', 'malnourished'], { by: 'provider', except: ['history of', 'risk of', 'risk for', 'at risk', 'screen*'] }),
    not(atLeastOf(2,
      measuredThisVisit(WEIGHT_LOSS_PERCENT).atLeast(5), measuredThisVisit(INTAKE_PERCENT).atMost(75), measuredThisVisit(BMI).below(18.5),
      noted('loss of muscle or fat', WASTING_TOLD), noted('weight or intake that falls', WEIGHT_AND_INTAKE_FALLING),
    )),
    not(any(measuredThisVisit(WEIGHT_LOSS_PERCENT).atLeast(10), measuredThisVisit(BMI).below(17))),
    any(
      noted('a nutrition assessment that does not find it', ['malnutrition', 'malnourished'], { by: 'other-clinician', is: 'denied' }),
      noted('good nutrition', WELL_NOURISHED), noted('no weight loss', ['weight loss', 'muscle wasting', 'fat loss', 'wasting', 'muscle loss'], { is: 'denied' }),
      measuredThisVisit(BMI).atLeast(23), measuredThisVisit(INTAKE_PERCENT).above(75),
    ),
    not(noted('it is said not to be so', ['malnutrition', 'malnourished'], { by: 'provider', is: 'denied', except: ['severe malnutrition', 'history of'] })),
  ),
  met: statedInNotes('why it is malnutrition', {
    actions: ['as evidenced by', 'evidenced by', 'meets criteria', 'criteria met', 'meets aspen', 'meets glim', 'aspen criteria:', 'glim criteria:', 'clinically valid'],
    objects: ['malnutrition', 'malnourished'],
  }),
  says: {
    open: 'Malnutrition is documented; fewer than two of its criteria are recorded, and the nutrition assessment speaks against it.',
    met: 'The provider has said what the diagnosis of malnutrition rests on.',
    outOfScope: 'Only for adults in stays and emergency visits.',
    notTriggered: 'Malnutrition is not documented, or what is recorded supports it, or no criterion was assessed.',
  },
  asks: {
    title: 'Clinical indicators of documented malnutrition',
    question: 'Malnutrition is documented for this stay. Based on your clinical judgment and the indicators cited, please clarify this diagnosis.',
    options: [
      { from: 'text', option: 'Malnutrition, with its degree and these clinical indicators (please document them)' },
      { from: 'text', option: 'At risk of malnutrition, without malnutrition' },
      { from: 'text', option: 'Malnutrition was considered and ruled out' },
    ],
  },
  thresholds: {
    weightLoss: { at: ['/trigger/of/2/of/of/0/test/value'], unit: '%', between: [2, 10] },
    lowBmi: { at: ['/trigger/of/2/of/of/2/test/value'], unit: 'kg/m2', between: [16, 22] },
  },
});
