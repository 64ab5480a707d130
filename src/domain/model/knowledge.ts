import type { CodeSets } from './code-set.ts';
import type { ConceptId, Token } from './mention.ts';

/** A stretch of tokens that names a concept. */
export interface LexiconMatch {
  /** Index of the first token, and one past the last. */
  readonly from: number;
  readonly to: number;
  readonly concept: ConceptId;
  /** Codes, best first, with the dot. */
  readonly codes: readonly string[];
}

/**
 * Terms to concepts, left to right, the longest at each place; linear in the number of tokens. Matches overlap only where
 * a combination names its partner and the partner's name goes on.
 */
export interface Lexicon {
  readonly phrases: number;
  match(tokens: readonly Token[]): readonly LexiconMatch[];
}

/** Everything that the engine knows and does not find in the chart. */
export interface Knowledge {
  readonly codeSets: CodeSets;
  readonly lexicon: Lexicon;
}
