import type { JSONWebKeySet } from 'jose';
import type { SiteEhr } from '../../domain/model/index.ts';
import { PLAIN_REQUEST } from './discovery.ts';
import { LaunchError } from './launch-error.ts';
import type { Identity, LaunchRecord } from './launch-record.ts';
import { trustedUrl } from './site-ehr.ts';

/** Asymmetric algorithms only: with `none` or a shared secret anybody could have signed. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/**
 * Who signed in: signature by the issuer's published keys, issuer, audience, expiry and nonce (OpenID Connect Core 3.1.3.7).
 * @throws LaunchError `identity`, or `bad-configuration` where the keys stand on an origin that the site does not trust
 */
export async function verifyIdToken(token: string, record: LaunchRecord, ehr: SiteEhr, page: string, now: Date): Promise<Identity> {
  const { createLocalJWKSet, jwtVerify, decodeJwt } = await joseWhenNeeded();
  try {
    const { issuer, jwks } = await issuerOf(() => decodeJwt(token).iss, record, ehr, page);
    const keys = createLocalJWKSet(await fetchJson(jwks) as JSONWebKeySet);
    const { payload } = await jwtVerify(token, keys, {
      issuer, audience: ehr.clientId, algorithms: ALGORITHMS, clockTolerance: 60, requiredClaims: ['exp', 'sub'], currentDate: now,
    });
    if (payload['nonce'] !== record.nonce) throw new Error('nonce');
    const isForSeveral = Array.isArray(payload.aud) && payload.aud.length > 1;
    if ((isForSeveral || payload['azp'] !== undefined) && payload['azp'] !== ehr.clientId) throw new Error('azp');
    return { fhirUser: textOf(payload['fhirUser']) ?? textOf(payload['profile']), name: textOf(payload['name']) };
  } catch (error) {
    if (error instanceof LaunchError) throw error;
    throw new LaunchError('identity', 'It could not be proved who signed in, so the app stopped.', 'Open the app again from the EHR. If it happens again, tell your site\'s administrator.');
  }
}

/** Only a fresh sign-in is verified: a page that is taken up again does without the library. */
async function joseWhenNeeded(): Promise<typeof import('./jose.ts')> {
  try {
    return await import('./jose.ts');
  } catch {
    throw new LaunchError('unreachable', 'A part of the app that checks the sign-in did not arrive.', 'Check the connection, then open the app again from the EHR.');
  }
}

/** From the SMART configuration; a server that names no keys there publishes them through OpenID discovery. */
async function issuerOf(claimed: () => string | undefined, record: LaunchRecord, ehr: SiteEhr, page: string): Promise<{ issuer: string; jwks: string }> {
  if (record.issuer !== null && record.jwks !== null) return { issuer: record.issuer, jwks: record.jwks };
  const issuer = record.issuer ?? claimed() ?? '';
  const home = trustedUrl(issuer, ehr, page).replace(/\/+$/, '');
  const found = await fetchJson(`${home}/.well-known/openid-configuration`) as { issuer?: unknown; jwks_uri?: unknown };
  if (found.issuer !== issuer) throw new Error('issuer');
  return { issuer, jwks: trustedUrl(found.jwks_uri, ehr, page) };
}

async function fetchJson(url: string): Promise<object> {
  const response = await fetch(url, { ...PLAIN_REQUEST, headers: { accept: 'application/json' } });
  const json: unknown = response.ok ? await response.json() : null;
  if (typeof json !== 'object' || json === null) throw new Error('no JSON');
  return json;
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null;
}
