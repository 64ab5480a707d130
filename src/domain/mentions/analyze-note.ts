import type { Knowledge, Mention, Note, NoteContext, NoteFindings, Span } from '../model/index.ts';
import { readLanguage } from '../text/language.ts';
import { signatureLines } from '../text/signature-lines.ts';
import { isTold } from '../text/told.ts';
import { hashOfWords } from '../text/words-hash.ts';
import { findMentions } from './find.ts';
import { withImmunizations } from './immunization.ts';
import { withPoisonings } from './poisoning.ts';
import { readNote, type ReadNote } from './read-note.ts';
import { withUnspecific } from './unspecific.ts';

/** One note; the worker calls this note by note, so that results stream and a cancel is heard between notes. */
export function analyzeNote(note: Note, context: NoteContext, knowledge: Knowledge): NoteFindings {
  const read = readNote(note.text, note.blocks, context.serviceDate);
  const { language, foreign } = readLanguage(note.text, read.tokens);
  return {
    note: note.id,
    language,
    mentions: language === 'other' ? [] : outside(signatureLines(note.text), outside(foreign, mentionsIn(note, read, context, knowledge))),
    sentences: read.sentences.map((sentence) => ({ ...sentence, hash: sentenceHash(note.text, sentence) })),
    sections: read.sections,
  };
}

function mentionsIn(note: Note, read: ReadNote, context: NoteContext, knowledge: Knowledge): Mention[] {
  const named = withPoisonings(withImmunizations(findMentions(note, read, context, knowledge), note, read), note, read);
  return isTold(note.text, read.sections, read.sentences.length) ? withUnspecific(named, note, read) : named;
}

/** Patient instructions in another language name nothing, nor does a signature. Both in order of text. */
function outside(foreign: readonly Span[], mentions: Mention[]): Mention[] {
  if (foreign.length === 0) return mentions;
  let next = 0;
  return mentions.filter(({ start, end }) => {
    while (next < foreign.length && foreign[next]!.end <= start) next++;
    return next >= foreign.length || foreign[next]!.start >= end;
  });
}

const DATES = /\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|(?:pod|hd|hospital day|postoperative day|post-op day|day) ?#? ?\d{1,3})\b/g;

/**
 * Same words, same hash: case and white space do not count, so that copied text is known again after a re-flow; nor do full dates
 * and the count of days, the only words that copying forward tends to change.
 */
function sentenceHash(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).toLowerCase().replace(/\s+/g, ' ');
  return hashOfWords(/\d/.test(words) ? words.replace(DATES, '#') : words);
}
