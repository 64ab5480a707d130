import type { Section, Span, Token } from '../../model/index.ts';
import type { CueMatch } from './compile.ts';
import { compileCues, matchCues, matchEach } from './compile.ts';
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
  readonly section: Section | null;
  /** Cues that reach it whole from elsewhere: a line that introduces it ("Return precautions:"), an answer, the sentence beside it. */
  readonly lead: readonly Lead[];
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
  return { text, words, edges: edgesOf(words, thisYear), section, lead: [] };
}

/** Apart, so that the end of one cue may be the beginning of the next: ", no". */
const CUES = compileCues([NEGATION, UNCERTAINTY, HISTORY, HYPOTHETICAL, PEOPLE, ANSWERS]);
const ENDS = compileCues([SCOPE_ENDS]);

type Match = CueMatch & { readonly row: CueRow };

function edgesOf(words: readonly Word[], thisYear: number | null): Edge[] {
  const matches = matchCues(CUES, words);
  const cues = [...matches, ...pastTimes(words, thisYear)]
    .filter((match): match is Match => match.row.kind !== 'scope-end' && match.row.kind !== 'pseudo')
    .filter((cue) => !tellsOfThePatient(cue, words, matches) && !isDuration(cue, words))
    .toSorted((a, b) => a.from - b.from);
  const around = surroundings(matchEach(ENDS, words), cues);
  return cues.map((cue) => {
    const { row, from, to } = cue;
    const { ahead, cut } = row.looks === 'back' ? { ahead: to, cut: null } : reachAhead(words, cue, around);
    const looksBack = row.looks !== 'ahead' || followsItsDisease(cue, words);
    return { row, from, to, back: looksBack ? reachBack(words, cue, around) : from, ahead, cut };
  });
}
