import { buildCodeSets, WHOLE_DAY } from '../domain/coding/code-set.ts';
import { buildTermIndex, type Synonym } from '../domain/coding/term-index.ts';
import type { Tabular } from '../domain/coding/tabular.ts';
import { trieOf } from '../domain/mentions/lexicon.ts';
import type { PhraseTrie } from '../domain/mentions/match-phrases.ts';
import { titlePhrases } from '../domain/mentions/title-phrases.ts';
import { unionTrie } from '../domain/mentions/union-trie.ts';
import type { CodeSet, CodeSets } from '../domain/model/index.ts';
import { decodeCore } from './core-asset.ts';
import { decodeIndex } from './core-index.ts';
import { lazily } from '../domain/lazily.ts';

/** A release that a site imported (`countersign codes import`). */
export interface ImportedRelease {
  readonly tabular: Tabular;
  readonly index: () => readonly Synonym[];
  readonly set: CodeSet;
  /** Rows that the shipped releases do not have, or word differently: with them alone wordings and phrases grow. */
  readonly fresh: readonly number[];
}

/** @throws Error when the bytes are no core asset of one release */
export function openImported(bytes: Uint8Array, shipped: readonly CodeSet[], synonyms: () => readonly Synonym[]): ImportedRelease {
  const tabular = decodeCore(bytes);
  if (tabular.releases.length !== 1) throw new Error('An imported code set holds one release. Make it with: countersign codes import');
  const index = lazily(() => decodeIndex(bytes));
  const terms = lazily(() => buildTermIndex(tabular, [...synonyms(), ...index()]));
  const fresh = tabular.codes.flatMap((code, row) => (shipped.some((set) => set.entry(code)?.title === tabular.titles[row]) ? [] : [row]));
  return { tabular, index, set: buildCodeSets(tabular, terms).newest, fresh };
}

/** The site's releases come before those that the product brings, where both are in force. */
export function joinCodeSets(shipped: CodeSets, imported: readonly ImportedRelease[]): CodeSets {
  const sets = imported.map(({ set }) => set).toSorted((a, b) => (a.validFrom > b.validFrom ? -1 : 1));
  return {
    newest: sets.find((set) => set.validFrom >= shipped.newest.validFrom) ?? shipped.newest,
    loaded: [...sets, ...shipped.loaded],
    inForce: (date) => (WHOLE_DAY.test(date) ? sets.find((set) => set.validFrom <= date && date <= set.validTo) : undefined) ?? shipped.inForce(date),
  };
}

/** The phrases with those that the imported releases add. */
export function withFreshPhrases(trie: PhraseTrie, imported: readonly ImportedRelease[]): PhraseTrie {
  const phrases = imported.flatMap(({ tabular, fresh }) => (fresh.length === 0 ? [] : titlePhrases(tabular, new Set(fresh))));
  return phrases.length === 0 ? trie : unionTrie(trie, trieOf(phrases));
}

/** The wordings that lookup ranks over: the shipped rows, then the fresh ones of each imported release. */
export function withFreshRows(shipped: Tabular, imported: readonly ImportedRelease[]): Pick<Tabular, 'codes' | 'titles' | 'inclusionTerms' | 'inclusionRows'> {
  const codes = [...shipped.codes];
  const titles = [...shipped.titles];
  const inclusionTerms = [...shipped.inclusionTerms];
  const inclusionRows = [...shipped.inclusionRows];
  for (const { tabular, fresh } of imported) {
    const places = new Map(fresh.map((row) => [row, codes.push(tabular.codes[row] ?? '') - 1]));
    for (const row of fresh) titles.push(tabular.titles[row] ?? '');
    tabular.inclusionTerms.forEach((term, at) => {
      const place = places.get(tabular.inclusionRows[at] ?? -1);
      if (place === undefined) return;
      inclusionTerms.push(term);
      inclusionRows.push(place);
    });
  }
  return { codes, titles, inclusionTerms, inclusionRows: Int32Array.from(inclusionRows) };
}
