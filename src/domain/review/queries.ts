import type { AskedQuestion, Chart, Evidence, Person, QueryChoice, QueryDraft, QueryFact, Source } from '../model/index.ts';

/** Questions that nobody has answered, oldest first. */
export function openQueries(chart: Chart): readonly QueryFact[] {
  return ofThisEncounter(chart).filter((fact) => fact.status === 'open').toSorted((a, b) => time(a) - time(b));
}

/** What this person asked on this encounter, newest first, with what became of it. */
export function ownQueries(chart: Chart, user: Person): readonly QueryFact[] {
  return ofThisEncounter(chart).filter((fact) => fact.sender === user.reference).toSorted((a, b) => time(b) - time(a));
}

/** Answered, or taken back; newest first. */
export function closedQueries(chart: Chart): readonly QueryFact[] {
  return ofThisEncounter(chart).filter((fact) => fact.status !== 'open').toSorted((a, b) => time(b) - time(a));
}

/**
 * The software's own drafts that still make sense beside what was asked: none of a rule whose question is open, and none whose question was
 * answered on these very indicators. Asking again until the answer suits is what a compliant practice forbids (AHIMA/ACDIS 2022).
 */
export function draftsLeft(drafts: readonly QueryDraft[], chart: Chart): readonly QueryDraft[] {
  const asked = ofThisEncounter(chart);
  return drafts.filter((draft) => !asked.some((fact) => fact.question.rule === draft.rule && (fact.status === 'open' || (fact.status === 'answered' && showsNothingNew(fact, draft)))));
}

/** Each indicator of the draft stood in the question, in that version. */
export function showsNothingNew({ question: { indicators } }: QueryFact, draft: QueryDraft): boolean {
  return draft.indicators.every(({ evidence }) => {
    const source = sourceOf(evidence);
    return indicators.some((known) => (source === null || known.source === null ? source === known.source
      : source.reference === known.source.reference && (source.version === null || known.source.version === null || source.version === known.source.version)));
  });
}

/** Where a piece of evidence comes from; null where what is meant is that nothing was found. */
export function sourceOf(evidence: Evidence): Source | null {
  switch (evidence.kind) {
    case 'quote': return { reference: evidence.document, version: evidence.version };
    case 'fact': return { reference: evidence.resource, version: evidence.version };
    case 'searched': return null;
  }
}

/** The words of an answer. */
export function answerWords({ options }: Pick<AskedQuestion, 'options'>, choice: QueryChoice): string {
  switch (choice.kind) {
    case 'option': return `${options[choice.index] ?? ''}${choice.text === undefined ? '' : `: ${choice.text}`}`;
    case 'other': return choice.text;
    case 'undetermined': return UNDETERMINED;
  }
}

/** "Hypertension of another type (please specify the type)" says nothing without words. */
export function asksForWords(option: string): boolean {
  return /\bspecify\b/i.test(option);
}

/** On every question (AHIMA/ACDIS 2022). */
export const UNDETERMINED = 'Unable to determine';

function ofThisEncounter({ queries = [], encounter }: Chart): readonly QueryFact[] {
  return queries.filter((fact) => fact.encounter === null || fact.encounter === encounter.source.reference);
}

function time({ at }: QueryFact): number {
  const parsed = Date.parse(at ?? '');
  return Number.isNaN(parsed) ? 0 : parsed;
}
