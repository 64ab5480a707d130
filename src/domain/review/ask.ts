import type { AskedQuestion, Chart, Instant, Person, Proposed, ProposalId, QueryDraft, SentQuery, Source } from '../model/index.ts';
import type { Violation } from '../queries/lint/types.ts';
import { mayPropose } from '../model/index.ts';
import { lintQuery } from '../queries/lint/lint.ts';
import { isAlwaysOffered, lintable } from '../queries/lintable.ts';
import { sourceOf } from './queries.ts';
import { sealOf } from './seal.ts';
import { isShareable, mayBeShared } from './sensitive.ts';

export type AskResult =
  | { readonly ok: true; readonly query: SentQuery; readonly leftOut: number }
  /** `violations`: of the compliant practice, in the places of `asked`; empty where something else stands against it. */
  | { readonly ok: false; readonly why: string; readonly violations: readonly Violation[]; readonly asked: AskedQuestion | null };

/**
 * The one gate to a question that is sent, under the name of the CDI specialist or coder who sends it. What comes from sensitive notes or
 * entries stays out. Where something does, the options go with it, since they follow from all indicators together and would tell what was
 * left out: the question is then answered in the clinician's own words. What is left is held against the rules of a compliant query, and
 * nothing that fails them gets the brand (AHIMA/ACDIS 2022). Brings the linter's tables with it, so it is asked for when a question is.
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
  if (!mayPropose(who.role)) return refused('Only a CDI specialist or a coder sends a question. A clinician answers it; others can look.');
  const { question: asked, leftOut } = asSent(draft, chart);
  if (asked.indicators.length === 0 && leftOut > 0) return refused('The question rests on sensitive notes or entries alone, of which nobody is told. It is not sent. Speak with the clinician who made them.');
  if (asked.title === '' || asked.question === '') return refused('The question needs a title, and words that ask.');
  const violations = lintQuery(lintable(asked));
  if (violations.length > 0) return { ok: false, why: 'It does not keep the rules of a compliant query yet. Each is told beside what it marks.', violations, asked };
  const unsealed = { id, who, at, patient, encounter, question: branded(asked) };
  return { ok: true, query: { ...unsealed, seal: sealOf(unsealed) }, leftOut };
}

/** What others would see of a draft: nothing of sensitive sources, and the two answers that every question has left to the reader's side. */
function asSent({ rule, topic, title, indicators: all, question, options: offered, format }: QueryDraft, chart: Chart): { readonly question: AskedQuestion; readonly leftOut: number } {
  const indicators = all.filter((indicator) => isTellable(indicator, chart));
  const leftOut = all.length - indicators.length;
  const options = leftOut > 0 || format === 'open' ? [] : offered.filter((option) => option.trim() !== '' && !isAlwaysOffered(option));
  return {
    leftOut,
    question: {
      rule, topic, title: title.trim(), question: question.trim(), options, format: options.length === 0 ? 'open' : format,
      indicators: indicators.map(({ text, evidence }) => ({ text, source: sourceOf(evidence) })),
    },
  };
}

function refused(why: string): AskResult {
  return { ok: false, why, violations: [], asked: null };
}

function isTellable({ evidence, tells = [] }: QueryDraft['indicators'][number], chart: Chart): boolean {
  return mayBeShared(evidence, chart) && tells.every((reference) => isShareable({ reference, version: null }, chart));
}

function branded(question: AskedQuestion): Proposed<AskedQuestion> {
  return question as Proposed<AskedQuestion>;
}
