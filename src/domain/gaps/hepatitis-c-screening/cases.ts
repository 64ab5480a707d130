import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(47);

export default cases({
  open: {
    'nothing on record': adult,
    'hepatitis B was tested, C was not': adult.note('Hepatitis B surface antigen negative 2024.'),
    'ordered today': adult.order('Hepatitis C antibody').note('Hep C screen ordered.'),
    'the test was cancelled': adult.result('16128-1', 0, null, '2024-05-01', 'laboratory', { status: 'cancelled' }),
    'no risk factors is no test': adult.note('No risk factors for hepatitis C.'),
    'a preliminary result': adult.result('16128-1', 0, null, '2026-10-20', 'laboratory', { status: 'preliminary' }),
    'the brother has it': adult.note('Brother has hepatitis C.'),
  },
  met: {
    'antibody nonreactive': adult.resultInWords('16128-1', 'Nonreactive', '2021-05-01', 'laboratory'),
    'trap: RNA instead of the antibody': adult.resultInWords('11011-4', 'Not detected', '2022-05-01', 'laboratory'),
    'trap: screened elsewhere': adult.note('HCV antibody negative 2020 at outside lab.'),
    'trap: "Hep C neg"': adult.note('Hep C neg 2019.'),
    'trap: testing declined': adult.note('Declines HCV testing.'),
    'declined': adult.note('Declines hepatitis C screening.'),
    'trap: claimed under HCPCS': adult.procedure('Hepatitis C screening', '2020-01-05', { code: 'G0472' }),
  },
  notApplicable: {
    'at 17': chart().age(17),
    'at 82': chart().age(82),
    'chronic hepatitis C': adult.problem('B18.2'),
    'trap: known from the note of today': adult.note('Assessment: chronic hepatitis C, genotype 1a.'),
    'trap: hospice': adult.problem('Z51.5'),
  },
  cannotTell: {
    'laboratory results denied': adult.denied('Observation'),
    'reports failed': adult.failed('DiagnosticReport'),
    'trap: conditions denied': adult.denied('Condition'),
    'a note could not be read': adult.unreadableNote(),
  },
});
