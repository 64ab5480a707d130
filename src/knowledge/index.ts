import { fetchUnpacked } from './fetch-unpacked.ts';

/** Where the compiled assets lie; a bundler resolves them. */
const CORE = new URL('./assets/icd10cm-core.bin.gz', import.meta.url);
const LEXICON = new URL('./assets/lexicon.bin.gz', import.meta.url);
const EDITS = new URL('./assets/edits.bin.gz', import.meta.url);
const INSTRUCTIONS = new URL('./assets/instructions.bin.gz', import.meta.url);

/** The unpacked assets that `buildKnowledge` takes. */
export interface KnowledgeBytes {
  readonly core: Uint8Array;
  readonly lexicon: Uint8Array;
  readonly edits: Uint8Array;
  readonly instructions: Uint8Array;
  readonly imported: readonly Uint8Array[];
}

/**
 * The code sets and the lexicon, fetched from beside the program (browser and worker). Apart from what is built of them, so that
 * a worker can ask for them before its own code is there.
 * @param from `imported`: the releases that the site's build brings besides (`npm run build -- --codes FILE`)
 * @throws Error when an asset cannot be fetched: there is no review without it.
 */
export async function fetchKnowledge({ core = CORE, lexicon = LEXICON, edits = EDITS, instructions = INSTRUCTIONS, imported = [] }: From = {}): Promise<KnowledgeBytes> {
  const [coreBytes, lexiconBytes, editBytes, instructionBytes, ...others] = await Promise.all([core, lexicon, edits, instructions, ...imported].map(fetchUnpacked));
  return { core: coreBytes!, lexicon: lexiconBytes!, edits: editBytes!, instructions: instructionBytes!, imported: others };
}

interface From {
  readonly core?: URL | string;
  readonly lexicon?: URL | string;
  readonly edits?: URL | string;
  readonly instructions?: URL | string;
  readonly imported?: readonly (URL | string)[];
}
