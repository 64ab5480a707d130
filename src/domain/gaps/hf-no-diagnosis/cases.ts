import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(76).setting('inpatient').admitted('2026-10-17T14:00:00-05:00');
const probnp = (value: number, from = stay, date = '2026-10-17'): typeof stay => from.result('33762-6', value, 'pg/mL', date, 'laboratory');
const treated = probnp(5200).note('Breathless, legs swollen, crackles. Furosemide 40 IV bid.');

export default cases({
  open: {
    'drawn four days before the office visit': probnp(2600, chart().age(80), '2026-10-17').note('Two pillows, ankle edema. NT-proBNP 2600. Furosemide 20 daily, echo.'),
    'NT-proBNP 5,200, congestion, IV furosemide': treated,
    'BNP 640 in the note only': stay.note('Dyspnea, edema 2+. BNP 640. Lasix 40 IV.'),
    'age 60 with 1,100': probnp(1100, stay.age(60)).note('Orthopnea. Bumetanide 1 mg IV.'),
    'a raised one with an ejection fraction of 30': probnp(700).result('10230-1', 30, '%', '2026-10-18', 'imaging').note('Torsemide 20 daily.'),
    'office, started on furosemide': probnp(2600, chart().age(80), '2026-10-21').note('Ankle edema a month. Start furosemide 20.'),
    'dyspnea named, not its cause': probnp(3100).note('Dyspnea, fluid on the film with effusions. Diuresed 4 L.'),
    'only the nurse says CHF': treated.note('CHF education given.', { role: 'nurse', type: 'nursing' }),
    'father with heart failure': treated.note('Father with heart failure.'),
  },
  met: {
    'acute heart failure': treated.note('Acute heart failure.'),
    'HFpEF by the consultant': treated.note('Cardiology: HFpEF likely.', { type: 'consult' }),
    'CHF in the discharge summary only': treated.note('CHF, compensated now.', { type: 'discharge' }),
    'not heart failure, says the provider': treated.note('Not heart failure: EF normal, JVP flat.'),
    'volume overload from missed dialysis': treated.note('Volume overload from missed dialysis, HD tonight.'),
    'on the problem list': treated.problem('I50.22'),
    'a peptide explained': treated.note('BNP elevated due to AF and kidney disease.'),
  },
  notApplicable: {
    'drawn two months before': probnp(2600, chart().age(80), '2026-08-17').note('Ankle edema. Furosemide 20 daily.'),
    'low peptide': probnp(120).note('Edema from amlodipine. Furosemide 20.'),
    'high, no diuretic': probnp(2400).note('Pneumonia, short of breath. Ceftriaxone.'),
    'high, no congestion, diuretic for pressure': probnp(1200).note('Torsemide 5 for blood pressure. Lungs clear, no edema.'),
    'high last year': probnp(5200, stay, '2025-05-01').note('Edema. Furosemide 20.'),
    'diuretic stopped': probnp(2200).note('Short of breath from COPD. Stop furosemide.'),
    'a child': probnp(5200, chart().age(7), '2026-10-21').note('Edema, furosemide.'),
  },
  cannotTell: {
    'laboratory results were denied': stay.note('Edema, furosemide IV.').denied('Observation', 'category=laboratory'),
    'a note could not be read': treated.unreadableNote(),
  },
});
