import type { CodeSet, RuleCitation } from '../model/index.ts';
import { COMBINATIONS, type Combination } from './combinations.ts';
import { isAtOrBelow } from './hierarchy.ts';
import type { Supported } from './supported.ts';

/** A code of the visit: supported by notes, or charted and not contradicted (then without statements). */
export type VisitCode = Supported & {
  /** Codes that this one takes the place of. */
  readonly replaces: readonly string[];
};

/**
 * Reports presumed-related conditions with their combination code. The partners may be stated in the notes or charted;
 * at least one must be stated, or nothing new was said.
 */
export function combine(codes: readonly VisitCode[], codeSet: CodeSet): readonly VisitCode[] {
  const row = COMBINATIONS.find((candidate) => applies(candidate, codes, codeSet));
  if (row === undefined) return codes;
  const partners = row.partners.map((group) => codes.find((entry) => under(entry.code, group))!);
  const replaced = codes.filter((entry) => under(entry.code, row.replaces) && entry.code !== row.code);
  const combined: VisitCode = {
    code: row.code,
    title: codeSet.entry(row.code)!.title,
    statements: [...new Set(partners.flatMap((partner) => partner.statements))],
    rules: [...partners.flatMap((partner) => partner.rules).filter(firstOfItsId), citation(row, codeSet)],
    alternatives: replaced.filter((entry) => entry.statements.length > 0).map(({ code, title }) => ({ code, title })),
    replaces: replaced.flatMap((entry) => [entry.code, ...entry.replaces]),
  };
  return combine([combined, ...codes.filter((entry) => !replaced.includes(entry) && entry.code !== row.code)], codeSet);
}

function applies(row: Combination, codes: readonly VisitCode[], codeSet: CodeSet): boolean {
  if (codeSet.entry(row.code)?.billable !== true) return false;
  if (!codes.some((entry) => under(entry.code, row.replaces) && entry.code !== row.code)) return false;
  const partners = row.partners.map((group) => codes.find((entry) => under(entry.code, group)));
  return partners.every((partner) => partner !== undefined) && partners.some((partner) => partner.statements.length > 0);
}

function citation(row: Combination, codeSet: CodeSet): RuleCitation {
  return { id: row.id, version: '1.0.0', authority: row.authority.replace('Guidelines', `Guidelines ${codeSet.release}`), because: row.because };
}

function under(code: string, ancestors: readonly string[]): boolean {
  return ancestors.some((ancestor) => isAtOrBelow(code, ancestor));
}

function firstOfItsId(rule: RuleCitation, index: number, all: readonly RuleCitation[]): boolean {
  return all.findIndex((other) => other.id === rule.id) === index;
}
