import type { Mention, Note, NoteFindings } from '../model/index.ts';
import { withoutDisease } from './cancer-history.ts';
import { diabetesNamed } from './diabetes-type.ts';
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
  readonly isWithoutDisease: (mention: Mention) => boolean;
  /** The one kind of diabetes that the note names, other than type 2; null where it names none or several. */
  readonly diabetes: string | null;
}

export function readingOf(note: Note, findings: NoteFindings): NoteReading {
  const problems = problemTitles(note.text, findings.mentions);
  const { titles } = problems;
  const headers = new Set(findings.sections.filter(({ header }) => header.end > header.start).map(({ header }) => header.start));
  return {
    note, findings, shape: noteShape(note.text, findings), ...problems, hasTitles: [...titles].some(({ section }) => section !== null && ASSESSING.has(section)), headingAbove: (at) => headingAbove(note.text, at, headers),
    namesCigarettes: namesCigarettes(note.text), counselsToStopTobacco: counselsToStop(note.text, findings), isWithoutDisease: withoutDisease(note.text, findings, problems), diabetes: diabetesNamed(findings),
  };
}
