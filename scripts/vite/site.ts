import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { guidelineRules } from '../../src/domain/coding/rule-ids.ts';
import { CATALOGUE } from '../../src/domain/gaps/catalogue.ts';
import { roleNames, type SiteConfig } from '../../src/domain/model/index.ts';
import { checkPolicy } from '../../src/domain/policy/check-policy.ts';
import { knownRules } from '../../src/domain/policy/known-rules.ts';

/**
 * Reads and checks a `site.json`.
 * @throws Error that names the field and says what belongs there.
 */
export function readSite(file: string): SiteConfig {
  const wrong = (what: string): never => {
    throw new Error(`${file}: ${what}. See docs/deploying.md for the shape of a site file.`);
  };
  let site: unknown;
  try {
    site = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} cannot be read as JSON. See docs/deploying.md for the shape of a site file.`, { cause });
  }
  const record = asRecord(site) ?? wrong('the file must hold one JSON object');
  if (typeof record['name'] !== 'string') wrong('"name" must be a text');
  if (!Array.isArray(record['ehrs']) || record['ehrs'].length === 0) wrong('"ehrs" must list at least one EHR');
  for (const [index, item] of (record['ehrs'] as unknown[]).entries()) checkEhr(asRecord(item), index, wrong);
  if (!Array.isArray(record['roles'])) wrong('"roles" must list PractitionerRole codes with the role each has here');
  for (const [index, item] of (record['roles'] as unknown[]).entries()) {
    const role = asRecord(item);
    if (typeof role?.['code'] !== 'string') wrong(`roles[${index}].code must be a text`);
    if (!(roleNames as readonly unknown[]).includes(role?.['role'])) wrong(`roles[${index}].role must be one of ${roleNames.join(', ')}`);
  }
  if (record['policy'] === undefined) return site as SiteConfig;
  const checked = checkPolicy(record['policy'], knownRules(CATALOGUE, guidelineRules()));
  if (!checked.ok) return wrong(checked.faults.map(({ at, says }) => `policy${at}: ${says}`).join('\n'));
  return { ...(site as SiteConfig), policy: checked.policy };
}

/** `import site from 'virtual:site'`, and the Content-Security-Policy that follows from it (build only). */
export function sitePlugin(file: string): Plugin {
  const id = 'virtual:site';
  const site = readSite(file);
  return {
    name: 'countersign-site',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) => (source === `\0${id}` ? `export default ${JSON.stringify(site)}` : null),
    transformIndexHtml: {
      order: 'pre',
      handler: (_html, context) =>
        context.server === undefined
          ? [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy(site) }, injectTo: 'head-prepend' }]
          : [],
    },
  };
}

/** No inline code, no eval, and requests to the site's own FHIR, authorisation and companion servers only. */
export function contentSecurityPolicy(site: SiteConfig): string {
  const outside = site.ehrs.flatMap((ehr) => [ehr.fhir, ...(ehr.authorization ?? []), ...(ehr.companion ? [ehr.companion.fhir] : [])]).filter((url) => !url.startsWith('/'));
  const origins = [...new Set(outside.map((url) => new URL(url).origin))];
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    ["connect-src 'self'", ...origins].join(' '),
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');
}

function checkEhr(ehr: Readonly<Record<string, unknown>> | null, index: number, wrong: (what: string) => never): void {
  if (ehr === null) return wrong(`ehrs[${index}] must be an object`);
  const { fhir, clientId, scope, authorization = [], profile, companion } = ehr;
  if (typeof fhir !== 'string' || !isBase(fhir)) wrong(`ehrs[${index}].fhir must be an https URL (or a path on the app's own origin) without a trailing slash`);
  if (typeof clientId !== 'string' || clientId === '') wrong(`ehrs[${index}].clientId must be the id that the EHR gave this app`);
  if (typeof scope !== 'string' || scope === '') wrong(`ehrs[${index}].scope must list the scopes to ask for`);
  if (!Array.isArray(authorization) || !authorization.every((url) => typeof url === 'string' && isOrigin(url))) {
    wrong(`ehrs[${index}].authorization must list origins such as https://login.example.org`);
  }
  if (profile !== undefined && !PROFILES.includes(profile)) wrong(`ehrs[${index}].profile must be one of ${PROFILES.join(', ')}, or be left out: the EHR tells it`);
  if (companion !== undefined) checkCompanion(asRecord(companion), fhir, index, wrong);
}

const PROFILES: readonly unknown[] = ['generic', 'epic', 'oracle'];

function checkCompanion(companion: Readonly<Record<string, unknown>> | null, ehr: unknown, index: number, wrong: (what: string) => never): void {
  if (companion === null) return wrong(`ehrs[${index}].companion must be an object with "fhir" and "access"`);
  const { fhir, access } = companion;
  if (typeof fhir !== 'string' || !isBase(fhir)) wrong(`ehrs[${index}].companion.fhir must be an https URL (or a path on the app's own origin) without a trailing slash`);
  if (fhir === ehr) wrong(`ehrs[${index}].companion.fhir is the EHR itself; a companion server stands beside it`);
  if (access !== 'open' && access !== 'cookie') wrong(`ehrs[${index}].companion.access must be "open" (asked without credentials) or "cookie" (with those of the site's own sign-on)`);
}

function isBase(url: string): boolean {
  if (url.startsWith('//') || url.endsWith('/') || /[\s;,]/.test(url)) return false;
  if (url.startsWith('/')) return true;
  const parsed = URL.parse(url);
  return parsed !== null && isSecure(parsed) && parsed.username === '' && parsed.search === '' && parsed.hash === '';
}

function isOrigin(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && isSecure(parsed) && parsed.origin === url;
}

/** Plain http only for a server on the same machine. */
function isSecure(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname));
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}
