import type { CueKind } from '../../model/mention.ts';

/**
 * How far a cue reaches from where it stands.
 * `list`: through commas, up to the end of the clause. `phrase`: up to the next comma, across "and" and "or".
 * `near`: the next four words of the same phrase. `sentence`: past clause ends too, up to a semicolon.
 */
type Reach = 'list' | 'phrase' | 'near' | 'sentence';

/**
 * A row of a cue table. `say` is a list of ways to write it, in lower case: `<a|b>` either, `<a|b>?` may be left out,
 * `^` the sentence begins here, `#` a number in digits or words, `…` up to four words of any kind, not across punctuation; punctuation is
 * a word of its own. The longest row that fits wins.
 */
export interface CueRow {
  readonly kind: Exclude<CueKind, 'scope-end' | 'section'>;
  readonly looks: 'ahead' | 'back' | 'both';
  readonly reach: Reach;
  readonly say: readonly string[];
  /** Only where punctuation or the end follows: "Edema: no." but not "Edema: no clubbing". */
  readonly alone?: true;
  /** Only where it touches the words it is about: "?PE", "-fever". */
  readonly attached?: true;
  /** For `history`: over and done, even where the disease is a chronic one ("resolved", "outgrew"). */
  readonly over?: true;
  /** For `history`: over in the course of this illness ("resolved"); not past history, which `recent: false` reports. */
  readonly lately?: true;
  /** For `history`: a time, which holds for what came of it too: "delivery 2014 complicated by hemorrhage". */
  readonly dated?: true;
  /** For `other-person`: relatives named within its reach are theirs: "adoptive parents: mother breast cancer". */
  readonly household?: true;
  /** For `hypothetical`: not of what is theirs, "leaflet about *his* diabetes". */
  readonly notTheirs?: true;
  /** For `negation`: counts as possible unless the text shows a negative work-up ("unlikely"). */
  readonly needsWorkUp?: true;
}

/** Words that end the reach of cues of these kinds on either side of them. */
interface ScopeEndRow {
  readonly kind: 'scope-end';
  readonly ends: 'all' | readonly CueKind[];
  /** What was said before to be over goes on: "childhood asthma, *still needs* an inhaler". */
  readonly undoes?: true;
  /** Says what came of a thing, and so ends no date. */
  readonly consequence?: true;
  readonly say: readonly string[];
}

/** Words that look like a cue and are none: matched only so that nothing shorter is. */
interface PseudoRow {
  readonly kind: 'pseudo';
  /** The relative or friend named next is company or an informant: "lives with wife". */
  readonly disarms?: 'person';
  readonly say: readonly string[];
}

export type AnyRow = CueRow | ScopeEndRow | PseudoRow;

/** Words that may stand inside a cue without changing it: "no *clear* evidence of", "does not *currently* have". */
export const FILLERS: ReadonlySet<string> = new Set([
  'clear', 'clearly', 'definite', 'definitive', 'convincing', 'objective', 'clinical', 'clinically', 'radiographic', 'sonographic', 'obvious', 'overt', 'significant',
  'other', 'further', 'current', 'currently', 'actually', 'recently', 'really', 'ever', 'now', 'any', 'known', 'acute', 'ct', 'appreciable', 'also', 'interval',
  'recent', 'very', 'highly', 'quite', 'somewhat', 'more', 'most', 'new', 'strong', 'strongly', 'major', 'real', 'much', 'immediate', 'the', 'certain',
]);
