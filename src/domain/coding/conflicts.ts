import type { Chart } from '../model/index.ts';
import { isSameAuthor } from './corrected.ts';
import { isAtOrBelow } from './hierarchy.ts';
import type { Statement } from './statements.ts';

/**
 * What one provider of a stay states and the summary of another says is not so, with what is named as its cause in the same sentence: the attending is asked, and
 * nothing is coded from it meanwhile (ICD-10-CM Guidelines III.B, I.B.14: conflicting documentation is for the attending to clarify).
 */
export function inConflict(said: readonly Statement[], { encounter }: Chart): ReadonlySet<Statement> {
  const denials = encounter.setting === 'inpatient' ? said.filter(isDeniedInSummary) : [];
  if (denials.length === 0) return new Set();
  const contradicted = said.filter((one) => isStated(one) && denials.some((denial) => isAtOrBelow(one.code, denial.code) && !isSameAuthor(one.note.author, denial.note.author)));
  const from = new Map(contradicted.map((one) => [sentenceOf(one), one.mention.start]));
  return new Set(said.filter((one) => isStated(one) && one.mention.start >= (from.get(sentenceOf(one)) ?? Infinity)));
}

export const IN_CONFLICT = 'Two providers contradict each other: the attending is asked (ICD-10-CM Guidelines III.B).';

function isStated({ unusable, mention, note }: Statement): boolean {
  return unusable === null && mention.assertion.status === 'present' && note.type !== 'discharge';
}

/** "No further bleeding" denies nothing that was. */
function isDeniedInSummary({ unusable, mention: { assertion }, note }: Statement): boolean {
  return unusable === null && note.type === 'discharge' && assertion.status === 'absent' && !assertion.cues.some(({ text }) => /\b(?:further|longer|more|new|recurren\w*|worsening|change)\b/i.test(text));
}

function sentenceOf({ note, mention }: Statement): string {
  return `${note.id} ${mention.sentence}`;
}
