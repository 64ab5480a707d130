import { cases } from '../../../../test/support/cases.ts';
import { chart, monthsAgo } from '../../../../test/support/chart.ts';

const woman = chart().age(56).sex('female');

export default cases({
  open: {
    'none found': woman,
    'three years ago': woman.report('Screening mammogram, bilateral', monthsAgo(36)),
    'ordered today': woman.order('Screening mammogram').note('Plan: screening mammogram ordered.'),
    'due, says the list': woman.note('Health maintenance: mammogram due.'),
    'ultrasound alone': woman.report('Breast ultrasound, left', monthsAgo(2)),
    'one breast removed': woman.problem('Z90.11'),
    'her sister had one': woman.note('Sister had a mammogram last month.'),
    'the report is only preliminary': woman.report('Mammogram', monthsAgo(1), { status: 'preliminary' }),
  },
  met: {
    'sixteen months ago': woman.report('Screening mammogram, bilateral', monthsAgo(16)),
    'trap: 27 months ago': woman.report('Screening mammogram', '2024-07-21'),
    'trap: normal last month at an outside facility': woman.note('Mammogram normal last month at outside facility.'),
    'trap: diagnostic, by an old LOINC': woman.report('Breast imaging', monthsAgo(9), { code: '24605-8' }),
    'trap: tomosynthesis by HCPCS': woman.procedure('Imaging', monthsAgo(9), { code: 'G0279' }),
    'trap: declined': woman.note('She declines mammogram after discussion.'),
    'trap: deferred': woman.note('Mammogram deferred per patient preference.'),
  },
  notApplicable: {
    '39 years old': chart().age(39).sex('female'),
    'trap: 75 years old': chart().age(75).sex('female'),
    'trap: a man': chart().age(56).sex('male'),
    'trap: bilateral mastectomy charted': woman.problem('Z90.13'),
    'trap: bilateral mastectomy told': woman.note('PAST SURGICAL HISTORY:\nBilateral mastectomy 2015.'),
    'trap: left and right at different times': woman.problem('Z90.11').problem('Z90.12'),
    'trap: hospice': woman.problem('Z51.5'),
  },
  cannotTell: {
    'trap: reports were denied': woman.denied('DiagnosticReport'),
    'trap: sex is not charted': chart().age(56),
    'trap: mastectomy, of which side is not told': woman.note('PAST SURGICAL HISTORY:\nMastectomy 2012.'),
    'trap: had one, nobody says when': woman.note('Mammogram was normal.'),
  },
});
