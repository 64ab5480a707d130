import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { buildKnowledge, type LoadedKnowledge } from '../build.ts';

const ASSETS = join(import.meta.dirname, '../assets');

/**
 * The code sets and the lexicon, read from the committed assets (command line, server, tests).
 * @throws Error when an asset is missing or damaged.
 */
export async function loadKnowledge(folder: string = ASSETS): Promise<LoadedKnowledge> {
  const [core, lexicon] = await Promise.all(['icd10cm-core.bin.gz', 'lexicon.bin.gz'].map(async (file) => promisify(gunzip)(await readFile(join(folder, file)))));
  return buildKnowledge(core!, lexicon!);
}
