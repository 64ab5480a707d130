import type { Coding, Evidence } from '../../model/index.ts';
import type { Snapshot } from '../index-chart.ts';
import type { ChartEvent, EventKind } from '../lookup/chart-events.ts';
import type { DoneExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { dotted, undotted } from '../../coding/tabular.ts';
import { chartEvents, eventFact, wordsOf } from '../lookup/chart-events.ts';
import { noteWords } from '../lookup/note-words.ts';
import { toldDone } from '../lookup/told-done.ts';
import { quoteOf, searched } from './evidence.ts';
import { isBy, unseenNotes } from './provider-notes.ts';
import { unread } from './read-status.ts';
import { holdsTerm } from './terms.ts';
import { daysOf, monthsBefore } from './time.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function done(name: string, of: Pick<DoneExpression, 'codes' | 'words' | 'kinds' | 'withinMonths'> & Partial<Pick<DoneExpression, 'except' | 'times'>>): DoneExpression {
  return { op: 'done', name, except: [], times: 1, ...of };
}

/**
 * Elsewhere counts as here: what a note says was done answers as a result does, on the day that the note tells.
 * Done, and nobody says when, answers "ever" and leaves a window open. What was not read can only add to what was found.
 */
export function evaluateDone(expression: DoneExpression, snapshot: Snapshot): Verdict {
  const from = expression.withinMonths === null ? null : monthsBefore(snapshot.asOf.day, expression.withinMonths);
  const seen = new Occasions(from, snapshot.asOf.day);
  for (const event of charted(expression, snapshot)) {
    seen.add(event.date === null ? null : daysOf(event.date, snapshot.zone), eventFact(event));
    if (seen.sure >= expression.times) return yes(seen.evidence);
  }
  const words = told(expression, snapshot, seen);
  if (seen.sure >= expression.times) return yes(seen.evidence);
  if (seen.sure + seen.unsure >= expression.times) return cannotTell([`${expression.name}: done, and when is not exact enough`], seen.evidence);
  const missing = [...expression.kinds.flatMap((kind) => unread(snapshot, kind)), ...(words ? unseenNotes(snapshot, 'anyone') : [])];
  if (missing.length > 0) return cannotTell(missing, seen.evidence);
  return no([...seen.evidence, searched(snapshot, whatOf(expression), [...expression.kinds, 'DocumentReference'], from)]);
}

/** Different days within a window, and what may lie in it or not. */
export class Occasions {
  readonly #from: number | null;
  readonly #through: number;
  readonly #days = new Map<number, Evidence>();
  readonly #open: Evidence[] = [];
  #more = 0;
  #unsure = 0;

  constructor(from: number | null, through: number) {
    this.#from = from;
    this.#through = through;
  }

  get sure(): number { return this.#days.size + this.#more; }

  get unsure(): number { return this.#unsure; }

  get evidence(): readonly Evidence[] { return [...new Set([...this.#days.values(), ...this.#open])]; }

  /** @param times more than one where the same words count several */
  add(days: { readonly from: number; readonly through: number } | null, evidence: Evidence, times = 1): void {
    if (days && days.from > this.#through) return;
    if (days && this.#from !== null && days.through < this.#from) return;
    if (this.#from === null || (days && days.from >= this.#from)) {
      const key = days?.from ?? -1;
      if (!this.#days.has(key)) this.#more += times - 1;
      if (!this.#days.has(key)) this.#days.set(key, evidence);
      return;
    }
    this.#open.push(evidence);
    this.#unsure += times;
  }
}

function whatOf({ name, codes }: DoneExpression): readonly string[] {
  return [name, ...Object.values(codes).flat()];
}

/** Newest first. */
function charted(expression: DoneExpression, snapshot: Snapshot): readonly ChartEvent[] {
  const widened = snapshot.valueSets?.[expression.name] ?? [];
  const found = new Set(expression.kinds.flatMap((kind) => ofKind(kind, expression, widened, snapshot)));
  return [...found].filter((event) => !event.notDone && (expression.except.length === 0 || !holdsTerm(wordsOf(event), expression.except)))
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
}

function ofKind(kind: EventKind, { codes, words }: DoneExpression, widened: readonly Coding[], snapshot: Snapshot): readonly ChartEvent[] {
  const events = chartEvents(snapshot, kind);
  const coded = Object.entries(codes).flatMap(([system, list]) => ((system === 'icd10') !== (kind === 'Condition') ? [] : list).flatMap((code) =>
    (system === 'icd10' ? events.withCodePrefix(code) : events.withCode(code)).filter(({ codings }) =>
      codings.some((coding) => SYSTEMS[system as keyof typeof SYSTEMS].has(coding.system) && (system === 'icd10' ? dotted(undotted(coding.code)).startsWith(code) : coding.code === code)))));
  const site = widened.flatMap(({ system, code }) => events.withCode(code).filter(({ codings }) => codings.some((coding) => coding.system === system && coding.code === code)));
  return [...coded, ...site, ...events.withWords(words)];
}

const SYSTEMS: Record<keyof DoneExpression['codes'], ReadonlySet<string>> = {
  loinc: new Set(['http://loinc.org', 'urn:oid:2.16.840.1.113883.6.1']),
  cvx: new Set(['http://hl7.org/fhir/sid/cvx', 'urn:oid:2.16.840.1.113883.12.292']),
  hcpcs: new Set(['https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'urn:oid:2.16.840.1.113883.6.285', 'http://terminology.hl7.org/CodeSystem/HCPCS-all-codes']),
  icd10: new Set(['http://hl7.org/fhir/sid/icd-10-cm', 'urn:oid:2.16.840.1.113883.6.90']),
  rxnorm: new Set(['http://www.nlm.nih.gov/research/umls/rxnorm', 'urn:oid:2.16.840.1.113883.6.88']),
};

/** @returns whether notes were asked at all */
function told(expression: DoneExpression, snapshot: Snapshot, seen: Occasions): boolean {
  if (expression.words.length === 0) return false;
  for (const hit of noteWords(snapshot).find(expression.words)) {
    const { indexed, sentence, start, end } = hit;
    if (!isBy(indexed, 'anyone')) continue;
    if (expression.except.length > 0 && holdsTerm(indexed.note.text.slice(sentence.start, sentence.end), expression.except)) continue;
    const said = toldDone(hit, snapshot);
    if (said) seen.add(said.when, quoteOf(indexed, sentence, [{ start, end }]), said.times);
    if (seen.sure >= expression.times) return true;
  }
  return true;
}
