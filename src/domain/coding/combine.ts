import type { CodeSet, RuleCitation } from '../model/index.ts';
import { CAUSED_COMBINATIONS } from './combinations-caused.ts';
import { CIRCULATORY_COMBINATIONS } from './combinations-circulatory.ts';
import { COMBINATIONS, type Combination } from './combinations.ts';
import { isUnderAny, saysMore } from './hierarchy.ts';
import { isSaidCausedBy, isSaidCausing, isSaidUnrelated } from './links.ts';
import type { Supported } from './supported.ts';

/** A code of the visit: supported by notes, or charted and not contradicted (then without statements). */
export type VisitCode = Supported & {
  /** Codes that this one takes the place of. */
  readonly replaces: readonly string[];
};

/**
 * Reports presumed-related conditions with their combination code. The partners may be stated in the notes or charted;
 * at least one must be stated, or nothing new was said. `mentioned`: stated as of now, but not where the visit's
 * conditions are assessed.
 */
export function combine(codes: readonly VisitCode[], codeSet: CodeSet, mentioned: readonly VisitCode[] = []): readonly VisitCode[] {
  const row = ROWS.find((candidate) => applies(candidate, codes, mentioned, codeSet));
  if (row === undefined) return codes;
  const partners = partnersOf(row, codes, mentioned).map((partner) => partner!);
  const joining = partners.filter((partner) => !codes.includes(partner) && !isUnderAny(partner.code, row.replaces));
  const replaced = codes.filter((entry) => isUnderAny(entry.code, row.replaces) && entry.code !== row.code);
  const fuller = sayingMore(row, codes, codeSet);
  if (fuller !== undefined) {
    const within = { ...fuller, replaces: [...fuller.replaces, ...replaced.flatMap((entry) => [entry.code, ...entry.replaces])] };
    return combine([within, ...codes.filter((entry) => entry !== fuller && !replaced.includes(entry))], codeSet, mentioned);
  }
  const combined: VisitCode = {
    code: row.code,
    title: codeSet.entry(row.code)!.title,
    statements: [...new Set(partners.flatMap((partner) => partner.statements))],
    rules: [...partners.flatMap((partner) => partner.rules).filter(firstOfItsId), citation(row, codeSet)],
    alternatives: replaced.filter((entry) => entry.statements.length > 0).map(({ code, title }) => ({ code, title })),
    replaces: replaced.flatMap((entry) => [entry.code, ...entry.replaces]),
  };
  return combine([combined, ...codes.filter((entry) => !replaced.includes(entry) && entry.code !== row.code), ...joining], codeSet, mentioned);
}

/** First match wins: the fuller combinations of two systems before those of one. */
const ROWS: readonly Combination[] = [...CIRCULATORY_COMBINATIONS, ...CAUSED_COMBINATIONS, ...COMBINATIONS];

function applies(row: Combination, codes: readonly VisitCode[], mentioned: readonly VisitCode[], codeSet: CodeSet): boolean {
  if (codeSet.entry(row.code)?.billable !== true) return false;
  if (codes.some((entry) => isUnderAny(entry.code, row.unless ?? []))) return false;
  const partners = partnersOf(row, codes, mentioned);
  const isMadeAlready = codes.some((entry) => entry.code === row.code && entry.statements.length > 0);
  if ((isMadeAlready || sayingMore(row, codes, codeSet) !== undefined) && !codes.some((entry) => isReplaced(entry, row))) return false;
  if (!partners.every((partner) => partner !== undefined) || !partners.some((partner) => partner.statements.length > 0)) return false;
  const { said } = row;
  const [first, ...others] = partners.filter((partner) => partner !== undefined);
  if (first === undefined || others.some((other) => isSaidUnrelated(first, other))) return false;
  if (row.caused === true && !others.every((other) => isSaidCausedBy(first, other) || isSaidCausing(other, first))) return false;
  if (row.unlessSaid !== undefined && [first, ...others].some(({ statements }) => statements.some(({ words }) => row.unlessSaid?.test(words) === true))) return false;
  const last = partners.at(-1)?.statements ?? [];
  return said === undefined || (last.length > 0 && last.every((statement) => said.test(statement.mention.text)));
}

/** What is stated of this very combination, and more: "mild nonproliferative retinopathy" beside "diabetes with retinopathy". */
function sayingMore(row: Combination, codes: readonly VisitCode[], codeSet: CodeSet): VisitCode | undefined {
  return codes.find(({ code, statements }) => statements.length > 0 && saysMore(code, row.code, codeSet));
}

function isReplaced({ code }: VisitCode, row: Combination): boolean {
  return isUnderAny(code, row.replaces) && code !== row.code;
}

/** Each partner among the visit's codes; for some rows, those after the first also among what is only mentioned. */
function partnersOf(row: Combination, codes: readonly VisitCode[], mentioned: readonly VisitCode[]): readonly (VisitCode | undefined)[] {
  return row.partners.map((group, place) =>
    codes.find((entry) => isUnderAny(entry.code, group))
    ?? (place > 0 && row.partnersAnywhere === true ? mentioned.find((entry) => isUnderAny(entry.code, group)) : undefined));
}

function citation(row: Combination, codeSet: CodeSet): RuleCitation {
  return { id: row.id, version: '1.0.0', authority: row.authority.replace('Guidelines', `Guidelines ${codeSet.release}`), because: row.because };
}

function firstOfItsId(rule: RuleCitation, index: number, all: readonly RuleCitation[]): boolean {
  return all.findIndex((other) => other.id === rule.id) === index;
}
