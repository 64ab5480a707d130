import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(74);
const takes = adult.medication('apixaban 5 MG Oral Tablet');

export default cases({
  open: {
    'a stroke alone is no reason for warfarin': adult.medication('warfarin 5 MG').encounterDiagnosis('I63.9').note('Warfarin check. Had a stroke in another state; she does not know why warfarin. Denies clots in legs or lungs. INR 2.4.'),
    'no bleeding on it is taking it': takes.note('Here for gout. No bleeding on apixaban.'),
    'the electrocardiogram shows none': takes.note('Irregular pulse. ECG sinus with PACs. No atrial fibrillation.'),
    'apixaban, nothing said': takes.note('Knee pain. Ibuprofen not advised.'),
    'warfarin with its INR': adult.medication('warfarin 5 MG').note('INR 2.4 today, same dose, recheck in 4 weeks.'),
    'only in the note’s list': adult.note('Meds: Xarelto 20 mg with supper, atorvastatin.\nA/P: Hyperlipidemia, at goal.'),
    'atrial fibrillation in the brother': takes.note('Brother has atrial fibrillation.'),
    'no DVT on the duplex': takes.note('Leg swelling. Duplex: no DVT.'),
    'long-term use charted is no reason': takes.problem('Z79.01').note('Knee pain.'),
    'enoxaparin for prevention says nothing of the home drug': takes.setting('inpatient').note('Pneumonia. DVT prophylaxis: SCDs. Home apixaban held for now, resume at discharge.'),
  },
  met: {
    'an embolic stroke is one': takes.problem('I63.40').note('Recovering well, walks with a cane.'),
    'a valve by its kind': adult.medication('warfarin 5 MG').note('Bileaflet aortic valve 2011, INR 2.4.'),
    'atrial fibrillation on the problem list': takes.problem('I48.91'),
    'AF in the history': takes.note('PMH: AF, HTN. Knee pain.'),
    'a clot two years ago': takes.note('History of DVT in 2024.'),
    'history code': takes.problem('Z86.711'),
    'mechanical valve': adult.medication('warfarin 5 MG').note('Mechanical mitral valve, INR goal 3.'),
    'after a knee replacement': takes.note('POD 10 total knee replacement, apixaban for DVT prophylaxis 2 more weeks.'),
    'antiphospholipid syndrome': adult.medication('warfarin 5 MG').note('Antiphospholipid syndrome.'),
    'possible embolism': takes.note('Possible PE, apixaban until the scan.'),
    'only the cardiologist says it': takes.note('Knee pain.').note('Cardiology: paroxysmal atrial fibrillation.', { type: 'consult' }),
  },
  notApplicable: {
    'aspirin': adult.medication('aspirin 81 MG').note('Knee pain.'),
    'heparin flush': adult.setting('inpatient').note('Port flushed with heparin.'),
    'stopped': adult.medication('apixaban 5 MG', { status: 'stopped' }).note('Knee pain.'),
    'was on it last year': adult.note('Was on apixaban last year, stopped.'),
    'his wife takes it': adult.note('Wife takes warfarin.'),
    'declined': adult.note('Declines apixaban.'),
  },
  cannotTell: {
    'conditions were denied': takes.denied('Condition'),
    'a note of this visit could not be read': takes.unreadableNote(),
  },
});
