import type { Chart, Note, QueryDraft, QueryFact, QueryPolicy } from '../model/index.ts';
import { showsNothingNew } from '../review/queries.ts';
import { ageInDays } from './life.ts';

/**
 * The drafts whose matter nobody has asked about yet. Asking again until the answer suits is what a compliant practice forbids
 * (AHIMA/ACDIS 2022). Left out is what waits for an answer at this encounter; what was answered at it, where the draft shows nothing new;
 * what a note of it tells as the answer to a query; and, of what lasts over visits, what was answered elsewhere in the policy's days.
 */
export function withoutAsked(drafts: readonly QueryDraft[], chart: Chart, policy: QueryPolicy): readonly QueryDraft[] {
  const told = drafts.length === 0 ? [] : chart.notes.filter((note) => isOfVisit(note, chart)).flatMap(answersIn);
  return drafts.filter((draft) => !(chart.queries ?? []).some((fact) => stopsAsking(fact, draft, chart, policy)) && !told.some((words) => isAbout(words, draft)));
}

function stopsAsking(fact: QueryFact, draft: QueryDraft, chart: Chart, { askAgainAfterDays }: QueryPolicy): boolean {
  if (fact.status === 'cancelled' || !isSameMatter(fact, draft)) return false;
  if (fact.encounter === null || fact.encounter === chart.encounter.source.reference) return fact.status === 'open' || showsNothingNew(fact, draft);
  if (fact.status !== 'answered' || OF_ONE_EPISODE.has(draft.rule) || askAgainAfterDays === null) return false;
  const days = ageInDays({ at: fact.answer?.at ?? fact.at }, chart.asOf);
  return days !== null && days < askAgainAfterDays;
}

function isSameMatter({ question }: QueryFact, { rule, title }: QueryDraft): boolean {
  return question.rule === rule || question.title === title;
}

/** What each stay or illness asks anew: an answer about the last one says nothing of this one. */
const OF_ONE_EPISODE: ReadonlySet<string> = new Set([
  'acute-confusion-query', 'acute-respiratory-failure-no-diagnosis', 'aki-no-diagnosis', 'aki-validation', 'blood-loss-anemia-no-diagnosis',
  'encephalopathy-validation', 'hypoglycemia-no-diagnosis', 'hypokalemia-no-diagnosis', 'hyponatremia-no-diagnosis', 'malnutrition-validation', 'mi-type-validation',
  'pneumonia-validation', 'pressure-ulcer-nurse-only', 'provider-conflict', 'respiratory-failure-validation', 'same-note-conflict', 'sepsis-no-diagnosis',
  'sepsis-validation', 'troponin-query',
]);

function isOfVisit({ encounter, status, author: { role } }: Note, chart: Chart): boolean {
  const isWithdrawn = status === 'superseded' || status === 'entered-in-error';
  return !isWithdrawn && (encounter === null || encounter === chart.encounter.source.reference) && ANSWERING.has(role);
}

const ANSWERING: ReadonlySet<Note['author']['role']> = new Set(['provider', 'resident', 'unknown']);

/** What stands after "Query response:" and the like, to the end of its paragraph. */
function answersIn({ text }: Note): readonly string[] {
  return [...text.matchAll(ANSWERED)].map(({ index }) => {
    const paragraph = text.slice(index, index + REACH);
    const end = paragraph.search(/\n[ \t]{0,20}\n/);
    return (end === -1 ? paragraph : paragraph.slice(0, end)).toLowerCase();
  });
}

const REACH = 600;
const ANSWERED = /\b(?:query (?:response|reply|answer(?:ed)?)|(?:in )?(?:response|reply|answer) to (?:(?:the|a|your|this) )?(?:(?:cdi|coding|coder|documentation|clinical|provider|physician) ){0,3}query|(?:documentation|clinical) clarification (?:response|addendum))\b/giu;

/** It names the finding or one of the diagnoses that the draft asks about. */
function isAbout(words: string, { title, options, topic }: QueryDraft): boolean {
  const telling = [title, ...options, topic.replaceAll('-', ' ')].flatMap((part) => part.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !COMMON.has(word));
  return telling.some((word) => words.includes(word.slice(0, STEM)));
}

const STEM = 7;

/** Words of many questions, which tell none from another. */
const COMMON: ReadonlySet<string> = new Set(('clinical significance result results value values finding findings reading readings level levels diagnosis diagnoses documented documentation status type types stage '
  + 'acute chronic severe moderate mild other unspecified specify please unable determine condition disease disorder failure syndrome without with that this these query conflict validation '
  + 'class cause secondary primary related present absent none only another kind elevated normal abnormal further present note notes same provider patient history active current').split(' '));
