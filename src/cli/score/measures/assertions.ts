import { assertTarget } from '../../../domain/mentions/assert-target.ts';
import { ASSERTION_STATUSES } from '../../../domain/model/index.ts';
import { requiredText } from '../../fields.ts';
import type { JsonRecord } from '../../json-lines.ts';
import type { Measure } from '../measure.ts';
import { share } from '../tally.ts';

/** Targets with one of the seven classes: how many are right. */
export const assertions: Measure = {
  fits: (row) => 'target' in row && 'status' in row && 'text' in row,
  score(rows) {
    const answers = rows.map((row) => ({ row, status: statusOf(row) }));
    const wrong = answers.filter(({ row, status }) => status !== row['status']);
    const perClass = ASSERTION_STATUSES.flatMap((status) => {
      const of = answers.filter(({ row }) => row['status'] === status);
      return of.length === 0 ? [] : [`${status} ${share(of.length - of.filter((one) => one.status !== status).length, of.length).toFixed(2)}`];
    });
    return {
      figures: [{ what: 'assertion, seven classes', count: rows.length, value: share(rows.length - wrong.length, rows.length), detail: perClass.join(', '), published: 'assertions' }],
      misses: wrong.map(({ row, status }) => `${String(row['id'])} [${String(row['target'])}] ${String(row['status'])}, answered ${status}`),
    };
  },
};

function statusOf(row: JsonRecord): string {
  const { start, end } = row;
  const target = typeof start === 'number' && typeof end === 'number' ? { start, end } : requiredText(row, 'target');
  return assertTarget(requiredText(row, 'text'), target)?.status ?? 'not found';
}
