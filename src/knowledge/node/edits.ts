import { join } from 'node:path';
import type { CodeEdits } from '../../domain/model/index.ts';
import { decodeEdits } from '../edits.ts';
import { readAsset } from './index.ts';

/** What the Medicare Code Editor says of diagnoses, from the committed asset. @throws Error when it is missing or damaged */
export async function loadEdits(): Promise<CodeEdits> {
  return decodeEdits(await readAsset(join(import.meta.dirname, '../assets/edits.bin.gz')));
}
