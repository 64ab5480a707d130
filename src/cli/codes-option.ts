import { delimiter } from 'node:path';
import type { LoadedKnowledge } from '../knowledge/build.ts';
import { loadKnowledge } from '../knowledge/node/index.ts';
import { UsageError } from './command.ts';

/** For `readOptions`. */
export const CODES_OPTION = { codes: { type: 'string', multiple: true } } as const;

export const CODES_HELP = `  --codes FILE    a release made by "countersign codes import", beside the shipped ones (or COUNTERSIGN_CODES; more than once)`;

/**
 * The shipped knowledge with the releases of `--codes`, else of COUNTERSIGN_CODES.
 * @throws UsageError where one of those files cannot be used
 */
export async function loadWith({ codes }: { readonly codes?: readonly string[] | undefined }): Promise<LoadedKnowledge> {
  const files = codes ?? (process.env['COUNTERSIGN_CODES'] ?? '').split(delimiter).filter((file) => file !== '');
  if (files.length === 0) return loadKnowledge();
  try {
    return await loadKnowledge(files);
  } catch (cause) {
    throw new UsageError(`The code set cannot be loaded: ${files.join(', ')}. Make it with: countersign codes import`, { cause });
  }
}
