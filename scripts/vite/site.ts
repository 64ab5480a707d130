import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { checkRule } from '../../src/domain/gaps/check-rule.ts';
import { DEFAULT_POLICY, roleNames, type Policy, type SiteConfig } from '../../src/domain/model/index.ts';

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
  if (record['policy'] !== undefined) checkPolicy(asRecord(record['policy']), wrong);
  return site as SiteConfig;
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

/** What each field of the policy must be, for a person. */
const POLICY: { readonly [Field in keyof Policy]: readonly [says: string, holds: (value: unknown) => boolean] } = {
  defaultTarget: ['"encounter-diagnosis" or "problem-list-item"', (value) => value === 'encounter-diagnosis' || value === 'problem-list-item'],
  openCards: ['a whole number from 1', (value) => Number.isInteger(value) && (value as number) >= 1],
  rules: ['an object with "off" (a list of rule ids), "thresholds" (by rule and name) and "add" (rules)', isRulePolicy],
  queries: ['an object with "remindAfterDays", "escalateAfterDays", "expireAfterDays" and "askAgainAfterDays" (whole numbers from 1, or null for never) and "escalateTo" (to whom, or null)', isQueryPolicy],
  valueSets: ['an object of lists of codings, each with "system" and "code"', (value) => Object.values(asRecord(value) ?? { none: null }).every(isCodings)],
  confidence: ['an object with "show", "openEvidenceBelow" and "secondPersonBelow"', (value) => asRecord(value) !== null],
  escalate: ['an object with "claimedRemovals", "highRiskCodes" and "moreChangesThan"', (value) => asRecord(value) !== null],
  audiences: ['an object of lists of kinds of gaps, by role', (value) => asRecord(value) !== null],
  retentionDays: ['a whole number from 1', (value) => Number.isInteger(value) && (value as number) >= 1],
  proposals: ['"condition-claim-task" or "task-only"', (value) => value === 'condition-claim-task' || value === 'task-only'],
  readSensitive: ['true or false', (value) => typeof value === 'boolean'],
  codersFinaliseClaims: ['true or false', (value) => typeof value === 'boolean'],
  idleMinutes: ['a number of minutes above 0, or null for never', (value) => value === null || (typeof value === 'number' && value > 0 && Number.isFinite(value))],
};

function checkPolicy(policy: Readonly<Record<string, unknown>> | null, wrong: (what: string) => never): void {
  if (policy === null) return wrong('"policy" must be an object');
  for (const [field, value] of Object.entries(policy)) {
    if (!(field in DEFAULT_POLICY)) wrong(`policy.${field} is not known; there are ${Object.keys(DEFAULT_POLICY).join(', ')}`);
    const [says, holds] = POLICY[field as keyof Policy];
    if (!holds(value)) wrong(`policy.${field} must be ${says}`);
  }
}

function isRulePolicy(value: unknown): boolean {
  const { off, thresholds, add, ...others } = asRecord(value) ?? {};
  return Object.keys(others).length === 0 && Array.isArray(off) && off.every((rule) => typeof rule === 'string' && rule !== '')
    && asRecord(thresholds) !== null && Array.isArray(add) && add.every((rule) => 'rule' in checkRule(rule));
}

function isQueryPolicy(value: unknown): boolean {
  const { escalateTo, remindAfterDays, escalateAfterDays, expireAfterDays, askAgainAfterDays, ...others } = asRecord(value) ?? {};
  const areDays = [remindAfterDays, escalateAfterDays, expireAfterDays, askAgainAfterDays].every((days) => days === null || (Number.isInteger(days) && (days as number) >= 1));
  return areDays && Object.keys(others).length === 0 && (escalateTo === null || (typeof escalateTo === 'string' && escalateTo.trim() !== ''));
}

function isCodings(value: unknown): boolean {
  return Array.isArray(value) && value.every((coding) => typeof asRecord(coding)?.['system'] === 'string' && typeof asRecord(coding)?.['code'] === 'string');
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
