import type { AskedQuestion, Chart, Evidence, GapFinding, QueryDraft, Suggestion, VisitLevel } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import type { Item } from './items.ts';
import { UNDETERMINED } from '../../domain/review/index.ts';
import { aboutPatient, emptyTitle, isShort, patientName, readSentence, releaseWords, sourceLine, visitOf } from './chart-words.ts';
import { cannotTell, groupsOf, nameOf } from './items.ts';
import { levelRows } from './visit-level.ts';
import { undecidedOf } from './left-out.ts';
import { outcomeDetail, outcomeWord } from './outcome.ts';
import { billingWords, dayOf, KIND_WORDS, momentOf, READ_WORDS, REMOVAL_WORDS, searchedWords, valueWords, withDays } from './words.ts';

/** The whole result in words, folded or not: what is copied and printed. */
export interface Summary {
  readonly title: string;
  readonly about: readonly string[];
  readonly parts: readonly SummaryPart[];
  readonly close: string;
}

interface SummaryPart {
  readonly title: string;
  readonly items: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

/** @param at when it was made, ISO 8601 */
export function summaryOf(open: OpenReview, at: string): Summary {
  const { analysis, chart } = open;
  const groups = groupsOf(open).map((group): SummaryPart => ({ title: group.title, items: group.items.map((item) => itemOf(item, open)) }));
  const untold = [
    ...cannotTell(analysis).map((gap) => ({ title: gap.title, lines: [withDays(gap.why)] })),
    ...undecidedOf(analysis).map(({ letters, why, evidence }) => ({ title: `“${letters}”`, lines: [why, ...evidence.map((each) => evidenceLine(each, chart))] })),
  ];
  return {
    title: 'Countersign: review of one visit',
    about: aboutOf(open, at),
    parts: [
      ...(groups.length === 0 ? [{ title: emptyTitle(chart), items: [] }] : groups),
      { title: 'Cannot be told from what was read', items: untold },
      { title: 'Not read', items: notRead(chart) },
    ].filter((part, index) => index === 0 || part.items.length > 0),
    close: 'Found by software, for a clinician to check. Not part of the medical record, and not a signature.',
  };
}

export function asText({ title, about, parts, close }: Summary): string {
  const blocks = parts.map((part) => [part.title.toUpperCase(), ...part.items.flatMap((item) => ['', item.title, ...item.lines.map((line) => `  ${line}`)])].join('\n'));
  return [[title, ...about].join('\n'), ...blocks, close].join('\n\n');
}

/** The patient is named only where this app names the patient: elsewhere the EHR's own banner does. */
function aboutOf({ analysis, chart, session }: OpenReview, at: string): readonly string[] {
  const patient = session.needPatientBanner ? [`Patient: ${[patientName(chart), aboutPatient(chart.patient)].filter((part) => part !== '').join(', ')}`] : [];
  return [...patient, `Visit: ${visitOf(chart)}`, `Code set: ${releaseWords(analysis.release)}`, `Read: ${readSentence(chart)}`, `Made: ${momentOf(at)}, for ${session.user.name}`];
}

function itemOf(item: Item, open: OpenReview): SummaryPart['items'][number] {
  switch (item.kind) {
    case 'suggestion': return { title: titleOf(item.suggestion), lines: [...suggestionLines(item.suggestion, open), ...(item.level === undefined ? [] : levelLines(item.level, open.chart))] };
    case 'level': return { title: nameOf(item), lines: levelLines(item.level, open.chart) };
    case 'gap': return { title: item.gap.title, lines: [...gapLines(item.gap), ...item.gap.evidence.map((each) => evidenceLine(each, open.chart))] };
    case 'asked': return { title: `${item.query.question.title} (asked by ${item.query.senderName ?? 'a colleague'}, waits for an answer)`, lines: askedLines(item.query.question) };
    case 'query': return { title: `${item.query.title} (draft of a question, not sent)`, lines: [...queryLines(item.query), ...(item.gap === null ? [] : gapLines(item.gap))] };
  }
}

function titleOf(suggestion: Suggestion): string {
  const { action, from, instead, code, title } = suggestion;
  switch (action) {
    case 'add': return `${instead === undefined ? 'Add' : `Replace ${instead} on the draft claim by`} ${[`${code} ${title}`, billingWords(suggestion)].filter((part) => part !== '').join(', ')}`;
    case 'specify': return `Replace ${from ?? 'the charted code'} by ${code} ${title}`;
    case 'remove': return `Take off this encounter: ${code} ${title}`;
  }
}

function suggestionLines(suggestion: Suggestion, open: OpenReview): readonly string[] {
  const decision = open.decisions.get(suggestion.id);
  const modified = decision?.choice.kind === 'modify' ? ` to ${decision.choice.code} ${decision.choice.title}` : '';
  return [
    decision === undefined ? 'Not decided' : `${outcomeWord(decision)}${modified}: ${outcomeDetail(open, decision)}`,
    ...suggestion.evidence.map((each) => evidenceLine(each, open.chart)),
    ...(suggestion.reason === undefined ? [] : [`Why: ${REMOVAL_WORDS[suggestion.reason]}`]),
    ...suggestion.rules.map((rule) => `Why: ${rule.because} (${rule.authority})`),
    ...suggestion.alternatives.map((other) => `Or: ${other.code} ${other.title}`),
  ];
}

function levelLines(level: VisitLevel, chart: Chart): readonly string[] {
  return levelRows(level).flatMap(({ name, value, reasons }) => [
    [name, value].filter((part) => part !== null).join(': '),
    ...reasons.flatMap(({ says, evidence }) => [`- ${withDays(says)}`, ...evidence.map((each) => evidenceLine(each, chart))]),
  ]);
}

function gapLines({ why, authority }: GapFinding): readonly string[] {
  return [`Why: ${withDays(why)} (${authority.join('; ')})`];
}

function queryLines({ indicators, question, options }: QueryDraft): readonly string[] {
  return [...indicators.map(({ text }) => `- ${withDays(text)}`), question, ...options.map((option) => `[ ] ${option}`)];
}

function askedLines({ indicators, question, options }: AskedQuestion): readonly string[] {
  return [...indicators.map(({ text }) => `- ${withDays(text)}`), question, ...options.map((option) => `[ ] ${option}`), '[ ] Other', `[ ] ${UNDETERMINED}`];
}

export function evidenceLine(evidence: Evidence, chart: Chart): string {
  switch (evidence.kind) {
    case 'quote': {
      const note = chart.notes.find((each) => each.id === evidence.note);
      return `“${evidence.quote.replaceAll(/\s+/g, ' ').trim()}”${note === undefined ? '' : ` (${sourceLine(note)})`}`;
    }
    case 'fact': return [`${evidence.label} ${valueWords(evidence)}`.trim(), dayOf(evidence.date)].join(', ');
    case 'searched': return searchedWords(evidence);
  }
}

function notRead({ unreadable, reads }: Chart): SummaryPart['items'] {
  return [
    ...unreadable.map((note) => ({ title: `${note.title}, ${dayOf(note.date)}`, lines: [note.why] })),
    ...reads.filter(isShort).map((report) => ({ title: `${KIND_WORDS[report.kind]}: ${READ_WORDS[report.status].toLowerCase()}`, lines: report.why === null ? [] : [report.why] })),
  ];
}
