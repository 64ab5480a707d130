/** What the tabular list asks for beside a code (Guidelines I.A.13, I.A.17). */
export type InstructionKind = 'code-first' | 'use-additional' | 'code-also';

/** One line of the tabular list that names codes, resolved in tabular order. */
export interface Instruction {
  readonly kind: InstructionKind;
  /** Where it stands: the code (with the dot), the section (`J09-J18`) or the chapter (`chapter 10`). */
  readonly at: string;
  /** "if applicable", "to identify", "such as": it asks only where the record gives cause; a missing code is no fault by itself. */
  readonly conditional: boolean;
  /** The codes that it names, in a form for a person: `B95-B97`, `N18.1-N18.4`; with the dot. */
  readonly names: readonly string[];
  /** Whether the code (with or without the dot) is one of those named, extensions and all below included. */
  readonly covers: (code: string) => boolean;
}

export interface Exclusion {
  /** Where the note stands: code, section or chapter. */
  readonly at: string;
  /** The one of the two, as given, whose note names the other: the note sends what it excludes to the other. */
  readonly by: string;
  /** It excludes one condition among those that the other code reports, and may not be what that code means here: a question alone. */
  readonly narrow: boolean;
}

/**
 * Instructional notes of the tabular list, with what is inherited from category, section and chapter, nearest first.
 * Codes are taken with or without the dot; a code that the tabular list lacks has no instructions.
 */
export interface Instructions {
  /** Where one code's Excludes1 names the other, in either direction; null where neither does. Authority: Guidelines I.A.12.a. */
  excludes1(a: string, b: string): null | Exclusion;
  codeFirst(code: string): readonly Instruction[];
  useAdditional(code: string): readonly Instruction[];
  codeAlso(code: string): readonly Instruction[];
}
