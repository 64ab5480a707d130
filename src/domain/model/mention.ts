import type { Brand, Span } from './primitives.ts';
import type { AuthorRole, NoteId, NoteType } from './note.ts';

/** `icd:E11.9` for a title or inclusion term, `syn:…` for a row of the synonym tables. */
export type ConceptId = Brand<string, 'ConceptId'>;

export const ASSERTION_STATUSES = [
  'present', 'absent', 'possible', 'historical', 'family', 'hypothetical', 'other-person',
] as const;
/** What the author says of the condition; the words are defined in docs/assertion.md. */
export type AssertionStatus = (typeof ASSERTION_STATUSES)[number];

export type CueKind =
  | 'negation' | 'uncertainty' | 'history' | 'hypothetical' | 'family' | 'other-person' | 'scope-end' | 'section' | 'question';

/** The words that decided: a ConText edge from modifier to target (Harkema et al., 2009). */
export interface Cue extends Span {
  readonly text: string;
  readonly kind: CueKind;
}

export interface Assertion {
  readonly status: AssertionStatus;
  /** ConText's temporality: false when the text reports the condition as past history, even where it is still ongoing. */
  readonly recent: boolean;
  readonly cues: readonly Cue[];
}

/** The section of a note that a sentence stands in. */
export type SectionKind =
  | 'chief-complaint' | 'hpi' | 'past-history' | 'surgical-history' | 'family-history' | 'social-history' | 'allergies' | 'medications'
  | 'problem-list' | 'ros' | 'vitals' | 'exam' | 'results' | 'assessment' | 'plan' | 'hospital-course' | 'instructions' | 'indication'
  | 'impression' | 'discharge-diagnosis' | 'screening'
  /** Written after the note was done: later than all above it. */
  | 'addendum' | 'other';

export interface Section extends Span {
  readonly kind: SectionKind;
  /** The header as written; empty span at the start of text before any header. */
  readonly header: Span;
}

export type Sentence = Span;

export interface Token extends Span {
  /** Lower-cased, diacritics folded, possessive dropped. */
  readonly norm: string;
  /** Written in capitals (`PAD`, `T2DM`): two letters or more, none lower case. Tells AIDS from hearing aids. */
  readonly caps?: true;
}

/** What is said near a concept and makes it more specific: `laterality` `right`, `stage` `stage 3b`. Offsets are UTF-16 into the note's text. */
export interface Attribute extends Span {
  readonly text: string;
  readonly axis: string;
  /** `not …` where the author says that it is not so. */
  readonly value: string;
  /** The title of the mention's first code reports it. */
  readonly reported: boolean;
}

/** A stretch of a note that names a concept, with the attributes that touch it. Offsets are UTF-16 into the note's text. */
export interface Mention extends Span {
  readonly note: NoteId;
  readonly text: string;
  readonly concept: ConceptId;
  /** Candidate codes, best first, with the dot; may be headers. They report the attributes as far as the release in force does. */
  readonly codes: readonly string[];
  /** How many of the first codes are meant together, one for each side; absent: the others are alternatives to the first. */
  readonly together?: number;
  /** In order of text. */
  readonly attributes: readonly Attribute[];
  readonly assertion: Assertion;
  readonly section: SectionKind | null;
  /** Index into `NoteFindings.sentences`. */
  readonly sentence: number;
}

/** What one note yields. Sentence hashes let `conclude` recognise copied-forward text without the text. */
export interface NoteFindings {
  readonly note: NoteId;
  /** `other`: not English, so that nothing was looked for. */
  readonly language: 'english' | 'other';
  readonly mentions: readonly Mention[];
  readonly sentences: readonly (Span & { readonly hash: string })[];
  /** End to end, in order: what the note is made of decides what its words report. */
  readonly sections: readonly Section[];
}

export interface NoteContext {
  readonly ageYears: number | null;
  readonly sex: 'male' | 'female' | 'unknown';
  readonly setting: 'outpatient' | 'observation' | 'inpatient' | 'emergency';
  readonly noteType: NoteType;
  readonly authorRole: AuthorRole;
  readonly serviceDate: string | null;
}
