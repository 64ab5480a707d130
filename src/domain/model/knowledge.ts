import type { Abbreviations } from './abbreviation.ts';
import type { CodeEdits } from './code-edits.ts';
import type { CodeSet, CodeSets } from './code-set.ts';
import type { Instructions } from './instructions.ts';
import type { Attribute, ConceptId, Token } from './mention.ts';
import type { Span } from './primitives.ts';

/** A stretch of tokens that names a concept. */
export interface LexiconMatch {
  /** Index of the first token, and one past the last. */
  readonly from: number;
  readonly to: number;
  readonly concept: ConceptId;
  /** Codes, best first, with the dot. */
  readonly codes: readonly string[];
  /** Where it shares a word with another name: all the words that say it, "*liver and bone metastases*". */
  readonly quote?: { readonly from: number; readonly to: number };
}

/**
 * Terms to concepts, left to right, the longest at each place; linear in the number of tokens. Matches overlap only where
 * a combination names its partner and the partner's name goes on.
 */
export interface Lexicon {
  readonly phrases: number;
  match(tokens: readonly Token[]): readonly LexiconMatch[];
}

/** A sentence in which concepts are made more specific by what stands near them. Offsets are UTF-16 into `text`. */
export interface Passage {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Of the sentence that follows, where it names no concept itself: "Asthma. *Moderate persistent.*" */
  readonly after: readonly Token[];
  /** In order of `tokens`. */
  readonly matches: readonly LexiconMatch[];
  /** What the whole note says of its patient: `trimester:third trimester`, `sex:male`. */
  readonly ofNote: readonly string[];
  /** Whether the author says these words of that match, says that they are not so (in words before the same comma, or in a list), or leaves it open. */
  readonly isSaid: (span: Span, match: number) => 'said' | 'denied' | 'denied-in-list' | 'open';
}

/** A concept with its attributes: the codes that both allow. */
export interface Composed extends Span {
  /** Best first; empty where the concept names no code by itself and nothing near it gives one. */
  readonly codes: readonly string[];
  /** How many of the first codes are meant together. */
  readonly together: number;
  readonly attributes: readonly Attribute[];
}

/** Words that speak of a concept without its name: "This is moderate persistent." Offsets are UTF-16 into `text`. */
export interface AttributeWords {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly concept: ConceptId;
  readonly code: string;
}

/** Finds the code by constraint over the release, not by one phrase a code. Linear in the number of tokens. */
export interface Composer {
  /** One answer a match. */
  compose(passage: Passage, codeSet: CodeSet): readonly Composed[];
  /** The code or codes of the same family that report these attributes too; the code itself where the release has none. */
  refine(code: string, attributes: readonly Attribute[], codeSet: CodeSet, concept?: ConceptId): readonly string[];
  /** What words that do not name the concept say along the axes of its family; whether the author says it of the concept is for the caller. */
  attributesIn(words: AttributeWords, codeSet: CodeSet): readonly Attribute[];
}

/** Everything that the engine knows and does not find in the chart. */
export interface Knowledge {
  readonly codeSets: CodeSets;
  readonly lexicon: Lexicon;
  readonly composer: Composer;
  readonly abbreviations: Abbreviations;
  /** What the tabular list asks for and excludes; null where it is not loaded, and then none of it decides. */
  readonly instructions: Instructions | null;
  /** The Medicare Code Editor's edits of diagnoses; null where they are not loaded. */
  readonly edits: CodeEdits | null;
}
