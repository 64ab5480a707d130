import type { CodeSet } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isAtOrBelow, isUnderAny } from './hierarchy.ts';

/** Grams below which the code is reported, and its fourth to sixth characters (tabular P07.0, P07.1). */
const WEIGHTS: readonly (readonly [below: number, code: string])[] = [
  [500, 'P07.01'], [750, 'P07.02'], [1000, 'P07.03'], [1250, 'P07.14'], [1500, 'P07.15'], [1750, 'P07.16'], [2000, 'P07.17'], [2500, 'P07.18'],
];
const GENERAL = ['P07.00', 'P07.10'];
/** "2,380 g at birth", "35 weeks 2 days, 2380 g": the weight beside the weeks of a newborn. */
const BESIDE = /\b(?:weeks?|wks?|days?|[0-6]\/7|\d{2}w[0-6]d?|\d{2}\+[0-6])\b(?: (?:here|today|by dates))?[,;]?(?: (?:male|female|boy|girl),?)? (\d{1,2},\d{3}|\d{3,4}|\d\.\d{1,3}) ?(g|gm|gms|grams?|kg)\b|\b(\d{1,2},\d{3}|\d{3,4}|\d\.\d{1,3}) ?(g|gm|gms|grams?|kg) at birth\b/gi;
const SAID = /\b(?:birth ?weight|BW|born (?:at|weighing)|weighing|LBW|newborn,|SGA,|IUGR,|gestational age,|dates,)\W{0,4}(?:of |was |is )?(\d{1,2},\d{3}|\d{3,4}|\d\.\d{1,3}) ?(g|gm|gms|grams?|kg)\b/gi;
/** "2,210 g (AGA)", "3340 g, Apgar 8/9": the weight beside what is only said of one at birth. */
const JUDGED = /\b(\d{1,2},\d{3}|\d{3,4}|\d\.\d{1,3}) ?(g|gm|gms|grams?|kg)\b[ ,(]{1,3}(?:AGA|SGA|LGA|apgars?|(?:appropriate|small|large|light|heavy) for (?:gestational age|dates|GA))\b/gi;

/**
 * The weight at birth that the notes give beside low birth weight or prematurity of a newborn (ICD-10-CM Guidelines I.C.16.d, I.C.16.e: both
 * are reported, weight before weeks). Not where the notes give two that make different codes.
 */
export function withBirthWeight(codes: readonly VisitCode[], codeSet: CodeSet): readonly VisitCode[] {
  const small = codes.find(({ code, statements }) => statements.length > 0 && FOR_DATES.has(code));
  if (small !== undefined) return codes.map((one) => (one === small ? forDates(small, codeSet) : one));
  const entry = codes.find(({ code, statements }) => statements.length > 0 && isUnderAny(code, ['P07']));
  if (entry === undefined || codes.some(({ code }) => isUnderAny(code, ['P07.0', 'P07.1']) && !GENERAL.includes(code))) return codes;
  const said = new Set(weights(entry).flatMap(codeOf));
  const [code] = said;
  const found = code === undefined || said.size > 1 ? undefined : codeSet.entry(code);
  if (found === undefined) return codes;
  const rule = { id: 'birth-weight', version: '1.0.0', authority: `ICD-10-CM Guidelines ${codeSet.release} I.C.16.d, I.C.16.e`, because: 'The note gives the weight at birth.' };
  const general = codes.filter((one) => GENERAL.includes(one.code));
  const made: VisitCode = { code: found.code, title: found.title, statements: (general[0] ?? entry).statements, rules: [rule], alternatives: [], replaces: general.map((one) => one.code) };
  const rest = codes.filter((one) => !GENERAL.includes(one.code));
  const first = rest.findIndex((one) => isAtOrBelow(one.code, 'P07'));
  return first < 0 ? [made, ...rest] : [...rest.slice(0, first), made, ...rest.slice(first)];
}

/** Light or small for dates, of no stated weight (tabular P05.0, P05.1): the same steps of weight. */
const FOR_DATES: ReadonlySet<string> = new Set(['P05.00', 'P05.10']);

function forDates(entry: VisitCode, codeSet: CodeSet): VisitCode {
  const said = new Set(weights(entry).flatMap((weight) => (weight >= 2500 ? [`${entry.code.slice(0, 5)}9`] : codeOf(weight).map((code) => `${entry.code.slice(0, 5)}${code.slice(-1)}`))));
  const [code] = said;
  const found = code === undefined || said.size > 1 ? undefined : codeSet.entry(code);
  if (found === undefined) return entry;
  const rule = { id: 'birth-weight', version: '1.0.0', authority: `tabular ${entry.code.slice(0, 5)}`, because: 'The note gives the weight at birth.' };
  return { ...entry, code: found.code, title: found.title, rules: [...entry.rules, rule], replaces: [...entry.replaces, entry.code] };
}

/** Grams that the notes of its statements give. */
function weights({ statements }: VisitCode): readonly number[] {
  const notes = new Set(statements.map(({ note }) => note));
  return [...notes].flatMap(({ text }) => [...text.matchAll(SAID), ...text.matchAll(BESIDE), ...text.matchAll(JUDGED)].map(([, number, unit, other = '', otherUnit = '']) => grams(number ?? other, unit ?? otherUnit)));
}

function grams(number: string, unit: string): number {
  const value = Number(number.replace(',', ''));
  return unit.toLowerCase() === 'kg' ? value * 1000 : value;
}

function codeOf(weight: number): string[] {
  const row = weight < 250 ? undefined : WEIGHTS.find(([below]) => weight < below);
  return row === undefined ? [] : [row[1]];
}
