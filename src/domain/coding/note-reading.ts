import type { Note, NoteFindings } from '../model/index.ts';
import { isWithoutDisease } from './cancer-history.ts';
import { ASSESSING, noteShape, type NoteShape } from './note-shape.ts';
import { headingAbove, problemTitles, type ProblemTitles } from './problem-titles.ts';
import { counselsToStop, namesCigarettes } from './tobacco.ts';

/** What the whole note says that bears on each of its mentions: worked out once a note. */
export interface NoteReading extends ProblemTitles {
  readonly note: Note;
  readonly findings: NoteFindings;
  readonly shape: NoteShape;
  /** The assessment has problems with titles. */
  readonly hasTitles: boolean;
  /** Where the heading begins beneath which the words at this offset are a bullet; null where they are none. */
  readonly headingAbove: (at: number) => number | null;
  readonly namesCigarettes: boolean;
  readonly counselsToStopTobacco: boolean;
  /** Of a cancer: removed, no sign of it, and no longer treated. */
  readonly withoutDisease: boolean;
}

export function readingOf(note: Note, findings: NoteFindings): NoteReading {
  const { above, titles } = problemTitles(note.text, findings.mentions);
  const headers = new Set(findings.sections.filter(({ header }) => header.end > header.start).map(({ header }) => header.start));
  return {
    note, findings, shape: noteShape(note.text, findings), above, titles, hasTitles: [...titles].some(({ section }) => section !== null && ASSESSING.has(section)), headingAbove: (at) => headingAbove(note.text, at, headers),
    namesCigarettes: namesCigarettes(note.text), counselsToStopTobacco: counselsToStop(note.text, findings), withoutDisease: isWithoutDisease(note.text, findings),
  };
}
