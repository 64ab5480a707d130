import { cases } from '../../../../test/support/cases.ts';
import { chart, daysAgo, monthsAgo } from '../../../../test/support/chart.ts';

const hypertensive = chart().age(62).problem('I10');

export default cases({
  open: {
    '152/94 today': hypertensive.bp(152, 94),
    'diastolic alone': hypertensive.bp(134, 92),
    'exactly 140/90': hypertensive.bp(140, 90),
    'none for a year': hypertensive.bp(128, 78, monthsAgo(13)),
    'well in the emergency department, high at the office': hypertensive.bp(128, 76, daysAgo(1), { at: 'ed' }).bp(156, 92, daysAgo(30)),
    'told in the note': hypertensive.note('BP 158/96 today.'),
    'well last month, high today': hypertensive.bp(126, 76, daysAgo(30)).bp(148, 88),
    'hypertension in the assessment only': chart().age(62).bp(150, 92).note('Assessment: Essential hypertension, not at goal.'),
    'the good reading was entered in error': hypertensive.bp(128, 78, daysAgo(0), { status: 'entered-in-error' }).bp(151, 92),
  },
  met: {
    '132/84 today': hypertensive.bp(132, 84),
    'trap: 182/104 in the emergency department yesterday, 128/76 at the office last month': hypertensive.bp(182, 104, daysAgo(1), { at: 'ed' }).bp(128, 76, daysAgo(30)),
    'trap: a weight charted as a pressure last spring': hypertensive.bp(1820, 76, '2026-04-02').bp(128, 76),
    'trap: 139/89': hypertensive.bp(139, 89),
    'trap: repeated after rest': hypertensive.bp(152, 94).bp(136, 84),
    'trap: lowest systolic and diastolic of one day': hypertensive.bp(138, 92).bp(142, 86),
    'trap: high last month, 128/78 today': hypertensive.bp(158, 96, daysAgo(30)).bp(128, 78),
    'trap: mmHg is no UCUM unit': hypertensive.bp(132, 84, daysAgo(0), { unit: 'mmHg' }),
    'trap: systolic and diastolic charted apart': hypertensive.result('8480-6', 128, 'mm[Hg]', daysAgo(3), 'vital-signs').result('8462-4', 76, 'mm[Hg]', daysAgo(3), 'vital-signs'),
    'trap: kilopascals': hypertensive.bp(17.3, 10.4, daysAgo(0), { unit: 'kPa' }),
  },
  notApplicable: {
    'no hypertension': chart().age(62).bp(152, 94),
    'trap: pulmonary hypertension': chart().age(62).problem('I27.20').bp(152, 94),
    'trap: pregnant': chart().age(31).sex('female').problem('I10').problem('Z34.92', { recorded: monthsAgo(2) }).bp(152, 94),
    'trap: dialysis': hypertensive.problem('Z99.2').bp(152, 94),
    'trap: 86 years old': chart().age(86).problem('I10').bp(152, 94),
    'trap: an emergency visit': hypertensive.setting('ed').bp(182, 104),
    'trap: hospice': hypertensive.note('Patient is on hospice.').bp(152, 94),
  },
  cannotTell: {
    'trap: high at an encounter that was not read': hypertensive.bp(168, 98, daysAgo(3), { at: 'an encounter that was not read' }).bp(150, 92, daysAgo(60)),
    'trap: vital signs were denied': hypertensive.denied('Observation', 'category=vital-signs'),
    'trap: only systolic in a unit that is none': hypertensive.bp(132, 84, daysAgo(0), { unit: 'kg' }),
    'trap: problems were only partly read': chart().age(62).bp(152, 94).partial('Condition'),
  },
});
