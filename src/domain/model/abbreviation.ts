import type { NoteContext, Section, Sentence, Token } from './mention.ts';
import type { Span } from './primitives.ts';

/** A note taken apart, as far as abbreviations are read in it. */
export interface NoteWords {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  sectionOf(sentence: number): Section | null;
}

/** Something that an abbreviation may stand for. */
export interface AbbreviationMeaning {
  readonly expansion: string;
  /** Best first, with the dot; may be empty. They may belong to different releases. */
  readonly codes: readonly string[];
  /** Not meant unless much speaks for it. */
  readonly seldom: boolean;
}

/** An abbreviation where it stands; offsets are UTF-16 into the note's text. */
export interface AbbreviationRead extends Span {
  /** Index of its first token among the note's, and one past its last. */
  readonly from: number;
  readonly to: number;
  readonly written: string;
  /** Null where the context does not decide. */
  readonly meaning: AbbreviationMeaning | null;
  /** All that it may stand for. */
  readonly candidates: readonly AbbreviationMeaning[];
  /** Where the note itself says what it stands for, in words that the tables do not have. */
  readonly definedAs: Span | null;
}

/** What abbreviations stand for, by the words around them. */
export interface Abbreviations {
  /** Rows of the tables. */
  readonly rows: number;
  /** Those of the note, left to right, not overlapping; linear in the number of tokens. */
  read(note: NoteWords, context: Pick<NoteContext, 'ageYears' | 'sex'>): readonly AbbreviationRead[];
  /** One of them, with the reason in plain words; null where the tables do not have it. The span may cover several words. */
  readAt(note: NoteWords, span: Span): (AbbreviationRead & { readonly why: string }) | null;
  /** All that these letters may stand for. */
  candidates(written: string): readonly AbbreviationMeaning[];
}
