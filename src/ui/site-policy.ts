import type { Policy } from '../domain/model/index.ts';

const FILE = 'site-policy.json';

export type SitePolicy =
  | { readonly ok: true; readonly policy: Policy }
  /** `lines`: what is wrong, for whoever looks after the file. */
  | { readonly ok: false; readonly message: string; readonly lines: readonly string[] };

/** What the site decided, from the file beside the app, so that a change needs no build. Only where there is no such file does `base` hold; never where there is a broken one. */
export async function sitePolicy(base: Policy): Promise<SitePolicy> {
  const asked = await ask(FILE).catch(() => null);
  if (asked === null) return { ok: false, message: 'Whether this site has a policy file could not be asked, so nothing is shown.', lines: [`${FILE}: no answer. Is the network up? Reload the page to try again.`] };
  const { status, ok } = asked;
  if (status === 404 || status === 410) return { ok: true, policy: base };
  if (!ok) return { ok: false, message: BROKEN, lines: [`${FILE}: the web server answered ${status}. Where there is no such file it must answer 404.`] };
  const [{ readPolicyFile }, content] = await Promise.all([import('./read-policy-file.ts'), asked.text()]);
  const read = await readPolicyFile(content, base, besidePolicy);
  return read.ok ? read : { ...read, message: BROKEN };
}

/** @throws Error where there is no such file */
export async function besidePolicy(name: string): Promise<string> {
  const reply = await ask(name);
  if (!reply.ok) throw new Error('There is no such file.');
  return reply.text();
}

const BROKEN = 'This site’s policy file is not in order, so nothing is shown.';

function ask(name: string): Promise<Response> {
  return fetch(name, { cache: 'no-cache', credentials: 'same-origin' });
}
