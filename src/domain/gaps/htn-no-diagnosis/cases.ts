import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(47);
const twice = adult.bp(142, 88, '2026-06-03').bp(148, 92, '2026-10-21', { at: true });

export default cases({
  open: {
    '142/88 in June and 148/92 today': twice,
    'exactly 130 over 70 twice': adult.bp(130, 70, '2026-06-03').bp(130, 70),
    'only the diastolic, 80, twice': adult.bp(118, 80, '2026-06-03').bp(120, 80),
    'systolic in June, diastolic today': adult.bp(136, 74, '2026-06-03').bp(122, 84),
    'unit written mmHg': adult.bp(142, 88, '2026-06-03', { unit: 'mmHg' }).bp(148, 92, '2026-10-21', { unit: 'mm Hg' }),
    'kilopascals': adult.bp(18.9, 11.7, '2026-06-03', { unit: 'kPa' }).bp(19.7, 12.3, '2026-10-21', { unit: 'kPa' }),
    'systolic and diastolic as observations of their own': adult
      .result('8480-6', 142, 'mm[Hg]', '2026-06-03', 'vital-signs').result('8462-4', 88, 'mm[Hg]', '2026-06-03', 'vital-signs')
      .result('8480-6', 148, 'mm[Hg]', '2026-10-21', 'vital-signs').result('8462-4', 92, 'mm[Hg]', '2026-10-21', 'vital-signs'),
    'told in the notes of both visits': adult.earlierNote('Knee pain. BP 144/92.', '2026-06-03').note('BP 150/94, HR 72. Knee better.'),
    'today’s in the nurse’s note': adult.bp(142, 88, '2026-06-03').note('Vitals: BP 148/92, P 70, RR 14.', { role: 'nurse', type: 'nursing' }),
    'a normal visit between two high ones': adult.bp(142, 88, '2026-03-03').bp(124, 76, '2026-06-03').bp(148, 92),
    'on a cancelled claim only': twice.claimed('I10', 'cancelled'),
    'pulmonary hypertension charted without a code': twice.problem('70995007', { system: 'http://snomed.info/sct', text: 'Pulmonary hypertension' }),
    'pulmonary hypertension in the note': twice.note('Pulmonary hypertension, stable.'),
    'denies hypertension': twice.note('Denies hypertension.'),
    'father with hypertension': twice.note('Father with hypertension.'),
    '"BP elevated today" only describes the reading': twice.note('BP elevated today.'),
  },
  met: {
    'hypertension on the problem list': twice.problem('I10'),
    'HTN in the past history': twice.note('PMH: HTN, GERD.'),
    'explained in words: in pain': twice.note('BP 148/92, elevated due to knee pain, normal at home.'),
    'white coat hypertension': twice.note('White coat hypertension, home readings normal.'),
    'hypertensive heart disease charted': twice.encounterDiagnosis('I11.9'),
    'elevated reading without a diagnosis, charted by the provider': twice.encounterDiagnosis('R03.0'),
    '"essential hypertension, start lisinopril" in the plan': twice.note('Essential hypertension, start lisinopril.'),
    'on the draft claim, without a dot': twice.claimed('I119'),
    'charted, and vital signs were denied': adult.problem('I10').denied('Observation', 'category=vital-signs'),
  },
  notApplicable: {
    'one high visit only': adult.bp(148, 92),
    'high in June, 124/76 today': adult.bp(142, 88, '2026-06-03').bp(124, 76),
    'a repeat after rest was normal both times': adult
      .bp(142, 88, '2026-06-03T10:00:00-05:00').bp(126, 78, '2026-06-03T10:20:00-05:00')
      .bp(148, 92, '2026-10-21T09:05:00-05:00').bp(128, 78, '2026-10-21T09:25:00-05:00'),
    'twice the same morning': adult.bp(148, 92, '2026-10-21T09:05:00-05:00').bp(150, 94, '2026-10-21T09:25:00-05:00'),
    'one of the two was in the emergency department': adult.bp(162, 98, '2026-06-03', { at: 'ed' }).bp(148, 92),
    'one of the two was during a hospital stay, without naming it': adult
      .stay('inpatient', '2026-06-01T14:00:00-05:00', '2026-06-05T11:00:00-05:00').bp(156, 94, '2026-06-03').bp(148, 92),
    'just below, 129/79, twice': adult.bp(129, 79, '2026-06-03').bp(129, 79),
    'the first was three years ago': adult.bp(148, 92, '2023-06-03').bp(148, 92),
    'pregnant': chart().age(29).bp(142, 88, '2026-06-03').bp(148, 92).encounterDiagnosis('O09.92'),
    'today’s told as a goal': adult.bp(142, 88, '2026-06-03').note('BP goal below 130/80. BP 122/74 today.'),
    'his father’s pressure': adult.bp(142, 88, '2026-06-03').note('Father’s BP was 180/100. BP 118/70.'),
    'a child': chart().age(11).bp(132, 84, '2026-06-03').bp(134, 86),
    'this is an emergency visit': twice.setting('ed'),
    'the first was entered in error': adult.bp(142, 88, '2026-06-03', { status: 'entered-in-error' }).bp(148, 92),
  },
  cannotTell: {
    'vital signs were denied': adult.denied('Observation', 'category=vital-signs'),
    'conditions were denied': twice.denied('Condition'),
    'a page of observations was missing': twice.partial('Observation'),
    'the encounter of the first reading was not read': adult.bp(142, 88, '2026-06-03', { at: 'an encounter that was not read' }).bp(148, 92),
    'today’s reading has a unit nobody knows': adult.bp(142, 88, '2026-06-03').bp(148, 92, '2026-10-21', { unit: 'points' }),
    'a note of this visit could not be read': twice.unreadableNote(),
  },
});
