import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const infant = chart().ageMonths(7);
const school = chart().age(9);

export default cases({
  open: {
    'at 7 months, nothing on record': infant,
    'at 9 years, the last visit two years ago': school.problem('Z00.129', { recorded: '2024-09-03' }),
    'a visit for otitis': school.encounterDiagnosis('H66.91').note('Ear pain for two days.'),
    'a sports form is none': school.encounterDiagnosis('Z02.5').note('Sports physical form completed.'),
    'due, says the note': school.note('Overdue for well child check.'),
    'missed': school.note('Missed well-child visit in August.'),
    'the next one is scheduled': school.note('Well child check scheduled for November.'),
    'at 28 months, the last at 18 months': chart().ageMonths(28).problem('Z00.129', { recorded: '2025-12-20' }),
    'the brother’s': school.note('Brother here for well child check.'),
  },
  met: {
    'today’s diagnosis': school.encounterDiagnosis('Z00.129'),
    'with an abnormal finding': infant.encounterDiagnosis('Z00.121'),
    'trap: today’s note says it, nothing is coded': school.note('9-year-old here for well child visit. Doing well in school.'),
    'trap: four months ago at 9 years': school.problem('Z00.129', { recorded: '2026-06-20' }),
    'trap: elsewhere': school.note('Had well child check 8/2026 at county clinic.'),
    'trap: at 19 as an adult’s examination': chart().age(19).problem('Z00.00', { recorded: '2026-03-02' }),
    'newborn’s check at 2 months': chart().ageMonths(2).problem('Z00.111', { recorded: '2026-08-29' }),
    'declined by the parent': school.note('Parent declines well child visit.'),
  },
  notApplicable: {
    'an adult of 30': chart().age(30),
    'at 21': chart().age(21),
    'trap: a newborn of 2 weeks': chart().born('2026-10-07'),
    'an old woman’s annual': chart().age(70).note('Annual exam due.'),
  },
  cannotTell: {
    'conditions denied': school.denied('Condition'),
    'procedures failed': school.failed('Procedure'),
    'trap: a visit, nobody says when': school.note('Had well child check, was normal.', { encounter: 'Encounter/spring' }),
    'date of birth unknown': chart(),
  },
});
