import { fits, withoutSeventh } from '../../src/domain/mentions/compose/patterns.ts';
import type { Tabular } from '../../src/domain/coding/tabular.ts';
import { dotted } from '../../src/domain/coding/tabular.ts';
import type { LexiconRow } from './read-lexicon.ts';

/** @throws Error naming file and line where a pattern of a `+` row leaves no code. */
export function checkRefinements(rows: readonly LexiconRow[], tabular: Tabular): void {
  const codes = tabular.codes.map(dotted);
  const empty = rows.flatMap(({ refinements }) => refinements.flatMap(({ file, line, patterns }) =>
    patterns.filter((pattern) => !codes.some((code) => fits(code, withoutSeventh(pattern)) || fits(code, pattern))).map((pattern) => `${file}:${line}: ${pattern} leaves no code.`)));
  if (empty.length > 0) throw new Error(empty.join('\n'));
}
