import type { NoteFindings, SectionKind } from '../model/index.ts';

/** Sections in which a provider says what was assessed or treated at this encounter. */
export const ASSESSING: ReadonlySet<SectionKind> = new Set(['assessment', 'plan', 'impression', 'discharge-diagnosis', 'hospital-course']);

/** Those of them that judge: a plan alone may tell only what is done. */
const JUDGING: ReadonlySet<SectionKind> = new Set(['assessment', 'impression', 'discharge-diagnosis', 'hospital-course']);

/**
 * How a note is built, which decides where its conditions count as assessed.
 * - `assessed`: it has a part that assesses.
 * - `assessed-in-other-words`: it has one, and no condition in it is understood; then what the history lists is still history.
 * - `unassessed`: sections, none of which assesses.
 * - `told`: a whole course in prose, without sections, from how it began to how it ended (a case report, a letter of a stay).
 */
export type NoteShape = 'assessed' | 'assessed-in-other-words' | 'unassessed' | 'told';

export function noteShape(text: string, { sections, mentions, sentences }: NoteFindings): NoteShape {
  const unheaded = sections.filter(({ kind }) => kind === 'other').reduce((sum, { start, end }) => sum + end - start, 0);
  if (unheaded >= MOSTLY * text.length && sentences.length >= FEWEST_SENTENCES && tellsACourse(text)) return 'told';
  if (mentions.some(({ section }) => section !== null && ASSESSING.has(section))) return 'assessed';
  return sections.some(({ kind, header, end }) => JUDGING.has(kind) && /\w/.test(text.slice(header.end, end))) ? 'assessed-in-other-words' : 'unassessed';
}

/** The part of a told note that stands under no known header, at least; a stray label ("Diagnosis:") makes no sections. */
const MOSTLY = 0.6;
const FEWEST_SENTENCES = 4;
/** Different words of a course, at least. */
const FEWEST_EVENTS = 3;

/** What is told of a course when it is over: how it began, what was done, what was found, how it went on. */
const EVENTS: readonly RegExp[] = [
  /\b(?:was|were) (?:admitted|hospitali[sz]ed|referred|transferred|evaluated)\b/i, /\b(?:was|were) (?:performed|carried out|done|requested|obtained|made|placed|used|taken)\b/i, /\b(?:was|were) (?:treated|started|initiated|administered|prescribed|given|indicated)\b/i,
  /\b(?:was|were) (?:found|observed|detected|diagnosed|identified|seen|noted)\b/i, /\b(?:revealed|showed|demonstrated|disclosed|evidenced|confirmed)\b/i, /\b(?:underwent|operated|resected|removed|intervention)\b/i,
  /\b(?:presented|consulted|attended|complained|reported|suffered|developed)\b/i, /\b(?:was|were) discharged\b|\bat discharge\b/i, /\b(?:evolution|evolved|progressed|remained|improved|recovered|resolved|died)\b/i,
  /\bafter (?:\d+|one|two|three|four|five|six|several|a few) (?:hours|days|weeks|months|years)\b|\b(?:days|weeks|months|years) (?:later|after)\b/i, /\bpost-?operative(?:ly)?\b/i, /\b(?:examination|exploration|analysis|study|biopsy|CT|MRI|ultrasound|radiography)\b/i,
];

function tellsACourse(text: string): boolean {
  let told = 0;
  return EVENTS.some((event) => event.test(text) && ++told >= FEWEST_EVENTS);
}
