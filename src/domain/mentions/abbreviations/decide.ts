import { definitionOf, type Definition } from './definitions.ts';
import type { Sense } from './senses.ts';
import type { Surroundings } from './surroundings.ts';
import { weigh, type Occurrence, type Weighed } from './weigh.ts';

/** What one occurrence stands for, and by what. */
export type Decision =
  /** The note says so itself; `sense` is null where its words are none of the tables'. */
  | { readonly by: 'definition'; readonly sense: Sense | null; readonly definition: Definition }
  /** `rival`: the next best; null where there is no other. */
  | { readonly by: 'context'; readonly sense: Sense; readonly weighed: Weighed; readonly rival: Weighed | null }
  /** Elsewhere in the note it means this. */
  | { readonly by: 'note'; readonly sense: Sense; readonly weighed: Weighed }
  | { readonly by: 'nothing'; readonly sense: null; readonly weighed: readonly Weighed[] };

/**
 * All occurrences of one abbreviation in a note, in order. A definition decides for the whole note; else each is weighed by what is
 * said around it, and where that does not decide, it means what it means elsewhere in the note (one sense per discourse, Gale et al., 1992).
 * @param asked somebody says that it is an abbreviation of the tables; else its letters may be those of something else
 */
export function decide(written: string, occurrences: readonly Occurrence[], senses: readonly Sense[], note: Surroundings, asked: boolean): readonly Decision[] {
  const definition = definitionOf(written, occurrences, senses, note);
  if (definition !== null) return occurrences.map(() => ({ by: 'definition', sense: definition.sense, definition }));
  const weighed = occurrences.slice(0, MOST_WEIGHED).map((at) => senses.map((sense) => weigh(sense, at, note)).toSorted((a, b) => b.score - a.score));
  const length = Math.min(1, note.tokens.length / LONG_NOTE);
  const only = senses.length === 1 && (asked || !needsWords(written, senses[0]!));
  const alone = weighed.map((all) => decideAlone(all, only, length));
  const ofNote = clearest(alone);
  const decided = weighed.map((all, place) => (ofNote === null ? alone[place]! : withNote(alone[place]!, all, ofNote)));
  return occurrences.map((_, place) => decided[Math.min(place, decided.length - 1)]!);
}

/** Behind so many, an abbreviation means what it meant before: the note stays linear to read. */
const MOST_WEIGHED = 60;
/** By how much the best must outweigh the next, where a word of the evidence counts 3; and half as much again in a long note. */
const MARGIN = 0.75;
/** What a sense needs that is not usual: a word of its field nearby; in a long note, which has words of many fields, two. */
const SUPPORT = 0.9;
const MORE_SUPPORT = 1.1;
const RARE_SUPPORT = 2.4;
/** In tokens. */
const LONG_NOTE = 400;

type Decided = Extract<Decision, { by: 'context' }>;

/** Two letters mean too many things to name a condition by themselves, and so does what the tables tell by its words. */
export function needsWords(written: string, { codes, how, bare }: Sense): boolean {
  return how === '' && codes.length > 0 && (!bare || written.length < 3);
}

/** @param length 0–1: of a note as long as most are */
function decideAlone(weighed: readonly Weighed[], only: boolean, length: number): Decision {
  const [best] = weighed;
  if (best === undefined || !isSupported(best, only, length)) return { by: 'nothing', sense: null, weighed };
  const rival = weighed.find(({ sense }) => sense !== best.sense && !isAlike(sense, best.sense)) ?? null;
  if (rival !== null && best.score - rival.score < MARGIN * (1 + length / 2)) return { by: 'nothing', sense: null, weighed };
  return { by: 'context', sense: best.sense, weighed: best, rival };
}

function isSupported({ sense, evidence }: Weighed, only: boolean, length: number): boolean {
  const enough = SUPPORT + MORE_SUPPORT * length;
  switch (sense.how) {
    case 'usual': return evidence > -1.5;
    case '': return only ? evidence > -1 : evidence >= enough;
    case 'never-alone': return evidence >= enough;
    case 'rare': return evidence >= RARE_SUPPORT + MORE_SUPPORT * length;
  }
}

/** Two names of one condition are no rivals. */
function isAlike(one: Sense, other: Sense): boolean {
  const [a, b] = [one.codes[0]?.code, other.codes[0]?.code];
  return a !== undefined && a === b;
}

/** The decision with most to say for it; one that rests on what is usual alone speaks for its own place only. */
function clearest(decisions: readonly Decision[]): Decided | null {
  let found: Decided | null = null;
  for (const one of decisions) {
    if (one.by !== 'context' || one.weighed.evidence < SUPPORT) continue;
    if (found === null || lead(one) > lead(found)) found = one;
  }
  return found;
}

function lead({ weighed, rival }: Decided): number {
  return weighed.score - (rival?.score ?? 0);
}

function withNote(own: Decision, weighed: readonly Weighed[], ofNote: Decided): Decision {
  if (own.sense === ofNote.sense) return own;
  const here = weighed.find(({ sense }) => sense === ofNote.sense);
  if (here === undefined || here.evidence < -1) return own;
  if (own.by === 'context' && own.weighed.near >= Math.max(1.5, here.near + MARGIN)) return own;
  return { by: 'note', sense: ofNote.sense, weighed: ofNote.weighed };
}
