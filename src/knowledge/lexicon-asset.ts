import type { Synonym } from '../domain/coding/term-index.ts';
import { dotted, type Tabular } from '../domain/coding/tabular.ts';
import type { AttributeTables } from '../domain/mentions/compose/tables.ts';
import { readTables, type AbbreviationTables } from '../domain/mentions/abbreviations/table.ts';
import type { Meaning, PhraseTrie } from '../domain/mentions/match-phrases.ts';
import type { ConceptId } from '../domain/model/index.ts';
import { lazily } from '../domain/lazily.ts';
import { decodeTrie } from './phrase-trie.ts';
import { readLines, readPlanes } from './planes.ts';

export interface LexiconAsset {
  readonly trie: PhraseTrie;
  readonly synonyms: () => readonly Synonym[];
  readonly attributes: AttributeTables;
  readonly abbreviations: AbbreviationTables;
}

/**
 * The (unpacked) lexicon asset. What a phrase means is a number: a row of the tabular list, or behind those a row of the
 * synonym tables. Both are looked up when a phrase is first met.
 * @throws Error when it was compiled for another tabular list.
 */
export function decodeLexicon(bytes: Uint8Array, tabular: Tabular): LexiconAsset {
  const planes = readPlanes(bytes);
  if (planes.header['rows'] !== tabular.codes.length) throw new Error('The lexicon was compiled for another code set. Run npm run lexicon:compile.');
  const synonyms = lazily(() => decodeSynonyms(bytes));
  const meaningOf = (number: number): Meaning => (number < tabular.codes.length ? rowMeaning(tabular, number) : synonymMeaning(synonyms()[number - tabular.codes.length]!));
  return { trie: decodeTrie(planes, meaningOf), synonyms, attributes: decodeAttributes(planes.plane), abbreviations: readTables(readLines(planes.plane('abbreviations')), readLines(planes.plane('themes'))) };
}

/** The synonym tables by line: `concept`, wordings and codes, the lists divided by `|`. */
export function decodeSynonyms(bytes: Uint8Array): Synonym[] {
  const { plane } = readPlanes(bytes);
  const [concepts, says, codes] = [readLines(plane('concepts')), readLines(plane('says')), readLines(plane('codes'))];
  return concepts.map((concept, row) => ({ concept, says: (says[row] ?? '').split('|'), codes: list(codes[row]) }));
}

/** The tables of attributes by line; cells divided by tabs, lists by `|`. */
function decodeAttributes(plane: (name: string) => Uint8Array): AttributeTables {
  const rows = (name: string): string[][] => readLines(plane(name)).map((line) => line.split('\t'));
  return {
    axes: rows('axes').map(([name = '', reach, values]) => ({ name, reach: reach === 'clause' || reach === 'sentence' || reach === 'note' ? reach : 'near', one: values === 'one' })),
    values: rows('attributes').map(([axis = '', value = '', says, titles, within, assumed]) => ({
      axis, value, says: list(says), titles: list(titles), within: within === undefined || within === '' ? null : within, assumed: assumed === 'assumed', usual: assumed === 'usual',
    })),
    refinements: rows('refinements').map(([concept = '', codes, attribute = '', says, patterns]) => ({ concept, codes: list(codes), attribute, says: list(says), patterns: list(patterns) })),
  };
}

function list(cell: string | undefined): string[] {
  return cell === undefined || cell === '' ? [] : cell.split('|');
}

/** What a title or inclusion term of that row means. */
export function rowMeaning(tabular: Tabular, row: number): Meaning {
  const code = dotted(tabular.codes[row] ?? '');
  return { concept: `icd:${code}` as ConceptId, codes: [code] };
}

export function synonymMeaning({ concept, codes }: Synonym): Meaning {
  return { concept: `syn:${concept}` as ConceptId, codes };
}
