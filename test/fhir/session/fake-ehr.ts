import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { http, HttpResponse } from 'msw';
import type { RequestHandler } from 'msw';
import type { SiteConfig } from '../../../src/domain/model/index.ts';
import type { LaunchPage } from '../../../src/fhir/session/launch-page.ts';

export const FHIR = 'https://ehr.test/fhir';
export const AUTH = 'https://auth.test';

export const site: SiteConfig = {
  name: 'Test site',
  ehrs: [{ fhir: FHIR, authorization: [AUTH], clientId: 'countersign', scope: 'launch openid fhirUser online_access user/*.rs user/Condition.cruds' }],
  roles: [{ system: 'https://roles.test', code: 'clinician', role: 'clinician' }, { code: 'coder', role: 'coder' }],
};

const keys = await generateKeyPair('RS256');
export const otherKeys = await generateKeyPair('RS256');

/** A page with a storage of its own; `went` is where it left for, `shown` what its address bar shows. */
export function fakePage(href: string, storage: Storage = memoryStorage()): LaunchPage & { went: string | null; shown: string; kept: Storage; time: number } {
  const page = {
    href, went: null as string | null, shown: href, kept: storage, time: Date.now(),
    storage: () => storage,
    go(url: string) { page.went = url; },
    rewrite(url: string) { page.shown = url; },
    now: () => page.time,
  };
  return page;
}

export function memoryStorage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) { return Object.hasOwn(this, key) ? this[key] : null; },
    setItem(this: Record<string, string>, key: string, value: string) { this[key] = value; },
    removeItem(this: Record<string, string>, key: string) { delete this[key]; },
  };
  return Object.create(methods) as Storage;
}

export interface Claims {
  readonly nonce?: string;
  readonly iss?: string;
  readonly aud?: string | string[];
  readonly fhirUser?: string | undefined;
  readonly exp?: number;
  readonly azp?: string;
}

export async function idToken(claims: Claims, key = keys.privateKey): Promise<string> {
  return new SignJWT({ nonce: claims.nonce, fhirUser: 'fhirUser' in claims ? claims.fhirUser : 'Practitioner/dr1', name: 'Token Name', ...(claims.azp === undefined ? {} : { azp: claims.azp }) })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' }).setSubject('u1').setIssuedAt()
    .setIssuer(claims.iss ?? AUTH).setAudience(claims.aud ?? 'countersign').setExpirationTime(claims.exp ?? Math.floor(Date.now() / 1000) + 3600)
    .sign(key);
}

export const smartConfiguration = {
  issuer: AUTH, jwks_uri: `${AUTH}/jwks`, authorization_endpoint: `${AUTH}/authorize`, token_endpoint: `${AUTH}/token`, code_challenge_methods_supported: ['S256'],
};

/** What the EHR answers; `more` come first. */
export function ehrHandlers(more: RequestHandler[] = []): RequestHandler[] {
  return [
    ...more,
    http.get(`${FHIR}/.well-known/smart-configuration`, () => HttpResponse.json(smartConfiguration)),
    http.get(`${AUTH}/jwks`, async () => HttpResponse.json({ keys: [{ ...await exportJWK(keys.publicKey), kid: 'k1', alg: 'RS256', use: 'sig' }] })),
    http.get(`${FHIR}/Practitioner/dr1`, () => HttpResponse.json({ resourceType: 'Practitioner', id: 'dr1', name: [{ text: 'Ruth Adeyemi, MD' }] })),
    http.get(`${FHIR}/PractitionerRole`, () => HttpResponse.json({ resourceType: 'Bundle', type: 'searchset', entry: [{ resource: roleOf('clinician', 'https://roles.test') }] })),
  ];
}

export function roleOf(code: string, system: string, more: object = {}): object {
  return { resourceType: 'PractitionerRole', id: 'r1', practitioner: { reference: 'Practitioner/dr1' }, code: [{ coding: [{ system, code }] }], ...more };
}
