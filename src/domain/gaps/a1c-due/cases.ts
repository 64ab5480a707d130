import { cases } from '../../../../test/support/cases.ts';
import { chart, daysAgo, monthsAgo } from '../../../../test/support/chart.ts';

const diabetic = chart().age(58).problem('E11.9');

export default cases({
  open: {
    'never measured': diabetic,
    'the last one seven months ago': diabetic.a1c(7.1, monthsAgo(7)),
    'six months and a day ago': diabetic.a1c(7.1, '2026-04-20'),
    'ordered today, not done': diabetic.order('Hemoglobin A1c').note('Plan: check A1c today.'),
    'the laboratory cancelled it': diabetic.a1c(7.1, daysAgo(20), '%', { status: 'cancelled' }),
    'entered in error': diabetic.a1c(7.1, daysAgo(20), '%', { status: 'entered-in-error' }),
    'only preliminary': diabetic.a1c(7.1, daysAgo(2), '%', { status: 'preliminary' }),
    'told with an old date': diabetic.note('A1c 6.9% on 11/12/2025.'),
    'diabetes only in the assessment of this visit': chart().age(44).note('Assessment: Type 2 diabetes mellitus, on metformin.'),
    "a relative's result": diabetic.note('Her brother had an A1c of 9.1% last month.'),
  },
  met: {
    'three months ago': diabetic.a1c(7.1, monthsAgo(3)),
    'trap: exactly six months ago': diabetic.a1c(7.1, '2026-04-21'),
    'trap: in mmol/mol': diabetic.a1c(53, monthsAgo(2), 'mmol/mol'),
    'trap: at point of care, another LOINC': diabetic.a1c(7.4, daysAgo(0), '%', { loinc: '17856-6' }),
    'trap: told in the note, done elsewhere': diabetic.note('A1c 7.2% on 9/12/2026 at endocrinology.'),
    'trap: amended': diabetic.a1c(7.4, monthsAgo(1), '%', { status: 'amended' }),
    'trap: refused': diabetic.note('Patient declines A1c today.'),
  },
  notApplicable: {
    'no diabetes': chart().age(58),
    'trap: prediabetes': chart().age(58).problem('R73.03'),
    'trap: diabetes of a past pregnancy': chart().age(33).sex('female').problem('O24.410', { clinicalStatus: 'resolved' }).note('History of gestational diabetes.'),
    'trap: diabetes insipidus': chart().age(58).problem('E23.2'),
    'trap: her mother has diabetes': chart().age(40).note('Family history: mother with type 2 diabetes.'),
    'trap: in hospice': diabetic.note('Enrolled in home hospice since May.'),
    'an emergency visit': diabetic.setting('ed'),
    'refuted': chart().age(58).problem('E11.9', { verificationStatus: 'refuted' }),
  },
  cannotTell: {
    'trap: laboratory results were denied': diabetic.denied('Observation', 'category=laboratory'),
    'trap: a page was missing': diabetic.a1c(7.1, monthsAgo(9)).partial('Observation'),
    'trap: problems were denied': chart().age(58).denied('Condition'),
    'trap: a note of this visit could not be read': diabetic.unreadableNote(),
  },
});
