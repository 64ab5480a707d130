import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Note, NoteType } from '../model/note.ts';
import { noteId } from '../model/note.ts';

/** What the command line and tests know of a note that came as bare text. */
interface PlainNote {
  readonly id: string;
  readonly text: string;
  readonly type?: NoteType;
  readonly date?: string;
}

/** A note that is its own source: no layout, no document in an EHR, an author who is not known. */
export function plainNote({ id, text, type = 'other', date }: PlainNote): Note {
  const hash = `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
  return {
    id: noteId(id),
    document: { reference: id, version: hash },
    attachment: 0,
    contentType: 'text/plain',
    title: '',
    type,
    typeCode: null,
    status: 'final',
    date: date ?? null,
    author: { name: null, reference: null, role: 'unknown' },
    encounter: null,
    text,
    blocks: [],
    sourceMap: text === '' ? [] : [{ start: 0, end: text.length, from: 0, to: text.length }],
    hashes: { source: hash, text: hash },
    extractor: 'plain-1',
    sensitivity: [],
  };
}
