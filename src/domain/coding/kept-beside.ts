import type { VisitCode } from './combine.ts';
import { isAtOrBelow, isUnderAny } from './hierarchy.ts';
import { historyBeside } from './history-codes.ts';
import { drugRow } from './long-term-drugs.ts';
import { NOT_BESIDE, ONLY_BESIDE } from './not-beside.ts';
import type { LeftOut } from './supported.ts';

/** The visit's codes without those that may not, or only may, be reported beside others. What is charted stays: that is for a person. */
export function keptBeside(codes: readonly VisitCode[]): { readonly visit: readonly VisitCode[]; readonly dropped: readonly LeftOut[] } {
  const dropped: LeftOut[] = [];
  const visit = codes.filter((entry) => {
    const why = entry.statements.length === 0 ? null : whyNot(entry, codes);
    if (why !== null) dropped.push({ code: entry.code, why });
    return why === null;
  });
  return { visit, dropped };
}

function whyNot(entry: VisitCode, codes: readonly VisitCode[]): string | null {
  const others = codes.filter((other) => other !== entry);
  const forbidden = NOT_BESIDE.find((row) => isAtOrBelow(entry.code, row.code) && others.some((other) => isUnderAny(other.code, row.stands) && !isAtOrBelow(other.code, row.code)));
  if (forbidden !== undefined) return forbidden.why;
  const alone = ONLY_BESIDE.find((row) => isAtOrBelow(entry.code, row.code) && !others.some((other) => isUnderAny(other.code, row.of)));
  if (alone !== undefined) return alone.why;
  const beside = entry.statements.every((statement) => statement.made === 'history') ? historyBeside(entry.code) : null;
  if (beside !== null && !others.some((other) => isUnderAny(other.code, beside))) return 'Past and over, and nothing that it bears on is assessed.';
  const drug = drugRow(entry.code);
  if (drug === undefined || drug.beside === null || entry.statements.some((statement) => statement.made !== 'long-term-drug')) return null;
  return others.some((other) => isUnderAny(other.code, drug.beside!)) ? null : 'The condition that this drug is taken for is not stated in this visit.';
}
