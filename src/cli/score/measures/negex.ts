import { assertTarget } from '../../../domain/mentions/assert-target.ts';
import { requiredText } from '../../fields.ts';
import type { Measure } from '../measure.ts';
import { countMarked, f1, precisionAndRecall, tally } from '../tally.ts';

/** NegEx test sentences (Chapman): negated = absent, historical = not recent; F1 of the marked class. */
export const negex: Measure = {
  fits: (row) => 'sentence' in row && 'condition' in row && 'negation' in row,
  score(rows) {
    const [negated, historical] = [tally(), tally()];
    const misses: string[] = [];
    for (const row of rows) {
      const [sentence, condition] = [requiredText(row, 'sentence'), requiredText(row, 'condition')];
      const at = sentence.indexOf(condition.toUpperCase());
      const found = assertTarget(sentence, at < 0 ? condition : { start: at, end: at + condition.length });
      const told = `${String(row['line'])} [${condition}] ${found?.status}, ${found?.recent === true ? 'recent' : 'not recent'}`;
      if (!countMarked(negated, row['negation'] === 'negated', found?.status === 'absent')) misses.push(`negation: ${told}`);
      if (!countMarked(historical, row['temporality'] === 'historical', found?.recent === false)) misses.push(`historical: ${told}`);
    }
    return {
      figures: [
        { what: 'negation F1', count: rows.length, value: f1(negated), detail: precisionAndRecall(negated), published: 'negation' },
        { what: 'historical F1', count: rows.length, value: f1(historical), detail: precisionAndRecall(historical), published: 'historical' },
      ],
      misses,
    };
  },
};
