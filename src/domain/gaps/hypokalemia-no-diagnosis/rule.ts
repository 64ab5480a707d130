import { EXPLAINING, SAID } from '../groups/explaining.ts';
import { HYPERKALEMIA, HYPERKALEMIA_NAMED, HYPOKALEMIA, HYPOKALEMIA_NAMED, SHIFTED } from '../groups/salts.ts';
import { POTASSIUM } from '../measurements.ts';
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

const NAMES = ['potassium', 'k', 'k+', 'serum potassium', 'hypokalemia', 'hyperkalemia'];
const LOW = measuredThisVisit(POTASSIUM).below(3.5);
const HIGH = measuredThisVisit(POTASSIUM).above(5.5);

const LOW_TREATED = any(
  orderedThisVisit('potassium', ['potassium chloride', 'potassium phosphate*', 'potassium bicarbonate', 'potassium citrate', 'kcl', 'k-dur', 'klor-con*', 'klor con*', 'k-tab', 'k-phos*', 'micro-k', 'effer-k']),
  noted('potassium given', ['kcl', 'k-dur', 'kdur', 'klor-con*', 'klor con', 'k-phos', 'kphos', 'k rider*', 'k run*', 'k replaced', 'k repleted', 'k replacement', 'k repletion', 'potassium replaced', 'potassium repleted', 'potassium replacement', 'potassium repletion', 'potassium supplement*', 'potassium chloride', 'k supplement*'], { except: ['d5', 'd5w', 'd5ns', '1/2ns', '1/2 ns', 'ns', 'lr', 'maintenance', 'mivf', 'ivf'] }),
  noted('potassium in doses', ['kcl 40', 'kcl 60', 'kcl 80', 'kcl 40meq', 'kcl 60meq', 'potassium chloride 40', 'potassium chloride 60', '40 of kcl', '40 meq kcl', '60 meq kcl', '40 meq of kcl', '60 meq of kcl'], { except: ['with kcl', '+ kcl', 'w/ kcl', 'and kcl', '/l', '/liter', 'per liter', 'meq/l', 'maintenance', 'mivf'] }),
  statedInNotes('potassium replaced or watched', {
    actions: ['replete*', 'repletion', 'repleting', 'replac*', 'supplement*', 'meq', 'given', 'give', 'oral', 'iv', 'po', 'spironolactone', 'recheck*', 'repeat*', 'q4h', 'q6h', 'q8h', 'serial', 'trend*', 'runs', 'telemetry', 'stop*', 'hold', 'held', 'hctz', 'start*', 'magnesium'],
    objects: NAMES,
  }),
);

const HIGH_TREATED = any(
  orderedThisVisit('treatment of a high potassium', ['sodium polystyrene*', 'kayexalate', 'kionex', 'lokelma', 'sodium zirconium*', 'patiromer', 'veltassa', 'calcium gluconate']),
  noted('treatment of a high potassium', ['kayexalate', 'sodium polystyrene', 'lokelma', 'zirconium', 'patiromer', 'veltassa', 'calcium gluconate', 'ca gluconate', 'insulin and dextrose', 'insulin/dextrose', 'insulin/d50', 'insulin and d50', 'd50', 'peaked t*', 'low potassium diet', 'low-potassium diet', 'low k diet', 'renal diet']),
  statedInNotes('potassium lowered or watched', {
    actions: ['shift*', 'calcium', 'insulin', 'albuterol', 'bicarb*', 'dialy*', 'hd', 'recheck*', 'repeat*', 'q2h', 'q4h', 'q6h', 'serial', 'trend*', 'ecg', 'ekg', 'telemetry', 'stop*', 'hold', 'held', 'holding', 'lower*', 'reduce*', 'nephrology', 'diet', 'treated', 'treat', 'lasix', 'furosemide'],
    objects: NAMES,
  }),
);

export default defineRule({
  id: 'hypokalemia-no-diagnosis',
  version: '1.1.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 211,
  title: 'Potassium below 3.5 or above 5.5, evaluated or treated, without a diagnosis',
  topic: 'hypokalemia-no-diagnosis',
  authority: [
    'KDIGO Controversies Conference on potassium (2020): hypokalemia below 3.5 mmol/L; moderate hyperkalemia above 5.5',
    'ICD-10-CM Official Guidelines FY2027 (2026), III.B: abnormal findings are not coded unless the provider says what they mean',
  ],
  rationale: 'Potassium that is replaced or lowered bears on the encounter, and only a provider can say what the result means.',
  appliesTo: measuredThisVisit(POTASSIUM).above(0),
  trigger: any(all(LOW, LOW_TREATED), all(HIGH, HIGH_TREATED)),
  met: all(
    any(not(LOW), hasActive(HYPOKALEMIA), assessed(HYPOKALEMIA_NAMED, SAID), noted('what the potassium means', ['hypokal*', 'hypo-k', 'hypok', 'refeeding'], { by: 'provider', is: 'either' }), statedInNotes('an explanation of the potassium', { actions: [...EXPLAINING, ...SHIFTED], objects: NAMES })),
    any(not(HIGH), hasActive(HYPERKALEMIA), assessed(HYPERKALEMIA_NAMED, SAID), noted('what the potassium means', ['hyperkal*', 'pseudohyperkal*', 'pseudo-hyperkal*', 'hyper-k', 'hyperk', 'tumor lysis'], { by: 'provider', is: 'either' }), statedInNotes('an explanation of the potassium', { actions: EXPLAINING, objects: NAMES })),
  ),
  says: {
    open: 'Potassium was below 3.5 or above 5.5 and was evaluated or treated at this encounter, and no provider has said what it means.',
    met: 'A provider has said what the potassium means.',
    outOfScope: 'No potassium of this encounter.',
    notTriggered: 'Potassium was not below 3.5 or above 5.5, or was so without evaluation or treatment.',
  },
  asks: {
    title: 'Clinical significance of potassium results',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of this patient's potassium results.",
    options: [
      { from: 'when', holds: LOW, options: ['Hypokalemia (please specify the cause, if known)'] },
      { from: 'when', holds: HIGH, options: ['Hyperkalemia (please specify the cause, if known)', 'Pseudohyperkalemia'] },
      { from: 'text', option: 'Abnormal potassium result without clinical significance' },
    ],
  },
  thresholds: {
    low: { at: ['/trigger/of/0/of/0/test/value', '/met/of/0/of/0/of/test/value', '/asks/options/0/holds/test/value'], unit: 'mmol/L', between: [2.5, 3.6] },
    high: { at: ['/trigger/of/1/of/0/test/value', '/met/of/1/of/0/of/test/value', '/asks/options/1/holds/test/value'], unit: 'mmol/L', between: [5, 6.5] },
  },
});
