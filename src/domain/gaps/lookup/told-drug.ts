import type { Span } from '../../model/index.ts';
import type { NoteHit } from './note-words.ts';
import { isRelativesOwn } from './relatives-own.ts';
import { holdsTerm } from '../operators/terms.ts';

/** What a sentence says of a drug: taken now; taken no more, not to be taken or somebody else's; null where it only names it. */
export type ToldDrug = 'taken' | 'not-taken' | null;

/**
 * The action nearest to the name decides: "stop lisinopril, start losartan". "Hold" is no stop: the drug is still the patient's,
 * unless it is held for good. A list of medications needs no action.
 */
export function toldDrug(hit: NoteHit): ToldDrug {
  const known = TOLD.get(hit);
  if (known !== undefined) return known;
  const told = read(hit);
  TOLD.set(hit, told);
  return told;
}

/** Rules name one drug in several lists. */
const TOLD = new WeakMap<NoteHit, ToldDrug>();

function read(hit: NoteHit): ToldDrug {
  const { indexed: { note }, sentence, section, start, end } = hit;
  if (section === 'allergies' || section === 'family-history' || section === 'instructions') return null;
  const text = note.text.slice(sentence.start, sentence.end);
  const { before, after } = around(text, { start: start - sentence.start, end: end - sentence.start });
  if (holdsTerm(before, ALLERGY) || holdsTerm(after, ALLERGY)) return 'not-taken';
  const { status } = hit.asserted();
  if (status === 'family' || status === 'other-person') return null;
  if (isRelativesOwn(before)) return null;
  const near = nearestBefore(before);
  if ((status === 'absent' && !NO_HARM.test(before)) || near === 'stopped') return 'not-taken';
  if (holdsTerm(after, STOPPED_AFTER) || endedInYear(after, note.date)) return 'not-taken';
  if (near === 'supposed' || status === 'hypothetical') return null;
  if (near === 'taken') return 'taken';
  if (section === 'medications' || holdsTerm(after, TAKEN_AFTER) || DOSE.test(after)) return 'taken';
  return status === 'historical' ? 'not-taken' : null;
}

/** The words that bear on the drug: to the nearest mark that parts statements, commas excepted, since a list of drugs shares its action. */
function around(text: string, { start, end }: Span): { readonly before: string; readonly after: string } {
  const before = text.slice(0, start);
  const parted = Math.max(...[';', '. ', '\n', ' but '].map((mark) => before.lastIndexOf(mark)));
  const rest = text.slice(end);
  const ends = [';', '. ', '\n', ' but ', ','].map((mark) => rest.indexOf(mark)).filter((at) => at >= 0);
  return { before: before.slice(parted + 1), after: rest.slice(0, Math.min(rest.length, ...ends)) };
}

const ALLERGY = ['allerg*', 'anaphyla*', 'intoleran*', 'intolerant', 'contraindicat*', 'side effects from', 'reaction to'];

const STOPPED_BEFORE = [
  'stop', 'stops', 'stopped', 'stopping', 'discontinue', 'discontinued', 'discontinuing', 'd/c', 'dc', "d/c'd", 'off', 'no longer', 'was on', 'previously on', 'formerly on', 'used to take', 'used to be on', 'had been on', 'not on', 'not taking',
  'never', 'declin*', 'refus*', 'avoid', 'avoids', 'without', 'failed', 'past', 'prior', 'previous', 'not started', 'not start', 'not a candidate for', 'not tolerate', 'did not tolerate', 'unable to tolerate', 'quit', 'weaned off', 'completed', 'finished', 'switched from', 'changed from',
  'instead of', 'not need', 'ran out of', 'hold off', 'hold off on', 'stay off',
];

const SUPPOSED_BEFORE = [
  'consider', 'considering', 'could', 'may', 'might', 'would', 'if', 'discuss', 'discussed', 'offer', 'offered', 'recommend', 'recommended', 'candidate for', 'eligible for', 'levels of', 'level of', 'interaction', 'about', 'vs', 'versus',
];

const TAKEN_BEFORE = [
  'on', 'continue', 'continues', 'continued', 'continuing', 'cont', 'start', 'starts', 'started', 'starting', 'begin', 'begun', 'initiate', 'initiated', 'resume', 'resumed', 'restart', 'restarted', 'increase', 'increased', 'decrease', 'decreased', 'reduce', 'reduced', 'titrate', 'titrated', 'take', 'takes',
  'taking', 'took', 'uses', 'using', 'use', 'receives', 'receiving', 'received', 'given', 'with', 'prescribed', 'refill', 'refilled', 'refills', 'maintained on', 'maintenance', 'home', 'chronic', 'long-term', 'long term', 'daily', 'adherent to', 'compliant with', 'switch to', 'switched to', 'changed to', 'change to', 'add', 'added', 'via',
  'meds', 'medications', 'rx', 'medication', 'current', 'infusion', 'drip', 'by', 'controlled on', 'tolerating', 'hold', 'holding', 'held',
];

const STOPPED_AFTER = [
  'stopped', 'discontinued', 'was discontinued', 'd/c', "d/c'd", 'dc', 'held indefinitely', 'held permanently', 'declined', 'refused', 'not tolerated', 'was stopped', 'no longer', 'completed', 'in the past', 'years ago', 'contraindicated', 'not started', 'is off',
];

const TAKEN_AFTER = [
  'daily', 'bid', 'tid', 'qid', 'qhs', 'qd', 'qam', 'qpm', 'nightly', 'weekly', 'monthly', 'continued', 'resumed', 'started', 'increased', 'restarted', 'therapy', 'drip', 'infusion', 'inhaler', 'injections', 'twice', 'every', 'prn', 'as needed', 'po', 'iv', 'sq', 'subq', 'subcutaneous*', 'maintenance', 'adherence', 'refilled',
  'at home', 'at bedtime', 'in use', 'given', 'use', 'user', 'dose', 'dosing', 'dependent', 'controlled', 'effective', 'well tolerated', 'tolerated', 'held', 'on hold',
];

/** "No bleeding on apixaban": the harm is denied, not the drug. */
const NO_HARM = /\b(?:no|denies|without|any) (?:[a-z]+,? (?:or |and )?){0,3}(?:bleeding|bruis\w+|side effects?|adverse effects?|issues?|problems?|reactions?|complaints?|falls?|hypoglycemi\w+|lows|nausea|diarrhea|myalgias?|symptoms|relief|improvement|benefit|trouble) (?:while |so far )?(?:on|with|from|since starting|since) (?:the |her |his |home )?$/i;

/** "Anastrozole 2018-2023": over, where the second year is past. */
function endedInYear(after: string, written: string | null): boolean {
  const through = /^[^\d]{0,12}(?:19|20)\d{2} ?(?:-|–|to|until) ?((?:19|20)\d{2})\b/.exec(after)?.[1];
  return through !== undefined && written !== null && Number(through) < Number(written.slice(0, 4));
}

const DOSE = /^[^,;]{0,40}?\d ?(?:mg|mcg|g|units?|u|ml|meq|iu|puffs?|tabs?|tablets?|drops|gtts|%|l)\b/i;

type Action = 'taken' | 'stopped' | 'supposed';

function nearestBefore(before: string): Action | null {
  const words = before.toLowerCase();
  if (/\bfrom\b.*\bto $/.test(words)) return 'taken';
  const nearest = nearestCue(words);
  if (nearest?.what !== 'taken') return nearest?.what ?? null;
  const leading = words.slice(0, nearest.start).replace(/(?:\bto)?\s*$/, '').trimEnd();
  const led = nearestCue(leading);
  return led && led.end === leading.length ? led.what : 'taken';
}

interface NearestCue {
  readonly what: Action;
  readonly start: number;
  readonly end: number;
}

/** Of cues that end together the longer one: "was on" before "on". */
function nearestCue(words: string): NearestCue | null {
  let best: NearestCue | null = null;
  for (const [what, cues] of ACTIONS) {
    for (const cue of cues) {
      const end = lastEnd(words, cue);
      if (end < 0) continue;
      const found = { what, start: end - cue.replace('*', '').length, end };
      if (!best || found.end > best.end || (found.end === best.end && found.start < best.start)) best = found;
    }
  }
  return best;
}

const ACTIONS: readonly (readonly [Action, readonly string[]])[] = [['stopped', STOPPED_BEFORE], ['supposed', SUPPOSED_BEFORE], ['taken', TAKEN_BEFORE]];

/** Where the cue's last occurrence as whole words ends; -1 where it does not stand there. */
function lastEnd(words: string, cue: string): number {
  const open = cue.endsWith('*');
  const stem = open ? cue.slice(0, -1) : cue;
  for (let at = words.lastIndexOf(stem); at >= 0; at = at === 0 ? -1 : words.lastIndexOf(stem, at - 1)) {
    const end = at + stem.length;
    if (!/[\p{L}\p{N}]/u.test(words[at - 1] ?? ' ') && (open || !/[\p{L}\p{N}]/u.test(words[end] ?? ' '))) return end;
  }
  return -1;
}
