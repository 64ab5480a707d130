import type { CodeSet } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isAtOrBelow, isUnderAny } from './hierarchy.ts';

const BURNS = ['T20', 'T21', 'T22', 'T23', 'T24', 'T25'];
const PERCENT_FIRST = /(\d{1,2}(?:\.\d)?) ?(?:%|percent)(?: of)?(?: (?:the|his|her|total))* (?:TBSA|BSA|body surface|body)\b/gi;
const SURFACE_FIRST = /\b(?:TBSA|BSA|body surface area|body surface)(?: (?:burned|involved|of))*(?: ?[:=]| is| was)? (?:about |approximately |~)?(\d{1,2}(?:\.\d)?) ?(?:%|percent)/gi;

/**
 * The extent of body surface that the notes give, beside the burns that it is of (ICD-10-CM Guidelines I.C.19.d.6). Not where a burn of
 * the third degree needs a share of its own, and not where the notes give two.
 */
export function withBurnExtent(codes: readonly VisitCode[], codeSet: CodeSet): readonly VisitCode[] {
  const burns = codes.filter(({ code, statements }) => statements.length > 0 && isUnderAny(code, BURNS));
  const [first] = burns;
  if (first === undefined || codes.some(({ code }) => isUnderAny(code, ['T31', 'T32']))) return codes;
  const notes = new Set(burns.flatMap(({ statements }) => statements.map(({ note }) => note)));
  const said = new Set([...notes].flatMap(({ text }) => [...text.matchAll(PERCENT_FIRST), ...text.matchAll(SURFACE_FIRST)].map(([, percent]) => Math.floor(Number(percent) / 10))));
  const [tens] = said;
  if (tens === undefined || said.size > 1 || (tens > 0 && burns.some(({ code }) => isOfThirdDegree(code)))) return codes;
  const entry = codeSet.entry(tens === 0 ? 'T31.0' : `T31.${tens}0`);
  if (entry === undefined) return codes;
  const rule = { id: 'burn-extent', version: '1.0.0', authority: `ICD-10-CM Guidelines ${codeSet.release} I.C.19.d.6`, because: 'The note gives the share of the body surface that is burned.' };
  const last = codes.lastIndexOf(burns.at(-1)!);
  return [...codes.slice(0, last + 1), { code: entry.code, title: entry.title, statements: first.statements, rules: [rule], alternatives: [], replaces: [] }, ...codes.slice(last + 1)];
}

function isOfThirdDegree(code: string): boolean {
  return BURNS.some((category) => isAtOrBelow(code, `${category}.3`));
}
