import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(71).setting('inpatient').admitted('2026-10-20T06:00:00-05:00');
const hs = (value: number, time: string, from = stay): typeof stay => from.result('89579-7', value, 'ng/L', `2026-10-20T${time}:00-05:00`, 'laboratory');
const rose = hs(112, '10:00', hs(64, '07:00'));

export default cases({
  open: {
    'told in one sentence of a day in the emergency department': chart().age(65).setting('ed').note('BP 224/118. Troponin 0.02, then 0.31, then 0.28. Cardiology consulted.'),
    '64, then 112': rose.note('Breathless, AF 150. Diltiazem.'),
    'falling: 900, then 410': hs(410, '14:00', hs(900, '07:00')),
    'told in the note only': stay.note('Sepsis. hs-trop 88 -> 240. ECG no ST change. Echo.'),
    'an older assay in ng/mL': stay.result('10839-9', 0.04, 'ng/mL', '2026-10-20T07:00:00-05:00', 'laboratory').result('10839-9', 0.31, 'ng/mL', '2026-10-20T13:00:00-05:00', 'laboratory'),
    '"troponin leak" names nothing': rose.note('Troponin leak. Aspirin, cardiology to see.'),
    'elevated troponin, charted as a finding': rose.encounterDiagnosis('R79.89').note('Elevated troponin, trending.'),
    'his father had an NSTEMI': rose.note('Father with NSTEMI at 50. Serial troponins.'),
    'up from an earlier one': stay.note('Sepsis. Trop up to 132 from 45, trend, echo.'),
    'an old infarction answers nothing': rose.problem('I25.2').note('Chest tight.'),
  },
  met: {
    'NSTEMI': rose.note('NSTEMI, heparin.'),
    'type 2 MI by the consultant': rose.note('Cardiology: type 2 MI from AF with RVR.', { type: 'consult' }),
    'demand ischemia, in the discharge summary only': rose.note('AF, rate down.').note('Demand ischemia from rapid AF.', { type: 'discharge' }),
    'not an infarction, says the cardiologist': rose.note('This is not an NSTEMI; non-ischemic myocardial injury.'),
    'likely demand': stay.note('Elevated troponin 45 to 132, likely demand from sepsis.'),
    'attributed in words': rose.note('Troponin rise attributed to chronic kidney disease and sepsis.'),
    'charted': rose.encounterDiagnosis('I5A'),
    'possible ACS': rose.note('Possible ACS, heparin, cath tomorrow.'),
  },
  notApplicable: {
    'one value of a day in the emergency department': chart().age(65).setting('ed').note('BP 224/118. Troponin 0.31. Cardiology consulted.'),
    'flat above the limit': hs(50, '10:00', hs(48, '07:00')).note('CKD 4.'),
    'rose within the normal': hs(12, '10:00', hs(6, '07:00')),
    'one value only': hs(220, '07:00').note('Left against advice.'),
    'exactly at the limit': hs(34, '10:00', hs(20, '07:00')),
    'rose since last year': hs(60, '07:00').result('89579-7', 6, 'ng/L', '2025-05-02T07:00:00-05:00', 'laboratory'),
    'flat in the note': stay.note('Trop 66, 68, 65, flat, CKD.'),
    'a child': hs(112, '10:00', hs(64, '07:00', chart().age(9).setting('inpatient').admitted('2026-10-20T06:00:00-05:00'))),
    'the second was entered in error': hs(64, '07:00').result('89579-7', 900, 'ng/L', '2026-10-20T10:00:00-05:00', 'laboratory', { status: 'entered-in-error' }),
  },
  cannotTell: {
    'laboratory results were denied': stay.denied('Observation', 'category=laboratory'),
    'a note could not be read': rose.unreadableNote(),
  },
});
