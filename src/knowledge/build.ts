import { buildCodeSets } from '../domain/coding/code-set.ts';
import type { LookupKnowledge } from '../domain/coding/lookup.ts';
import { buildTermIndex } from '../domain/coding/term-index.ts';
import { buildLexicon, type Phrase } from '../domain/mentions/lexicon.ts';
import { titlePhrases } from '../domain/mentions/title-phrases.ts';
import type { ConceptId } from '../domain/model/index.ts';
import { decodeCore } from './core-asset.ts';
import { decodeSynonyms } from './lexicon-asset.ts';

/** The domain's knowledge from the two unpacked assets. Synonyms come before what the tabular list says. */
export function buildKnowledge(core: Uint8Array, lexicon: Uint8Array): LoadedKnowledge {
  const tabular = decodeCore(core);
  const synonyms = decodeSynonyms(lexicon);
  const terms = lazily(() => buildTermIndex(tabular, synonyms));
  const spoken = synonyms.flatMap(({ concept, says, codes }) => says.map((words): Phrase => ({ words, concept: `syn:${concept}` as ConceptId, codes })));
  return { codeSets: buildCodeSets(tabular, terms), lexicon: buildLexicon([...spoken, ...titlePhrases(tabular)]), terms, rowCodes: tabular.codes };
}

/** `terms`, which search and lookup rank over, is built when first asked for: call it early where the first search must be quick. */
export type LoadedKnowledge = LookupKnowledge;

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
