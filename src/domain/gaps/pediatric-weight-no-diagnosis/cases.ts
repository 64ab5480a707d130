import { cases } from '../../../../test/support/cases.ts';
import type { ChartBuilder } from '../../../../test/support/chart.ts';
import { chart } from '../../../../test/support/chart.ts';

const child = chart().age(9);
const percentile = (on: ChartBuilder, value: number, date = '2026-10-21'): ChartBuilder => on.result('59576-9', value, '%', date, 'vital-signs');

export default cases({
  open: {
    'BMI for age in words': chart().age(9).note('Wt 46 kg, BMI for age at the 98th %ile (96th last year). Swap juice for water, nutritionist visit.'),
    'the 97th percentile': percentile(child, 97).note('Well child. Growth reviewed. Vaccines given.'),
    'exactly the 85th': percentile(child, 85).note('Well child. Vaccines given.'),
    'the 2nd percentile': percentile(child, 2).note('Well child, picky eater.'),
    'only the note tells it': child.note('Growth: wt 96th, ht 60th, BMI 97th percentile. BP 104/62.\nA/P: Well child. 5-2-1-0 reviewed. Flu shot.'),
    'in brackets after the BMI': child.note('BMI 22.8 (96th percentile). Well child exam. Less juice.'),
    'a nurse’s growth sheet': child.note('BMI percentile 98', { role: 'nurse', type: 'nursing' }).note('Sports physical, cleared.'),
    'beside the BMI itself': percentile(child.bmi(22.8, '2026-10-21'), 96).note('Asthma check, same inhaler.'),
    'the mother is obese': percentile(child, 97).note('Mother obese, on diet. Well child.'),
    'counselled, without a word for it': percentile(child, 96).note('Discussed screen time, vegetables, sweet drinks.'),
  },
  met: {
    'overweight': percentile(child, 90).note('Well child. Overweight, 5-2-1-0.'),
    'obesity charted': percentile(child, 97).problem('E66.811'),
    'a muscular build': percentile(child, 88).note('Muscular build, plays rugby.'),
    'failure to thrive': percentile(child, 1).note('Failure to thrive, formula fortified.'),
    'not overweight, says the provider': percentile(child, 86).note('Not overweight: tall, growth steady.'),
    'obesity by the consultant': percentile(child, 99).note('Endocrine: obesity, insulin normal.', { type: 'consult', by: 'Dr. Endo' }),
  },
  notApplicable: {
    'the 61st percentile': percentile(child, 61).note('Growth fine.'),
    'the 84th': percentile(child, 84).note('Well child.'),
    'the 5th': percentile(child, 5).note('Well child.'),
    'BMI and a percentile of 50': percentile(child.bmi(16, '2026-10-21'), 50).note('Well child.'),
    'weight for length of an infant': chart().ageMonths(15).note('Weight for length 97th percentile.'),
    'an adult': percentile(chart().age(21), 97).note('Sore throat.'),
    'height at the 97th': child.note('Ht 97th percentile, wt 80th percentile, BMI 61st percentile. Well child.'),
    'no growth recorded': child.note('Ear infection, amoxicillin.'),
    'a year ago': percentile(child, 97, '2025-09-01').note('Ear infection.'),
  },
  cannotTell: {
    'a BMI without its percentile': child.bmi(22.8, '2026-10-21').note('Well child.'),
    'observations were denied': child.denied('Observation'),
    'conditions were denied': percentile(child, 97).denied('Condition'),
    'a note of this visit could not be read': percentile(child, 97).unreadableNote(),
  },
});
