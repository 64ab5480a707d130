import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(67);
const warfarin = adult.medication('warfarin sodium 5 MG Oral Tablet', { date: '2026-01-10' });
const apixaban = adult.medication('apixaban 5 MG Oral Tablet', { date: '2025-01-10' });
const inr = (value: number, date: string): [string, number, string, string, string] => ['6301-6', value, '{INR}', date, 'laboratory'];

export default cases({
  open: {
    'warfarin, no INR': warfarin,
    'warfarin, the last INR five months ago': warfarin.result(...inr(2.4, '2026-05-12')),
    'warfarin by the note’s list': adult.note('Medications:\nwarfarin 5 mg daily\nlisinopril 10 mg daily'),
    'apixaban, no creatinine': apixaban,
    'apixaban, creatinine of the year before last': apixaban.result('2160-0', 1.1, 'mg/dL', '2025-03-02', 'laboratory'),
    'apixaban at 80, eGFR nine months ago': chart().age(80).medication('Eliquis 5 mg', { date: '2025-01-10' }).egfr(52, '2026-01-15'),
    'an INR of next week': warfarin.result(...inr(2.4, '2026-10-28')),
    'INR entered in error': warfarin.result('6301-6', 2.4, '{INR}', '2026-10-12', 'laboratory', { status: 'entered-in-error' }),
    'INR is to be checked': warfarin.note('Recheck INR next week.'),
  },
  met: {
    'INR three weeks ago': warfarin.result(...inr(2.4, '2026-10-01')),
    'trap: another LOINC of the same': warfarin.result('34714-6', 2.8, '1', '2026-09-20', 'laboratory'),
    'trap: INR told in the note': warfarin.note('INR 2.3 today, continue warfarin 5 mg.'),
    'creatinine in spring on apixaban': apixaban.result('2160-0', 1.1, 'mg/dL', '2026-03-02', 'laboratory'),
    'trap: creatinine in µmol/L': apixaban.result('2160-0', 97, 'umol/L', '2026-03-02', 'laboratory'),
    'trap: eGFR without a creatinine': apixaban.egfr(61, '2026-08-01'),
    'INR check declined': warfarin.note('Declines INR check today.'),
  },
  notApplicable: {
    'no anticoagulant': adult,
    'aspirin only': adult.medication('aspirin 81 MG'),
    'trap: warfarin was stopped': adult.medication('warfarin 5 MG', { status: 'stopped', date: '2025-01-10' }).note('Warfarin stopped last year.'),
    'trap: the husband takes it': adult.note('Husband takes warfarin.'),
    'trap: allergic to warfarin': adult.note('Allergies: warfarin (rash).'),
    'trap: hospice': warfarin.problem('Z51.5'),
    'heparin at the hospital': adult.medication('heparin 5000 UNT'),
  },
  cannotTell: {
    'trap: followed by the coumadin clinic': warfarin.note('INR followed by coumadin clinic.'),
    'laboratory results denied': warfarin.denied('Observation'),
    'medications denied': adult.denied('MedicationRequest'),
    'trap: creatinine without a unit': apixaban.result('2160-0', 1.1, null, '2026-03-02', 'laboratory'),
  },
});
