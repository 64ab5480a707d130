import type { ChartBuilder } from '../../../../test/support/chart.ts';
import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(77).setting('inpatient').admitted('2026-10-18T12:00:00-05:00');
const trop = (on: ChartBuilder, value: number, time: string): ChartBuilder => on.result('89579-7', value, 'ng/L', `2026-10-18T${time}:00-05:00`, 'laboratory');
const flat = (on: ChartBuilder): ChartBuilder => trop(trop(on, 61, '13:00'), 64, '16:00');
const rising = (on: ChartBuilder): ChartBuilder => trop(trop(on, 61, '13:00'), 140, '16:00');

export default cases({
  open: {
    'type 2, troponin 61 and 64, no symptoms': flat(stay.note('No chest pain. ECG unchanged.\nAssessment: Type 2 MI from rapid atrial fibrillation.')),
    'NSTEMI with a flat troponin': flat(stay.note('Assessment: NSTEMI, heparin.')),
    'rising, but neither symptoms nor ECG': rising(stay.note('Denies chest pain. ECG without ST changes.\nAssessment: NSTEMI.')),
    'values told in the note': stay.note('hs-troponin 48 then 50. Denies chest pain.\nAssessment: Type 2 myocardial infarction from sepsis.'),
    'three values in one sentence': stay.note('hs-troponin 38, 40, 39. ECG: no ischemic changes.\nAssessment: Type 2 MI due to anemia.', { type: 'hp' }),
    'in the summary': flat(stay.note('Discharge diagnoses\n1. Heart failure.\n2. Type 2 MI.', { type: 'discharge' })),
    'three flat values on dialysis': trop(flat(stay.note('Assessment: NSTEMI. ESRD on hemodialysis.')), 60, '20:00'),
  },
  met: {
    'what it rests on': flat(stay.note('Assessment: Type 2 MI as evidenced by new regional strain change on echo.')),
    'the definition is named': flat(stay.note('NSTEMI by the universal definition, outside troponin 900.')),
  },
  notApplicable: {
    'rising with chest pain': rising(stay.note('Crushing chest pain.\nAssessment: NSTEMI.')),
    'flat, and ST depressions': flat(stay.note('ECG: new ST depressions V4-V6.\nAssessment: NSTEMI.')),
    'an occluded artery': flat(stay.note('Cath: LAD occluded, stented.\nAssessment: NSTEMI.')),
    'STEMI': flat(stay.note('Assessment: Anterior STEMI.').encounterDiagnosis('I21.09')),
    'one troponin': trop(stay.note('Assessment: NSTEMI.'), 61, '13:00'),
    'charted by the emergency department, and cardiology says that it was none': flat(stay.encounterDiagnosis('I21.4').note('ED coded NSTEMI.').note('Cardiology. Flat troponin: myocardial injury from heart failure, not an infarct.', { type: 'consult', by: 'Ben Ito, MD' })),
    'ruled out': flat(stay.note('Assessment: NSTEMI ruled out.')),
    'an old one': flat(stay.note('PMH: NSTEMI 2019.\nAssessment: Pneumonia.')),
    'injury, not infarction': flat(stay.note('Assessment: Myocardial injury, not an MI.')),
    'an office visit': flat(chart().age(77).note('Assessment: NSTEMI in June, now stable.')),
  },
  cannotTell: {
    'laboratory results were denied': stay.note('Denies chest pain.\nAssessment: NSTEMI.').denied('Observation', 'category=laboratory'),
    'a note could not be read': flat(stay.note('Assessment: NSTEMI, heparin.')).unreadableNote(),
  },
});
