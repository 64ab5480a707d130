import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(58);

export default cases({
  open: {
    'nothing on record': adult,
    'one dose a year ago': adult.immunization('187', '2025-10-01'),
    'the live vaccine only': adult.immunization('121', '2015-03-01'),
    'the live vaccine and one recombinant dose': adult.immunization('121', '2015-03-01').immunization('187', '2025-10-01'),
    'shingles itself last year': adult.note('Had shingles in 2025.'),
    'at 30 on adalimumab': chart().age(30).medication('adalimumab 40 MG/0.4 ML'),
    'the same dose recorded twice': adult.immunization('187', '2025-10-01').immunization('187', '2025-10-01'),
    'recommended only': adult.note('Recommend Shingrix.'),
  },
  met: {
    'two doses': adult.immunization('187', '2025-03-01').immunization('187', '2025-07-01'),
    'trap: both doses at a pharmacy': adult.note('Shingrix x2 completed at Walgreens.'),
    'trap: series complete': adult.note('Shingrix series complete 2023.'),
    'trap: one dose charted, the second told': adult.immunization('187', '2025-03-01').note('Second dose of Shingrix given today.'),
    'trap: two dates after one name': adult.note('Shingrix: 2/1/2024, 5/3/2024.'),
    'trap: completed the series': adult.note('Completed Shingrix series in 2023.'),
    'trap: both doses': adult.note('Received both doses of Shingrix in 2023.'),
    'declined': adult.note('Declined Shingrix 3/2026.'),
    'trap: allergy': adult.note('Shingrix contraindicated, anaphylaxis after first dose.'),
  },
  notApplicable: {
    'at 44, healthy': chart().age(44),
    'trap: first dose last month': adult.immunization('187', '2026-09-25'),
    'trap: prednisone of the mother': chart().age(30).note('Mother takes methotrexate.'),
    'trap: comfort care': adult.note('Comfort care only since last week.'),
  },
  cannotTell: {
    'trap: a shingles vaccine of 2014, kind not told': adult.note('Shingles vaccine 2014.'),
    'CVX 188': adult.immunization('188', '2021-01-01'),
    'immunizations denied': adult.denied('Immunization'),
    'a page of immunizations is missing': adult.immunization('187', '2025-03-01').partial('Immunization'),
  },
});
