import { createHash } from 'node:crypto';
import type { AssertionStatus, ConceptId, Mention, Note, NoteFindings, NoteStatus, NoteType, AuthorRole, SectionKind, Span } from '../../src/domain/model/index.ts';
import { noteId } from '../../src/domain/model/index.ts';

export interface NoteOptions {
  readonly id?: string;
  readonly type?: NoteType;
  readonly date?: string | null;
  readonly role?: AuthorRole;
  /** The author's name; one name is one person. */
  readonly by?: string;
  readonly status?: NoteStatus;
  readonly encounter?: string | null;
  readonly blocks?: Note['blocks'];
}

/** A plain-text note as the decoder would hand it over. */
export function noteFrom(text: string, options: NoteOptions = {}): Note {
  const id = options.id ?? 'note-1';
  const hash = `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
  return {
    id: noteId(`DocumentReference/${id}`),
    document: { reference: `DocumentReference/${id}`, version: '1' },
    attachment: 0,
    contentType: 'text/plain',
    title: 'Progress note',
    type: options.type ?? 'progress',
    typeCode: null,
    status: options.status ?? 'final',
    date: options.date ?? null,
    author: { name: options.by ?? 'Dr. Test', reference: `Practitioner/${(options.by ?? 'test').toLowerCase().replaceAll(/\W+/g, '-')}`, role: options.role ?? 'provider' },
    encounter: options.encounter ?? null,
    text,
    blocks: options.blocks ?? [],
    sourceMap: [{ start: 0, end: text.length, from: 0, to: text.length }],
    hashes: { source: hash, text: hash },
    extractor: 'test',
    sensitivity: [],
  };
}

/** What a test says that the engine found, where a rule is tested apart from the engine. */
export interface Saying {
  readonly code: string;
  readonly status: AssertionStatus;
  /** Words of the note, as they stand there. */
  readonly quote: string;
  readonly section?: SectionKind;
}

/** @throws Error when the note does not hold the quote: a test must not claim what is not written. */
export function findingsFrom(note: Note, sayings: readonly Saying[]): NoteFindings {
  const sentences = sentencesOf(note.text).map((span) => ({
    ...span, hash: createHash('sha256').update(note.text.slice(span.start, span.end)).digest('hex'),
  }));
  const mentions = sayings.map((saying) => mentionFrom(note, sentences, saying));
  return { note: note.id, language: 'english', sentences, mentions, sections: mentions.map(({ section, start, end }) => ({ kind: section ?? 'other', start, end, header: { start, end: start } })) };
}

function mentionFrom(note: Note, sentences: readonly Span[], { code, status, quote, section }: Saying): Mention {
  const start = note.text.indexOf(quote);
  if (start < 0) throw new Error(`The note does not say "${quote}".`);
  return {
    note: note.id, start, end: start + quote.length, text: quote, concept: `icd:${code}` as ConceptId, codes: [code], attributes: [],
    assertion: { status, recent: status !== 'historical', cues: [] }, section: section ?? null,
    sentence: sentences.findIndex((sentence) => sentence.start <= start && start < sentence.end),
  };
}

/** Lines, and sentences that end in a full stop before a capital. */
function sentencesOf(text: string): readonly Span[] {
  return [...text.matchAll(/[^\n]+?(?:\.(?=\s+[A-Z])|(?=\n)|$)/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
