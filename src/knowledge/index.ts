import { buildKnowledge, type LoadedKnowledge } from './build.ts';

export type { LoadedKnowledge } from './build.ts';

/** Where the compiled assets lie; a bundler resolves them. */
const CORE = new URL('./assets/icd10cm-core.bin.gz', import.meta.url);
const LEXICON = new URL('./assets/lexicon.bin.gz', import.meta.url);

/**
 * The code sets and the lexicon, fetched from beside the program (browser and worker).
 * @param from `imported`: the releases that the site's build brings besides (`npm run build -- --codes FILE`)
 * @throws Error when an asset cannot be fetched or read: there is no review without it.
 */
export async function loadKnowledge({ core = CORE, lexicon = LEXICON, imported = [] }: From = {}): Promise<LoadedKnowledge> {
  const [coreBytes, lexiconBytes, ...others] = await Promise.all([core, lexicon, ...imported].map(fetchUnpacked));
  return buildKnowledge(coreBytes!, lexiconBytes!, others);
}

interface From {
  readonly core?: URL | string;
  readonly lexicon?: URL | string;
  readonly imported?: readonly (URL | string)[];
}

async function fetchUnpacked(url: URL | string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The code set could not be loaded (${response.status}). Reload the page; if it stays so, the installation is incomplete.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return isGzip(bytes) ? gunzip(bytes) : bytes;
}

/** Some servers send `.gz` files with `Content-Encoding: gzip`, and the browser has unpacked them already. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  const unpacked = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
