import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Knowledge, Note, NoteContext, NoteFindings, Span } from '../model/index.ts';
import { findMentions } from './find.ts';
import { readNote } from './read-note.ts';

/** One note; the worker calls this note by note, so that results stream and a cancel is heard between notes. */
export function analyzeNote(note: Note, context: NoteContext, knowledge: Knowledge): NoteFindings {
  const read = readNote(note.text, note.blocks, context.serviceDate);
  return {
    note: note.id,
    mentions: findMentions(note, read, context, knowledge),
    sentences: read.sentences.map((sentence) => ({ ...sentence, hash: sentenceHash(note.text, sentence) })),
    sections: read.sections,
  };
}

/** 64 bits are enough to tell the sentences of one patient's notes apart. */
const HASH_DIGITS = 16;

/** Same words, same hash: case and white space do not count, so that copied text is known again after a re-flow. */
function sentenceHash(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).toLowerCase().replace(/\s+/g, ' ');
  return bytesToHex(sha256(utf8ToBytes(words))).slice(0, HASH_DIGITS);
}
