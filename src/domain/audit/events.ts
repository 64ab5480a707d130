import type {
  Analysis, Attestation, Chart, Choice, Decision, Evidence, LoggedEvidence, LogEvent, Proposal, QueryChoice, SentQuery, SignedAnswer, Source, Suggestion, SuggestionId, Verification, WritePlan, WriteReceipt, WriteStep,
} from '../model/index.ts';
import { code, count, moment, NOT_LOGGED, reference, version, word } from './plain.ts';

type EventOf<K extends LogEvent['kind']> = Extract<LogEvent, { kind: K }>;

/** `sha256:…` of a quote with the log's salt. */
export type SaltedHash = (quote: string) => string;

/*
 * Each function takes the domain's own value and lets ids, versions, offsets, codes, rules and hashes through, by their form (plain.ts).
 * Titles, quotes, names, labels, values, reasons in a person's words and a server's words have no way in.
 */

export function reviewOpenedEvent(chart: Chart, analysis: Pick<Analysis, 'release'>): LogEvent {
  return {
    kind: 'review-opened',
    release: analysis.release === null ? null : word(analysis.release),
    notes: chart.notes.map((note) => source(note.document)),
    unread: [...new Set(chart.reads.filter(({ status }) => status !== 'read').map(({ kind, status }) => word(`${kind}:${status}`)))],
  };
}

/** Offsets and versions lead back to the words in the EHR; the salted hash tells whether they are the same words. */
export function shownEvent(suggestion: Suggestion, saltedHash: SaltedHash): LogEvent {
  return {
    kind: 'suggestion-shown',
    suggestion: word(suggestion.id),
    action: suggestion.action,
    system: word(suggestion.system),
    code: code(suggestion.code),
    from: suggestion.from === undefined ? null : code(suggestion.from),
    rules: suggestion.rules.map((rule) => ({ id: word(rule.id), version: word(rule.version) })),
    confidence: count(suggestion.confidence),
    evidence: suggestion.evidence.map((piece) => loggedEvidence(piece, saltedHash)),
  };
}

export function evidenceOpenedEvent(suggestion: SuggestionId): LogEvent {
  return { kind: 'evidence-opened', suggestion: word(suggestion) };
}

/** The reason as its code; what a person typed beside it stays in the record's Provenance. */
export function decidedEvent({ id, suggestion, choice }: Decision): LogEvent {
  return { kind: 'decided', decision: word(id), suggestion: word(suggestion.id), choice: choice.kind, ...chosen(choice, suggestion) };
}

export function undoneEvent(suggestion: SuggestionId): LogEvent {
  return { kind: 'undone', suggestion: word(suggestion) };
}

/** @param why one of the words for it, such as `changed` or `decided-elsewhere` */
export function heldBackEvent(suggestion: SuggestionId, why: string): LogEvent {
  return { kind: 'held-back', suggestion: word(suggestion), why: word(why) };
}

export function attestedEvent({ id, decisions, seal }: Attestation | Verification): LogEvent {
  return { kind: 'attested', id: word(id), decisions: decisions.map((d) => word(d.id)), seal: word(seal), corrects: corrected(decisions) };
}

export function proposedEvent({ id, decisions, seal }: Proposal): LogEvent {
  return { kind: 'proposed', id: word(id), decisions: decisions.map((d) => word(d.id)), seal: word(seal), corrects: corrected(decisions) };
}

export function querySentEvent({ id, question, seal }: SentQuery): LogEvent {
  return { kind: 'query-sent', id: word(id), rule: word(question.rule), seal: word(seal) };
}

/** Which of the answers that the question offered; a clinician's own words stay in the record. */
export function queryAnsweredEvent({ id, answer: { task, question, choice }, seal }: SignedAnswer): LogEvent {
  return { kind: 'query-answered', id: word(id), task: reference(task.reference), rule: word(question.rule), answer: answered(choice), seal: word(seal) };
}

function answered(choice: QueryChoice): string {
  return choice.kind === 'option' ? `option-${count(choice.index) + 1}` : choice.kind;
}

/** One receipt of one step. A server's own words on a refusal stay out. */
export function writeEvent(plan: Pick<WritePlan, 'event'>, step: WriteStep, receipt: WriteReceipt): LogEvent {
  return {
    kind: 'write',
    event: word(plan.event),
    step: word(step.id),
    key: word(step.key),
    action: step.action.kind,
    to: step.to,
    outcome: receipt.outcome,
    resource: receipt.resource === null ? null : source(receipt.resource),
  };
}

export function reviewClosedEvent(how: EventOf<'review-closed'>['how']): LogEvent {
  return { kind: 'review-closed', how };
}

function chosen(choice: Choice, suggestion: Suggestion): Pick<EventOf<'decided'>, 'code' | 'reason' | 'target'> {
  switch (choice.kind) {
    case 'accept': return { code: code(suggestion.code), reason: null, target: choice.target };
    case 'modify': return { code: code(choice.code), reason: null, target: choice.target };
    case 'reject':
    case 'defer': return { code: code(suggestion.code), reason: word(choice.reason), target: null };
  }
}

function corrected(decisions: readonly Decision[]): readonly string[] {
  return [...new Set(decisions.flatMap(({ suggestion }) => (suggestion.corrects === undefined ? [] : [reference(suggestion.corrects.reference)])))];
}

function loggedEvidence(piece: Evidence, saltedHash: SaltedHash): LoggedEvidence {
  switch (piece.kind) {
    case 'quote': return {
      kind: 'quote',
      ...document(piece.document, piece.version),
      attachment: attachmentOf(piece.note),
      start: count(piece.start),
      end: count(piece.end),
      hash: word(saltedHash(piece.quote)),
    };
    case 'fact': return { kind: 'fact', resource: reference(piece.resource), version: version(piece.version), code: code(piece.code) };
    case 'searched': return {
      kind: 'searched',
      what: searchedFor(piece.what),
      kinds: piece.kinds.map(word),
      from: piece.from === null ? null : moment(piece.from),
      through: moment(piece.through),
    };
  }
}

function document(at: string, of: string | null): { readonly document: string; readonly version: string | null } {
  return { document: reference(at), version: version(of) };
}

/** `DocumentReference/id#index`: the index, from 0. */
function attachmentOf(note: string): number {
  return Number(/#(\d{1,4})$/.exec(note)?.[1] ?? 0);
}

/** Codes; words that were searched for are those of the rule, which the entry names with its version. */
function searchedFor(what: readonly string[]): readonly string[] {
  return [...new Set(what.map(code))].filter((one, _index, all) => one !== NOT_LOGGED || all.length === 1);
}

function source({ reference: at, version: of }: Source): Source {
  return { reference: reference(at), version: version(of) };
}
