import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(69);

export default cases({
  open: {
    'perhaps since the stroke is not told': adult.encounterDiagnosis('I63.9').note('"Had the stroke", he knows no more. Left hand clumsy, maybe since the stroke, maybe arthritis.\nA/P: Stroke, records requested.'),
    'records are asked of the hospital today': adult.encounterDiagnosis('I63.9').note('Stroke - continue atorvastatin. Records from the outside hospital requested today.'),
    'stroke charted as acute in the office, no date': adult.encounterDiagnosis('I63.9').note('Stroke, on aspirin and atorvastatin. BP 128/74.'),
    'CVA in the words alone': adult.note('A/P: 1. CVA - continue clopidogrel. 2. Hypertension.'),
    'infarction charted as acute, no date': adult.encounterDiagnosis('I21.4').note('NSTEMI, on DAPT. No chest pain.'),
    '"recent MI" at admission for something else': adult.setting('inpatient').note('Cellulitis. Recent MI, on ticagrelor.'),
    '"recent stroke"': adult.note('Recent stroke. Continue aspirin.').encounterDiagnosis('I63.9'),
    'the date is of another matter': adult.encounterDiagnosis('I63.9').note('Stroke, on aspirin.\nColonoscopy 2021 normal.'),
  },
  met: {
    'weak since the stroke': adult.encounterDiagnosis('I63.9').note('Stroke, on aspirin. Left arm weak since the stroke.'),
    'the stay is dated': adult.encounterDiagnosis('I63.9').note('Stroke. Discharged from the hospital in March, walking again.'),
    'a month stands beside it': adult.encounterDiagnosis('I63.9').note('Stroke, March 2026. Walks with a cane.'),
    'weeks ago': adult.encounterDiagnosis('I21.4').note('NSTEMI 10 weeks ago, stent to the LAD.'),
    'history of': adult.encounterDiagnosis('I63.9').note('Stroke follow-up. History of CVA, no deficits.'),
    'residual weakness': adult.encounterDiagnosis('I63.9').note('Stroke with residual left hemiparesis.'),
    'sequela charted': adult.encounterDiagnosis('I63.9').problem('I69.354').note('Stroke, walks with a cane.'),
    'old infarction on the problem list': adult.encounterDiagnosis('I21.4').problem('I25.2').note('NSTEMI, on aspirin.'),
    'today': adult.encounterDiagnosis('I63.9').note('Acute stroke this morning, sent to the emergency department.'),
  },
  notApplicable: {
    'told as past': adult.encounterDiagnosis('I63.9').note('Stroke in 2021, all back.'),
    'acute in hospital': adult.setting('inpatient').encounterDiagnosis('I63.9').note('Acute ischemic stroke, tenecteplase given.'),
    'charted, no word of it': adult.encounterDiagnosis('I63.9').note('Ankle sprain.'),
    'stroke in the father': adult.note('Father had a stroke.'),
    'stroke ruled out': adult.note('Stroke ruled out by MRI.'),
    'risk of stroke': adult.note('Atrial fibrillation, apixaban to prevent stroke.'),
    'heat stroke': adult.note('Ankle sprain. No chest pain.'),
  },
  cannotTell: {
    'a note of this visit could not be read': adult.encounterDiagnosis('I63.9').note('Stroke, on aspirin.').unreadableNote(),
    'notes were denied': adult.encounterDiagnosis('I63.9').denied('DocumentReference'),
  },
});
