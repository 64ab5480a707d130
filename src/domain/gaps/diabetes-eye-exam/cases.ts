import { cases } from '../../../../test/support/cases.ts';
import { chart, monthsAgo } from '../../../../test/support/chart.ts';

const diabetic = chart().age(58).problem('E11.9');

export default cases({
  open: {
    'none found': diabetic,
    'fourteen months ago, with retinopathy': diabetic.problem('E11.3291').procedure('Dilated retinal exam', monthsAgo(14)),
    'referred, not seen': diabetic.note('Plan: refer to ophthalmology for dilated eye exam.'),
    'overdue, says the note': diabetic.note('Health maintenance: diabetic eye exam overdue.'),
    'in preparation, and one entered in error': diabetic.procedure('Diabetic eye exam', monthsAgo(2), { status: 'preparation' }).procedure('Retinal photography', monthsAgo(2), { status: 'entered-in-error' }),
    'pupils are no retina': diabetic.note('Exam: Eyes: PERRL, EOMI, sclerae anicteric.'),
  },
  met: {
    'dilated retinal exam in March': diabetic.procedure('Dilated retinal exam', '2026-03-11'),
    'trap: at an outside optometrist': diabetic.note('Diabetic eye exam done 5/2026 at outside optometrist, no retinopathy.'),
    'trap: photographs in the office': diabetic.report('Retinal photography, both eyes', monthsAgo(3)),
    'trap: no retinopathy 20 months ago': diabetic.note('Dilated eye exam 2/2025: no diabetic retinopathy.'),
    'trap: declined': diabetic.note('Patient declined diabetic eye exam today.'),
    'trap: charted by HCPCS alone': diabetic.procedure('Exam', monthsAgo(5), { code: 'S3000' }),
  },
  notApplicable: {
    'no diabetes': chart().age(58),
    'trap: 80 years old': chart().age(80).problem('E11.9'),
    'trap: blind in both eyes': diabetic.problem('H54.0X33'),
    'trap: diabetes insipidus': chart().age(58).problem('E23.2'),
    'trap: hospice': diabetic.problem('Z51.5'),
  },
  cannotTell: {
    'trap: procedures were denied': diabetic.denied('Procedure'),
    'trap: last year, the month is not told': diabetic.note('Had dilated eye exam in 2025.'),
    'trap: done, nobody says when': diabetic.note('Dilated eye exam completed.'),
  },
});
