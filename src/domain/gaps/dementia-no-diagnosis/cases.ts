import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(79);
const takes = adult.medication('donepezil 10 MG Oral Tablet');

export default cases({
  open: {
    'donepezil, nothing said': takes.note('Blood pressure check. Here with daughter.'),
    'memantine in the note only': adult.note('Meds: memantine 10 mg BID, amlodipine 5 mg.\nA/P: Hypertension at goal.'),
    'forgetful is a symptom': takes.note('Forgetful, repeats questions. Continue donepezil.'),
    'by trade name, a patch': adult.medication('Exelon 9.5 MG/24HR patch').note('Foot pain.'),
    'dementia in the mother': takes.note('Mother had dementia.'),
    'inpatient with a hip fracture': takes.setting('inpatient').note('Hip fracture, home donepezil continued.'),
  },
  met: {
    'on the problem list': takes.problem('F03.90'),
    'Alzheimer disease in the note': takes.note('Alzheimer disease, stable on donepezil.'),
    'mild cognitive impairment': takes.note('MCI, donepezil tolerated.'),
    'probable Lewy body dementia': takes.note('Probable Lewy body dementia.'),
    'memantine for migraine': adult.medication('memantine 10 MG').note('Migraine prevention with memantine works.'),
    'after brain injury': takes.note('Memory after traumatic brain injury, donepezil helps.'),
    'only in the discharge summary': takes.setting('inpatient').note('Pneumonia.').note('Discharge: vascular dementia, pneumonia.', { type: 'discharge' }),
  },
  notApplicable: {
    'no such drug': adult.medication('aspirin 81 MG').note('Forgetful.'),
    'stopped': adult.medication('donepezil 10 MG', { status: 'stopped' }).note('Feels well.'),
    'declined': adult.note('Declined donepezil.'),
    'his wife takes it': adult.note('Wife takes donepezil.'),
    'offered only': adult.note('Could consider donepezil if memory worsens.'),
  },
  cannotTell: {
    'conditions were denied': takes.denied('Condition'),
    'a note of this visit could not be read': takes.unreadableNote(),
  },
});
