import type { HccModel } from '../domain/coding/hcc/hcc-model.ts';
import { fetchUnpacked } from './fetch-unpacked.ts';
import { decodeHcc } from './hcc-asset.ts';

const HCC = new URL('./assets/hcc-v28.bin.gz', import.meta.url);

/**
 * The categories of CMS-HCC V28, fetched when something first needs them (browser and worker). Without the factors: nothing that a clinician
 * uses computes a score.
 * @throws Error when they cannot be fetched
 */
export async function loadHcc(from: URL | string = HCC): Promise<HccModel> {
  return decodeHcc(await fetchUnpacked(from));
}
