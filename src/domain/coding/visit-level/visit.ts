import type { Mention, Note, NoteFindings, PerformedService, QuoteEvidence, Span, VisitReason, VisitSetting } from '../../model/index.ts';
import type { Payer } from '../services/payer.ts';

export type PatientType = 'new' | 'established' | 'unknown';

export interface VisitNote {
  readonly note: Note;
  readonly findings: NoteFindings;
}

/** What a level is computed from: the billing provider's notes of the date, and what is known around them. */
export interface VisitToLevel {
  readonly notes: readonly VisitNote[];
  readonly patientType: PatientType;
  readonly setting: VisitSetting;
  readonly ageYears: number | null;
  readonly payer: Payer;
  readonly performed: readonly PerformedService[];
}

/** Where a statement stands: what was before, what was found, what is judged and done. */
export type NotePart = 'history' | 'past' | 'findings' | 'assessment';

/** A sentence, or the part of one up to a semicolon. Offsets are UTF-16 into the note's text. */
export interface Statement extends Span {
  readonly note: Note;
  readonly text: string;
  readonly part: NotePart;
  /** Begins a line. */
  readonly opensLine: boolean;
  readonly mentions: readonly Mention[];
}

/** Words of a note that decide something. */
export interface Found {
  readonly statement: Statement;
  readonly start: number;
  readonly end: number;
}

/** A statement longer than this (UTF-16 units) is quoted by its words alone. */
const LONGEST_QUOTE = 320;

/** The statement with the words marked: a word alone does not tell a person what was said of it. */
export function quoteOf(statement: Statement, { start, end }: Span): QuoteEvidence {
  const { note } = statement;
  const whole = withoutBlanks(note.text, statement);
  const around = start >= whole.start && end <= whole.end && whole.end - whole.start <= LONGEST_QUOTE ? whole : { start, end };
  return { kind: 'quote', document: note.document.reference, version: note.document.version, note: note.id, ...around, quote: note.text.slice(around.start, around.end), marks: [{ start, end }] };
}

function withoutBlanks(text: string, { start, end }: Span): Span {
  const said = text.slice(start, end);
  return { start: start + said.length - said.trimStart().length, end: end - said.length + said.trimEnd().length };
}

export function reason(element: VisitReason['element'], says: string, ...found: readonly Found[]): VisitReason {
  return { element, says, evidence: found.map(({ statement, start, end }) => quoteOf(statement, { start, end })) };
}

/** The first place where the pattern stands in the statement, as offsets of the note. */
export function find(pattern: RegExp, statement: Statement): Found | null {
  const at = pattern.exec(statement.text);
  if (at === null) return null;
  const start = statement.start + at.index;
  return { statement, start, end: start + at[0].length };
}

/** The first statement in which the pattern stands, in order of the notes. */
export function findIn(pattern: RegExp, statements: readonly Statement[], allow: (found: Found) => boolean = () => true): Found | null {
  for (const statement of statements) {
    const found = find(pattern, statement);
    if (found !== null && allow(found)) return found;
  }
  return null;
}

const NEGATING = /\b(?:no|not|never|without|denies|denied|declin\w+|defer\w*|n't|none|w\/o|neither|nor|rather than|instead of)\b[^.;]{0,40}$/i;

/** Words close before it say that it is not so. */
export function isNegated({ statement, start }: Found): boolean {
  const from = Math.max(statement.start, start - 60);
  const before = statement.note.text.slice(from, start);
  const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(':'), before.lastIndexOf(' - '), before.search(/\b(?:but|so|will)\b/i)) + 1);
  return NEGATING.test(clause) || /(?:\bno|\bnot(?! \w+(?:ed|en|ne)\b)|\bdenies|\bwithout|\bdeclin\w+),?\s+(?:[\w/-]+,\s+){0,4}$/i.test(before);
}
