import type { Policy } from '../domain/model/index.ts';
import { faultLines, readPolicy } from '../app/site-policy.ts';
import known from 'virtual:known-rules';

/** A part of its own: most sites have no policy file. */
export async function readPolicyFile(content: string, base: Policy, read: (name: string) => Promise<string>): Promise<{ readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly lines: readonly string[] }> {
  const checked = await readPolicy(content, { known, base, read });
  return checked.ok ? checked : { ok: false, lines: faultLines(checked.faults) };
}
