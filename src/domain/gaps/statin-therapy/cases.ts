import { cases } from '../../../../test/support/cases.ts';
import { chart, monthsAgo } from '../../../../test/support/chart.ts';

const coronary = chart().age(66).problem('I25.10');

export default cases({
  open: {
    'coronary disease, no statin': coronary,
    'diabetes at 52': chart().age(52).problem('E11.9'),
    'LDL 204 at 34': chart().age(34).result('13457-7', 204, 'mg/dL', monthsAgo(2), 'laboratory'),
    'LDL 5.2 mmol/L is 201 mg/dL': chart().age(34).result('13457-7', 5.2, 'mmol/L', monthsAgo(2), 'laboratory'),
    'stopped in this note': coronary.note('Stop atorvastatin.'),
    'the order was stopped': coronary.medication('Atorvastatin 40 mg tablet', { status: 'stopped' }),
    'ezetimibe is no statin': coronary.medication('Ezetimibe 10 mg tablet'),
    'nystatin is no statin': coronary.medication('Nystatin 100,000 unit/mL suspension'),
    'his brother takes one': coronary.note('Brother takes rosuvastatin.'),
  },
  met: {
    'trap: listed under allergies': coronary.note('ALLERGIES: statins (myalgia)'),
    'on atorvastatin': coronary.medication('Atorvastatin 40 mg tablet'),
    'trap: by trade name': coronary.medication('Crestor 20 mg'),
    'trap: told in the note, bought elsewhere': coronary.note('Continues rosuvastatin 10 mg daily.'),
    'trap: an allergy is charted': coronary.allergy('Atorvastatin'),
    'trap: not tolerated': coronary.note('Statin intolerance: myalgias with simvastatin and pravastatin.'),
    'trap: held for a while': coronary.note('Hold atorvastatin until LFTs normalize.'),
    'trap: declined': coronary.note('Discussed risk; he declines a statin.'),
    'trap: started today': coronary.note('Start atorvastatin 40 mg nightly.'),
    'trap: combined with amlodipine': coronary.medication('Caduet 5-20 mg'),
  },
  notApplicable: {
    'neither disease nor high LDL': chart().age(60).result('13457-7', 142, 'mg/dL', monthsAgo(2), 'laboratory'),
    'trap: diabetes at 38': chart().age(38).problem('E11.9'),
    'trap: diabetes at 76': chart().age(76).problem('E11.9'),
    'trap: LDL 190 entered in error': chart().age(34).result('13457-7', 204, 'mg/dL', monthsAgo(2), 'laboratory', { status: 'entered-in-error' }),
    'trap: father had a heart attack': chart().age(50).note('Family history: father with myocardial infarction.'),
    'trap: pregnant': chart().age(41).sex('female').problem('E11.9').problem('O24.112', { recorded: monthsAgo(1) }),
    'trap: cirrhosis': coronary.problem('K74.60'),
    'trap: rhabdomyolysis before': coronary.problem('M62.82'),
  },
  cannotTell: {
    'trap: prescriptions were denied': coronary.denied('MedicationRequest'),
    'trap: a page of prescriptions was missing': coronary.partial('MedicationRequest'),
    'trap: problems were denied': chart().age(66).denied('Condition'),
  },
});
