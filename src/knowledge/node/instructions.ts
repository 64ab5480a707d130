import { join } from 'node:path';
import type { Instructions } from '../../domain/model/instructions.ts';
import { decodeInstructions } from '../instructions.ts';
import { readAsset } from './index.ts';

const ASSET = join(import.meta.dirname, '../assets/instructions.bin.gz');

/** The tabular list's instructions from the committed asset. @param rowCodes `LoadedKnowledge.rowCodes` @throws Error when it is missing or damaged */
export async function loadInstructions(rowCodes: readonly string[]): Promise<Instructions> {
  return decodeInstructions(await readAsset(ASSET), rowCodes);
}
