import type { Mention, Note, NoteFindings } from '../model/index.ts';
import { withoutDisease } from './cancer-history.ts';
import { bodyDiagnoses, referredTo } from './body-mentions.ts';
import { diabetesNamed } from './diabetes-type.ts';
import { ASSESSING, noteShape, type NoteShape } from './note-shape.ts';
import { headingAbove, problemTitles, type ProblemTitles } from './problem-titles.ts';
import { precedingIn } from './shared-side.ts';
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
  /** For each mention the one before it, in its own sentence. */
  readonly preceding: ReadonlyMap<Mention, Mention>;
  /** Of a cancer: removed, no sign of it, and no longer treated. */
  readonly isWithoutDisease: (mention: Mention) => boolean;
  /** Said as the diagnosis before an operation, where the note says the one after it. */
  readonly isBeforeOperation: (mention: Mention) => boolean;
  /** Told above the assessment, and meant by it: "Nodule: repeat CT", or a plan that names no diagnosis. */
  readonly isMeantBelow: (mention: Mention) => boolean;
  /** The one kind of diabetes that the note names, other than type 2; null where it names none or several. */
  readonly diabetes: string | null;
}

export function readingOf(note: Note, findings: NoteFindings): NoteReading {
  const problems = problemTitles(note.text, findings.mentions);
  const { titles } = problems;
  const headers = new Set(findings.sections.filter(({ header }) => header.end > header.start).map(({ header }) => header.start));
  return {
    note, findings, shape: noteShape(note.text, findings), ...problems, hasTitles: [...titles].some(({ section }) => section !== null && ASSESSING.has(section)), headingAbove: (at) => headingAbove(note.text, at, headers),
    namesCigarettes: namesCigarettes(note.text), counselsToStopTobacco: counselsToStop(note.text, findings), preceding: precedingIn(findings.mentions), isWithoutDisease: withoutDisease(note.text, findings, problems), diabetes: diabetesNamed(findings), isBeforeOperation: beforeOperation(note.text, findings), isMeantBelow: meantBelow(note.text, findings, problems),
  };
}

function meantBelow(text: string, findings: NoteFindings, { titles }: ProblemTitles): (mention: Mention) => boolean {
  const meant = new Set([...referredTo(text, findings), ...bodyDiagnoses(text, findings, titles)]);
  return (mention) => meant.has(mention);
}

const BEFORE_OPERATION = /^\W*pre[- ]?op/i;
const AFTER_OPERATION = /^\W*post[- ]?op(?:erative)?[- ]*(?:diagnos[ie]s|dx)\b\W*(?!same\b|as above\b|unchanged\b)\w/i;

/** The postoperative diagnosis is the one that is confirmed (ICD-10-CM Guidelines IV.N); "same" leaves the one before it. */
function beforeOperation(text: string, { sections }: NoteFindings): (mention: Mention) => boolean {
  const before = sections.filter(({ header }) => BEFORE_OPERATION.test(text.slice(header.start, header.end)));
  if (before.length === 0 || !sections.some(({ start }) => AFTER_OPERATION.test(text.slice(start, start + LONGEST_HEADER)))) return () => false;
  return ({ start }) => before.some((section) => section.start <= start && start < section.end);
}

const LONGEST_HEADER = 60;
