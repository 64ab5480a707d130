import { buildInstructions } from '../domain/coding/instructions/build.ts';
import type { Instructions } from '../domain/model/instructions.ts';
import { readLines, readPlanes } from './planes.ts';

/**
 * The instructional notes of the tabular list, from the (unpacked) asset.
 * @param rowCodes the tabular list's codes in its order, without the dot: what a range means is decided there
 * @throws Error when the asset cannot be read
 */
export function decodeInstructions(bytes: Uint8Array, rowCodes: readonly string[]): Instructions {
  const { plane } = readPlanes(bytes);
  const lines = readLines(plane('lines'));
  const holders = readLines(plane('holders')).map((at, place) => ({ at, lines: lines[place] ?? '' }));
  return buildInstructions(holders, rowCodes.filter((code) => code.length === 3));
}
