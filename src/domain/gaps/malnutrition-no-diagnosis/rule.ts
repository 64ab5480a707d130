import { FAT_LOST, FEEDING, GRIP_WEAK, INTAKE_LOW, LOST_WEIGHT_NAMED, MALNUTRITION_WORDS, MUSCLE_LOST, UNDERNUTRITION, WEIGHT_LOST, WEIGHT_UNITS } from '../groups/body.ts';
import { BMI, INTAKE_PERCENT, WEIGHT_LOSS_PERCENT } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { atLeastOf } from '../operators/at-least-of.ts';
import { hasActive } from '../operators/has-active.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const SEVERE_LOSS = noted('severe loss of muscle or fat', ['severe muscle', 'severe fat', 'severe temporal', 'severe clavic*', 'severe triceps', 'severe orbital', 'severe wasting', 'severe loss', 'severe depletion', 'severely wasted', 'severe bitemporal', 'severe subcutaneous']);

/** ASPEN's characteristics and GLIM's low BMI, whoever charted them. */
const INDICATORS = [
  any(measuredThisVisit(WEIGHT_LOSS_PERCENT).atLeast(5), noted('weight lost', WEIGHT_LOST, { beside: WEIGHT_UNITS, except: ['no weight loss', 'stopped', 'gained', 'blood', 'lost to', 'lost job', 'lost balance', 'intentional*', 'goal', 'lost her', 'lost his', 'fluid'] })),
  any(measuredThisVisit(INTAKE_PERCENT).atMost(75), noted('low intake', INTAKE_LOW, { except: ['fluid intake', 'normal intake'] })),
  noted('muscle lost', MUSCLE_LOST, { except: ['thenar', 'hypothenar', 'denervation', 'gluteal', 'quad atrophy', 'spinal muscular', 'polio', 'left leg', 'right leg', 'left arm', 'right arm', 'left calf', 'right calf', 'paraly*', 'plegia', 'paraplegi*', 'quadriplegi*', 'hemipleg*'] }),
  noted('fat lost', FAT_LOST, { except: ['laceration', 'incision', 'wound', 'necrosis', 'stranding', 'fat seen', 'layer'] }),
  noted('weak grip', GRIP_WEAK, { except: ['stroke', 'radiculopathy', 'right grip', 'left grip', 'carpal'] }),
  measuredThisVisit(BMI).below(18.5),
] as const;

export default defineRule({
  id: 'malnutrition-no-diagnosis',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 121,
  title: 'Findings of malnutrition, evaluated or treated, without a diagnosis by a provider',
  topic: 'malnutrition-no-diagnosis',
  authority: [
    'ASPEN/Academy of Nutrition and Dietetics consensus (2012): two of intake, weight loss, fat loss, muscle loss, fluid, grip strength',
    'GLIM criteria (2019): weight loss above 5 % or low BMI or low muscle mass, with low intake or a disease that causes it; WHO (2000): BMI below 18.5',
    'Evans and others, ASPEN position paper (2021): albumin and prealbumin do not measure nutrition',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.A.19 and I.B.14: a dietitian’s assessment is no diagnosis until the provider makes it',
  ],
  rationale: 'A dietitian may find malnutrition, and only a provider can diagnose it. What is assessed and fed for should be named, with its degree, or named otherwise.',
  appliesTo: ageAtLeast(0),
  trigger: any(
    noted('malnutrition found by a dietitian or nurse', ['malnutrition', 'malnourished', 'undernutrition'], {
      by: 'other-clinician', except: ['malnutrition screen*', 'screening tool', 'screen:', 'mst', 'malnutrition universal', 'malnutrition risk', 'risk of malnutrition', 'risk for malnutrition', 'at risk', 'not meet', 'does not', 'no malnutrition', 'history of malnutrition', 'education', 'monitor for'],
    }),
    all(
      ageAtLeast(18),
      atLeastOf(2, ...INDICATORS),
      any(INDICATORS[2], INDICATORS[3], measuredThisVisit(BMI).below(18.5), measuredThisVisit(WEIGHT_LOSS_PERCENT).atLeast(10)),
      any(noted('nutrition seen to', FEEDING, { except: ['declines', 'vitamin', 'iron supplement*', 'calcium supplement*', 'potassium supplement*'] }), SEVERE_LOSS),
      not(noted('another name for the loss', LOST_WEIGHT_NAMED, { by: 'provider', except: ['unintentional*', 'not intentional', 'entered in error', 'cachexia: entered'] })),
    ),
  ),
  met: any(
    assessed(UNDERNUTRITION, ['present', 'possible', 'absent']),
    hasActive(UNDERNUTRITION, 3),
    noted('malnutrition, or that there is none', MALNUTRITION_WORDS, { by: 'provider', is: 'either', except: ['family history', 'history of malnutrition', 'malnutrition screen*', 'risk of malnutrition', 'risk for malnutrition', 'screening tool'] }),
    noted('good nutrition', ['well nourished', 'well-nourished', 'nutritionally adequate'], { by: 'provider', beside: ['assessment', 'dietitian', 'rd', 'bmi', 'intake', 'weight', 'despite'] }),
    statedInNotes('agreement with the dietitian', { actions: ['agree', 'agrees', 'concur', 'concurs', 'agreed'], objects: ['dietitian', 'dietician', 'rd', 'nutrition'] }),
  ),
  says: {
    open: 'Findings of malnutrition were assessed or treated, and no provider has said what they mean.',
    met: 'A provider has documented malnutrition or said that there is none.',
    outOfScope: 'Only for patients who are born.',
    notTriggered: 'No dietitian’s finding of malnutrition, and not two of its indicators with treatment or evaluation.',
  },
  asks: {
    title: 'Clinical significance of nutrition findings',
    question: "Based on your clinical judgment, please document the diagnosis, if any, that this patient's nutrition findings represent.",
    options: [
      { from: 'when', holds: any(SEVERE_LOSS, noted('severe malnutrition', ['severe malnutrition', 'severe protein*', 'severe criteria', 'severe chronic', 'severely malnourished']), measuredThisVisit(WEIGHT_LOSS_PERCENT).above(10), measuredThisVisit(BMI).below(17)), options: ['Severe malnutrition'] },
      { from: 'text', option: 'Moderate malnutrition' },
      { from: 'when', holds: noted('mild findings', ['mild malnutrition', 'mild muscle', 'mild fat', 'mild loss', 'mild wasting', 'mild depletion', 'mild temporal']), options: ['Mild malnutrition'] },
      { from: 'text', option: 'Underweight or weight loss without malnutrition' },
    ],
  },
  thresholds: {
    weightLoss: { at: ['/trigger/of/1/of/1/of/0/of/0/test/value'], unit: '%', between: [2, 15] },
    lowBmi: { at: ['/trigger/of/1/of/1/of/5/test/value', '/trigger/of/1/of/2/of/2/test/value'], unit: 'kg/m2', between: [16, 22] },
  },
});
