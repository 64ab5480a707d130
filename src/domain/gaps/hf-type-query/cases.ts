import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(73).setting('inpatient').admitted('2026-10-17T14:00:00-05:00');
const ef = (percent: number, from = stay, date = '2026-10-18'): typeof stay => from.result('10230-1', percent, '%', date, 'imaging');
const office = chart().age(73);

export default cases({
  open: {
    'CHF exacerbation, EF 32, diuresed': ef(32).note('CHF exacerbation. Furosemide 40 IV bid.'),
    'EF told by the nurse only': stay.note('Heart failure, IV furosemide 80.').note('Echo done, in chart: EF 32%.', { role: 'nurse', type: 'nursing' }),
    'EF 58': ef(58).note('Acute heart failure, furosemide 60 IV.'),
    'EF 45, between': ef(45).note('Decompensated CHF, Lasix drip.'),
    'office, heart failure on carvedilol, EF of last year 35': ef(35, office, '2025-09-01').note('Heart failure, stable. Carvedilol, losartan.'),
    'no EF known, diuresed in hospital': stay.note('CHF exacerbation, diuresed 6 L with IV Lasix.'),
    'systolic without acuity, diuresed in hospital': ef(30).note('Systolic heart failure. IV furosemide 80 bid.'),
    'the type stands in the nurse’s note': ef(30).note('CHF exacerbation, IV furosemide.').note('HFrEF teaching done.', { role: 'nurse', type: 'nursing' }),
    'systolic blood pressure is no type': ef(28).note('CHF exacerbation. Systolic in the 150s, IV furosemide.'),
    'diastolic dysfunction on the echo is not linked': ef(60).note('CHF exacerbation, IV furosemide. Echo: grade 2 diastolic dysfunction.'),
  },
  met: {
    'acute on chronic systolic': ef(30).note('Acute on chronic systolic heart failure, IV furosemide.'),
    'HFpEF exacerbation': ef(60).note('HFpEF exacerbation, IV furosemide.'),
    'the consultant says the type, the attending the acuity': ef(30).note('CHF exacerbation, IV furosemide.').note('Cardiology: HFrEF, start sacubitril-valsartan.', { type: 'consult' }),
    'heart failure with reduced ejection fraction, office': ef(30, office).note('Heart failure with reduced ejection fraction, stable, carvedilol.'),
    'charted I50.33': ef(60).note('CHF exacerbation, IV furosemide.').encounterDiagnosis('I50.33'),
    'in the discharge summary only': ef(30).note('CHF, IV furosemide.').note('Acute on chronic combined systolic and diastolic heart failure.', { type: 'discharge' }),
    'right heart failure, acute': ef(60).note('Acute right heart failure from PE. Heart failure diuresed with IV furosemide.'),
  },
  notApplicable: {
    'charted, and no provider speaks of it': ef(35).encounterDiagnosis('I50.9').note('Hip fracture. Lungs clear.'),
    'denied': ef(60, office).note('No heart failure. Losartan for blood pressure.'),
    'his father’s': ef(60, office).note('Father with heart failure. Losartan.'),
    'office, nothing to tell the type': office.note('CHF, stable. Furosemide 20.'),
    'urine output called diuresis': stay.note('Septic shock, history of CHF. After fluids diuresis recurred.'),
    'named, not treated': ef(55).note('Remote CHF on the outside list. Cellulitis, cefazolin.'),
    'a child': chart().age(9).note('Heart failure, furosemide. EF 30%.'),
    'if it comes': ef(60, office).note('Return if signs of heart failure. Losartan.'),
  },
  cannotTell: {
    'documents were denied': ef(32).denied('DocumentReference'),
    'a note could not be read': ef(32).note('CHF exacerbation, IV furosemide.').unreadableNote(),
  },
});
