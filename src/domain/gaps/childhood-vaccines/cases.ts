import type { ChartBuilder } from '../../../../test/support/chart.ts';
import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const toddler = chart().born('2024-06-10');
const teen = chart().age(13);

/** Each code with its days, in order. */
function doses(from: ChartBuilder, given: Readonly<Record<string, readonly string[]>>): ChartBuilder {
  return Object.entries(given).flatMap(([cvx, days]) => days.map((day) => [cvx, day] as const)).reduce((built, [cvx, day]) => built.immunization(cvx, day), from);
}

const FIRST = ['2024-08-12', '2024-10-14', '2024-12-16'];
const SECOND_YEAR = { '03': ['2025-06-20'], 21: ['2025-06-20'], 83: ['2025-06-20'] };
const all = { 110: FIRST, 20: ['2025-09-15'], 49: [...FIRST.slice(0, 2), '2025-06-20'], 216: [...FIRST, '2025-06-20'], ...SECOND_YEAR };

export default cases({
  open: {
    'nothing on record at 2': toddler,
    'the fourth DTaP is missing': doses(toddler, { ...all, 20: [] }),
    'MMR a month before the first birthday does not count': doses(toddler, { ...all, '03': ['2025-05-01'] }),
    'one dose recorded twice is one dose': doses(toddler, { ...all, 83: [], 20: ['2025-09-15'], 110: ['2024-08-12', '2024-10-14', '2024-10-14'] }),
    'a dose that was not done': doses(toddler, { ...all, 21: [] }).immunization('21', '2025-06-20', { status: 'not-done' }),
    'at 13 without Tdap': teen.immunization('203', '2025-03-01'),
    'at 14 nothing': chart().age(14),
    'behind, says the note': toddler.note('Behind on immunizations.'),
    'the sister is up to date': toddler.note('Sister’s immunizations are up to date.'),
  },
  met: {
    'every dose of the second birthday': doses(toddler, all),
    'trap: combinations count for each part (Vaxelis)': doses(toddler, { 146: FIRST, 20: ['2025-09-15'], 216: [...FIRST, '2025-06-20'], ...SECOND_YEAR }),
    'trap: MMRV is MMR and varicella': doses(toddler, { ...all, '03': [], 21: [], 94: ['2025-06-20'] }),
    'trap: four days of grace before the birthday': doses(toddler, { ...all, '03': ['2025-06-07'] }),
    'trap: codes without the leading zero': doses(toddler, { ...all, '03': [], 3: ['2025-06-20'] }),
    'trap: up to date elsewhere': toddler.note('Immunizations up to date per state registry.'),
    'parents refuse all vaccines': toddler.note('Parents refuse all vaccines.'),
    'Tdap and meningococcal at 11': doses(teen, { 115: ['2024-08-01'], 114: ['2024-08-01'] }),
  },
  notApplicable: {
    'trap: at 20 months the series still runs': chart().ageMonths(20),
    'at 8 years': chart().age(8),
    'an adult': chart().age(30),
    'trap: at 12 years, not yet 13': chart().age(12),
  },
  cannotTell: {
    'trap: pneumococcal begun at 13 months': doses(toddler, { ...all, 216: ['2025-07-20', '2025-10-01'] }),
    'trap: Hib begun at 15 months': doses(toddler, { ...all, 49: ['2025-09-20'] }),
    'immunizations denied': toddler.denied('Immunization'),
    'trap: a page of immunizations is missing': doses(toddler, { ...all, 20: [] }).partial('Immunization'),
    'trap: the day of birth is not known': doses(chart().born('2024-06'), all),
  },
});
