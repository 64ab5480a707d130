import type { Chart, CodeSet } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';
import { visitNotes } from './whose-words.ts';

/** Codes whose last character counts the sides as G81 does: 1 right dominant, 2 left dominant, 3 right nondominant, 4 left nondominant. */
const SIDED = ['G81', 'G83.1', 'G83.2', 'G83.3', 'I69.03', 'I69.04', 'I69.05', 'I69.13', 'I69.14', 'I69.15', 'I69.23', 'I69.24', 'I69.25', 'I69.33', 'I69.34', 'I69.35', 'I69.83', 'I69.84', 'I69.85', 'I69.93', 'I69.94', 'I69.95'];

const LEFT_HANDED = /\b(?:left[- ]hand(?:ed|er|edness)|left[- ]hand[- ]domina\w+|left[- ]dominant|LHD|dominant (?:left|hand is (?:the )?left)|hand dominance:? left|handedness:? left)\b/i;
const EITHER_HANDED = /\bambidext\w+/i;
const RIGHT_HANDED = /\b(?:right[- ]hand(?:ed|er|edness)|right[- ]hand[- ]domina\w+|RHD|hand dominance:? right|handedness:? right)\b/i;

/** By the side, for a left-handed person and for one who is ambidextrous. */
const OF_LEFT_HANDED: ReadonlyMap<string, string> = new Map([['1', '3'], ['4', '2']]);
const OF_EITHER_HANDED: ReadonlyMap<string, string> = new Map([['3', '1'], ['4', '2']]);

/**
 * A paralysis of one side on the dominant side or the other, by the hand that a provider of this visit says the patient uses. Where no note says it, the
 * right side counts as dominant and the left one not (ICD-10-CM Guidelines I.C.6.a).
 */
export function withDominance(said: readonly Statement[], chart: Chart, codeSet: CodeSet): readonly Statement[] {
  if (!said.some(({ code }) => isUnderAny(code, SIDED))) return said;
  const texts = visitNotes(chart).usable.map(({ text }) => text);
  const isLeft = texts.some((text) => LEFT_HANDED.test(text));
  if (isLeft && texts.some((text) => RIGHT_HANDED.test(text))) return said;
  const sides = texts.some((text) => EITHER_HANDED.test(text)) ? OF_EITHER_HANDED : isLeft ? OF_LEFT_HANDED : null;
  if (sides === null) return said;
  return said.map((one) => {
    const last = sides.get(one.code.at(-1) ?? '');
    const found = last === undefined || !isUnderAny(one.code, SIDED) || /\bdominan(?:t|ce)\b/i.test(one.mention.text) ? undefined : codeSet.entry(one.code.slice(0, -1) + last);
    return found === undefined ? one : { ...one, code: found.code, title: found.title };
  });
}
