import { EXPLAINING } from '../groups/explaining.ts';
import { HYPOGLYCEMIA, LOW_GLUCOSE_NAMED, LOW_GLUCOSE_TAUGHT, SUGAR_GIVEN, SUGAR_WANTED } from '../groups/sugar.ts';
import { GLUCOSE } from '../measurements.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { noted } from '../operators/noted.ts';
import { orderedThisVisit } from '../operators/ordered-this-visit.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const NAMES = ['glucose', 'sugar', 'bg', 'bs', 'fsbg', 'fsbs', 'fingerstick', 'accucheck', 'poc', 'cbg', 'meter'];

export default defineRule({
  id: 'hypoglycemia-no-diagnosis',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 30,
  title: 'Low glucose, treated, felt or below 54, without a diagnosis',
  topic: 'hypoglycemia-no-diagnosis',
  authority: [
    'ADA Standards of Care in Diabetes (2026), section 6: level 1 below 70 mg/dL, level 2 below 54 mg/dL, level 3 with help needed',
    'Endocrine Society, adult hypoglycemic disorders (2009): without diabetes, symptoms with a low glucose that sugar relieves',
    'ICD-10-CM Official Guidelines FY2027 (2026), III.B: abnormal findings are not coded unless the provider says what they mean',
  ],
  rationale: 'A low glucose that was treated may come back with the same dose. Whether it is hypoglycemia, and of what, is the provider’s to say.',
  appliesTo: all(ageBetween(1, null, 'months'), measuredThisVisit(GLUCOSE).above(0)),
  trigger: any(
    measuredThisVisit(GLUCOSE).below(54),
    all(measuredThisVisit(GLUCOSE).below(70), any(
      orderedThisVisit('sugar or glucagon', ['dextrose 50*', 'dextrose 25*', 'dextrose 10*', 'dextrose 500*', 'd50*', 'glucagon', 'glucose 4*', 'glucose 40*', 'glucose gel', 'diazoxide']),
      noted('sugar given', SUGAR_GIVEN, { except: ['d5', 'dextrose 5', 'cranberry', 'prune', 'prep', 'less juice', 'avoid'] }),
      noted('signs of low sugar', SUGAR_WANTED, { beside: NAMES }),
      statedInNotes('less treatment of glucose', { actions: ['low', 'lows', 'dropped', 'decrease*', 'reduc*', 'cut', 'hold', 'held', 'stop*', 'less'], objects: ['insulin', 'glargine', 'lispro', 'nph', 'glipizide', 'glyburide', 'glimepiride', 'basal'] }),
    )),
  ),
  met: any(
    assessed(HYPOGLYCEMIA, ['present', 'possible', 'absent']),
    noted('hypoglycemia, or that there is none', LOW_GLUCOSE_NAMED, { by: 'provider', is: 'either', except: LOW_GLUCOSE_TAUGHT }),
    statedInNotes('hypoglycemia that is over', { actions: ['resolved', 'corrected', 'treated', 'recovered', 'recurrent', 'episode', 'episodes', 'overnight'], objects: LOW_GLUCOSE_NAMED }),
    statedInNotes('an explanation of the glucose', { actions: [...EXPLAINING, 'meter error', 'repeat normal', 'recheck normal', 'delayed processing', 'sat in', 'sat for', 'unspun', 'compression', 'asymptomatic and fasting'], objects: NAMES }),
  ),
  says: {
    open: 'Glucose was below 54, or low and treated or felt, at this encounter, and no provider has said what it means.',
    met: 'A provider has said what the glucose means.',
    outOfScope: 'No glucose of this encounter, or a newborn, whose limits are others.',
    notTriggered: 'Glucose was not low, or was between 54 and 69 and neither treated nor felt.',
  },
  asks: {
    title: 'Clinical significance of glucose results',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of this patient's low glucose results.",
    options: [
      { from: 'when', holds: noted('a drug that lowers glucose', ['insulin', 'glargine', 'lispro', 'aspart', 'nph', 'glipizide', 'glyburide', 'glimepiride', 'sulfonylurea*']), options: ['Hypoglycemia due to glucose-lowering medication'] },
      { from: 'text', option: 'Hypoglycemia (please specify the cause, if known)' },
      { from: 'text', option: 'Low glucose result without clinical significance' },
    ],
  },
  thresholds: {
    low: { at: ['/trigger/of/1/of/0/test/value'], unit: 'mg/dL', between: [54, 75] },
    veryLow: { at: ['/trigger/of/0/test/value'], unit: 'mg/dL', between: [40, 60] },
  },
});
