import { fits, withoutSeventh } from '../../src/domain/mentions/compose/patterns.ts';
import { dotted, type Tabular } from '../../src/domain/coding/tabular.ts';
import { formsOf } from '../../src/domain/coding/term-index.ts';
import type { LexiconRow } from './read-lexicon.ts';

/** @throws Error naming file and line where a code is none, a pattern of a `+` row leaves none, or two rows of unrelated codes say the same. */
export function checkLexicon(rows: readonly LexiconRow[], tabular: Tabular): void {
  const faults = [...unknownCodes(rows, tabular), ...emptyPatterns(rows, tabular), ...saidTwice(rows)];
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** Whether the seventh character applies, the tests of the tables ask the releases. */
function unknownCodes(rows: readonly LexiconRow[], tabular: Tabular): readonly string[] {
  const known = new Set(tabular.codes.map(dotted));
  return rows.flatMap(({ file, line, codes }) => codes.filter((code) => !known.has(code) && !known.has(withoutSeventh(code))).map((code) => `${file}:${line}: ${code} is no code of the tabular list.`));
}

function emptyPatterns(rows: readonly LexiconRow[], tabular: Tabular): readonly string[] {
  const codes = tabular.codes.map(dotted);
  return rows.flatMap(({ refinements }) => refinements.flatMap(({ file, line, patterns }) =>
    patterns.filter((pattern) => !codes.some((code) => fits(code, pattern) || fits(code, withoutSeventh(pattern)))).map((pattern) => `${file}:${line}: ${pattern} leaves no code.`)));
}

function saidTwice(rows: readonly LexiconRow[]): readonly string[] {
  const owners = new Map<string, LexiconRow>();
  return rows.flatMap((row) => row.says.flatMap((words) => {
    const key = formsOf(words).join(' ');
    const other = owners.get(key) ?? row;
    owners.set(key, other);
    return isRelated(row, other) ? [] : [`${row.file}:${row.line}: "${words}" is also ${other.concept} (${other.file}:${other.line}), which is something else.`];
  }));
}

/** Of one category, or one of them names no code by itself. */
function isRelated(one: LexiconRow, other: LexiconRow): boolean {
  return one.codes.length === 0 || other.codes.length === 0 || one.codes.some((code) => other.codes.some((others) => code.slice(0, 3) === others.slice(0, 3)));
}
