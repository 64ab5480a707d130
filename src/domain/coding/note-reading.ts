import type { Mention, Note, NoteFindings } from '../model/index.ts';
import { isWithoutDisease } from './cancer-history.ts';
import { ASSESSING, noteShape, type NoteShape } from './note-shape.ts';
import { problemTitles, type ProblemTitles } from './problem-titles.ts';
import { counselsToStop, namesCigarettes } from './tobacco.ts';

/** What the whole note says that bears on each of its mentions: worked out once a note. */
export interface NoteReading extends ProblemTitles {
  readonly note: Note;
  readonly findings: NoteFindings;
  readonly shape: NoteShape;
  /** The assessment has problems with titles. */
  readonly hasTitles: boolean;
  readonly bySentence: ReadonlyMap<number, readonly Mention[]>;
  readonly namesCigarettes: boolean;
  readonly counselsToStopTobacco: boolean;
  /** Of a cancer: removed, no sign of it, and no longer treated. */
  readonly withoutDisease: boolean;
}

export function readingOf(note: Note, findings: NoteFindings): NoteReading {
  const { above, titles } = problemTitles(note.text, findings.mentions);
  return {
    note, findings, shape: noteShape(note.text, findings), above, titles, hasTitles: [...titles].some(({ section }) => section !== null && ASSESSING.has(section)), bySentence: bySentence(findings.mentions),
    namesCigarettes: namesCigarettes(note.text), counselsToStopTobacco: counselsToStop(note.text, findings), withoutDisease: isWithoutDisease(note.text, findings),
  };
}

function bySentence(mentions: readonly Mention[]): ReadonlyMap<number, readonly Mention[]> {
  const grouped = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const known = grouped.get(mention.sentence);
    if (known === undefined) grouped.set(mention.sentence, [mention]);
    else known.push(mention);
  }
  return grouped;
}
