import type { Analysis, GapFinding, QueryDraft, QueryFact, QuoteEvidence, Evidence, Role, Suggestion, SuggestionAction, VisitLevel } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import { draftsLeft, openQueries } from '../../domain/review/index.ts';

export type GroupId = 'unsupported' | 'unspecific' | 'missing' | 'gaps' | 'questions' | 'visit';

/** One thing to look at: one card. */
export type Item =
  /** `level`: it is the visit's code, and this is its grid. */
  | { readonly kind: 'suggestion'; readonly key: string; readonly suggestion: Suggestion; readonly level?: VisitLevel }
  /** The visit's level where it asks for no decision: none can be told, or the claim has it. */
  | { readonly kind: 'level'; readonly key: string; readonly level: VisitLevel }
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
    openSuggestions(open).filter((s) => s.action === action && !isOfVisit(s, analysis)).map(suggestionItem);
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
    { id: 'visit', title: 'Visit level', items: visitItems(open) },
  ];
  return groups.filter((group) => group.items.length > 0);
}

/** What asks for a decision: a rejection that was signed holds until there is new evidence (rule of trust 11). */
export function openSuggestions({ analysis, remembered }: Pick<OpenReview, 'analysis' | 'remembered'>): readonly Suggestion[] {
  return analysis.suggestions.filter(({ id }) => !remembered.has(id));
}

/**
 * The keys of the cards open at first sight: the first few over all groups, by whose turn it is and then in order. The groups stay where they
 * are; of many care gaps none takes the place of a decision or a question.
 */
export function firstSight(groups: readonly Group[], count: number, role: Role): ReadonlySet<string> {
  const items = groups.flatMap((group) => group.items);
  return new Set(items.toSorted((a, b) => turnOf(a, role) - turnOf(b, role)).slice(0, count).map((item) => item.key));
}

/** A colleague who waits for an answer comes first, and to a CDI specialist the questions that may be sent. */
function turnOf(item: Item, role: Role): number {
  switch (item.kind) {
    case 'asked': return 0;
    case 'query': return role === 'cdi' ? 0 : 2;
    case 'suggestion': case 'level': return 1;
    /** A measure's finding comes when a person may be reading already: it takes no card's place. */
    case 'gap': return item.gap.measure === undefined ? 3 : 4;
  }
}

export function cannotTell(analysis: Analysis): readonly GapFinding[] {
  return analysis.gaps.filter((gap) => gap.outcome === 'cannot-tell');
}

export function evidenceOf(item: Item): readonly Evidence[] {
  switch (item.kind) {
    case 'suggestion': return item.level === undefined ? item.suggestion.evidence : evidenceOfLevel(item.level);
    case 'level': return evidenceOfLevel(item.level);
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
    case 'level': return item.level.code === null ? 'Visit level' : `${item.level.code} ${item.level.title ?? ''}`;
    case 'gap': return item.gap.title;
    case 'query': return item.query.title;
    case 'asked': return item.query.question.title;
  }
}

/** The visit's code with its grid, then what goes with it; a level that was rejected and signed stays away. */
function visitItems(open: OpenReview): readonly Item[] {
  const { visitLevel: level, visitItems: offered } = open.analysis;
  if (level === null) return [];
  const isLevel = (s: Suggestion): boolean => s.code === level.code;
  const asked = openSuggestions(open).filter((s) => isOfVisit(s, open.analysis));
  const also = asked.filter((s) => !isLevel(s)).map(suggestionItem);
  const main = asked.find(isLevel);
  if (main !== undefined) return [{ ...suggestionItem(main), level }, ...also];
  return offered.some(isLevel) ? also : [{ kind: 'level', key: 'visit-level', level }, ...also];
}

function isOfVisit({ id }: Suggestion, analysis: Analysis): boolean {
  return analysis.visitItems.some((item) => item.id === id);
}

/** A sentence that stands behind two cells is one passage. */
function evidenceOfLevel({ why }: VisitLevel): readonly Evidence[] {
  const all = why.flatMap(({ evidence }) => evidence);
  return all.filter((one, index) => all.findIndex((other) => sameEvidence(one, other)) === index);
}

export function sameEvidence(one: Evidence, other: Evidence): boolean {
  if (one.kind === 'quote') return other.kind === 'quote' && one.note === other.note && one.start === other.start && one.marks[0]?.start === other.marks[0]?.start;
  return one.kind === 'fact' ? other.kind === 'fact' && one.resource === other.resource && one.label === other.label : one === other;
}

function suggestionItem(suggestion: Suggestion): Item & { kind: 'suggestion' } {
  return { kind: 'suggestion', key: keyOf('s', suggestion.id), suggestion };
}

function gapItem(gap: GapFinding): Item {
  return { kind: 'gap', key: keyOf('g', `${gap.rule}-${gap.topic}`), gap };
}

/** Safe as an element id. */
function keyOf(prefix: string, id: string): string {
  return `${prefix}-${id.replaceAll(/\s+/g, '_')}`;
}
