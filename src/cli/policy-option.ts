import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { faultLines, readPolicy } from '../app/site-policy.ts';
import { guidelineRules } from '../domain/coding/rule-ids.ts';
import { CATALOGUE } from '../domain/gaps/catalogue.ts';
import { DEFAULT_POLICY, type Policy } from '../domain/model/index.ts';
import { knownRules } from '../domain/policy/known-rules.ts';
import { UsageError } from './command.ts';

/** For `readOptions`. */
export const POLICY_OPTION = { policy: { type: 'string' } } as const;

export const POLICY_HELP = `  --policy FILE   what the site decided (docs/site-policy.md); without it the default holds`;

/** @throws UsageError where the file cannot be used: never the default instead */
export async function policyOf({ policy: file }: { readonly policy?: string | undefined }): Promise<Policy> {
  if (file === undefined) return DEFAULT_POLICY;
  const checked = await checkedPolicy(file);
  if (!checked.ok) throw new UsageError([`${file} is not in order:`, ...faultLines(checked.faults).map((line) => `  ${line}`)].join('\n'));
  return checked.policy;
}

/** @throws UsageError where there is no such file */
export async function checkedPolicy(file: string): ReturnType<typeof readPolicy> {
  const content = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`The policy file cannot be read: ${file}`, { cause });
  });
  return readPolicy(content, { known: knownRules(CATALOGUE, guidelineRules()), base: DEFAULT_POLICY, read: (name) => readFile(resolve(dirname(file), name), 'utf8') });
}
