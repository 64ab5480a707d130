import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(34);

export default cases({
  open: {
    'nothing on record': adult,
    'at 15': chart().age(15),
    'at 65': chart().age(65),
    'screening recommended': adult.note('HIV screening recommended.'),
    'no risk factors for HIV': adult.note('No risk factors for HIV.'),
    'syphilis was tested': adult.resultInWords('20507-0', 'Nonreactive', '2025-03-01', 'laboratory'),
    'a result of next week': adult.resultInWords('56888-1', 'Nonreactive', '2026-10-29', 'laboratory'),
    'entered in error': adult.result('56888-1', 0, null, '2025-03-01', 'laboratory', { status: 'entered-in-error' }),
  },
  met: {
    'antigen and antibody nonreactive': adult.resultInWords('56888-1', 'Nonreactive', '2023-03-01', 'laboratory'),
    'trap: an old Western blot code': adult.resultInWords('5221-7', 'Negative', '2004-03-01', 'laboratory'),
    'trap: "HIV negative 2021"': adult.note('HIV negative 2021.'),
    'trap: tested in pregnancy elsewhere': adult.note('HIV screen nonreactive in 2022 with OB.'),
    'trap: a line of results': adult.note('HIV Ag/Ab 4th gen: Non-reactive'),
    'declined': adult.note('Declined HIV test today.'),
    'trap: a site’s own code, named in words': adult.procedure('HIV 1/2 rapid test', '2024-02-02'),
  },
  notApplicable: {
    'at 14': chart().age(14),
    'at 66': chart().age(66),
    'HIV disease': adult.problem('B20'),
    'trap: asymptomatic HIV': adult.problem('Z21'),
    'trap: on a claim only': adult.claimed('B20'),
    'trap: hospice': adult.problem('Z51.5'),
  },
  cannotTell: {
    'laboratory results denied': adult.denied('Observation'),
    'procedures failed': adult.failed('Procedure'),
    'notes partly read': adult.partial('DocumentReference'),
    'trap: problem list denied': adult.denied('Condition'),
  },
});
