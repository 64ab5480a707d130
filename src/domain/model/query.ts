import type { Attested, AttestationId } from './attestation.ts';
import type { Brand, Instant, Source } from './primitives.ts';
import type { Evidence } from './evidence.ts';
import type { Person } from './person.ts';
import type { Proposed, ProposalId } from './proposal.ts';

export type QueryId = Brand<string, 'QueryId'>;
export const QUERY_FORMATS = ['multiple-choice', 'yes-no', 'open'] as const;
export type QueryFormat = (typeof QUERY_FORMATS)[number];

/** A compliant question to the provider (AHIMA/ACDIS 2022): dated indicators, neutral title, supported options. */
export interface QueryDraft {
  readonly id: QueryId;
  readonly rule: string;
  readonly topic: string;
  readonly title: string;
  readonly indicators: readonly {
    readonly text: string;
    readonly evidence: Evidence;
    /** Other resources whose values the text tells, too: of what it was calculated. */
    readonly tells?: readonly string[];
  }[];
  readonly question: string;
  readonly options: readonly string[];
  readonly format: QueryFormat;
}

/** The words of a clinical picture's question, to begin one with. */
export interface QuestionTemplate {
  readonly rule: string;
  readonly topic: string;
  readonly title: string;
  readonly question: string;
  /** Without "other" and "unable to determine". Empty: an open question. */
  readonly options: readonly string[];
}

/** A question as it is sent and as it stands in the record: what may be shown to others, and no more. */
export interface AskedQuestion {
  readonly rule: string;
  readonly topic: string;
  readonly title: string;
  /** `source`: the note or chart entry that it comes from; null where what is meant is that nothing was found. */
  readonly indicators: readonly { readonly text: string; readonly source: Source | null }[];
  readonly question: string;
  /** Without "other" and "unable to determine", which every question has. Empty: it is answered in the clinician's own words. */
  readonly options: readonly string[];
  readonly format: QueryFormat;
}

/** What somebody who may not attest asks a clinician. `askQuestion()` in domain/review makes it. Asks, and changes no diagnosis. */
export interface SentQuery {
  readonly id: ProposalId;
  readonly who: Person;
  readonly at: Instant;
  readonly patient: string;
  readonly encounter: Source;
  readonly question: Proposed<AskedQuestion>;
  /** SHA-256 in hex over everything above, as in an attestation. */
  readonly seal: string;
}

export type QueryChoice =
  /** Index into `AskedQuestion.options`, from 0; with words where the option asks for them (`asksForWords`). */
  | { readonly kind: 'option'; readonly index: number; readonly text?: string }
  | { readonly kind: 'other'; readonly text: string }
  | { readonly kind: 'undetermined' };

export interface QueryAnswer {
  /** The question's Task in the version that was seen. */
  readonly task: Source;
  readonly question: AskedQuestion;
  readonly choice: QueryChoice;
}

/** A clinician's answer, with their name to it. `answerQuestion()` in domain/review makes it. Writes no diagnosis. */
export interface SignedAnswer {
  readonly id: AttestationId;
  readonly who: Person;
  readonly at: Instant;
  readonly statement: string;
  readonly patient: string;
  readonly encounter: Source;
  readonly answer: Attested<QueryAnswer>;
  /** SHA-256 in hex over everything above. */
  readonly seal: string;
}

/** `cancelled`: by its sender, or closed in the EHR without an answer of ours. */
export type QueryStatus = 'open' | 'answered' | 'cancelled';

/** Where an open question stands by the site's policy, or how it ended. */
export type QueryLife = 'waiting' | 'remind' | 'escalate' | 'expired' | 'answered' | 'withdrawn';

/** What a sender does with a question that waits. */
export type QueryFollowUp = 'remind' | 'escalate';

/** How a question ended that nobody answered. */
export interface QueryClosing {
  readonly how: 'withdrawn' | 'expired';
  /** Of a withdrawal: the sender's words. */
  readonly reason: string | null;
}

/** A question as it stands in the record (Task), and what became of it. */
export interface QueryFact {
  /** The Task; an absolute reference where it stands on the companion server. */
  readonly source: Source;
  readonly status: QueryStatus;
  /** `Practitioner/id`. */
  readonly sender: string | null;
  readonly senderName: string | null;
  readonly at: Instant | null;
  readonly encounter: string | null;
  /** Canonical address of its Questionnaire, for the response to name. */
  readonly questionnaire: string | null;
  readonly question: AskedQuestion;
  /** When its clinicians were reminded, and when it went to somebody else. Absent or null: not. */
  readonly reminded?: Instant | null;
  readonly escalated?: Instant | null;
  /** Who has it now, where the record names them in words. Absent or null: not known. */
  readonly ownerName?: string | null;
  /** Of a cancelled one, where we closed it. Absent or null: not known. */
  readonly closing?: QueryClosing | null;
  /** `words`: the option's, the clinician's own, or "Unable to determine". */
  readonly answer: { readonly who: string | null; readonly whoName: string | null; readonly at: Instant | null; readonly choice: QueryChoice; readonly words: string } | null;
}
