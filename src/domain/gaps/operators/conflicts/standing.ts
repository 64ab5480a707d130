import type { Author } from '../../../model/index.ts';
import type { Snapshot } from '../../index-chart.ts';
import type { AnalysedNote } from '../provider-notes.ts';
import type { Said } from './said.ts';
import { isSameAuthor } from '../../../coding/corrected.ts';
import { providerNotes } from '../provider-notes.ts';

/** This visit's signed notes of providers who say who they are, earliest first; readings of images and specimens are no treating provider's (III.B). */
export function signedNotes(snapshot: Snapshot): readonly AnalysedNote[] {
  return providerNotes(snapshot)
    .filter(({ thisVisit, note }) => thisVisit && note.status !== 'preliminary' && note.type !== 'radiology' && note.type !== 'pathology')
    .toSorted((a, b) => dateOf(a).localeCompare(dateOf(b)));
}

/** Who answers for the stay: the author of its summary, else of the last note that no consultant or emergency physician wrote. */
export function attendingOf(notes: readonly AnalysedNote[]): Author | null {
  const own = notes.filter(({ note }) => note.type !== 'consult' && note.type !== 'ed' && note.type !== 'procedure');
  return (own.findLast(({ note }) => note.type === 'discharge') ?? own.at(-1))?.note.author ?? null;
}

/**
 * What is only a first impression: an emergency physician's, or that of somebody who admitted or trains and is followed by the attending. The attending's word
 * takes its place.
 */
export function isSuperseded(said: Said, notes: readonly AnalysedNote[], { chart }: Snapshot): boolean {
  const { note } = said.in;
  const attending = attendingOf(notes);
  if (attending === null || isSameAuthor(note.author, attending)) return false;
  if (note.type === 'ed' && chart.encounter.setting !== 'ed') return true;
  return (note.type === 'hp' || note.author.role === 'resident') && notes.some((later) => isSameAuthor(later.note.author, attending) && dateOf(later) >= dateOf(said.in));
}

/** A sentence that takes up what another has said: nothing is left to ask. */
export function takesUpAnother({ words, sentence, start, end }: Said): boolean {
  const before = words.slice(0, start - sentence.start).split(ENDS).at(-1) ?? '';
  const after = words.slice(end - sentence.start).split(ENDS)[0] ?? '';
  const clause = `${before}${words.slice(start - sentence.start, end - sentence.start)}${after}`;
  return TAKES_UP.test(clause) && !REFUSES.test(clause);
}

/** "Continue sacubitril per cardiology", in the next breath, takes up a drug and no reading. */
const ENDS = /[.;](?:\s|$)/;

const TAKES_UP = /\b(?:agree[sd]?|concurs?|concurred|in agreement|as per|per (?:cardiology|nephrology|neurology|pulm\w{0,8}|surgery|psychiatry|id|infectious disease|hematology|gi|ortho\w{0,8}|icu|critical care|consult\w{0,4}|dr)|reviewed with|discussed with|after discussion|consensus|defer(?:red|ring)? to|revised|reconsidered|on review|in retrospect)\b/i;
const REFUSES = /\b(?:(?:do|does|did) not|don['’]t|cannot|can['’]t|not|dis)\s?-?(?:agree|concur|in agreement)\w{0,2}\b|\bdisagree/i;

export function isByAnother(one: Said, other: Said): boolean {
  return isNamed(one.in.note.author) && isNamed(other.in.note.author) && !isSameAuthor(one.in.note.author, other.in.note.author);
}

/** A note that names no author may be anybody's. */
function isNamed({ name, reference }: Author): boolean {
  return name !== null || reference !== null;
}

export function dateOf({ note }: AnalysedNote): string {
  return note.date ?? '';
}
