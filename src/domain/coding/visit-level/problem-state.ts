import { CANCER_QUIET, CANCER_TREATED, FAILING_READINGS, NEWLY_FOUND, NOTHING_TO_TREAT, OFF_GOAL, STATE_WORDS, SURELY_ACTIVE, SURELY_STABLE, THREAT_SAID, TREATMENT_CHANGED, TREATMENT_KEPT, TREATMENT_STARTED } from './conditions.ts';
import type { Named } from './problem-names.ts';
import { MAJOR_SURGERY, OVER_THE_COUNTER, PRESCRIPTION, SURGERY_DECIDED } from './treatments.ts';
import type { Statement } from './visit.ts';

export type State = 'severe' | 'worse' | 'stable' | 'over' | 'mending' | 'unsaid';

/** What the note says of one problem. */
interface Said {
  /** From its name to the next problem. */
  readonly about: string;
  /** The statement that names it. */
  readonly own: string;
  /** The note without past history. */
  readonly whole: string;
  /** Before the judgement, without past history. */
  readonly story: string;
  /** No other problem is named. */
  readonly alone: boolean;
  /** Treated in hospital. */
  readonly inHospital: boolean;
}

/** The state of a problem today (CPT E/M guidelines 2023): what the author calls it decides, then what is done about it, then readings. */
export function stateOf(name: Named, { about, own, whole, story, alone, inHospital }: Said): State {
  const { nature, code } = name;
  const wide = alone ? `${about} ${whole}` : about;
  if (isSaid(THREAT_SAID, about)) return 'severe';
  if (isSaid(STATE_WORDS.severe, about)) return isSaid(GETTING_BETTER, about) || MILD.test(own) ? 'worse' : 'severe';
  if (isFailing(name, whole) && !isSaid(GETTING_BETTER, about)) return 'severe';
  if (code?.startsWith('C') === true && CANCER_TREATED.test(wide) && !CANCER_QUIET.test(about)) return 'worse';
  if (isSaid(STATE_WORDS.worse, about)) return 'worse';
  if (nature === 'chronic' && NEWLY_FOUND.test(own)) return 'worse';
  if (isSaid(SURELY_STABLE, own)) return 'stable';
  if (nature === 'chronic' && isSaid(SURELY_ACTIVE, own)) return 'worse';
  if (nature === 'chronic' && inHospital && isSaid(GETTING_BETTER, own)) return 'worse';
  if (nature === 'chronic' && isOperated(about)) return 'worse';
  if (nature === 'chronic' && (isSaid(TREATMENT_CHANGED, about) || isSaid(TREATMENT_STARTED, about) || isDoseSet(about))) return 'worse';
  if (isSaid(STATE_WORDS.over, about)) return 'over';
  if (nature === 'systemic' && isSaid(MENDING, own) && !NOT_YET.test(about)) return 'mending';
  if (isSaid(STATE_WORDS.stable, about)) return 'stable';
  if (alone && isSaid(STATE_WORDS.severe, wide)) return 'severe';
  if (alone && nature === 'chronic' && isSaid(STATE_WORDS.worse, wide)) return 'worse';
  return isOffGoal(name, whole) || (nature === 'chronic' && alone && isNewlyTreated(about, story)) ? 'worse' : 'unsaid';
}

/** "Metoprolol to 50 bid": a medicine moved to another dose. */
function isDoseSet(about: string): boolean {
  return [...about.matchAll(/\b([a-z]{4,}) (?:up )?to \d/gi)].some(([, word = '']) => PRESCRIPTION.test(word));
}

/** An operation is decided where other treatment no longer reaches the goal. */
function isOperated(about: string): boolean {
  return isSaid(MAJOR_SURGERY, about) && SURGERY_DECIDED.test(about);
}

/** A medicine stands in the plan, the story knew of none, and nothing says that it goes on. */
function isNewlyTreated(about: string, story: string): boolean {
  return /\d/.test(about) && PRESCRIPTION.test(about) && !TREATMENT_KEPT.test(about) && !PRESCRIPTION.test(story) && !TREATMENT_KEPT.test(story) && !isSaid(SURELY_STABLE, story);
}

/** The words from the problem's name to the next problem: what is said and done about it. What is told for a case that may come is left out. */
export function aboutIt({ found }: Named, next: Named | undefined, judged: readonly Statement[]): string {
  const { statement } = found;
  const before = statement.text.slice(Math.max(0, found.start - statement.start - BEFORE), found.start - statement.start).split(/[.,]/).at(-1) ?? '';
  const end = next !== undefined && next.found.statement.note === statement.note ? next.found.start : Infinity;
  const after = judged.filter((one) => one.note === statement.note && one.end > found.start && one.start < end);
  const said = after.map((one) => one.text.slice(Math.max(0, found.start - one.start), Math.max(0, end - one.start))).join(' ');
  return before + withoutConditions(said.slice(0, LONGEST_LOOK));
}

const BEFORE = 40;
const LONGEST_LOOK = 4000;

/** "Back if not gone in a week", "unless worse". */
export function withoutConditions(words: string): string {
  return words.replace(/\b(?:if|unless|in case|should (?:it|this|she|he|they|symptoms?|pain|fever)|(?:return|er|ed|call|back|come back) for)\b[^.;]*/gi, '');
}

/** Treated, and no longer at its worst; not yet back at its baseline. */
const GETTING_BETTER = /\b(?:improving|improved|better|resolving|compensated now|recovering|weaned|responding)\b/i;

const MILD = /\bmild(?:ly)? (?:\w+ )?(?:decompensat\w+|exacerbat\w+|flare|overload\w*)/i;

/** Treated and better, though not gone (CPT 2023, "stable, acute illness"). */
const MENDING = /\b(?:resolving|clearing|settling|settled|(?:nearly|almost|mostly|near) (?:resolved|gone|well|back))\b/i;
const NOT_YET = /\b(?:still|slow(?:ly)?|persist\w*|partial\w*|hypox\w*|on \d l)\b/i;

/** Breath or circulation fail, by the readings of the day. */
function isFailing({ nature, code, found: { statement, start, end } }: Named, whole: string): boolean {
  const name = code ?? statement.note.text.slice(start, end);
  return FAILING_READINGS.some(({ names, natures, reading }) => (natures.includes(nature) || names.test(name)) && isSaid(reading, whole));
}

function isOffGoal({ nature, code, found: { statement, start, end } }: Named, whole: string): boolean {
  const name = code ?? statement.note.text.slice(start, end);
  return nature === 'chronic' && OFF_GOAL.some(({ names, reading }) => names.test(name) && reading.test(whole));
}

/** A medicine on prescription is given for it. */
export function isPrescribedFor(about: string): boolean {
  return PRESCRIPTION.test(about) && !OVER_THE_COUNTER.test(about);
}

/** It runs its course: the author says that nothing is to be treated, and treats nothing. */
export function needsNothing(about: string): boolean {
  return NOTHING_TO_TREAT.test(about) && !PRESCRIPTION.test(about) && !OVER_THE_COUNTER.test(about);
}

/** Not denied. "No" reaches over a list, "not" and "without" over their own clause. */
export function isSaid(pattern: RegExp, words: string): boolean {
  const at = pattern.exec(words);
  if (at === null) return false;
  const before = words.slice(Math.max(0, at.index - 80), at.index);
  return /^(?:not|no|un|non|sub|without)/i.test(at[0]) ? true : !/\b(?:no|denies|never)\s+(?:[\w/-]+,?\s+){0,8}$/i.test(before) && !/\b(?:not|without|isn't|wasn't)\s+(?:[\w/-]+\s+){0,4}$/i.test(before);
}
