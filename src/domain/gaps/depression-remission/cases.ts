import { cases } from '../../../../test/support/cases.ts';
import { chart, monthsAgo } from '../../../../test/support/chart.ts';

const depressed = chart().age(41).problem('F33.1');
const year = depressed.survey('44261-6', 18, monthsAgo(12));

export default cases({
  open: {
    'never measured again': year,
    'still 12': year.survey('44261-6', 12),
    'better, not in remission': year.survey('44261-6', 7),
    'exactly 5': year.survey('44261-6', 5),
    'told in the note': year.note('PHQ-9 score 11 today.'),
    'the good one was entered in error': year.survey('44261-6', 2, monthsAgo(1), { status: 'entered-in-error' }),
  },
  met: {
    '3 today': year.survey('44261-6', 3),
    'trap: 4 last month': year.survey('44261-6', 4, monthsAgo(1)),
    'trap: told in the note': year.note('PHQ-9 score 2 today.'),
    'trap: declined': year.note('Declines PHQ-9 today.'),
  },
  notApplicable: {
    'no depression': chart().age(41).survey('44261-6', 18, monthsAgo(12)),
    'trap: 8 was never positive': depressed.survey('44261-6', 8, monthsAgo(12)),
    'trap: positive two months ago, too early to judge': depressed.survey('44261-6', 18, monthsAgo(2)),
    'trap: bipolar disorder': year.problem('F31.81'),
    'trap: two years ago': depressed.survey('44261-6', 18, monthsAgo(24)),
    'trap: depression of the ST segment': chart().age(60).survey('44261-6', 12, monthsAgo(12)).note('ECG: ST depression in V5.'),
  },
  cannotTell: {
    'trap: questionnaires were denied': year.denied('Observation'),
    'trap: problems were denied': chart().age(41).survey('44261-6', 18, monthsAgo(12)).denied('Condition'),
  },
});
