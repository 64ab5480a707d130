import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { buildKnowledge, type LoadedKnowledge } from '../build.ts';

const ASSETS = join(import.meta.dirname, '../assets');
export const CORE_ASSET = join(ASSETS, 'icd10cm-core.bin.gz');
const LEXICON_ASSET = join(ASSETS, 'lexicon.bin.gz');
const EDITS_ASSET = join(ASSETS, 'edits.bin.gz');
const INSTRUCTIONS_ASSET = join(ASSETS, 'instructions.bin.gz');

/**
 * The code sets and the lexicon, read from the committed assets (command line, server, tests).
 * @param imported files that `countersign codes import` made: loaded beside the shipped releases, and before them where both are in force
 * @throws Error when an asset is missing or damaged.
 */
export async function loadKnowledge(imported: readonly string[] = []): Promise<LoadedKnowledge> {
  const [core, lexicon, edits, instructions, ...others] = await Promise.all([CORE_ASSET, LEXICON_ASSET, EDITS_ASSET, INSTRUCTIONS_ASSET, ...imported].map(readAsset));
  return buildKnowledge({ core: core!, lexicon: lexicon!, edits: edits!, instructions: instructions!, imported: others });
}

/** An asset, unpacked. */
export async function readAsset(file: string): Promise<Uint8Array> {
  return promisify(gunzip)(await readFile(file));
}
