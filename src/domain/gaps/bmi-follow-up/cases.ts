import { cases } from '../../../../test/support/cases.ts';
import { chart, daysAgo, monthsAgo } from '../../../../test/support/chart.ts';

const adult = chart().age(47);

export default cases({
  open: {
    'never measured': adult,
    'BMI 33 and no plan': adult.bmi(33.2).note('Assessment: Sinusitis. Plan: amoxicillin.'),
    'BMI 17 and no plan': adult.bmi(17.1).note('Plan: return in one year.'),
    'exactly 25': adult.bmi(25),
    'normal 14 months ago': adult.bmi(22, monthsAgo(14)),
    '231 pounds and 70 inches': adult.weight(231, '[lb_av]').height(70, '[in_i]'),
    'the normal one was entered in error': adult.bmi(22, daysAgo(30), 'kg/m2', { status: 'entered-in-error' }),
  },
  met: {
    'BMI 22.4': adult.bmi(22.4),
    'trap: exactly 18.5': adult.bmi(18.5),
    'trap: BMI 33, counseled on diet': adult.bmi(33).note('Counseled on diet and exercise for weight loss.'),
    'trap: BMI 33, on semaglutide': adult.bmi(33).medication('Wegovy 1 mg weekly'),
    'trap: from weight and height': adult.weight(70, 'kg').height(178, 'cm'),
    'trap: `lbs` is no UCUM unit': adult.weight(150, 'lbs').height(68, 'in'),
    'trap: declined to be weighed': adult.note('Patient declines weight today.'),
    'trap: dietary counseling charted last spring': adult.bmi(33).problem('Z71.3', { recorded: monthsAgo(6) }),
  },
  notApplicable: {
    'a child': chart().age(12).bmi(27),
    'trap: pregnant': chart().age(30).sex('female').bmi(31).problem('Z34.92', { recorded: monthsAgo(2) }),
    'trap: hospice': adult.bmi(17).problem('Z51.5'),
    'trap: an inpatient stay': adult.setting('inpatient').bmi(33),
  },
  cannotTell: {
    'trap: vital signs were denied': adult.denied('Observation', 'category=vital-signs'),
    'trap: the plan may stand in a note that was not read': adult.bmi(33).unreadableNote(),
    'trap: a weight in grams charted as kilograms': adult.weight(82000, 'kg').height(178, 'cm'),
  },
});
