import { buildCodeSets } from '../domain/coding/code-set.ts';
import type { LookupKnowledge } from '../domain/coding/lookup.ts';
import { buildTermIndex } from '../domain/coding/term-index.ts';
import { matchPhrases } from '../domain/mentions/match-phrases.ts';
import { decodeCore } from './core-asset.ts';
import { lazily } from './lazily.ts';
import { decodeLexicon } from './lexicon-asset.ts';

/** The domain's knowledge from the two unpacked assets. */
export function buildKnowledge(core: Uint8Array, lexicon: Uint8Array): LoadedKnowledge {
  const tabular = decodeCore(core);
  const { trie, synonyms } = decodeLexicon(lexicon, tabular);
  const terms = lazily(() => buildTermIndex(tabular, synonyms()));
  return { codeSets: buildCodeSets(tabular, terms), lexicon: matchPhrases(trie), terms, rowCodes: tabular.codes };
}

/** `terms`, which search and lookup rank over, is built when first asked for: call it early where the first search must be quick. */
export type LoadedKnowledge = LookupKnowledge;
