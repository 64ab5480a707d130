import { PREGNANCY } from '../code-groups.ts';
import { ACUTE_FALL_OF_HEMOGLOBIN } from '../groups/acute-blood-loss.ts';
import { ANEMIA, ANEMIA_WORDS, HEMOGLOBIN_NAMES, IRON_AND_OTHERS, NOT_TRANSFUSED, TRANSFUSION } from '../groups/blood.ts';
import { EXPLAINING, WATCHING } from '../groups/explaining.ts';
import { HEMOGLOBIN } from '../measurements.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { orderedThisVisit } from '../operators/ordered-this-visit.ts';
import { sexIs } from '../operators/sex-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const PREGNANT = any(hasActive(PREGNANCY, 10), documentedInNotes(PREGNANCY));

/** WHO (2024) by age, sex and pregnancy (its lowest, of the second trimester). */
const LOW = any(
  measuredThisVisit(HEMOGLOBIN).below(10.5),
  all(ageBetween(24, 60, 'months'), measuredThisVisit(HEMOGLOBIN).below(11)),
  all(ageBetween(5, 12), measuredThisVisit(HEMOGLOBIN).below(11.5)),
  all(ageBetween(12, null), measuredThisVisit(HEMOGLOBIN).below(12), not(PREGNANT)),
  all(ageBetween(15, null), sexIs('male'), measuredThisVisit(HEMOGLOBIN).below(13)),
);

const TREATED = any(
  orderedThisVisit('treatment of anemia', ['ferrous*', 'ferric*', 'iron', 'iron sucrose', 'iron dextran', 'venofer', 'injectafer', 'ferumoxytol', 'epoetin*', 'darbepoetin*', 'epogen', 'procrit', 'retacrit', 'aranesp', 'cyanocobalamin', 'hydroxocobalamin', 'folic acid', 'voxelotor', 'luspatercept*']),
  noted('red cells', TRANSFUSION, { except: NOT_TRANSFUSED }),
  noted('iron', ['ferrous', 'iron sucrose', 'iv iron', 'iron iv', 'iron infusion', 'oral iron', 'iron po', 'slow fe', 'feosol', 'iron every', 'iron daily', 'iron bid', 'iron tid', 'start iron', 'venofer', 'injectafer', 'feraheme', 'epoetin', 'epogen', 'procrit', 'retacrit', 'aranesp', 'darbepoetin']),
  noted('evaluation of the hemoglobin', ['iron studies', 'iron panel', 'ferritin', 'tibc', 'reticulocyte*', 'retic count', 'anemia panel', 'anemia workup', 'anemia work-up', 'hemolysis labs', 'haptoglobin', 'bone marrow biopsy', 'hemoglobin electrophoresis']),
  statedInNotes('evaluation of the hemoglobin', { actions: IRON_AND_OTHERS, objects: HEMOGLOBIN_NAMES.filter((name) => name !== 'cbc') }),
);

const IRON_LOOKED_AT = any(
  noted('iron', ['ferrous', 'iron', 'iron studies', 'ferritin', 'tibc', 'venofer', 'injectafer', 'feraheme', 'slow fe', 'microcytic']),
  orderedThisVisit('iron', ['ferrous*', 'ferric*', 'iron', 'iron sucrose', 'iron dextran', 'venofer', 'injectafer', 'ferumoxytol']),
);

const FOLLOWED = any(
  statedInNotes('attention to the hemoglobin', { actions: WATCHING, objects: HEMOGLOBIN_NAMES }),
  noted('vitamins measured', ['b12', 'folate', 'vitamin b12', 'smear', 'hematology']),
);

export default defineRule({
  id: 'anemia-no-diagnosis',
  version: '1.0.1',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 213,
  title: 'Low hemoglobin, evaluated or treated, without a diagnosis',
  topic: 'anemia-no-diagnosis',
  authority: [
    'WHO guideline on haemoglobin cutoffs (2024): below 13.0 g/dL in men, 12.0 in women and from 12 to 14 years, 11.5 from 5 to 11, 11.0 from 24 months, 10.5 from 6 months and in the second trimester',
    'ICD-10-CM Official Guidelines FY2027 (2026), III.B: abnormal findings are not coded unless the provider says what they mean',
  ],
  rationale: 'A low hemoglobin that is evaluated or treated bears on the encounter; its type and cause are the provider’s.',
  appliesTo: all(ageBetween(6, null, 'months'), measuredThisVisit(HEMOGLOBIN).above(0)),
  trigger: all(LOW, any(TREATED, all(measuredThisVisit(HEMOGLOBIN).below(10), FOLLOWED)), not(ACUTE_FALL_OF_HEMOGLOBIN)),
  met: any(
    hasActive(ANEMIA), documentedInNotes(ANEMIA), assessed(ANEMIA, ['present', 'possible', 'historical']),
    noted('what the hemoglobin means', ANEMIA_WORDS, { by: 'provider' }),
    noted('anemia that was considered', ANEMIA_WORDS, { by: 'provider', is: 'denied', beside: ['ruled out', 'not clinically significant', 'no true'] }),
    statedInNotes('an explanation of the hemoglobin', { actions: EXPLAINING, objects: [...HEMOGLOBIN_NAMES, 'drop'] }),
  ),
  says: {
    open: 'Hemoglobin was low and was evaluated or treated at this encounter, and no provider has said what it means.',
    met: 'A provider has said what the hemoglobin means.',
    outOfScope: 'No hemoglobin of this encounter, or the patient is below 6 months.',
    notTriggered: 'Hemoglobin was not low, was low without evaluation or treatment, or fell acutely, which is another question.',
  },
  asks: {
    title: 'Clinical significance of hemoglobin results',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of this patient's hemoglobin results.",
    options: [
      { from: 'when', holds: IRON_LOOKED_AT, options: ['Anemia due to iron deficiency'] },
      { from: 'text', option: 'Anemia due to chronic disease (please specify the disease)' },
      { from: 'text', option: 'Anemia of another type or cause (please specify)' },
      { from: 'text', option: 'Low hemoglobin result without clinical significance' },
    ],
  },
  thresholds: {
    hemoglobinOfWomen: { at: ['/trigger/of/0/of/3/of/1/test/value'], unit: 'g/dL', between: [11, 12.5] },
    hemoglobinOfMen: { at: ['/trigger/of/0/of/4/of/2/test/value'], unit: 'g/dL', between: [11, 14] },
    hemoglobinThatIsFollowed: { at: ['/trigger/of/1/of/1/of/0/test/value'], unit: 'g/dL', between: [7, 12] },
  },
});
