import type { Analysis, GapFinding, QueryDraft, QueryFact, QuoteEvidence, Evidence, Suggestion, SuggestionAction } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import { draftsLeft, openQueries } from '../../domain/review/index.ts';

export type GroupId = 'unsupported' | 'unspecific' | 'missing' | 'gaps' | 'questions';

/** One thing to look at: one card. */
export type Item =
  | { readonly kind: 'suggestion'; readonly key: string; readonly suggestion: Suggestion }
  | { readonly kind: 'gap'; readonly key: string; readonly gap: GapFinding }
  /** The software's draft, or a colleague's question that waits for a clinician. */
  | { readonly kind: 'query'; readonly key: string; readonly query: QueryDraft; readonly gap: GapFinding | null }
  | { readonly kind: 'asked'; readonly key: string; readonly query: QueryFact };

export interface Group {
  readonly id: GroupId;
  readonly title: string;
  readonly items: readonly Item[];
}

/** What there is to review, in the published, non-financial order; empty groups are left out. Within a group the engine's order stands. */
export function groupsOf(open: OpenReview): readonly Group[] {
  const { analysis, chart, session } = open;
  const suggestions = (action: SuggestionAction): readonly Item[] =>
    openSuggestions(open).filter((s) => s.action === action).map((s) => ({ kind: 'suggestion', key: keyOf('s', s.id), suggestion: s }));
  const asked = new Set(analysis.queries.map((q) => q.rule));
  const gaps = analysis.gaps.filter((gap) => gap.outcome === 'open');
  const groups: readonly Group[] = [
    { id: 'unsupported', title: 'Not supported', items: suggestions('remove') },
    { id: 'unspecific', title: 'Needs detail', items: suggestions('specify') },
    { id: 'missing', title: 'Missing', items: suggestions('add') },
    { id: 'gaps', title: 'Care gaps', items: gaps.filter((gap) => !asked.has(gap.rule)).map(gapItem) },
    {
      id: 'questions', title: 'Questions for you',
      items: [
        ...openQueries(chart).filter(({ sender }) => sender !== session.user.reference).map((query): Item => ({ kind: 'asked', key: keyOf('a', query.source.reference.replaceAll(/[^\w-]+/g, '-')), query })),
        ...draftsLeft(analysis.queries, chart).map((query): Item => ({ kind: 'query', key: keyOf('q', query.id), query, gap: gaps.find((gap) => gap.rule === query.rule) ?? null })),
      ],
    },
  ];
  return groups.filter((group) => group.items.length > 0);
}

/** What asks for a decision: a rejection that was signed holds until there is new evidence (rule of trust 11). */
export function openSuggestions({ analysis, remembered }: Pick<OpenReview, 'analysis' | 'remembered'>): readonly Suggestion[] {
  return analysis.suggestions.filter(({ id }) => !remembered.has(id));
}

/** The keys of the cards open at first sight: the first few in order, over all groups. */
export function firstSight(groups: readonly Group[], count: number): ReadonlySet<string> {
  return new Set(groups.flatMap((group) => group.items).slice(0, count).map((item) => item.key));
}

export function cannotTell(analysis: Analysis): readonly GapFinding[] {
  return analysis.gaps.filter((gap) => gap.outcome === 'cannot-tell');
}

export function evidenceOf(item: Item): readonly Evidence[] {
  switch (item.kind) {
    case 'suggestion': return item.suggestion.evidence;
    case 'gap': return item.gap.evidence;
    case 'query': return item.query.indicators.map((indicator) => indicator.evidence);
    case 'asked': return [];
  }
}

export function quotesOf(evidence: readonly Evidence[]): readonly QuoteEvidence[] {
  return evidence.filter((e) => e.kind === 'quote');
}

/** A short name for announcements and labels. */
export function nameOf(item: Item): string {
  switch (item.kind) {
    case 'suggestion': return `${item.suggestion.code} ${item.suggestion.title}`;
    case 'gap': return item.gap.title;
    case 'query': return item.query.title;
    case 'asked': return item.query.question.title;
  }
}

function gapItem(gap: GapFinding): Item {
  return { kind: 'gap', key: keyOf('g', `${gap.rule}-${gap.topic}`), gap };
}

/** Safe as an element id. */
function keyOf(prefix: string, id: string): string {
  return `${prefix}-${id.replaceAll(/\s+/g, '_')}`;
}
