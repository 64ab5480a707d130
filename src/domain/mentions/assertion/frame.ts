import type { Section, Span, Token } from '../../model/index.ts';
import type { CueMatch } from './match-cues.ts';
import { matchCues, matchEach } from './match-cues.ts';
import { compileCues } from './cue-trie.ts';
import type { CueRow } from './cue-row.ts';
import { HISTORY } from './cues/history.ts';
import { HYPOTHETICAL } from './cues/hypothetical.ts';
import { NEGATION } from './cues/negation.ts';
import { PEOPLE } from './cues/people.ts';
import { ANSWERS, SCOPE_ENDS } from './cues/scope-ends.ts';
import { UNCERTAINTY } from './cues/uncertainty.ts';
import { followsItsDisease, tellsOfThePatient } from './persons.ts';
import { isDuration, pastTimes } from './past-time.ts';
import { reachAhead, reachBack, surroundings } from './reach.ts';
import type { Word } from './words.ts';
import { wordsIn } from './words.ts';

/** One cue of a sentence with the words that it governs: `[back, from)` before it, `[to, ahead)` after it. */
export interface Edge {
  readonly row: CueRow;
  readonly from: number;
  readonly to: number;
  readonly back: number;
  readonly ahead: number;
  /** The scope end that cut it off ahead, in words. */
  readonly cut: { readonly from: number; readonly to: number } | null;
}

/** A sentence made ready for `assertSpan`: its words, its cues with their reach, and what stands above it. */
export interface Frame {
  readonly text: string;
  readonly words: readonly Word[];
  readonly edges: readonly Edge[];
  /** Where it is said that what is over goes on, in words. */
  readonly goesOn: readonly { readonly from: number; readonly to: number }[];
  readonly section: Section | null;
  /** Cues that reach it whole from elsewhere: a line that introduces it ("Return precautions:"), an answer, the sentence beside it. */
  readonly lead: readonly Lead[];
  /** The sentences before it tell of a negative work-up. */
  readonly workedUp?: boolean;
}

export interface Lead extends Span {
  readonly row: CueRow;
}

/**
 * A sentence by itself: `lead` is empty.
 * @param tokens all tokens of the sentence, in order, offsets into `text`
 * @param cells it is a row of a table
 */
export function frameSentence(text: string, sentence: Span, tokens: readonly Token[], section: Section | null, thisYear: number | null, cells: boolean): Frame {
  const words = wordsIn(text, sentence, tokens, cells);
  const ends = matchEach(ENDS, words);
  return { text, words, edges: edgesOf(words, ends, thisYear), goesOn: ends.filter(({ row }) => row.kind === 'scope-end' && row.undoes), section, lead: [] };
}

/** Apart, so that the end of one cue may be the beginning of the next: ", no". */
const CUES = compileCues([NEGATION, UNCERTAINTY, HISTORY, HYPOTHETICAL, PEOPLE, ANSWERS]);
const ENDS = compileCues([SCOPE_ENDS]);

type Match = CueMatch & { readonly row: CueRow };

function edgesOf(words: readonly Word[], ends: readonly CueMatch[], thisYear: number | null): Edge[] {
  const matches = matchCues(CUES, words);
  const cues = [...matches, ...pastTimes(words, thisYear)]
    .filter((match): match is Match => match.row.kind !== 'scope-end' && match.row.kind !== 'pseudo')
    .filter((cue) => !tellsOfThePatient(cue, words, matches) && !isDuration(cue, words))
    .toSorted((a, b) => a.from - b.from);
  const around = surroundings(ends, cues);
  const inner = matches.filter(({ row, from }) => (row.kind === 'pseudo' || row.kind === 'history') && NEGATORS.has(words[from]!.norm)).map(({ from, to }): Edge => ({ row: DENIES_ITS_OWN, from, to: from + 1, back: from, ahead: to, cut: null }));
  const edges = cues.map((cue): Edge => {
    const { row, from, to } = cue;
    const { ahead, cut } = row.looks === 'back' ? { ahead: to, cut: null } : reachAhead(words, cue, around);
    const looksBack = row.looks !== 'ahead' || followsItsDisease(cue, words);
    return { row, from, to, back: looksBack ? reachBack(words, cue, around) : from, ahead, cut };
  });
  return inner.length === 0 ? edges : [...edges, ...inner];
}

/** "No change in" denies no cough that follows, but the "change in bowel habits" that it begins. */
const DENIES_ITS_OWN: CueRow = { kind: 'negation', looks: 'ahead', reach: 'near', say: [] };
const NEGATORS: ReadonlySet<string> = new Set(['no', 'denies', 'denied', 'denying', 'without']);
