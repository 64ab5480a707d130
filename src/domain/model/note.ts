import type { Brand, Instant, Source, Span } from './primitives.ts';

export type NoteId = Brand<string, 'NoteId'>;

/** `DocumentReference/id#index-of-attachment`. */
export function noteId(documentReference: string, attachment = 0): NoteId {
  return `${documentReference}#${attachment}` as NoteId;
}

export const NOTE_TYPES = [
  'progress', 'hp', 'consult', 'discharge', 'ed', 'procedure', 'radiology', 'pathology', 'nursing', 'telephone', 'other',
] as const;
export type NoteType = (typeof NOTE_TYPES)[number];

/** Whose words these are, as far as ICD-10-CM guideline I.B.14 and I.A.19 care. */
export type AuthorRole = 'provider' | 'resident' | 'nurse' | 'ancillary' | 'student' | 'scribe' | 'patient' | 'unknown';

export interface Author {
  readonly name: string | null;
  readonly reference: string | null;
  readonly role: AuthorRole;
}

/** FHIR `docStatus`, with `superseded` and `entered-in-error` folded in from `status`. */
export type NoteStatus = 'preliminary' | 'final' | 'amended' | 'superseded' | 'entered-in-error' | 'unknown';

/** A piece of layout that the extraction saw. Offsets are UTF-16 into `Note.text`. */
export interface Block extends Span {
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'table-cell';
  /**
   * Begins a section that the document marks as one: its LOINC code, or null where it has none. Absent where the document
   * marks no section here. What the section is called stands in the text, if anywhere.
   */
  readonly section?: string | null;
}

/**
 * `text[start, end)` came from `source[from, to)`: UTF-16 offsets into the decoded attachment, or, of a PDF, into one text item.
 * Ascending by `start`, not overlapping. A source whose order is not the reading order (JSON, PDF) may be led back to in any order.
 */
export interface SourceSegment extends Span {
  readonly from: number;
  readonly to: number;
  /** Of a PDF: the page, from 1, and the text item, from 0, in the order in which the page's content draws it. */
  readonly item?: { readonly page: number; readonly index: number };
}

/**
 * A note as extracted text, and where it came from. The text is never changed after extraction:
 * every offset anywhere counts UTF-16 units in `text`.
 */
export interface Note {
  readonly id: NoteId;
  /** The DocumentReference (version: see `Source`). */
  readonly document: Source;
  readonly attachment: number;
  readonly contentType: string;
  readonly title: string;
  readonly type: NoteType;
  /** LOINC code of the document type, where there is one. */
  readonly typeCode: string | null;
  readonly status: NoteStatus;
  readonly date: Instant | null;
  readonly author: Author;
  /** `Encounter/id` of the encounter that the note belongs to, where it says so. */
  readonly encounter: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sourceMap: readonly SourceSegment[];
  /** What of the document the text lacks, in words for the reader. Absent: nothing. */
  readonly missing?: string;
  /** `sha256:…` in hex over the UTF-8 bytes of the decoded attachment (RTF and PDF: one character a byte) and of `text`. */
  readonly hashes: { readonly source: string; readonly text: string };
  readonly extractor: string;
  /** Codes of `meta.security` (and of the encounter it belongs to) that make it sensitive; empty: none. Never quoted to others. */
  readonly sensitivity: readonly string[];
}

/** A document that is listed but could not be read, or not understood: shown as such, never skipped in silence. */
export interface UnreadableNote {
  readonly document: Source;
  readonly attachment: number;
  readonly contentType: string;
  readonly title: string;
  readonly date: Instant | null;
  readonly encounter: string | null;
  /** `not-english`, `not-analysed`: its text was read, and nothing was taken from it. */
  readonly status: 'failed' | 'denied' | 'cannot-read-yet' | 'withheld' | 'not-english' | 'not-analysed';
  readonly why: string;
}
