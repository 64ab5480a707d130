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
  /** Codes and titles that match the words typed, best first: the code picker's search. */
  search(words: string, limit: number): readonly CodeEntry[];
}

/** The loaded releases. */
export interface CodeSets {
  readonly newest: CodeSet;
  /** The release in force on that day of service (or discharge); undefined outside what is loaded, or where only a year or a month is known: say so, never guess. */
  inForce(date: CalendarDate): CodeSet | undefined;
}
