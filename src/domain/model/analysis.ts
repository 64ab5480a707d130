import type { QuoteEvidence } from './evidence.ts';
import type { GapFinding } from './gap.ts';
import type { NoteFindings } from './mention.ts';
import type { PrecheckFinding } from './precheck.ts';
import type { QueryDraft, QuestionTemplate } from './query.ts';
import type { ReadReport } from './reading.ts';
import type { Suggestion } from './suggestion.ts';
import type { UnreadableNote } from './note.ts';
import type { Services } from './service.ts';
import type { VisitLevel } from './visit-level.ts';

/** Understood, and left out on purpose; or one of the things that an abbreviation may stand for, where the context does not decide. */
export interface LeftOutCode {
  readonly code: string;
  /** Null where the release in force does not have the code. */
  readonly title: string | null;
  readonly why: string;
  /** Where the notes speak of it; empty where only the chart does. */
  readonly evidence: readonly QuoteEvidence[];
  /** The letters that nothing decides: the answer is *cannot tell*. */
  readonly undecided?: string;
}

/** What the notes and the chart mean together, as of `chart.asOf`. */
export interface Analysis {
  /** The code-set release in force on the day of service; null when that day is outside the loaded releases (then no code is suggested). */
  readonly release: string | null;
  readonly suggestions: readonly Suggestion[];
  readonly gaps: readonly GapFinding[];
  readonly queries: readonly QueryDraft[];
  /** What a question may begin with, by clinical picture. Absent: nothing. */
  readonly templates?: readonly QuestionTemplate[];
  readonly leftOut: readonly LeftOutCode[];
  /** Performed at this encounter, on its draft claim or not; and what was performed and cannot be coded. */
  readonly services: Services;
  /** The visit's code and what goes beside it, each to be accepted for the claim or not; empty where the draft has them, or no visit is supported. */
  readonly visitItems: readonly Suggestion[];
  /** Null where the visit was not levelled at all; a level that cannot be told has a null code and says why. */
  readonly visitLevel: VisitLevel | null;
  /** What is wrong with the diagnoses as they would stand, each with its mend. */
  readonly precheck: readonly PrecheckFinding[];
  readonly findings: readonly NoteFindings[];
  readonly unread: readonly ReadReport[];
  readonly unreadable: readonly UnreadableNote[];
}
