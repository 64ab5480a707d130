import type { CodeEntry, CodeSet } from '../model/index.ts';
import { lazily } from '../lazily.ts';
import { GENERAL_CODES } from './general-codes.ts';

/** `E11` of `E11.22`. */
export function category(code: string): string {
  return code.slice(0, 3);
}

/** True when `ancestor` is `code` or stands above it in the tabular list. */
export function isAtOrBelow(code: string, ancestor: string): boolean {
  const alike = ancestor.length <= 3 || (ancestor[3] === '.' && code[3] === '.');
  return alike ? code.startsWith(ancestor) : code.replace('.', '').startsWith(ancestor.replace('.', ''));
}

export function isUnderAny(code: string, ancestors: readonly string[]): boolean {
  return ancestors.some((ancestor) => isAtOrBelow(code, ancestor));
}

/** Says less than other codes of its kind: a header, or "unspecified" by title, or general by the table. */
export function isGeneral(code: string, codeSet: CodeSet): boolean {
  const entry = codeSet.entry(code);
  if (entry === undefined) return false;
  const known = GENERAL.get(entry);
  if (known !== undefined) return known;
  const general = !entry.billable || /\bunspecified\b/i.test(entry.title) || rowsByCode().has(entry.code);
  GENERAL.set(entry, general);
  return general;
}

/** By the release's own entry: the same code may be a header in the next. */
const GENERAL = new WeakMap<CodeEntry, boolean>();
const rowsByCode = lazily(() => new Map(GENERAL_CODES.toReversed().map((row) => [row.code, row])));

/**
 * True when `specific` says all that `general` says and more: beneath it, or in the same category where `general` is
 * the unspecified code, or by the table of general codes.
 */
export function saysMore(specific: string, general: string, codeSet: CodeSet): boolean {
  if (specific === general) return false;
  const row = rowsByCode().get(general);
  if (row !== undefined) return isUnderAny(specific, row.coveredBy);
  if (isAtOrBelow(specific, general)) return true;
  return isGeneral(general, codeSet) && !isGeneral(specific, codeSet) && nearestSharedHeader(specific, general, codeSet);
}

/**
 * The unspecified code stands for its own subcategory: J45.909 for all of J45, but M25.50 (pain in unspecified joint)
 * not for M25.461 (effusion, right knee): there the shared header is the category of many different conditions.
 */
function nearestSharedHeader(specific: string, general: string, codeSet: CodeSet): boolean {
  let above = codeSet.entry(general)?.parent ?? null;
  while (above !== null && above.length > 3 && isAboutAnUnspecifiedSide(above, codeSet)) above = codeSet.entry(above)?.parent ?? null;
  return above !== null && isAtOrBelow(specific, above);
}

/** L97.50, ulcer of other part of unspecified foot, stands beside L97.51, of the right one: what they share lies above. */
function isAboutAnUnspecifiedSide(header: string, codeSet: CodeSet): boolean {
  return /\bunspecified (?:\w+ )?(?:foot|ankle|limb|leg|thigh|calf|heel|breast|eye|ear|side|arm|hand|hip|knee|elbow|shoulder|wrist|lower|upper|extremity)\b/i.test(codeSet.entry(header)?.title ?? '');
}

/**
 * The code that may be reported for what a mention names. A header stands for its unspecified child where the list has
 * exactly one ("CKD" → N18 → N18.9), an injury without its seventh character for active treatment (I.C.19.a); otherwise it
 * needs more facts and cannot be reported.
 */
export function reportable(code: string, codeSet: CodeSet): CodeEntry | null {
  const entry = codeSet.entry(code);
  if (entry === undefined) return null;
  if (entry.billable) return entry;
  const below = codeSet.children(code);
  const active = below.find((child) => child.code.length === 8 && child.code.endsWith('A'));
  if (active !== undefined) return active;
  const unspecified = below.filter((child) => /\bunspecified\b/i.test(child.title));
  return unspecified.length === 1 ? reportable(unspecified[0]!.code, codeSet) : null;
}
