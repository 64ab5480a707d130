import { ACUTE_FALL_OF_HEMOGLOBIN } from '../groups/acute-blood-loss.ts';
import { ANEMIA_UNSPECIFIED, ANEMIA_WORDS, BLOOD_LOSS_ANEMIA, HEMOGLOBIN_NAMES } from '../groups/blood.ts';
import { EXPLAINING, SAID } from '../groups/explaining.ts';
import { HEMOGLOBIN } from '../measurements.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'blood-loss-anemia-no-diagnosis',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 203,
  title: 'Hemoglobin that fell by 2 g/dL or more with bleeding, an operation or a birth, without a diagnosis',
  topic: 'blood-loss-anemia-no-diagnosis',
  authority: [
    'WHO guideline on haemoglobin cutoffs (2024): anemia below 13.0 g/dL in men, 12.0 in women',
    'ISTH (Schulman and Kearon, 2005): a fall of 2 g/dL or more marks major bleeding',
    'AABB red cell transfusion guideline (2023): restrictive threshold of 7 to 8 g/dL',
    'ICD-10-CM Official Guidelines FY2027 (2026), III.B: abnormal findings are not coded unless the provider says what they mean',
  ],
  rationale: 'A fall that is followed or transfused bears on the stay; whether it is anemia of acute blood loss, of another kind, or dilution is the provider’s to say.',
  appliesTo: measuredThisVisit(HEMOGLOBIN).above(0),
  trigger: ACUTE_FALL_OF_HEMOGLOBIN,
  met: any(
    assessed(BLOOD_LOSS_ANEMIA, SAID), assessed(ANEMIA_UNSPECIFIED, []),
    noted('acute blood loss anemia', ['abla', 'blood loss anemia', 'blood loss anaemia', 'hemorrhagic anemia', 'posthemorrhagic anemia', 'post-hemorrhagic anemia', 'hemodilution', 'hemodilutional'], { by: 'provider', is: 'either' }),
    noted('anemia, and why', ANEMIA_WORDS, {
      by: 'provider', is: 'either',
      beside: ['blood loss', 'bleed*', 'hemorrhag*', 'haemorrhag*', 'acute', 'postop*', 'post-op*', 'postoperative*', 'postpartum', 'surgical', 'dilutional', 'expected', 'hgb', 'hb', 'hemoglobin', 'iron', 'units', 'prbc', 'prbcs', 'transfus*', 'symptomatic', 'ruled out'],
    }),
    statedInNotes('an explanation of the hemoglobin', { actions: EXPLAINING, objects: [...HEMOGLOBIN_NAMES, 'drop'] }),
  ),
  says: {
    open: 'Hemoglobin fell by 2 g/dL or more with bleeding, an operation or a birth, was treated or followed, and no provider has said what it means.',
    met: 'A provider has said what the fall of hemoglobin means.',
    outOfScope: 'No hemoglobin of this encounter.',
    notTriggered: 'Hemoglobin did not fall by 2 g/dL or more with bleeding, an operation or a birth, or the fall was neither treated nor followed.',
  },
  asks: {
    title: 'Clinical significance of hemoglobin results',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of the change in this patient's hemoglobin.",
    options: [
      { from: 'text', option: 'Acute blood loss anemia' },
      { from: 'text', option: 'Anemia of another type or cause (please specify)' },
      { from: 'text', option: 'Expected fall of hemoglobin, or dilution, without anemia' },
    ],
  },
  thresholds: {
    fall: { at: ['/trigger/of/0/by'], unit: 'g/dL', between: [1.5, 4] },
  },
});
