import type { Span } from './primitives.ts';
import type { NoteId } from './note.ts';

/** Verbatim words of a named version of a named document: `note.text.slice(start, end) === quote`. */
export interface QuoteEvidence extends Span {
  readonly kind: 'quote';
  readonly document: string;
  readonly version: string | null;
  readonly note: NoteId;
  /** The sentence around the mention. */
  readonly quote: string;
  /** The words to mark, UTF-16 offsets into the note's text. */
  readonly marks: readonly Span[];
  /** Stands apart from the quote before it, and decides with it: the head of a section or column, what is said in another sentence. */
  readonly completes?: true;
}

/** A dated chart fact. */
export interface FactEvidence {
  readonly kind: 'fact';
  readonly resource: string;
  readonly version: string | null;
  readonly code: string;
  /** For a person: "Hemoglobin A1c". */
  readonly label: string;
  readonly value?: number | string;
  readonly unit?: string;
  readonly date: string | null;
}

/** Nothing found, and what was searched: codes or words, in which kinds, over which days. */
export interface SearchedEvidence {
  readonly kind: 'searched';
  readonly what: readonly string[];
  readonly kinds: readonly string[];
  readonly from: string | null;
  readonly through: string;
  readonly found: 0;
}

export type Evidence = QuoteEvidence | FactEvidence | SearchedEvidence;
