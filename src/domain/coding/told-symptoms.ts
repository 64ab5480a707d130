import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';

/** Of chapter 18 what is a condition in its own right: it is reported where a provider treats it, whatever brought the patient in. */
const IN_THEIR_OWN_RIGHT = ['R13', 'R18', 'R29.6', 'R29.7', 'R33', 'R31', 'R40.2', 'R41.0', 'R47', 'R53.2', 'R54', 'R56', 'R57', 'R62.7', 'R64', 'R65', 'R78.81'];

/**
 * Signs, symptoms and findings with which a stay began or that its course tells, in a note that ends with a list of diagnoses and does not
 * list them there (ICD-10-CM Guidelines II.A, III.B: symptoms are not reported where a diagnosis was made, findings not unless
 * the provider says what they mean).
 */
export function isToldOnTheWay(code: string, statements: readonly Statement[], others: readonly { readonly code: string; readonly statements: readonly Statement[] }[]): boolean {
  if (!code.startsWith('R') || isUnderAny(code, IN_THEIR_OWN_RIGHT)) return false;
  if (!statements.every(({ mention }) => mention.section === 'hospital-course')) return false;
  const notes = new Set(statements.map(({ note }) => note));
  return others.some((other) => !other.code.startsWith('R') && !other.code.startsWith('Z') && other.statements.some(({ mention, note }) => mention.section === 'discharge-diagnosis' && notes.has(note)));
}

export const TOLD_ON_THE_WAY = 'Told in the course of the stay, and not among its diagnoses (ICD-10-CM Guidelines II.A, III.B).';
