import { buildCodeSets } from '../domain/coding/code-set.ts';
import type { LookupKnowledge } from '../domain/coding/lookup.ts';
import { buildTermIndex } from '../domain/coding/term-index.ts';
import { matchPhrases } from '../domain/mentions/match-phrases.ts';
import { decodeCore } from './core-asset.ts';
import { joinCodeSets, openImported, withFreshPhrases, withFreshRows } from './imported.ts';
import { lazily } from './lazily.ts';
import { decodeLexicon } from './lexicon-asset.ts';

/**
 * The domain's knowledge from the two unpacked assets, and from the releases that the site imported beside them.
 * @throws Error when an asset cannot be read
 */
export function buildKnowledge(core: Uint8Array, lexicon: Uint8Array, imported: readonly Uint8Array[] = []): LoadedKnowledge {
  const tabular = decodeCore(core);
  const { trie, synonyms } = decodeLexicon(lexicon, tabular);
  const terms = lazily(() => buildTermIndex(tabular, synonyms()));
  const codeSets = buildCodeSets(tabular, terms);
  if (imported.length === 0) return { codeSets, lexicon: matchPhrases(trie), terms, rowCodes: tabular.codes };

  const shipped = tabular.releases.flatMap(({ validFrom }) => codeSets.inForce(validFrom) ?? []);
  const releases = imported.map((bytes) => openImported(bytes, shipped, synonyms));
  const rows = withFreshRows(tabular, releases);
  return {
    codeSets: joinCodeSets(codeSets, releases),
    lexicon: matchPhrases(withFreshPhrases(trie, releases)),
    terms: lazily(() => buildTermIndex(rows, [...synonyms(), ...releases.flatMap(({ index }) => index())])),
    rowCodes: rows.codes,
  };
}

/** `terms`, which search and lookup rank over, is built when first asked for: call it early where the first search must be quick. */
export type LoadedKnowledge = LookupKnowledge;
