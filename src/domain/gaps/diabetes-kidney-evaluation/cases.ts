import { cases } from '../../../../test/support/cases.ts';
import { chart, monthsAgo } from '../../../../test/support/chart.ts';

const diabetic = chart().age(58).problem('E11.9');
const filtered = diabetic.egfr(74, monthsAgo(3));

export default cases({
  open: {
    'neither test': diabetic,
    'eGFR without urine': filtered,
    'urine without eGFR': diabetic.result('9318-7', 22, 'mg/g', monthsAgo(3), 'laboratory'),
    'urine 13 months ago': filtered.result('9318-7', 22, 'mg/g', monthsAgo(13), 'laboratory'),
    'urine albumin without creatinine is no ratio': filtered.result('14957-5', 12, 'mg/L', monthsAgo(3), 'laboratory'),
    'ordered only': filtered.order('Urine albumin/creatinine ratio').note('UACR ordered today.'),
    'the urine was cancelled': filtered.result('9318-7', 22, 'mg/g', monthsAgo(1), 'laboratory', { status: 'cancelled' }),
  },
  met: {
    'both this year': filtered.result('9318-7', 22, 'mg/g', monthsAgo(3), 'laboratory'),
    'trap: ratio in mg/mmol': filtered.result('9318-7', 2.4, 'mg/mmol', monthsAgo(3), 'laboratory'),
    'trap: "<7" in words': filtered.resultInWords('14959-1', '<7 mg/g', monthsAgo(2), 'laboratory'),
    'trap: an older equation': diabetic.egfr(74, monthsAgo(3), 'mL/min/{1.73_m2}', { loinc: '33914-3' }).result('32294-1', 22, 'mg/g', monthsAgo(3), 'laboratory'),
    'trap: both told in the note': diabetic.note('Labs 8/14/2026: eGFR 71, UACR 18 mg/g.'),
    'trap: declined': filtered.note('Declines urine microalbumin today.'),
  },
  notApplicable: {
    'no diabetes': chart().age(58),
    'trap: on dialysis': diabetic.problem('Z99.2'),
    'trap: end-stage kidney disease': diabetic.problem('N18.6'),
    'trap: 86 years old': chart().age(86).problem('E11.9'),
    'trap: hospice': diabetic.note('Currently on hospice.'),
  },
  cannotTell: {
    'trap: laboratory results were denied': diabetic.denied('Observation', 'category=laboratory'),
    'trap: a page was missing': filtered.partial('Observation'),
    'trap: the year of birth is not known': chart().problem('E11.9'),
  },
});
