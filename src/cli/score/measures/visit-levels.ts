import { levelRecord } from '../../em.ts';
import type { JsonRecord } from '../../json-lines.ts';
import type { Measure } from '../measure.ts';
import { share } from '../tally.ts';

/**
 * The level of a visit: right where the code is the expected one or one of `accept`. The cells, the modifiers and what stands beside the
 * code count where the row names them.
 */
export const visitLevels: Measure = {
  fits: (row) => 'patientType' in row && 'expected' in row,
  score(rows, { knowledge }) {
    const answers = rows.map((row) => ({ row, expected: row['expected'] as JsonRecord, got: levelRecord(row, knowledge) }));
    const wrong = answers.filter(({ expected, got }) => !isRight(expected, got.code));
    const cells = (['problems', 'data', 'risk'] as const).map((cell) => {
      const told = answers.filter(({ expected }) => typeof expected[cell] === 'string');
      return `${cell} ${share(told.filter(({ expected, got }) => expected[cell] === got[cell]).length, told.length).toFixed(2)}`;
    });
    const beside = answers.filter(({ expected, got }) => isSame(expected['modifiers'], got.modifiers) && isSame(expected['also'], got.also));
    return {
      figures: [
        { what: 'visit level, exact code', count: rows.length, value: share(rows.length - wrong.length, rows.length), detail: cells.join(', ') },
        { what: '… modifiers and codes beside it', count: rows.length, value: share(beside.length, rows.length) },
      ],
      misses: answers.filter((one) => wrong.includes(one) || !beside.includes(one)).map(({ row, expected, got }) => `${String(row['id'])} expected ${line(expected)}, answered ${line(got)}`),
    };
  },
};

function isRight({ code, accept }: JsonRecord, got: string | null): boolean {
  return got === (code ?? null) || (got !== null && listOf(accept).includes(got));
}

/** As sets; a list that the row does not name is empty. */
function isSame(expected: unknown, got: readonly string[]): boolean {
  const wanted = new Set(listOf(expected));
  return wanted.size === new Set(got).size && got.every((one) => wanted.has(one));
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function line(level: JsonRecord): string {
  const { code, problems, data, risk, byTime, minutes, modifiers, also } = level;
  return `${named(code, 'none')} (${[problems, data, risk].map((cell) => named(cell, '–')).join(' ')}${byTime === true ? `, ${String(minutes)} min` : ''})${[...listOf(modifiers), ...listOf(also)].map((one) => ` ${one}`).join('')}`;
}

function named(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
