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

/**
 * Where clauses have the words, in order. Each note is searched once and not clause by clause: most tables name what most notes do not.
 * @param words global; @param clauses in order of text, those of one note together
 */
export function namedIn(clauses: readonly Clause[], words: RegExp): readonly Named[] {
  const found: Named[] = [];
  for (let from = 0; from < clauses.length;) {
    const { note } = clauses[from]!;
    let to = from + 1;
    while (to < clauses.length && clauses[to]!.note === note) to++;
    const base = clauses[from]!.start;
    let at = from;
    for (const match of note.text.slice(base, clauses[to - 1]!.end).matchAll(words)) {
      const start = base + match.index;
      const end = start + match[0].length;
      while (at < to && clauses[at]!.end <= start) at++;
      const clause = clauses[at];
      if (at < to && clause !== undefined && clause.start <= start && end <= clause.end) found.push({ clause, start, end, text: match[0] });
    }
    from = to;
  }
  return found;
}

export function evidenceOf(named: readonly Named[]): readonly Evidence[] {
  return named.slice(0, MOST_QUOTES).map((one) => quoteOf(one.clause, one));
}

const MOST_QUOTES = 3;
