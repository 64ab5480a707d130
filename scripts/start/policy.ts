import { policyOf } from '../../src/cli/policy-option.ts';

/**
 * A site's policy with its value sets in it, as it is put beside the app.
 * @throws Error that tells everything that is wrong with the file
 */
export async function readPolicyFile(file: string): Promise<string> {
  return JSON.stringify(await policyOf({ policy: file }));
}
