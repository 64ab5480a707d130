import { cases } from '../../../../test/support/cases.ts';
import { chart, monthsAgo } from '../../../../test/support/chart.ts';

const old = chart().age(74);

export default cases({
  open: {
    'nobody asked': old,
    'asked 14 months ago': old.survey('73830-2', 0, monthsAgo(14)),
    'the season is no fall': old.note('Moved here in the fall. Knee pain since last fall.'),
    'she falls asleep late': old.note('Falls asleep after midnight.'),
    'due, says the list': old.note('Health maintenance: fall risk screening due.'),
    'her husband fell': old.note('Husband fell last week.'),
    'not done': old.procedure('Timed up and go', monthsAgo(1), { status: 'entered-in-error' }),
  },
  met: {
    'trap: low risk, says the note': old.note('Fall risk: low.'),
    'fall risk assessment in March': old.resultInWords('73830-2', 'No fall risk', '2026-03-11', 'survey'),
    'trap: no falls, says the note': old.note('ROS: No falls in the past year.'),
    'trap: fell twice': old.note('HPI: She fell twice since June.'),
    'trap: timed up and go in the examination': old.note('PHYSICAL EXAM:\nTimed up and go 11 seconds.'),
    'trap: declined': old.note('Declines fall risk screening today.'),
    'trap: exactly twelve months ago': old.resultInWords('73830-2', 'No fall risk', '2025-10-21', 'survey'),
  },
  notApplicable: {
    '64 years old': chart().age(64),
    'trap: hospice': old.problem('Z51.5'),
    'trap: an inpatient stay, where nurses assess it daily': old.setting('inpatient'),
    'trap: comfort care': old.note('Comfort care only.'),
  },
  cannotTell: {
    'trap: observations were denied': old.denied('Observation'),
    'trap: a note could not be read': old.unreadableNote(),
    'trap: only the year of birth is known': chart().born('1961'),
  },
});
