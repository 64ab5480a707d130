import type { Synonym } from '../domain/coding/term-index.ts';
import { readLines, readPlanes } from './planes.ts';

/** The Index's wordings, where the asset was made with it: they join what search and lookup rank over, not what is looked for in notes. */
export function decodeIndex(bytes: Uint8Array): Synonym[] {
  const { has, plane } = readPlanes(bytes);
  if (!has('index-terms')) return [];
  const codes = readLines(plane('index-codes'));
  return readLines(plane('index-terms')).map((concept, at) => ({ concept, says: [concept], codes: (codes[at] ?? '').split('|') }));
}
