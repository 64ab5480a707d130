import { cases } from '../../../../test/support/cases.ts';
import { chart, monthsAgo } from '../../../../test/support/chart.ts';

const adult = chart().age(62);
const smoker = adult.note('SOCIAL HISTORY:\nCurrent smoker, 1 ppd, 35 pack-years.');

export default cases({
  open: {
    'smokes, 35 pack-years': smoker,
    'a history that goes on': adult.note('SOCIAL HISTORY:\nHe has a 25 pack-year smoking history and currently smokes.'),
    'pack-years as a result': adult.problem('F17.210').result('8664-5', 40, '{PackYears}', monthsAgo(3), 'social-history'),
    'stopped six years ago': adult.note('SOCIAL HISTORY:\nFormer smoker, 30 pack-year history, quit in 2020.'),
    'the last one 15 months ago': smoker.report('Low-dose CT chest, lung cancer screening', monthsAgo(15)),
    'ordered today': smoker.note('Plan: low-dose CT ordered.'),
    'smoking status as an answer': adult.answer('72166-2', 'Current every day smoker', monthsAgo(1)).note('SOCIAL HISTORY:\n20 pack years.'),
  },
  met: {
    'low-dose CT in January': smoker.report('Low-dose CT chest, lung cancer screening', '2026-01-20'),
    'trap: at another hospital': smoker.note('LDCT 2/2026 at outside hospital, Lung-RADS 2.'),
    'trap: a chest CT for another reason': smoker.report('CT chest with contrast', monthsAgo(4)),
    'trap: declined': smoker.note('Declines lung cancer screening.'),
    'trap: by HCPCS': smoker.procedure('Imaging', monthsAgo(7), { code: 'G0297' }),
  },
  notApplicable: {
    'never smoked': adult.note('SOCIAL HISTORY:\nNever smoker.'),
    'trap: 12 pack-years': adult.note('SOCIAL HISTORY:\nCurrent smoker, 12 pack-years.'),
    'trap: stopped in 2004': adult.note('SOCIAL HISTORY:\nFormer smoker, 40 pack-years, quit in 2004.'),
    'trap: 49 years old': chart().age(49).note('SOCIAL HISTORY:\nCurrent smoker, 35 pack-years.'),
    'trap: 81 years old': chart().age(81).note('SOCIAL HISTORY:\nCurrent smoker, 35 pack-years.'),
    'trap: lung cancer before': smoker.problem('Z85.118'),
    'trap: her husband smokes': adult.note('SOCIAL HISTORY:\nNever smoker. Husband smokes, 40 pack-years.'),
    'trap: limited life expectancy': smoker.note('Life expectancy is limited, less than 6 months.'),
  },
  cannotTell: {
    'trap: smokes, pack-years are not told': adult.problem('F17.210'),
    'trap: stopped, nobody says when': adult.note('SOCIAL HISTORY:\nFormer smoker, 40 pack-years.'),
    'trap: reports were denied': smoker.denied('DiagnosticReport'),
    'trap: problems were denied': adult.denied('Condition'),
  },
});
