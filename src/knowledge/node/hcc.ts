import { join } from 'node:path';
import type { HccFactors, HccModel } from '../../domain/coding/hcc/hcc-model.ts';
import { decodeHcc, decodeHccFactors } from '../hcc-asset.ts';
import { readAsset } from './index.ts';

const ASSETS = join(import.meta.dirname, '../assets');

/** The categories of CMS-HCC V28, from the committed asset. @throws Error when it is missing or damaged */
export async function loadHcc(): Promise<HccModel> {
  return decodeHcc(await readAsset(join(ASSETS, 'hcc-v28.bin.gz')));
}

/** The relative factors of CMS-HCC V28, which the command line alone needs. @throws Error when the asset is missing or damaged */
export async function loadHccFactors(): Promise<HccFactors> {
  return decodeHccFactors(await readAsset(join(ASSETS, 'hcc-v28-factors.bin.gz')));
}
