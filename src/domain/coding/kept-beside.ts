import type { CodeSet } from '../model/index.ts';
import { explainedPain } from './explained-pain.ts';
import type { VisitCode } from './combine.ts';
import { isAtOrBelow, isUnderAny } from './hierarchy.ts';
import { historyBeside } from './history-codes.ts';
import { drugRow } from './long-term-drugs.ts';
import { NOT_BESIDE, ONLY_BESIDE } from './not-beside.ts';
import { isOneDisease } from './one-disease.ts';
import { NAMES_ITS_GERM } from './organisms.ts';
import type { LeftOut } from './supported.ts';

/** The visit's codes without those that may not, or only may, be reported beside others. What is charted stays: that is for a person. */
export function keptBeside(codes: readonly VisitCode[], codeSet: CodeSet): { readonly visit: readonly VisitCode[]; readonly dropped: readonly LeftOut[] } {
  const dropped: LeftOut[] = [];
  const explained = explainedPain(codes);
  const visit = codes.filter((entry) => {
    const why = entry.statements.length === 0 ? null : explained.includes(entry.code) ? EXPLAINED : whyNot(entry, codes, codeSet);
    if (why !== null) dropped.push({ code: entry.code, why });
    return why === null;
  });
  return { visit, dropped };
}

const GERMS = ['A49', 'B95', 'B96', 'B97'];
const COLONIZED = /\b(?:coloni[sz]\w+|contaminant|contaminat\w+|commensal|asymptomatic bacteriuria|normal flora|not (?:treating|treated|pathogenic|an infection))\b/i;
const ONLY_THERE = 'The provider calls the germ a colonization or contamination: no infection is stated (ICD-10-CM Guidelines I.A.19; section B95–B97).';
const GERM_WITHIN = 'The code of the infection names the germ (ICD-10-CM Guidelines I.C.1.e.1.a).';
const EXPLAINED = 'Pain of a stated cause is not reported beside it (ICD-10-CM Guidelines I.C.6.b.1.a).';

/** Only charted, and the notes say better what it is now: "former smoker" where nicotine dependence is charted. */
function givesWay({ code, statements }: VisitCode, to: VisitCode, codeSet: CodeSet): boolean {
  return statements.length === 0 && isOneDisease(to.code, code, codeSet);
}

function whyNot(entry: VisitCode, codes: readonly VisitCode[], codeSet: CodeSet): string | null {
  const others = codes.filter((other) => other !== entry);
  const forbidden = NOT_BESIDE.find((row) => isAtOrBelow(entry.code, row.code) && others.some((other) => isUnderAny(other.code, row.stands) && !isAtOrBelow(other.code, row.code) && !givesWay(other, entry, codeSet)));
  if (forbidden !== undefined) return forbidden.why;
  if (NAMES_ITS_GERM.some((row) => row.germ === entry.code && others.some(({ code }) => isUnderAny(code, row.in)))) return GERM_WITHIN;
  if (isUnderAny(entry.code, GERMS) && entry.statements.every(({ words }) => COLONIZED.test(words))) return ONLY_THERE;
  // Who tells a course reports the germ that was found in it (docs/confidence.md).
  const alone = entry.statements.every(({ shape }) => shape === 'told') ? undefined : ONLY_BESIDE.find((row) => isAtOrBelow(entry.code, row.code) && !others.some((other) => isUnderAny(other.code, row.of)));
  if (alone !== undefined) return alone.why;
  const beside = entry.statements.every((statement) => statement.made === 'history') ? historyBeside(entry.code) : null;
  if (beside !== null && !others.some((other) => isUnderAny(other.code, beside))) return 'Past and over, and nothing that it bears on is assessed.';
  const drug = drugRow(entry.code);
  if (drug === undefined || drug.beside === null || entry.statements.some((statement) => statement.made !== 'long-term-drug')) return null;
  return others.some((other) => isUnderAny(other.code, drug.beside!)) ? null : 'The condition that this drug is taken for is not stated in this visit.';
}
