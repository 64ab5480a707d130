import type { CueMatch } from './match-cues.ts';
import { INFORMANT } from './cues/people.ts';
import type { Word } from './words.ts';

/**
 * A relative or friend who tells, or who came along: "Mom reports fever", "lives with wife".
 * Not when what follows is their own disease: "lives with wife who has TB".
 */
export function tellsOfThePatient(cue: CueMatch, words: readonly Word[], matches: readonly CueMatch[]): boolean {
  if (!isPerson(cue)) return false;
  if (isSourceInBrackets(cue, words)) return true;
  let next = cue.to;
  while (next < words.length && next < cue.to + 4 && STEPPED_OVER.has(normAt(words, next))) next++;
  return (isTelling(words, next) && !isToldOfThemselves(cue, words, next)) || (isCompany(cue, words, matches) && !OWN_DISEASE.has(normAt(words, normAt(words, next) === ',' ? next + 1 : next)));
}

/** "Hemochromatosis in a sibling", "VTE (sis)", "melanoma - father", "Hypertension: mother": the cue looks back, too. */
export function followsItsDisease(cue: CueMatch, words: readonly Word[]): boolean {
  if (!isPerson(cue)) return false;
  const before = beforeDeterminers(words, cue.from);
  const norm = normAt(words, before);
  return LINKS.has(norm) || (norm === 'of' && HISTORY_WORDS.has(normAt(words, before - 1)));
}

/** "Confused since this morning (daughter)": after a time of this illness, a relative alone in brackets is who tells it. */
function isSourceInBrackets(cue: CueMatch, words: readonly Word[]): boolean {
  const before = beforeDeterminers(words, cue.from);
  return normAt(words, before) === '(' && normAt(words, cue.to) === ')' && TIMES_OF_NOW.has(normAt(words, before - 1));
}

const TIMES_OF_NOW: ReadonlySet<string> = new Set(['today', 'tonight', 'yesterday', 'morning', 'afternoon', 'evening', 'night', 'noon', 'midnight', 'overnight', 'hour', 'hours', 'hrs', 'day', 'days', 'week', 'weeks', 'wks', 'weekend', 'now', 'lately', 'recently', 'am', 'pm']);

/** Words that may stand before a person: "in *a*", "*both her*". */
export const DETERMINERS: ReadonlySet<string> = new Set([
  'a', 'an', 'his', 'her', 'their', 'the', 'pt', 'patient', 'both', 'one', 'two', 'three', 'multiple', 'several', 'many', 'other', 'maternal', 'paternal', 'mat', 'pat', 'older', 'younger', 'own', '1', '2', '3', 'first', '1st', 'half',
]);

const LINKS: ReadonlySet<string> = new Set(['in', 'among', 'amongst', 'affecting', '(', '-', ':', '/', '=', '¦', 'x2', 'x3', 'x4']);
const HISTORY_WORDS: ReadonlySet<string> = new Set(['hx', 'history']);

/** Between a person and what they do: "mother *and father both* report". */
const STEPPED_OVER: ReadonlySet<string> = new Set([
  'and', '&', 'father', 'dad', 'mother', 'mom', 'parents', '(', ')', 'wife', 'husband', 'also', 'then', 'who', 'that', 'she', 'daughter', 'son', 'sister', 'brother', 'both', 'main', 'chief', 'only', 'primary', 'biggest', 'greatest',
]);
/** After company: the person's own disease follows, "lives with wife who has TB", "brought by neighbour, who is just over influenza". */
const OWN_DISEASE: ReadonlySet<string> = new Set(['with', 'w', 'who', 'has', 'had', 'whose']);
const AUXILIARIES: ReadonlySet<string> = new Set(['has', 'have', 'had', 'is', 'was', 'been', 'also', 'does', 'did', 'in']);
/** "Is in the room", "are in agreement". */
const PRESENCE: ReadonlySet<string> = new Set(['room', 'agreement']);

function isPerson({ row }: CueMatch): boolean {
  return (row.kind === 'family' || row.kind === 'other-person') && row.looks === 'ahead';
}

/** "reports", "at bedside", "does not recall", "has noticed", "has been giving". */
function isTelling(words: readonly Word[], at: number): boolean {
  const [first, second, third] = [normAt(words, at), normAt(words, at + 1), normAt(words, at + 2)];
  if (TAKING.has(first) && !TAKEN_ALONG.has(second)) return false;
  if ((first === 'denies' || first === 'denied') ? reflexiveAfter(words, at) : ofTheirOwn(words, at)) return false;
  if (INFORMANT.has(first) || (first === 'at' && second === 'bedside')) return true;
  if (!AUXILIARIES.has(first)) return false;
  if (PRESENCE.has(second) || (INFORMANT.has(second) && !(BEING.has(first) && UNDERGONE.has(second)))) return true;
  if (second === 'not') return INFORMANT.has(third) && (first === 'does' || first === 'did');
  return second === 'been' && (INFORMANT.has(third) || (third.endsWith('ing') && third !== 'having'));
}

/** "Daughter *took her* to urgent care" tells of the patient; "husband takes warfarin" and "son took his own pills" do not. */
const TAKING: ReadonlySet<string> = new Set(['takes', 'took']);
const TAKEN_ALONG: ReadonlySet<string> = new Set(['her', 'him', 'them', 'pt', 'patient', 'the', 'care', 'over', 'notes', 'note', 'a', 'to']);

/** "*His* wife *was told* that *she* has diabetes": not of him. Where patient and relative may be the same "she", nobody can tell. */
function isToldOfThemselves(cue: CueMatch, words: readonly Word[], at: number): boolean {
  if (!BEING.has(normAt(words, at)) || normAt(words, at + 1) !== 'told') return false;
  const own = normAt(words, cue.from) === 'his' || normAt(words, cue.from - 1) === 'his' ? 'she' : normAt(words, cue.from) === 'her' || normAt(words, cue.from - 1) === 'her' ? 'he' : null;
  return own !== null && words.slice(at + 2, at + 9).some(({ norm }) => norm === own) && !words.slice(at + 2, at + 9).some(({ norm }) => norm === (own === 'she' ? 'he' : 'she'));
}

const POSSESSIVES: ReadonlySet<string> = new Set(['his', 'her', 'their']);
const REFLEXIVES: ReadonlySet<string> = new Set(['herself', 'himself', 'themselves']);
const BEING: ReadonlySet<string> = new Set(['is', 'was', 'been']);
/** What is done to the one who is ill: "son was *seen* here with croup". */
const UNDERGONE: ReadonlySet<string> = new Set(['seen', 'found', 'sent', 'noted', 'observed', 'thought', 'felt', 'treating', 'tried', 'picked', 'checked', 'using']);

/** "His wife denies snoring *herself*": of her own. */
function reflexiveAfter(words: readonly Word[], at: number): boolean {
  for (let to = at + 1; to < words.length && to <= at + 5; to++) {
    if (REFLEXIVES.has(words[to]!.norm)) return true;
    if (words[to]!.norm === ',' || words[to]!.norm === ';') return false;
  }
  return false;
}

/** "Mother says *she herself* had eczema", "her ex told *her he* has chlamydia": they tell of themselves. */
function ofTheirOwn(words: readonly Word[], at: number): boolean {
  for (let to = at + 1; to + 1 < words.length && to <= at + 8; to++) if (POSSESSIVES.has(words[to]!.norm) && words[to + 1]!.norm === 'own') return true;
  for (let to = at + 1; to < words.length && to <= at + 4; to++) {
    const [here, next] = [words[to]!.norm, normAt(words, to + 1)];
    if ((here === 'she' || here === 'he' || here === 'they') && REFLEXIVES.has(next)) return true;
    if (words[at]!.norm === 'told' && ((here === 'her' && (next === 'he' || normAt(words, to + 2) === 'he')) || (here === 'him' && (next === 'she' || normAt(words, to + 2) === 'she')))) return true;
  }
  return false;
}

/** The words before are of the kind "lives with", "according to". */
function isCompany(cue: CueMatch, words: readonly Word[], matches: readonly CueMatch[]): boolean {
  const before = beforeDeterminers(words, cue.from);
  return matches.some(({ row, from, to }) => row.kind === 'pseudo' && row.disarms === 'person' && from <= before && before < to && to <= cue.from);
}

function beforeDeterminers(words: readonly Word[], from: number): number {
  let at = from - 1;
  while (DETERMINERS.has(normAt(words, at))) at--;
  return at;
}

function normAt(words: readonly Word[], at: number): string {
  return words[at]?.norm ?? '';
}
