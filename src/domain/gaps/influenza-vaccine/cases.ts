import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(54);

export default cases({
  open: {
    'October, nothing on record': adult,
    'last season’s dose only': adult.immunization('140', '2026-02-11'),
    'ordered today, not yet given': adult.note('Flu shot ordered today.'),
    'due, says the note': adult.note('Health maintenance: influenza vaccine due.'),
    'a negative influenza test is no vaccine': adult.note('Rapid influenza negative today.'),
    'a toddler of 8 months': chart().ageMonths(8),
    'the dose was entered in error': adult.immunization('140', '2026-10-02', { status: 'entered-in-error' }),
    'the wife had hers': adult.note('Wife received flu shot last week.'),
    'Haemophilus vaccine is another': adult.immunization('49', '2026-10-02'),
    'not given': adult.note('Flu shot: not given, out of stock.'),
    'offered, no answer told': adult.note('Offered influenza vaccine.'),
  },
  met: {
    'trivalent vaccine in September': adult.immunization('140', '2026-09-20'),
    'trap: an old quadrivalent code is a flu vaccine too': adult.immunization('150', '2026-10-01'),
    'trap: no code, only words': adult.immunization('', '2026-10-01', { text: 'Influenza, seasonal, injectable' }),
    'trap: given at a pharmacy, says the note': adult.note('Flu shot at CVS last month.'),
    'given today, says the note': adult.note('Influenza vaccine administered today.'),
    'declined': adult.note('Patient declines flu shot.'),
    'trap: recorded as not done': adult.immunization('140', '2026-10-21', { status: 'not-done', text: 'Influenza vaccine' }),
    'trap: anaphylaxis to the vaccine': adult.note('Flu vaccine contraindicated: anaphylaxis to a previous dose.'),
    'trap: allergy charted': adult.allergy('Influenza vaccine'),
    'high-dose at 70': chart().age(70).immunization('197', '2026-09-28'),
    'by nose at 9': chart().age(9).immunization('111', '2026-10-10'),
    'trap: January visit, dose of last September': chart().asOf('2027-01-12T10:00:00-05:00').age(54).immunization('140', '2026-09-14'),
    'trap: refused pages, but the note tells it': adult.note('Flu vaccine given 10/1/2026 at work.').denied('Immunization'),
  },
  notApplicable: {
    'a newborn of 3 months': chart().ageMonths(3),
    'trap: June is no season': chart().asOf('2026-06-10T10:00:00-05:00').age(54),
    'trap: hospice': adult.problem('Z51.5'),
    'trap: enrolled in hospice, says the note': adult.note('Enrolled in hospice since August.'),
  },
  cannotTell: {
    'trap: immunizations were denied': adult.denied('Immunization'),
    'trap: a note could not be read': adult.unreadableNote(),
    'date of birth unknown': chart(),
    'trap: given, only the year is told': adult.immunization('140', '2026'),
  },
});
