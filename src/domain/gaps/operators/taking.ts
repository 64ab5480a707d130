import type { Evidence } from '../../model/index.ts';
import type { Snapshot } from '../index-chart.ts';
import type { NoteHit } from '../lookup/note-words.ts';
import type { TakingExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { medicationsWith, type Medication } from '../lookup/medication-words.ts';
import { noteWords } from '../lookup/note-words.ts';
import { toldDrug } from '../lookup/told-drug.ts';
import { quoteOf, searched } from './evidence.ts';
import { isBy, unseenNotes } from './provider-notes.ts';
import { unread } from './read-status.ts';
import { holdsTerm } from './terms.ts';
import { firstDayOf } from './this-visit.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function taking(name: string, drugs: readonly string[], of: Partial<Pick<TakingExpression, 'except' | 'forDays'>> = {}): TakingExpression {
  return { op: 'taking', name, drugs, except: [], forDays: null, ...of };
}

/** A note of this visit that stops it outweighs an order still in force; one that continues it outweighs that. */
export function evaluateTaking(expression: TakingExpression, snapshot: Snapshot): Verdict {
  const { name } = expression;
  const { taken, stopped } = told(expression, snapshot);
  const long = taken.find((hit) => isLong(hit, expression));
  if (long) return yes([quote(long)]);
  const orders = inForce(expression, snapshot);
  const standing = isStanding(orders, expression, snapshot);
  if (standing && (stopped.length === 0 || taken.length > 0)) return yes(orders.slice(0, CITED).map(orderFact));
  if (standing) return no(stopped.slice(0, CITED).map(quote));
  const missing = [...unread(snapshot, 'MedicationRequest'), ...unseenNotes(snapshot, 'anyone')];
  if (missing.length > 0) return cannotTell(missing);
  if (taken.length > 0 || orders.length > 0) return cannotTell([`${name}: for how long is not told`], [...orders.slice(0, CITED).map(orderFact), ...taken.slice(0, CITED).map(quote)]);
  if (stopped.length > 0) return no(stopped.slice(0, CITED).map(quote));
  return no([searched(snapshot, [name], ['MedicationRequest', 'DocumentReference'], null)]);
}

const CITED = 2;

function told({ drugs, except }: TakingExpression, snapshot: Snapshot): { readonly taken: readonly NoteHit[]; readonly stopped: readonly NoteHit[] } {
  const taken: NoteHit[] = [];
  const stopped: NoteHit[] = [];
  for (const hit of noteWords(snapshot).find(drugs)) {
    const { indexed, sentence } = hit;
    if (!indexed.thisVisit || !isBy(indexed, 'anyone')) continue;
    if (except.length > 0 && holdsTerm(indexed.note.text.slice(sentence.start, sentence.end), except)) continue;
    const said = toldDrug(hit);
    if (said === 'taken') taken.push(hit);
    if (said === 'not-taken') stopped.push(hit);
  }
  return { taken, stopped };
}

function isLong({ indexed: { note }, sentence }: NoteHit, { forDays }: TakingExpression): boolean {
  return forDays === null || holdsTerm(note.text.slice(sentence.start, sentence.end), LONG);
}

const LONG = [
  'long-term', 'long term', 'longterm', 'chronic*', 'home', 'maintenance', 'maintained', 'since', 'for years', 'for months', 'years', 'prior to admission', 'pta', 'refill*', 'continue', 'continues', 'continued', 'lifelong', 'indefinite*', 'resume', 'resumed', 'stable on', 'remains on', 'outpatient', 'steroid dependent', 'daily for',
];

/** Newest first. An administration of this encounter was given, whatever became of its order. */
function inForce({ drugs, except }: TakingExpression, snapshot: Snapshot): readonly Medication[] {
  const { asOf } = snapshot;
  const firstDay = firstDayOf(snapshot);
  return medicationsWith(snapshot, drugs)
    .filter(({ fact, words, at }) => {
      if (except.length > 0 && holdsTerm(words, except)) return false;
      if (at !== null && at.day > asOf.day) return false;
      if (fact.intent === 'proposal' || fact.intent === 'option') return false;
      return fact.status === 'active' || fact.status === 'on-hold' || fact.status === 'in-progress' || (fact.status === 'completed' && at !== null && at.day >= firstDay);
    })
    .toSorted((a, b) => (b.at?.day ?? -Infinity) - (a.at?.day ?? -Infinity));
}

/** Long-term: ordered so many days ago, or ordered again on another day. */
function isStanding(orders: readonly Medication[], { forDays }: TakingExpression, { asOf }: Snapshot): boolean {
  if (forDays === null) return orders.length > 0;
  const days = new Set(orders.flatMap(({ at }) => (at ? [at.day] : [])));
  return days.size > 1 || [...days].some((day) => asOf.day - day >= forDays);
}

function orderFact({ fact, words }: Medication): Evidence {
  return { kind: 'fact', resource: fact.source.reference, version: fact.source.version, code: fact.codings[0]?.code ?? '', label: fact.text ?? words, date: fact.date };
}

function quote({ indexed, sentence, start, end }: NoteHit): Evidence {
  return quoteOf(indexed, sentence, [{ start, end }]);
}
