import type { NoteFindings, SectionKind } from '../model/index.ts';
import { isTold } from '../text/told.ts';

/** Sections in which a provider says what was assessed or treated at this encounter; an addendum says what was found since. */
export const ASSESSING: ReadonlySet<SectionKind> = new Set(['assessment', 'plan', 'impression', 'discharge-diagnosis', 'hospital-course', 'addendum']);

/** Those of them that judge: a plan alone may tell only what is done. */
const JUDGING: ReadonlySet<SectionKind> = new Set(['assessment', 'impression', 'discharge-diagnosis', 'hospital-course']);

/**
 * How a note is built, which decides where its conditions count as assessed.
 * - `assessed`: it has a part that assesses.
 * - `assessed-in-other-words`: it has one, and no condition in it is understood; then what the history lists is still history.
 * - `unassessed`: sections, none of which assesses.
 * - `told`: a course in prose, without sections.
 */
export type NoteShape = 'assessed' | 'assessed-in-other-words' | 'unassessed' | 'told';

export function noteShape(text: string, { sections, mentions, sentences }: NoteFindings): NoteShape {
  if (isTold(text, sections, sentences.length)) return 'told';
  if (mentions.some(({ section }) => section !== null && ASSESSING.has(section))) return 'assessed';
  return sections.some(({ kind, header, end }) => JUDGING.has(kind) && /\w/.test(text.slice(header.end, end))) ? 'assessed-in-other-words' : 'unassessed';
}
