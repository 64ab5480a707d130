import { lintQuery } from '../../../domain/queries/lint/lint.ts';
import type { JsonRecord } from '../../json-lines.ts';
import { readQuery } from '../../query-lint.ts';
import type { Measure } from '../measure.ts';
import { share } from '../tally.ts';

/** The query linter: seeded codes that were reported, compliant queries with any violation, and rows with exactly the seeded codes. */
export const queryLints: Measure = {
  fits: (row) => 'query' in row && 'violations' in row,
  score(rows) {
    const answers = rows.map((row) => ({ row, seeded: seededOf(row), told: new Set<string>(lintQuery(readQuery(row)).map(({ code }) => code)) }));
    const seeded = answers.flatMap((one) => one.seeded.map((code) => ({ code, isTold: one.told.has(code) })));
    const compliant = answers.filter((one) => one.seeded.length === 0);
    const wrong = answers.filter((one) => one.told.size !== one.seeded.length || one.seeded.some((code) => !one.told.has(code)));
    const missedCodes = [...new Set(seeded.filter(({ isTold }) => !isTold).map(({ code }) => code))];
    return {
      figures: [
        { what: 'query linter, seeded violations told', count: seeded.length, value: share(seeded.filter(({ isTold }) => isTold).length, seeded.length), detail: missedCodes.length === 0 ? 'every code' : `missed: ${missedCodes.join(', ')}` },
        { what: '… compliant queries with a violation', count: compliant.length, value: compliant.length === 0 ? 0 : compliant.filter(({ told }) => told.size > 0).length / compliant.length },
        { what: '… rows with exactly the seeded codes', count: rows.length, value: share(rows.length - wrong.length, rows.length) },
      ],
      misses: wrong.map(({ row, seeded: expected, told }) => `${String(row['id'])} expected ${named(expected)}, answered ${named([...told])}`),
    };
  },
};

function seededOf({ violations }: JsonRecord): readonly string[] {
  return Array.isArray(violations) ? [...new Set(violations.map(String))] : [];
}

function named(codes: readonly string[]): string {
  return codes.length === 0 ? 'nothing' : codes.join(' ');
}
