import { isUnderAny } from './hierarchy.ts';
import { isSymptom } from './problem-titles.ts';
import type { Supported } from './supported.ts';

/** Acute and chronic pain of no stated kind; not that of a neoplasm, nor a pain syndrome. */
const PAIN = ['G89.11', 'G89.18', 'G89.21', 'G89.28', 'G89.29'];
const CONTROL = /\bpain (?:management|control|clinic|medicine)\b|\bfor (?:control|management) of (?:\w+ )?pain\b/i;

/**
 * Pain whose cause the same sentence names is not reported beside that cause, unless the visit is for the control of pain (ICD-10-CM
 * Guidelines I.C.6.b.1.a). The codes that go.
 */
export function explainedPain(codes: readonly Supported[]): readonly string[] {
  return codes.filter((entry) => isUnderAny(entry.code, PAIN) && entry.statements.length > 0 && entry.statements.every((pain) =>
    !pain.titled && !CONTROL.test(pain.note.text) && codes.some((other) => other !== entry && isCause(other.code) && other.statements.some(({ note, mention }) => note.id === pain.note.id && mention.sentence === pain.mention.sentence)))).map(({ code }) => code);
}

function isCause(code: string): boolean {
  return !isSymptom(code) && !isUnderAny(code, ['Z', 'V', 'W', 'X', 'Y', 'G89', 'F1']);
}
