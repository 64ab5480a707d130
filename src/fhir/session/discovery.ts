import { fetchWellKnownJson } from 'fhirclient/lib/smart.js';
import type { SiteEhr } from '../../domain/model/index.ts';
import { LaunchError } from './launch-error.ts';
import { trustedUrl } from './site-ehr.ts';

/** What a launch uses of `/.well-known/smart-configuration`, every address on a trusted origin. */
export interface SmartConfiguration {
  readonly authorize: string;
  readonly token: string;
  readonly issuer: string | null;
  readonly jwks: string | null;
  /** Where a token is ended (RFC 7009); null where the server names no place that the site trusts. */
  readonly revoke: string | null;
}

/** Neither cookies nor redirects: the answer decides where the sign-in goes. */
export const PLAIN_REQUEST: RequestInit = { credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' };

/** @throws LaunchError */
export async function discover(ehr: SiteEhr, page: string): Promise<SmartConfiguration> {
  const found = await fetchWellKnownJson(ehr.fhir, PLAIN_REQUEST).catch(() => {
    throw new LaunchError('unreachable', 'The EHR\'s sign-in could not be reached.', 'Check the connection, then open the app again from the EHR.');
  });
  if (typeof found !== 'object' || found === null) throw unusable('It sent no SMART configuration.');
  const { authorization_endpoint: authorize, token_endpoint: token, issuer, jwks_uri: jwks, revocation_endpoint: revoke, code_challenge_methods_supported: pkce } = found as Record<string, unknown>;
  if (!Array.isArray(pkce) || !pkce.includes('S256')) throw unusable('It does not offer PKCE with S256, which SMART App Launch 2 requires.');
  return {
    authorize: trustedUrl(authorize, ehr, page),
    token: trustedUrl(token, ehr, page),
    issuer: typeof issuer === 'string' ? issuer : null,
    jwks: jwks === undefined || jwks === null ? null : trustedUrl(jwks, ehr, page),
    revoke: trustedOrNone(revoke, ehr, page),
  };
}

/** Signing out is offered where it can be; a launch does not fail for it. */
function trustedOrNone(url: unknown, ehr: SiteEhr, page: string): string | null {
  try {
    return trustedUrl(url, ehr, page);
  } catch (error) {
    if (error instanceof LaunchError) return null;
    throw error;
  }
}

function unusable(why: string): LaunchError {
  return new LaunchError('bad-configuration', `The EHR's sign-in cannot be used. ${why}`, 'Tell your site\'s administrator.');
}
