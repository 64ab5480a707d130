import { cases } from '../../../../test/support/cases.ts';
import { chart, monthsAgo } from '../../../../test/support/chart.ts';

const woman = chart().age(42).sex('female');

export default cases({
  open: {
    'a hysterectomy is considered': woman.note('Considering hysterectomy for fibroids.'),
    'none found': woman,
    'cytology four years ago': woman.report('Pap smear', monthsAgo(48)),
    'HPV alone at 26': chart().age(26).sex('female').resultInWords('21440-3', 'Not detected', monthsAgo(10), 'laboratory'),
    'HPV six years ago': woman.resultInWords('21440-3', 'Not detected', monthsAgo(72), 'laboratory'),
    'supracervical: the cervix is there': woman.note('PAST SURGICAL HISTORY:\nSupracervical hysterectomy 2016.'),
    'the stump remains': woman.problem('Z90.711'),
    'CPAP is no Pap': woman.note('Uses CPAP nightly since 2025.'),
    'vaccinated is not screened': woman.note('HPV vaccine series completed 2025.'),
    'unsatisfactory': woman.report('Pap smear, unsatisfactory for evaluation', monthsAgo(5)),
    'due, says the list': woman.note('Health maintenance: Pap overdue.'),
  },
  met: {
    'trap: co-testing': woman.note('Last Pap 2024 with negative co-testing.'),
    'cytology two years ago': woman.report('Pap smear', monthsAgo(24)),
    'trap: exactly three years ago': woman.report('Pap smear', '2023-10-21'),
    'trap: HPV four years ago at 42': woman.resultInWords('21440-3', 'Not detected', monthsAgo(48), 'laboratory'),
    'trap: at her gynecologist': woman.note('Pap 4/2025 normal at outside GYN.'),
    'trap: by HCPCS': woman.procedure('Specimen', monthsAgo(11), { code: 'Q0091' }),
    'trap: declined': woman.note('She declined Pap smear today.'),
    'trap: an old LOINC': woman.resultInWords('10524-7', 'NILM', monthsAgo(20), 'laboratory'),
  },
  notApplicable: {
    '20 years old': chart().age(20).sex('female'),
    'trap: 66 years old': chart().age(66).sex('female'),
    'trap: a man': chart().age(42).sex('male'),
    'trap: hysterectomy with removal of the cervix': woman.note('PAST SURGICAL HISTORY:\nS/p hysterectomy with removal of cervix 2014.'),
    'trap: TAH-BSO': woman.note('PAST SURGICAL HISTORY:\nTAH-BSO 2018.'),
    'trap: absence charted': woman.problem('Z90.710'),
    'trap: total laparoscopic hysterectomy as a procedure': woman.procedure('Total laparoscopic hysterectomy', '2019-03-01'),
    'trap: hospice': woman.problem('Z51.5'),
  },
  cannotTell: {
    'trap: hysterectomy, and no word of the cervix': woman.note('PAST SURGICAL HISTORY:\nHysterectomy 2014.'),
    'trap: observations were denied': woman.denied('Observation'),
    'trap: sex is not charted': chart().age(42),
    'trap: a note could not be read': woman.unreadableNote(),
  },
});
