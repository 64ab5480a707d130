import type { CalendarDate, InstructionalNote } from '../model/index.ts';

/** A release that the tables know: `bit` marks it in `releases`. */
export interface TabularRelease {
  readonly release: string;
  readonly bit: number;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate;
  readonly counts: { readonly billable: number; readonly headers: number };
  /** Titles that this release words differently: node index → title. */
  readonly retitled: ReadonlyMap<number, string>;
}

/** A seventh character and what it adds to the title. */
export type SeventhCharacter = readonly [char: string, meaning: string];

/**
 * The tabular list of one or more releases as columns; index = place in tabular order.
 * Codes that only add a seventh character by rule are not rows: see `seventhOf`.
 */
export interface Tabular {
  readonly releases: readonly TabularRelease[];
  /** Without the dot. */
  readonly codes: readonly string[];
  readonly titles: readonly string[];
  /** Index of the row above; -1 for a category. */
  readonly parents: Int32Array;
  /** Bits of the releases that a row belongs to. */
  readonly inReleases: Uint8Array;
  /** 0: inherits; n: has `seventhSets[n - 1]` itself. */
  readonly seventh: Uint8Array;
  readonly seventhSets: readonly (readonly SeventhCharacter[])[];
  /** Inclusion terms, and the row that each belongs to. */
  readonly inclusionTerms: readonly string[];
  readonly inclusionRows: Int32Array;
  /** Instructions for a row, nearest first; absent where the tables were made without them. */
  readonly notesOf?: (row: number) => readonly InstructionalNote[];
}

/**
 * The seventh characters that apply to a row: its own set or that of the nearest row above that has one
 * (24 rows override an ancestor's); none for a code that is seven characters long already (M86.8X11, Z87.8901).
 * Authority: ICD-10-CM Guidelines I.A.4 and I.A.5, tabular 7th-character notes.
 */
export function seventhOf(tabular: Tabular, row: number): readonly SeventhCharacter[] {
  if ((tabular.codes[row]?.length ?? 7) > 6) return [];
  for (let at = row; at >= 0; at = tabular.parents[at] ?? -1) {
    const set = tabular.seventh[at] ?? 0;
    if (set > 0) return tabular.seventhSets[set - 1] ?? [];
  }
  return [];
}

/** Code with the dot after the category. */
export function dotted(code: string): string {
  return code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}

/** Code without dot and blanks, upper case: the form of `Tabular.codes`. */
export function undotted(code: string): string {
  return code.replace(/[.\s]/g, '').toUpperCase();
}

/** Filled with the placeholder X up to the sixth character, so that a seventh can follow (Guidelines I.A.4). */
export function padded(code: string): string {
  return code.padEnd(6, 'X');
}
