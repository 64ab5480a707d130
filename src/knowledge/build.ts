import { buildCodeSets } from '../domain/coding/code-set.ts';
import type { LookupKnowledge } from '../domain/coding/lookup.ts';
import { buildTermIndex } from '../domain/coding/term-index.ts';
import { buildAbbreviations } from '../domain/mentions/abbreviations/abbreviations.ts';
import { buildComposer } from '../domain/mentions/compose/compose.ts';
import { matchPhrases } from '../domain/mentions/match-phrases.ts';
import { wordForm } from '../domain/text/word-forms.ts';
import { decodeCore } from './core-asset.ts';
import { lazily } from '../domain/lazily.ts';
import { decodeEdits } from './edits.ts';
import { decodeInstructions } from './instructions.ts';
import type { KnowledgeBytes } from './index.ts';
import { decodeLexicon } from './lexicon-asset.ts';

/**
 * The domain's knowledge from the unpacked assets, and from the releases that the site imported beside them.
 * What reads those is loaded where there are any.
 * @throws Error when an asset cannot be read
 */
export async function buildKnowledge({ core, lexicon, edits, instructions, imported }: KnowledgeBytes): Promise<LoadedKnowledge> {
  const tabular = decodeCore(core);
  const { trie, synonyms, attributes, abbreviations: tables } = decodeLexicon(lexicon, tabular);
  const terms = lazily(() => buildTermIndex(tabular, synonyms()));
  const codeSets = buildCodeSets(tabular, terms);
  const composer = buildComposer(attributes);
  const abbreviations = buildAbbreviations(tables);
  const words = (): ReadonlySet<string> => wordsOf([...attributes.values.flatMap(({ value, says, titles }) => [value, ...says, ...titles]), ...tables.rows.map(({ expansion }) => expansion)]);
  const rules = { edits: decodeEdits(edits), instructions: decodeInstructions(instructions, tabular.codes) };
  if (imported.length === 0) return { codeSets, lexicon: matchPhrases(trie, words), composer, abbreviations, ...rules, terms, rowCodes: tabular.codes };

  const { joinCodeSets, openImported, withFreshPhrases, withFreshRows } = await import('./imported.ts');
  const shipped = tabular.releases.flatMap(({ validFrom }) => codeSets.inForce(validFrom) ?? []);
  const releases = imported.map((bytes) => openImported(bytes, shipped, synonyms));
  const rows = withFreshRows(tabular, releases);
  return {
    codeSets: joinCodeSets(codeSets, releases),
    lexicon: matchPhrases(withFreshPhrases(trie, releases), words),
    composer,
    abbreviations,
    ...rules,
    terms: lazily(() => buildTermIndex(rows, [...synonyms(), ...releases.flatMap(({ index }) => index())])),
    rowCodes: rows.codes,
  };
}

function wordsOf(wordings: readonly string[]): ReadonlySet<string> {
  return new Set(wordings.flatMap((wording) => wording.toLowerCase().split(/[^a-z]+/)).map(wordForm));
}

/** `terms`, which search and lookup rank over, is built when first asked for: call it early where the first search must be quick. */
export type LoadedKnowledge = LookupKnowledge;
