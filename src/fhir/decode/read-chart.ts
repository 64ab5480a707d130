import type { Chart } from '../../domain/model/index.ts';
import type { ChartBundle } from '../read/contract.ts';
import { decode } from './index.ts';
import { prepare } from './prepare.ts';

/** FHIR JSON to the domain's words, notes in every format included: `prepare`, then `decode`. Is cancelled between two attachments. */
export async function readChart(bundle: ChartBundle, signal?: AbortSignal): Promise<Chart> {
  return decode(bundle, await prepare(bundle, signal));
}
