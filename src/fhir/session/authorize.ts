import { authorize as smartAuthorize } from 'fhirclient/lib/smart.js';
import type { ClientState } from 'fhirclient/lib/smart.js';
import type { SiteConfig, SiteEhr } from '../../domain/model/index.ts';
import { adapterFor } from './adapter.ts';
import { PLAIN_REQUEST, discover } from './discovery.ts';
import { LaunchError } from './launch-error.ts';
import { browserPage, storageOf } from './launch-page.ts';
import type { LaunchPage } from './launch-page.ts';
import { forgetOldLaunches, saveRecord } from './launch-record.ts';
import { allEhrs, ehrOf } from './site-ehr.ts';

/**
 * Starts the sign-in, and leaves the page for the EHR's authorisation server. Two ways in:
 * an EHR launch (`?iss=…&launch=…`, both), or standalone (`?ehr=<FHIR base>`, or nothing where the site has one EHR).
 * `iss` and `ehr` count only when they equal a FHIR base of the site; no other parameter of the address has any effect.
 * The way back leads to the folder that this page stands in.
 * @throws LaunchError
 */
export async function authorize(site: SiteConfig, page: LaunchPage = browserPage()): Promise<void> {
  const { ehr, launch } = askedFor(site, page.href);
  const storage = storageOf(page);
  forgetOldLaunches(storage, page.now());
  const configuration = await discover(ehr, page.href);
  const adapter = adapterFor(page);
  const state = randomToken();
  const nonce = randomToken();
  const scope = scopeFor(ehr, launch !== null);
  const address = await smartAuthorize(adapter, {
    iss: ehr.fhir, clientId: ehr.clientId, scope, stateKey: state, redirectUri: new URL('.', adapter.getUrl()).href,
    ...(launch === null ? {} : { launch }),
    pkceMode: 'required', completeInTarget: true, noRedirect: true, wellKnownRequestOptions: PLAIN_REQUEST,
  }).catch(() => undefined);
  const kept = await adapter.getStorage().get(state) as ClientState | null;
  const asDiscovered = kept?.authorizeUri === configuration.authorize && kept.tokenUri === configuration.token && kept.codeChallenge !== undefined;
  if (address === undefined || !asDiscovered) {
    await adapter.getStorage().unset(state);
    throw new LaunchError('bad-configuration', 'The sign-in with the EHR could not be started.', 'Open the app again from the EHR. If it happens again, tell your site\'s administrator.');
  }
  saveRecord(storage, state, {
    ehr: ehr.fhir, mode: launch === null ? 'standalone' : 'ehr', nonce, scope, issuer: configuration.issuer, jwks: configuration.jwks, revoke: configuration.revoke, startedAt: page.now(),
  });
  page.go(`${address}&nonce=${nonce}`);
}

/** The FHIR bases to choose from in a standalone launch. */
export function standaloneChoices(site: SiteConfig, href: string): readonly string[] {
  return allEhrs(site, href).map((ehr) => ehr.fhir);
}

function askedFor(site: SiteConfig, href: string): { readonly ehr: SiteEhr; readonly launch: string | null } {
  const { searchParams } = new URL(href);
  const isses = searchParams.getAll('iss');
  const launch = searchParams.get('launch');
  if (isses.length === 0 && launch === null) return { ehr: chosen(site, searchParams.get('ehr'), href), launch: null };
  const [iss] = isses;
  const ehr = iss === undefined || isses.length > 1 ? null : ehrOf(site, iss, href);
  if (ehr === null) throw notAllowed();
  if (launch === null || launch === '') {
    throw new LaunchError('no-launch', 'The EHR opened the app without saying for which patient.', 'Open the app again from the patient\'s chart. If it happens again, tell your site\'s administrator.');
  }
  return { ehr, launch };
}

function chosen(site: SiteConfig, asked: string | null, href: string): SiteEhr {
  const all = allEhrs(site, href);
  const [only] = all;
  const ehr = asked === null ? only : ehrOf(site, asked, href);
  if (ehr === null || ehr === undefined) throw notAllowed();
  if (asked === null && all.length > 1) {
    throw new LaunchError('choose-ehr', 'This site has more than one EHR.', 'Choose which one to sign in with.');
  }
  return ehr;
}

function notAllowed(): LaunchError {
  return new LaunchError('not-allowed', 'The app was opened for a server that this site does not know. Nothing was sent there.', 'Open the app from your EHR. If you did, tell your site\'s administrator that its address has to stand in site.json.');
}

/** `launch` belongs to an EHR launch alone. */
function scopeFor(ehr: SiteEhr, launched: boolean): string {
  const scopes = ehr.scope.split(/\s+/).filter((scope) => scope !== '' && scope !== 'launch');
  return [...(launched ? ['launch'] : []), ...scopes].join(' ');
}

/** 256 random bits; SMART App Launch asks for 128 in `state`, and fhirclient's own come from Math.random. */
function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
