import { EXPLAINING, SAID, WATCHING } from '../groups/explaining.ts';
import { HEART_FAILURE_WORDS } from '../groups/heart.ts';
import { HYPONATREMIA, HYPONATREMIA_NAMED, HYPONATREMIA_WORDS } from '../groups/salts.ts';
import { GLUCOSE, SODIUM } from '../measurements.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { hasActive } from '../operators/has-active.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { orderedThisVisit } from '../operators/ordered-this-visit.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const NAMES = ['sodium', 'na', 'na+', 'serum sodium'];

const URINE_STUDIED = noted('urine studies', ['urine osm*', 'urine na', 'urine sodium', 'serum osm*', 'urine osmolality', 'uosm', 'una', 'serum osmolality', 'urine lytes', 'urine electrolytes']);

/** Fluids are restricted for the heart, the liver and the kidney too. */
const FLUIDS_RESTRICTED = all(
  noted('fluids restricted', ['fluid restrict*', 'free water restrict*', 'water restrict*', 'fluid-restrict*', 'restrict fluids', 'restrict free water']),
  any(measuredThisVisit(SODIUM).below(130), not(noted('another reason to restrict fluids', [...HEART_FAILURE_WORDS, 'cirrhosis', 'ascites', 'dialysis', 'esrd', 'hd', 'volume overload']))),
);

/** Directed at the sodium; maintenance saline alone is not. */
const TREATED = any(
  orderedThisVisit('hypertonic saline, salt or an aquaretic', ['sodium chloride 3*', 'hypertonic saline', '3% saline', '3% sodium chloride', 'sodium chloride tablet*', 'sodium chloride 1 g', 'sodium chloride 1000 mg', 'salt tablet*', 'tolvaptan', 'samsca', 'conivaptan', 'vaprisol', 'demeclocycline', 'ure-na', 'urea']),
  noted('treatment of the sodium', ['hypertonic saline', 'hypertonic', '3% saline', '3% nacl', 'salt tab*', 'salt tablets', 'nacl tab*', 'tolvaptan', 'samsca', 'ure-na']),
  statedInNotes('a drug held or fluid given for the sodium', {
    actions: ['stop*', 'hold', 'held', 'holding', 'discontinue*', 'd/c', 'replete*', 'correct', 'corrected', 'correcting', 'correction', 'nephrology', 'renal consult', 'saline', 'ns', 'ns at', 'isotonic', 'work-up', 'workup', 'work up', 'q2h', 'q4h', 'q6h', 'q8h', 'q12h', 'serial', 'recheck*', 'repeat*', 'trend*', 'overcorrect*', 'for low', 'halve*', 'halving', 'cut back', 'limit*', 'l fluids', 'l fluid', 'liters fluids', 'l of fluid*', 'less water'],
    objects: NAMES,
  }),
  URINE_STUDIED,
  FLUIDS_RESTRICTED,
);

export default defineRule({
  id: 'hyponatremia-no-diagnosis',
  version: '1.0.1',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 210,
  title: 'Low sodium, evaluated or treated, without a diagnosis',
  topic: 'hyponatremia-no-diagnosis',
  authority: [
    'European clinical practice guideline on hyponatraemia (ERBP/ESE/ESICM, 2014), 5.1: below 135 mmol/L; profound below 125',
    'Hillier, Abbott and Barrett (1999): sodium falls 2.4 mmol/L for each 100 mg/dL of glucose above 100',
    'ICD-10-CM Official Guidelines FY2027 (2026), III.B: abnormal findings are not coded unless the provider says what they mean',
  ],
  rationale: 'A sodium that is followed and treated bears on the stay, and only a provider can say whether it is a disease, an effect of glucose or of no matter.',
  appliesTo: measuredThisVisit(SODIUM).above(0),
  trigger: all(
    measuredThisVisit(SODIUM).below(135),
    not(measuredThisVisit(GLUCOSE).atLeast(300)),
    any(TREATED, all(measuredThisVisit(SODIUM).below(130), any(
      measuredThisVisit(SODIUM, 2).above(0),
      statedInNotes('a thiazide stopped', { actions: ['stop*', 'hold', 'held', 'discontinue*', 'd/c', 'off'], objects: ['hctz', 'hydrochlorothiazide', 'chlorthalidone', 'indapamide', 'thiazide*', 'metolazone', 'sertraline', 'citalopram', 'escitalopram', 'desmopressin', 'carbamazepine', 'oxcarbazepine'] }),
      statedInNotes('laboratory tests again', { actions: ['recheck*', 're-check*', 'repeat*'], objects: ['week', 'weeks', 'wk', 'wks', 'days', 'tomorrow', 'morning', 'am', 'monday', 'friday'] }),
      statedInNotes('attention to the sodium', { actions: WATCHING, objects: [...NAMES, 'bmp', 'cmp', 'lytes', 'electrolytes', 'chem', 'labs', 'chem7'] }),
    ))),
  ),
  met: any(
    hasActive(HYPONATREMIA), assessed(HYPONATREMIA_NAMED, SAID),
    noted('what the sodium means', HYPONATREMIA_WORDS, { by: 'provider', is: 'either' }),
    statedInNotes('an explanation of the sodium', { actions: EXPLAINING, objects: [...NAMES, 'natremia'] }),
  ),
  says: {
    open: 'Sodium was low and was evaluated or treated at this encounter, and no provider has said what it means.',
    met: 'A provider has said what the sodium means.',
    outOfScope: 'No sodium of this encounter.',
    notTriggered: 'Sodium was not low, or was low without evaluation or treatment, or beside a glucose of 300 or more.',
  },
  asks: {
    title: 'Clinical significance of sodium results',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of this patient's sodium results.",
    options: [
      { from: 'text', option: 'Hyponatremia (please specify the cause, if known)' },
      { from: 'when', holds: URINE_STUDIED, options: ['Syndrome of inappropriate antidiuretic hormone secretion'] },
      { from: 'text', option: 'Low sodium result without clinical significance' },
    ],
  },
  thresholds: {
    sodium: { at: ['/trigger/of/0/test/value'], unit: 'mmol/L', between: [120, 136] },
    sodiumThatIsWatched: { at: ['/trigger/of/2/of/1/of/0/test/value'], unit: 'mmol/L', between: [115, 135] },
  },
});
