import type { Chart, CalendarDate, Note, NoteFindings, NoteType, QuoteEvidence, SectionKind, Span } from '../../model/index.ts';
import { visitNotes } from '../whose-words.ts';

/** What the record of one visit is read with. */
export interface Visit {
  readonly chart: Chart | null;
  readonly notes: readonly { readonly note: Note; readonly findings: NoteFindings }[];
  readonly ageYears: number | null;
  readonly day: CalendarDate;
}

/** A stretch of a sentence that no contrast and no semicolon divides. Offsets are UTF-16 into the note's text. */
export interface Clause extends Span {
  readonly text: string;
  readonly note: Note;
  readonly sentence: Span;
  readonly section: SectionKind;
  /** Within the record of a procedure: "PROCEDURE: …", a procedure note. */
  readonly inProcedure: boolean;
  /** Written by whoever may perform it as a physician's service; else by nurses and others. */
  readonly byProvider: boolean;
  readonly day: CalendarDate;
}

/** The clauses of the notes that may show what was done at this visit: none that is superseded, in error, a draft, or a student's or the patient's. */
export function clausesOf(visit: Visit): readonly Clause[] {
  const belonging = visit.chart === null ? null : ofThisVisit(visit.chart);
  return visit.notes
    .filter(({ note, findings }) => findings.language === 'english' && (belonging === null || belonging.has(note.id)) && isEvidence(note))
    .flatMap(({ note, findings }) => clausesIn(note, findings, visit.day));
}

/** Not a note of another facility's stay or of what others saw and read. */
const WITHOUT_SERVICES: ReadonlySet<NoteType> = new Set(['radiology', 'pathology', 'telephone']);

function ofThisVisit(chart: Chart): ReadonlySet<string> {
  const { usable, unusable } = visitNotes(chart);
  return new Set([...usable, ...unusable.map(({ note }) => note)].map(({ id }) => id));
}

function isEvidence({ status, type, author }: Note): boolean {
  if (status === 'preliminary' || status === 'superseded' || status === 'entered-in-error' || WITHOUT_SERVICES.has(type)) return false;
  return author.role !== 'student' && author.role !== 'scribe' && author.role !== 'patient';
}

const CONTRAST = /;|\s(?:but|however|although|though|while|whereas|except)\s/gi;

function clausesIn(note: Note, { sentences, sections }: NoteFindings, day: CalendarDate): readonly Clause[] {
  const byProvider = note.author.role === 'provider' || note.author.role === 'resident' || (note.author.role === 'unknown' && note.type !== 'nursing');
  const clauses: Clause[] = [];
  const procedures = proceduresOf(note, sections);
  let [section, procedure] = [0, 0];
  for (const sentence of joinedToHeaders(note.text, sentences, sections)) {
    while (section + 1 < sections.length && sections[section]!.end <= sentence.start) section++;
    while (procedure < procedures.length && procedures[procedure]!.end <= sentence.start) procedure++;
    const inProcedure = note.type === 'procedure' || (procedures[procedure]?.start ?? Infinity) <= sentence.start;
    for (const span of partsOf(note.text, sentence)) {
      clauses.push({ ...span, text: note.text.slice(span.start, span.end), note, sentence: { start: sentence.start, end: sentence.end }, section: sections[section]?.kind ?? 'other', inProcedure, byProvider, day });
    }
  }
  return clauses;
}

/** "ECG today: sinus rhythm": a header that names what was done or seen goes with the words on its line. */
const NAMES_A_DEED: ReadonlySet<SectionKind> = new Set(['results', 'medications', 'screening', 'other']);

function joinedToHeaders(text: string, sentences: NoteFindings['sentences'], sections: NoteFindings['sections']): readonly Span[] {
  const headers = new Map(sections.filter(({ kind, header }) => NAMES_A_DEED.has(kind) && header.end > header.start).map(({ header }) => [header.start, header.end]));
  const joined: Span[] = [];
  for (let at = 0; at < sentences.length; at++) {
    const [sentence, next] = [sentences[at]!, sentences[at + 1]];
    const isHeader = (headers.get(sentence.start) ?? -1) >= sentence.end;
    if (isHeader && next !== undefined && !text.slice(sentence.end, next.start).includes('\n')) {
      joined.push({ start: sentence.start, end: next.end });
      at += 1;
    } else joined.push(sentence);
  }
  return joined;
}

function partsOf(text: string, { start, end }: Span): readonly Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(CONTRAST)) {
    parts.push({ start: from, end: start + match.index });
    from = start + match.index + 1;
  }
  parts.push({ start: from, end });
  return parts.filter((part) => part.end > part.start);
}

/** "Procedure: …", "Procedure note", "Procedures performed": from there to the next part of the note. */
const PROCEDURE = /(?:^|\n)[ \t#*_>-]{0,6}(?:[A-Za-z&/ -]{0,40} )?(?:procedures?(?: (?:note|performed|documentation|details?|in detail|today))?|description of procedure|operative note)[ \t*_]{0,4}(?::|\n|[-–—](?=\s)|$)/gi;
const ENDS_PROCEDURE: ReadonlySet<SectionKind> = new Set(['assessment', 'plan', 'impression', 'hpi', 'exam', 'past-history', 'surgical-history', 'family-history', 'social-history', 'medications', 'allergies', 'instructions', 'ros', 'vitals', 'problem-list', 'chief-complaint', 'discharge-diagnosis', 'addendum', 'screening']);
const NOT_DONE_THERE = /\b(?:past|prior|previous|planned|indications?|reason|indicated|upcoming|scheduled|surgical)\b/i;

function proceduresOf({ text }: Note, sections: NoteFindings['sections']): readonly Span[] {
  const ends = sections.filter(({ kind }) => ENDS_PROCEDURE.has(kind)).map(({ start }) => start);
  let next = 0;
  return [...text.matchAll(PROCEDURE)].filter((match) => !NOT_DONE_THERE.test(match[0])).map((match) => {
    const start = match.index + (match[0].startsWith('\n') ? 1 : 0);
    while (next < ends.length && ends[next]! <= start) next++;
    return { start, end: ends[next] ?? text.length };
  }).filter(({ start, end }) => !GIVEN_UP.test(text.slice(start, end)));
}

/** What was begun and not finished is for a person to code. */
const GIVEN_UP = /\b(?:needle was withdrawn|could not (?:be completed|tolerate)|unable to (?:complete|tolerate)|procedure (?:was )?(?:aborted|abandoned|terminated|stopped|discontinued))\b/i;

/** The clause, verbatim, with the words marked that name the service. */
export function quoteOf({ note, sentence }: Clause, marked: Span): QuoteEvidence {
  const start = Math.max(sentence.start, marked.start - ROOM);
  const end = Math.min(sentence.end, marked.end + ROOM);
  return { kind: 'quote', document: note.document.reference, version: note.document.version, note: note.id, start, end, quote: note.text.slice(start, end), marks: [{ start: marked.start, end: marked.end }] };
}

const ROOM = 160;
