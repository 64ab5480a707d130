import type { CueMatch } from './compile.ts';
import { INFORMANT } from './cues/people.ts';
import type { Word } from './words.ts';

/**
 * A relative or friend who tells, or who came along: "Mom reports fever", "lives with wife".
 * Not when what follows is their own disease: "lives with wife who has TB".
 */
export function tellsOfThePatient(cue: CueMatch, words: readonly Word[], matches: readonly CueMatch[]): boolean {
  if (!isPerson(cue)) return false;
  let next = cue.to;
  while (next < words.length && next < cue.to + 4 && STEPPED_OVER.has(normAt(words, next))) next++;
  return isTelling(words, next) || (isCompany(cue, words, matches) && !['with', 'w', 'who', 'has', 'had'].includes(normAt(words, next)));
}

/** "Hemochromatosis in a sibling", "VTE (sis)", "melanoma - father", "Hypertension: mother": the cue looks back, too. */
export function followsItsDisease(cue: CueMatch, words: readonly Word[]): boolean {
  if (!isPerson(cue)) return false;
  const before = beforeDeterminers(words, cue.from);
  const norm = normAt(words, before);
  return LINKS.has(norm) || (norm === 'of' && HISTORY_WORDS.has(normAt(words, before - 1)));
}

/** Words that may stand before a person: "in *a*", "*both her*". */
export const DETERMINERS: ReadonlySet<string> = new Set([
  'a', 'an', 'his', 'her', 'their', 'the', 'pt', 'patient', 'both', 'one', 'two', 'three', 'multiple', 'several', 'many', 'other', 'maternal', 'paternal', 'mat', 'pat', 'older', 'younger', 'own', '1', '2', '3', 'first', '1st', 'half',
]);

const LINKS: ReadonlySet<string> = new Set(['in', '(', '-', ':', '/', '=', '¦']);
const HISTORY_WORDS: ReadonlySet<string> = new Set(['hx', 'history']);

/** Between a person and what they do: "mother *and father both* report". */
const STEPPED_OVER: ReadonlySet<string> = new Set([
  'and', '&', 'father', 'dad', 'mother', 'mom', 'parents', '(', ')', 'wife', 'husband', 'also', 'then', 'who', 'that', 'she', 'daughter', 'son', 'sister', 'brother', 'both', 'main', 'chief', 'only', 'primary', 'biggest', 'greatest',
]);
const AUXILIARIES: ReadonlySet<string> = new Set(['has', 'have', 'had', 'is', 'was', 'been', 'also', 'does', 'did', 'in']);
/** "Is in the room", "are in agreement". */
const PRESENCE: ReadonlySet<string> = new Set(['room', 'agreement']);

function isPerson({ row }: CueMatch): boolean {
  return (row.kind === 'family' || row.kind === 'other-person') && row.looks === 'ahead';
}

/** "reports", "at bedside", "does not recall", "has noticed", "has been giving". */
function isTelling(words: readonly Word[], at: number): boolean {
  const [first, second, third] = [normAt(words, at), normAt(words, at + 1), normAt(words, at + 2)];
  if (INFORMANT.has(first) || (first === 'at' && second === 'bedside')) return true;
  if (!AUXILIARIES.has(first)) return false;
  if (INFORMANT.has(second) || PRESENCE.has(second)) return true;
  if (second === 'not') return INFORMANT.has(third) && (first === 'does' || first === 'did');
  return second === 'been' && (INFORMANT.has(third) || (third.endsWith('ing') && third !== 'having'));
}

/** The words before are of the kind "lives with", "according to". */
function isCompany(cue: CueMatch, words: readonly Word[], matches: readonly CueMatch[]): boolean {
  const before = beforeDeterminers(words, cue.from);
  return matches.some(({ row, to }) => row.kind === 'pseudo' && row.disarms === 'person' && to === before + 1);
}

function beforeDeterminers(words: readonly Word[], from: number): number {
  let at = from - 1;
  while (DETERMINERS.has(normAt(words, at))) at--;
  return at;
}

function normAt(words: readonly Word[], at: number): string {
  return words[at]?.norm ?? '';
}
