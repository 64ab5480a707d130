import type { AskedQuestion, Chart, Instant, Person, Proposed, ProposalId, QueryDraft, SentQuery, Source } from '../model/index.ts';
import { mayPropose } from '../model/index.ts';
import { sourceOf } from './queries.ts';
import { sealOf } from './seal.ts';
import { isShareable, mayBeShared } from './sensitive.ts';
import { isSentQueryShape } from './query-shape.ts';

export type AskResult =
  | { readonly ok: true; readonly query: SentQuery; readonly leftOut: number }
  | { readonly ok: false; readonly why: string };

/**
 * The one gate to a question that is sent: as the rule drafted it, under the name of the CDI specialist or coder who sends it. What comes from
 * sensitive notes or entries stays out. Where something does, the options go with it, since they follow from all indicators together and
 * would tell what was left out: the question is then answered in the clinician's own words.
 */
export function askQuestion({ draft, who, at, id, patient, encounter, chart }: {
  readonly draft: QueryDraft;
  readonly who: Person;
  readonly at: Instant;
  readonly id: ProposalId;
  readonly patient: string;
  readonly encounter: Source;
  readonly chart: Chart;
}): AskResult {
  if (!mayPropose(who.role)) return { ok: false, why: 'Only a CDI specialist or a coder sends a question. A clinician answers it; others can look.' };
  const indicators = draft.indicators.filter((indicator) => isTellable(indicator, chart));
  if (indicators.length === 0) return { ok: false, why: 'The question rests on sensitive notes or entries alone, of which nobody is told. It is not sent. Speak with the clinician who made them.' };
  const leftOut = draft.indicators.length - indicators.length;
  const { rule, topic, title, question } = draft;
  const options = leftOut > 0 ? [] : draft.options.filter((option) => !ALWAYS_OFFERED.test(option));
  const asked: AskedQuestion = {
    rule, topic, title, question, options, format: options.length === 0 ? 'open' : draft.format,
    indicators: indicators.map(({ text, evidence }) => ({ text, source: sourceOf(evidence) })),
  };
  const unsealed = { id, who, at, patient, encounter, question: branded(asked) };
  return { ok: true, query: { ...unsealed, seal: sealOf(unsealed) }, leftOut };
}

/** A question as it comes back from storage, checked as `reopen` checks a countersignature. */
export function reopenQuestion(stored: unknown): { readonly ok: true; readonly query: SentQuery } | { readonly ok: false; readonly why: string } {
  if (!isSentQueryShape(stored)) return { ok: false, why: 'The stored question cannot be read. Nothing of it is written; send it again.' };
  const { seal, ...unsealed } = stored;
  if (seal !== sealOf(unsealed)) return { ok: false, why: 'The stored question was changed after it was sent. Nothing of it is written; send it again.' };
  if (!mayPropose(stored.who.role)) return { ok: false, why: 'The stored question is not a CDI specialist\'s or coder\'s. Nothing of it is written.' };
  return { ok: true, query: { ...stored, question: branded(stored.question) } };
}

/** Both are on every question, so they are no options of this one. */
const ALWAYS_OFFERED = /^(?:other\b|unable to determine\b)/i;

function isTellable({ evidence, tells = [] }: QueryDraft['indicators'][number], chart: Chart): boolean {
  return mayBeShared(evidence, chart) && tells.every((reference) => isShareable({ reference, version: null }, chart));
}

function branded(question: AskedQuestion): Proposed<AskedQuestion> {
  return question as Proposed<AskedQuestion>;
}
