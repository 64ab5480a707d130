import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { policyOf } from '../../src/cli/policy-option.ts';

/**
 * A site's policy with its value sets in it, as it is put beside the app, and the measure packs that it names. A pack that is not there is
 * left out: the app says so.
 * @throws Error that tells everything that is wrong with the policy file
 */
export async function readPolicyFile(file: string): Promise<{ readonly policy: string; readonly besidePolicy: Readonly<Record<string, string>> }> {
  const policy = await policyOf({ policy: file });
  const packs = await Promise.all(policy.measurePacks.map(async (pack) => [pack.file, await readFile(resolve(dirname(file), pack.file), 'utf8').catch(() => null)] as const));
  return { policy: JSON.stringify(policy), besidePolicy: Object.fromEntries(packs.filter((pack): pack is [string, string] => pack[1] !== null)) };
}
