import type { Evidence, PerformedService, RefusedService, ServiceKind, Services, Span } from '../../model/index.ts';
import { globalDaysOf, serviceEntry } from '../services/pack.ts';
import { quoteOf, type Clause } from './clauses.ts';

/** What one part of the reading found, before parts are put together. */
export type Found = Services;

interface Details {
  readonly evidence: readonly Evidence[];
  readonly because: string;
  readonly authority: string;
  readonly units?: number;
  readonly modifiers?: readonly string[];
}

/** @throws Error when the pack does not have the code: a table of ours names a number that no other table explains */
export function performed(code: string, kind: ServiceKind, { evidence, because, authority, units = 1, modifiers = [] }: Details): PerformedService {
  const entry = serviceEntry(code);
  if (entry === null) throw new Error(`The pack of services has no ${code}.`);
  return { ...entry, kind, units, modifiers, evidence, because, authority, globalDays: globalDaysOf(code) };
}

export function refused(what: string, why: string, evidence: readonly Evidence[]): RefusedService {
  return { what, why, evidence };
}

export function together(parts: readonly Found[]): Found {
  return { performed: parts.flatMap((part) => part.performed), refused: parts.flatMap((part) => part.refused) };
}

/** Where a table's words stand in a clause: UTF-16 offsets into the note's text. */
export interface Named extends Span {
  readonly clause: Clause;
  readonly text: string;
}

export function namedIn(clauses: readonly Clause[], words: RegExp): readonly Named[] {
  return clauses.flatMap((clause) => [...clause.text.matchAll(words)].map((match): Named => {
    const start = clause.start + match.index;
    return { clause, start, end: start + match[0].length, text: match[0] };
  }));
}

export function evidenceOf(named: readonly Named[]): readonly Evidence[] {
  return named.slice(0, MOST_QUOTES).map((one) => quoteOf(one.clause, one));
}

const MOST_QUOTES = 3;

/** In the order in which each key was first met. */
export function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
