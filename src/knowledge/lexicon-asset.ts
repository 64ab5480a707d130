import type { Synonym } from '../domain/coding/term-index.ts';
import { readLines, readPlanes } from './planes.ts';

/** The synonym tables from the (unpacked) lexicon asset: `concept`, wordings and codes by line, the lists divided by `|`. */
export function decodeSynonyms(bytes: Uint8Array): Synonym[] {
  const { plane } = readPlanes(bytes);
  const [concepts, says, codes] = [readLines(plane('concepts')), readLines(plane('says')), readLines(plane('codes'))];
  return concepts.map((concept, row) => ({ concept, says: (says[row] ?? '').split('|'), codes: (codes[row] ?? '').split('|') }));
}
