import type { Section } from '../model/mention.ts';

/**
 * True for a whole course in prose, without sections, from how it began to how it ended: a case report, a letter of a stay.
 * It has no assessment: everything that the author states of the patient in it is assessed.
 */
export function isTold(text: string, sections: readonly Section[], sentences: number): boolean {
  if (sentences < FEWEST_SENTENCES) return false;
  const unheaded = sections.filter(({ kind }) => kind === 'other').reduce((sum, { start, end }) => sum + end - start, 0);
  const read = text.slice(0, ENOUGH);
  return unheaded >= MOSTLY * text.length && tellsACourse(read) && !SPEAKS_OF_NOW.test(read);
}

/** The part of the text that stands under no known header, at least; a stray label ("Diagnosis:") makes no sections. */
const MOSTLY = 0.6;
const FEWEST_SENTENCES = 4;
/** Different words of a course, at least. */
const FEWEST_EVENTS = 3;
/** UTF-16 units within which a course is told, if one is. */
const ENOUGH = 20_000;

/** What is told of a course when it is over: how it began, what was done, what was found, how it went on. */
const EVENTS: readonly RegExp[] = [
  /\b(?:was|were) (?:admitted|hospitali[sz]ed|referred|transferred|evaluated)\b/i,
  /\b(?:was|were) (?:performed|carried out|done|requested|obtained|made|placed|used|taken)\b/i,
  /\b(?:was|were) (?:treated|started|initiated|administered|prescribed|given|indicated)\b/i,
  /\b(?:was|were) (?:found|observed|detected|diagnosed|identified|seen|noted)\b/i,
  /\b(?:revealed|showed|demonstrated|disclosed|evidenced|confirmed)\b/i,
  /\b(?:underwent|operated|resected|removed|intervention)\b/i,
  /\b(?:presented|consulted|attended|complained|reported|suffered|developed)\b/i,
  /\b(?:was|were) discharged\b|\bat discharge\b/i,
  /\b(?:evolution|evolved|progressed|remained|improved|recovered|resolved|died)\b/i,
  /\bafter (?:\d+|one|two|three|four|five|six|several|a few) (?:hours|days|weeks|months|years)\b|\b(?:days|weeks|months|years) (?:later|after)\b/i,
  /\bpost-?operative(?:ly)?\b/i,
  /\b(?:examination|exploration|analysis|study|biopsy|CT|MRI|ultrasound|radiography)\b/i,
];

/** A note of a visit in prose looks back too, but it speaks of today and plans what comes. */
const SPEAKS_OF_NOW = /\b(?:today|tomorrow|RTC|refill(?:ed|s)?|returns? (?:to (?:the )?(?:clinic|office) )?in \d|follow[- ]?up in \d|(?:I|we) (?:will|recommend|advised|discussed|have discussed)|will (?:continue|start|begin|return|follow|see|obtain|order|check|refer))\b/i;

function tellsACourse(text: string): boolean {
  let told = 0;
  return EVENTS.some((event) => event.test(text) && ++told >= FEWEST_EVENTS);
}
