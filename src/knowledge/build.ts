import { buildCodeSets } from '../domain/coding/code-set.ts';
import { buildTermIndex, type TermIndex } from '../domain/coding/term-index.ts';
import { buildLexicon, type Phrase } from '../domain/mentions/lexicon.ts';
import { titlePhrases } from '../domain/mentions/title-phrases.ts';
import type { ConceptId, Knowledge } from '../domain/model/index.ts';
import { decodeCore } from './core-asset.ts';
import { decodeSynonyms } from './lexicon-asset.ts';

/** The domain's knowledge from the two unpacked assets. Synonyms come before what the tabular list says. */
export function buildKnowledge(core: Uint8Array, lexicon: Uint8Array): LoadedKnowledge {
  const tabular = decodeCore(core);
  const synonyms = decodeSynonyms(lexicon);
  const terms = lazily(() => buildTermIndex(tabular, synonyms));
  const spoken = synonyms.flatMap(({ concept, says, codes }) => says.map((words): Phrase => ({ words, concept: `syn:${concept}` as ConceptId, codes })));
  return { codeSets: buildCodeSets(tabular, terms), lexicon: buildLexicon([...spoken, ...titlePhrases(tabular)]), terms };
}

/** `terms` is what `lookup` ranks over; built when first asked for. */
export interface LoadedKnowledge extends Knowledge {
  readonly terms: () => TermIndex;
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
