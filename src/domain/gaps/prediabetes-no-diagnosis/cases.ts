import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(56);
const twice = adult.a1c(6.0, '2025-10-02').a1c(6.2, '2026-10-12');
const once = adult.a1c(5.9, '2026-10-12');

export default cases({
  open: {
    'a year apart, diet advised': twice.note('Sugar number creeping up: less juice and white rice, A1c again in 6 mo.'),
    'twice, nothing said': twice.note('Hypertension controlled.'),
    'once, and rechecked': once.note('A1c 5.9: cut carbs, recheck A1c in 6 months.'),
    'once, and metformin started': once.note('A1c 5.9. Start metformin 500 daily.'),
    'in the note only': adult.note('Labs 10/12: A1c 6.1 (5.9 last year), TSH 2.\nHypothyroidism: same dose. Discussed diet for the A1c.'),
    'mmol/mol': adult.a1c(42, '2025-10-02', 'mmol/mol').a1c(44, '2026-10-12', 'mmol/mol'),
    'with a fasting glucose of 112': once.fastingGlucose(112, '2026-10-12').note('Knee pain.'),
    'brothers with diabetes': twice.note('FH: two brothers T2DM. Walk after supper for the sugar.'),
    'screening for diabetes': twice.note('Screening for diabetes done; A1c 6.2, lifestyle advice.'),
    'only the nurse names it': twice.note('Prediabetes handout given.', { role: 'nurse', type: 'nursing' }).note('BP good.'),
    'exactly 5.7 and 6.4': adult.a1c(5.7, '2026-02-02').a1c(6.4, '2026-10-12'),
  },
  met: {
    'prediabetes': twice.note('Prediabetes: diet, walk.'),
    'charted': twice.problem('R73.03'),
    'impaired fasting glucose': twice.note('A/P: IFG, weight loss advised.'),
    'borderline diabetes': twice.note('Borderline diabetes, recheck in 6 months.'),
    'possible prediabetes': once.note('Possible prediabetes, repeat A1c in 3 months.'),
    'explained by iron deficiency': once.note('A1c 5.9 falsely high from iron deficiency, recheck after iron.'),
    'metabolic syndrome': twice.note('Metabolic syndrome, diet.'),
  },
  notApplicable: {
    '5.9 once, and no word of it': once.note('Knee pain, brace. Hypertension controlled.'),
    '5.6 twice': adult.a1c(5.6, '2025-10-02').a1c(5.6, '2026-10-12').note('Diet discussed, A1c again in a year.'),
    '6.1 before, 5.4 now': adult.a1c(6.1, '2025-10-02').a1c(5.4, '2026-10-12').note('A1c better with diet, recheck in a year.'),
    'diabetes, at goal': twice.problem('E11.9').note('A1c 6.2, same metformin.'),
    'diabetes known from the note': twice.note('Type 2 diabetes at goal, diet.'),
    '6.6 now': adult.a1c(6.2, '2025-10-02').a1c(6.6, '2026-10-12').note('Recheck A1c.'),
    'two years ago': adult.a1c(6.0, '2024-06-02').note('Diet and sugar discussed.'),
    'pregnant': chart().age(31).a1c(5.8, '2026-10-12').encounterDiagnosis('O09.91').note('A1c 5.8, GTT, diet.'),
    'preliminary': adult.a1c(6.1, '2026-10-12', '%', { status: 'preliminary' }).note('Knee pain.'),
    'the wife’s': adult.note('Wife’s A1c 6.1, they both cut sugar. His 5.2.'),
  },
  cannotTell: {
    'laboratory results were denied': adult.denied('Observation', 'category=laboratory'),
    'conditions were denied': twice.denied('Condition'),
    'a note of this visit could not be read': twice.unreadableNote(),
  },
});
