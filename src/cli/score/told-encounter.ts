/** A whole encounter as a person writes it for a gold set (test/score/README.md): header lines, then the notes. */
export interface ToldEncounter {
  /** Each line's value by its name, in order. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
  readonly notes: readonly ToldNote[];
}

export interface ToldNote {
  readonly kind: string;
  readonly status: string;
  readonly author: string;
  readonly at: string;
  /** Number, from 1, of the note that it replaces. */
  readonly replaces: number | null;
  /** Of an earlier visit. */
  readonly earlier: boolean;
  readonly text: string;
}

/** What the bars divide. */
export function parts(line: string): readonly string[] {
  return line.split('|').map((part) => part.trim());
}
