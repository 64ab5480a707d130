import type { GapFinding } from './gap.ts';
import type { NoteFindings } from './mention.ts';
import type { QueryDraft } from './query.ts';
import type { ReadReport } from './reading.ts';
import type { Suggestion } from './suggestion.ts';
import type { UnreadableNote } from './note.ts';

/** What the notes and the chart mean together, as of `chart.asOf`. */
export interface Analysis {
  /** The code-set release in force on the day of service; null when that day is outside the loaded releases (then no code is suggested). */
  readonly release: string | null;
  readonly suggestions: readonly Suggestion[];
  readonly gaps: readonly GapFinding[];
  readonly queries: readonly QueryDraft[];
  /** Understood, and left out on purpose. */
  readonly leftOut: readonly { readonly code: string; readonly why: string }[];
  readonly findings: readonly NoteFindings[];
  readonly unread: readonly ReadReport[];
  readonly unreadable: readonly UnreadableNote[];
}
