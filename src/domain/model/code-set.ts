import type { CalendarDate } from './primitives.ts';

/** FHIR's name of the code system; `fhir/decode` brings its other names to this one. */
export const ICD_10_CM = 'http://hl7.org/fhir/sid/icd-10-cm';

export interface CodeEntry {
  /** With the dot: `E11.22`. */
  readonly code: string;
  readonly title: string;
  readonly billable: boolean;
  /** The code or category above, with the dot; null for a category. */
  readonly parent: string | null;
}

/** What a block of the tabular list instructs. Authority: ICD-10-CM Guidelines I.A.10 to I.A.17. */
export type NoteKind = 'includes' | 'excludes1' | 'excludes2' | 'code-first' | 'use-additional' | 'code-also' | 'note' | 'seventh-character';

/** One block of instructions, as it stands in the tabular list. */
export interface InstructionalNote {
  /** Where it stands: the code (with the dot), the section (`J09-J18`) or the chapter (`chapter 10`). */
  readonly at: string;
  readonly kind: NoteKind;
  /** A line that ends in a colon heads those below it. */
  readonly lines: readonly string[];
}

/** One release of one code system. Codes are taken with or without the dot, in any case. */
export interface CodeSet {
  readonly system: 'icd-10-cm';
  readonly release: string;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate;
  readonly counts: { readonly billable: number; readonly headers: number };
  entry(code: string): CodeEntry | undefined;
  /** Direct children, in tabular order. */
  children(code: string): readonly CodeEntry[];
  /**
   * What the tabular list instructs for the code: at the code itself, then at what stands above it, nearest first.
   * Absent where the release was loaded without its notes, which says nothing of whether there are any.
   */
  readonly notes?: (code: string) => readonly InstructionalNote[];
  /** Codes and titles that match the words typed, best first: the code picker's search. */
  search(words: string, limit: number): readonly CodeEntry[];
}

/** The loaded releases. */
export interface CodeSets {
  readonly newest: CodeSet;
  /** The release in force on that day of service (or discharge); undefined outside what is loaded, or where only a year or a month is known: say so, never guess. */
  inForce(date: CalendarDate): CodeSet | undefined;
  /** All of them. */
  readonly loaded: readonly CodeSet[];
}
