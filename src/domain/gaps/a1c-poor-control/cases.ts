import { cases } from '../../../../test/support/cases.ts';
import { chart, monthsAgo } from '../../../../test/support/chart.ts';

const diabetic = chart().age(58).problem('E11.9');

export default cases({
  open: {
    'A1c 9.6 last month': diabetic.a1c(9.6, monthsAgo(1)),
    'none for a year': diabetic.a1c(6.9, monthsAgo(13)),
    'none ever': diabetic,
    '80 mmol/mol is 9.5 %': diabetic.a1c(80, monthsAgo(1), 'mmol/mol'),
    '7.8 in spring, 9.4 in autumn': diabetic.a1c(7.8, '2026-04-02').a1c(9.4, '2026-10-01'),
    'told in the note': diabetic.note('A1c 10.2% today.'),
    'a good one, entered in error': diabetic.a1c(9.6, monthsAgo(4)).a1c(6.2, monthsAgo(1), '%', { status: 'entered-in-error' }),
  },
  met: {
    'A1c 7.2': diabetic.a1c(7.2, monthsAgo(1)),
    'trap: exactly 9': diabetic.a1c(9, monthsAgo(1)),
    'trap: 53 mmol/mol is 7.0 %, not 53': diabetic.a1c(53, monthsAgo(1), 'mmol/mol'),
    'trap: two of one day, the lower counts': diabetic.a1c(9.3, '2026-09-02').a1c(8.8, '2026-09-02'),
    'trap: 10.1 in spring, 7.4 in autumn': diabetic.a1c(10.1, '2026-04-02').a1c(7.4, '2026-10-01'),
    'trap: "<5.0" in words': diabetic.resultInWords('4548-4', '<5.0 %', monthsAgo(1), 'laboratory'),
    'trap: done elsewhere': diabetic.note('Outside A1c 7.1% on 9/3/2026.'),
  },
  notApplicable: {
    'no diabetes': chart().age(58).a1c(5.4),
    'trap: 76 years old': chart().age(76).problem('E11.9').a1c(9.6, monthsAgo(1)),
    'trap: 17 years old': chart().age(17).problem('E10.9').a1c(9.6, monthsAgo(1)),
    'trap: frail with dementia': chart().age(70).problem('E11.9').problem('R54').problem('G30.9').a1c(9.6, monthsAgo(1)),
    'trap: palliative care': diabetic.problem('Z51.5').a1c(9.6, monthsAgo(1)),
    'trap: diabetes of pregnancy': chart().age(31).sex('female').problem('O24.419').a1c(9.6, monthsAgo(1)),
  },
  cannotTell: {
    'trap: results were denied': diabetic.denied('Observation'),
    'trap: a page was missing': diabetic.a1c(9.6, monthsAgo(4)).partial('Observation'),
    'trap: in mg/dL it is no A1c': diabetic.a1c(212, monthsAgo(1), 'mg/dL'),
    'trap: known only to be above 8': diabetic.a1c(8, monthsAgo(1), '%', { comparator: '>' }),
  },
});
