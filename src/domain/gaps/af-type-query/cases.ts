import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(76);

export default cases({
  open: {
    'charted I48.91, "atrial fibrillation, rate controlled"': adult.encounterDiagnosis('I48.91').note('Atrial fibrillation, rate controlled. Continue apixaban and metoprolol.'),
    'AF in the words alone, anticoagulated': adult.medication('apixaban 5 MG').note('A/P: AF, CHADS-VASc 4, apixaban.'),
    'with rapid response at admission': adult.setting('inpatient').encounterDiagnosis('I48.91').note('Atrial fibrillation with RVR, diltiazem drip.'),
    'new onset': adult.setting('inpatient').note('New-onset atrial fibrillation, heparin, diltiazem.').encounterDiagnosis('I48.91'),
    'on the draft claim': adult.claimed('I4891').note('Afib, on warfarin.'),
    'a persistent cough is no type': adult.encounterDiagnosis('I48.91').note('Atrial fibrillation on warfarin.\nPersistent cough, stop lisinopril.'),
    'the father’s permanent AF is not his': adult.encounterDiagnosis('I48.91').note('Atrial fibrillation, rate 70.\nFamily history: none of note.'),
  },
  met: {
    'paroxysmal in the note': adult.encounterDiagnosis('I48.91').note('Paroxysmal atrial fibrillation, sinus today.'),
    'type after the words': adult.encounterDiagnosis('I48.91').note('Atrial fibrillation, persistent, cardioversion planned.'),
    'permanent on the problem list': adult.problem('I48.21').encounterDiagnosis('I48.91').note('Atrial fibrillation, rate fine.'),
    'chronic': adult.encounterDiagnosis('I48.91').note('Chronic AF, rate ok, warfarin.'),
    'PAF': adult.encounterDiagnosis('I48.91').note('Atrial fibrillation: PAF, on flecainide.'),
    'only the cardiologist says it': adult.encounterDiagnosis('I48.91').note('Atrial fibrillation, rate fine.').note('Cardiology: persistent atrial fibrillation.', { type: 'consult' }),
    'likely paroxysmal': adult.encounterDiagnosis('I48.91').note('Atrial fibrillation, likely paroxysmal.'),
  },
  notApplicable: {
    'ablated, never back': adult.encounterDiagnosis('I48.91').note('History of afib ablation 2020; no recurrence, apixaban stopped.'),
    'refuted by the monitor': adult.encounterDiagnosis('I48.91').note('Monitor for 30 days: no atrial fibrillation.'),
    'withdrawn': adult.encounterDiagnosis('I48.91').note('Atrial fibrillation per telemetry.').note('Strips reviewed: artifact. AF was entered in error.'),
    'atrial flutter': adult.encounterDiagnosis('I48.92').note('Atrial flutter, ablation planned.'),
    'only on the problem list, not of this visit': adult.problem('I48.91').note('Ankle sprain.'),
    'ventricular fibrillation': adult.setting('inpatient').note('Ventricular fibrillation arrest, ROSC after 2 shocks.'),
    'in the mother': adult.note('Mother has atrial fibrillation.'),
  },
  cannotTell: {
    'conditions were denied': adult.medication('apixaban 5 MG').note('A/P: AF, apixaban.').denied('Condition'),
    'a note of this visit could not be read': adult.encounterDiagnosis('I48.91').note('Atrial fibrillation, rate fine.').unreadableNote(),
  },
});
