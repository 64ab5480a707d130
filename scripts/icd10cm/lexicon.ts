import type { Synonym } from '../../src/domain/coding/term-index.ts';
import type { AttributeTables } from '../../src/domain/mentions/compose/tables.ts';
import type { Tabular } from '../../src/domain/coding/tabular.ts';
import { growTrie, needsCaps, type Phrase } from '../../src/domain/mentions/lexicon.ts';
import { titlePhrases } from '../../src/domain/mentions/title-phrases.ts';
import { rowMeaning, synonymMeaning } from '../../src/knowledge/lexicon-asset.ts';
import { writeLines, writePlanes } from '../../src/knowledge/import/write-planes.ts';
import type { AbbreviationLines } from '../abbreviations/read.ts';
import { writeTrie } from './write-trie.ts';

/** The lexicon asset, unpacked: the tables of synonyms, attributes and abbreviations as they stand, and all phrases as a trie. */
export function encodeLexicon(tabular: Tabular, synonyms: readonly Synonym[], attributes: AttributeTables, abbreviations: AbbreviationLines): Uint8Array {
  const phrases = allPhrases(tabular, synonyms);
  const rows = new Map<string, number>(tabular.codes.map((_, row) => [rowMeaning(tabular, row).concept, row]));
  const spoken = synonyms.flatMap(({ says }, index) => says.map(() => tabular.codes.length + index));
  const ends = phrases.map((phrase, place) => {
    const meaning = spoken[place] ?? rows.get(phrase.concept);
    if (meaning === undefined) throw new Error(`"${phrase.words}" means ${phrase.concept}, which is no row of the tabular list.`);
    return { meaning, caps: needsCaps(phrase) };
  });
  return writePlanes({ rows: tabular.codes.length }, [
    ['concepts', writeLines(synonyms.map(({ concept }) => concept))],
    ['says', writeLines(synonyms.map(({ says }) => says.join('|')))],
    ['codes', writeLines(synonyms.map(({ codes }) => codes.join('|')))],
    ['axes', writeLines(attributes.axes.map(({ name, reach, one }) => [name, reach, one ? 'one' : 'several'].join('\t')))],
    ['attributes', writeLines(attributes.values.map(({ axis, value, says, titles, within, assumed, usual }) => [axis, value, says.join('|'), titles.join('|'), within ?? '', assumed ? 'assumed' : usual ? 'usual' : ''].join('\t')))],
    ['refinements', writeLines(attributes.refinements.map(({ concept, codes, attribute, says, patterns }) => [concept, codes.join('|'), attribute, says.join('|'), patterns.join('|')].join('\t')))],
    ['abbreviations', writeLines(abbreviations.rows)],
    ['themes', writeLines(abbreviations.themes)],
    ...writeTrie(growTrie(phrases), ends),
  ]);
}

/** What is looked for in notes. Synonyms come before what the tabular list says. */
export function allPhrases(tabular: Tabular, synonyms: readonly Synonym[]): Phrase[] {
  const spoken = synonyms.flatMap((synonym) => synonym.says.map((words): Phrase => ({ words, ...synonymMeaning(synonym) })));
  return [...spoken, ...titlePhrases(tabular)];
}
