import { ready } from 'fhirclient/lib/smart.js';
import type { Adapter, Client, ClientState, TokenResponse } from 'fhirclient/lib/smart.js';
import type { SiteConfig, SiteEhr } from '../../domain/model/index.ts';
import { createGuardedHttp } from '../http/guarded.ts';
import { sharingStatement } from '../http/shared.ts';
import { adapterFor } from './adapter.ts';
import type { Session } from './contract.ts';
import { verifyIdToken } from './id-token.ts';
import { LaunchError } from './launch-error.ts';
import { browserPage, storageOf } from './launch-page.ts';
import type { LaunchPage } from './launch-page.ts';
import { forgetLaunch, loadRecord, saveRecord } from './launch-record.ts';
import type { LaunchRecord } from './launch-record.ts';
import { refresher } from './refresh.ts';
import { parseScopes } from './scopes.ts';
import { signOutOf } from './sign-out.ts';
import { ehrOf, trustedUrl } from './site-ehr.ts';
import { readUser } from './user.ts';

/** A person who signs in slower than this starts again: authorisation codes do not live longer (RFC 6749, 4.1.2). */
const LONGEST_SIGN_IN = 10 * 60 * 1000;

/**
 * Completes the sign-in on the page that the authorisation server led back to, or takes it up again after a reload of that
 * page: `state` stays in the address, and names this launch among others of the same tab.
 * @throws LaunchError; DOMException AbortError when cancelled
 */
export async function connect(site: SiteConfig, signal: AbortSignal = new AbortController().signal, page: LaunchPage = browserPage()): Promise<Session> {
  const { state, code } = returned(page.href);
  const storage = storageOf(page);
  const record = loadRecord(storage, state);
  if (record === null) throw lost();
  const ehr = ehrOf(site, record.ehr, page.href);
  if (ehr === null) throw new LaunchError('not-allowed', 'This site no longer serves the EHR of this sign-in.', 'Open the app again from your EHR.');
  const adapter = adapterFor(page);
  page.rewrite(withoutCode(page.href, state));
  const client = await exchanged({ adapter, state, code, record, ehr, page });
  const token = client.state.tokenResponse ?? {};
  const identity = record.identity ?? (token.id_token === undefined ? null : await verifyIdToken(token.id_token, record, ehr, page.href, new Date(page.now())));
  const granted = record.granted ?? token.scope ?? record.scope;
  const context = record.context ?? { patient: idIn(token.patient), encounter: idIn(token.encounter) };
  const messaging = record.messaging === undefined ? messagingIn(token) : record.messaging;
  saveRecord(storage, state, { ...record, granted, context, messaging, ...(identity === null ? {} : { identity }) });
  signal.throwIfAborted();

  const { http, signOut } = signOutOf({
    client, clientId: ehr.clientId, revoke: record.revoke ?? null, refresh: refresher(client, adapter),
    http: (refresh) => sharingStatement(createGuardedHttp({ base: ehr.fhir, token: () => client.state.tokenResponse?.access_token ?? null, refresh })),
    forget: () => { forgetLaunch(storage, state); page.rewrite(withoutLaunch(page.href)); },
  });
  const { user, notices } = await readUser(http, identity, site, page.now(), signal).catch((error: unknown) => { signal.throwIfAborted(); throw error; });
  const scopes = parseScopes(granted);
  const { patient, encounter } = context;
  return {
    http, ehr: ehr.fhir, mode: record.mode, patient, encounter, user, scopes, messaging, signOut,
    needPatientBanner: token.need_patient_banner !== false && token.need_patient_banner !== 'false',
    notices: [...missingContext(record, patient, encounter), ...notices, ...(scopes.canWrite ? [] : [READ_ONLY])],
  };
}

const READ_ONLY = 'The sign-in does not allow writing, so this is a read-only view.';

/** @throws LaunchError when the authorisation server refused, or nothing was launched */
function returned(href: string): { readonly state: string; readonly code: string | null } {
  const { searchParams } = new URL(href);
  const error = searchParams.get('error');
  if (error === 'access_denied') throw new LaunchError('access-denied', 'The sign-in was declined.', 'To use the app, open it again from the EHR and allow what it asks for.');
  if (error !== null) throw new LaunchError('refused', `The EHR refused the sign-in${KNOWN_ERRORS[error] ?? '.'}`, 'Open the app again from the EHR. If it happens again, tell your site\'s administrator.');
  const state = searchParams.get('state');
  if (state === null || state === '') throw new LaunchError('not-launched', 'Countersign was opened without a patient\'s chart.', 'Open it from the EHR.');
  return { state, code: searchParams.get('code') };
}

/** RFC 6749, 4.1.2.1, in a person's words. */
const KNOWN_ERRORS: Readonly<Record<string, string>> = {
  invalid_scope: ': it does not grant what the app asks for.',
  invalid_request: ': it did not understand the app\'s request.',
  unauthorized_client: ': it does not know this app.',
  unsupported_response_type: ': it does not support this kind of sign-in.',
  server_error: ': it failed.',
  temporarily_unavailable: ': it is not available at the moment.',
};

function withoutCode(href: string, state: string): string {
  const url = new URL(href);
  url.search = `?state=${encodeURIComponent(state)}`;
  return url.href;
}

/** A reload after the sign-out finds no launch, instead of one that is lost. */
function withoutLaunch(href: string): string {
  const url = new URL(href);
  url.search = '';
  return url.href;
}

interface Exchange {
  readonly adapter: Adapter;
  readonly state: string;
  readonly code: string | null;
  readonly record: LaunchRecord;
  readonly ehr: SiteEhr;
  readonly page: LaunchPage;
}

async function exchanged({ adapter, state, code, record, ehr, page }: Exchange): Promise<Client> {
  const kept = await adapter.getStorage().get(state) as ClientState | null;
  if (kept === null || kept.serverUrl !== ehr.fhir) throw lost();
  trustedUrl(kept.tokenUri, ehr, page.href);
  const fresh = kept.tokenResponse?.access_token === undefined;
  if (fresh && (code === null || page.now() - record.startedAt > LONGEST_SIGN_IN)) throw expired();
  // fhirclient puts the code into the form as it is given.
  const client = await ready(adapter, { stateKey: state, ...(fresh && code !== null ? { code: encodeURIComponent(code) } : {}) }).catch((error: unknown) => { throw exchangeFailed(error); });
  if (client.state.tokenResponse?.access_token === undefined) throw expired();
  return client;
}

function lost(): LaunchError {
  return new LaunchError('state-lost', 'The sign-in that led here was begun where this page cannot see it.', 'Open it in its own window, or open the app again from the EHR.');
}

function expired(): LaunchError {
  return new LaunchError('state-expired', 'The sign-in took too long or was already used.', 'Open the app again from the EHR.');
}

/** fhirclient's error holds the server's answer; only its status is used. */
function exchangeFailed(error: unknown): LaunchError {
  const { status, name } = error as { readonly status?: unknown; readonly name?: unknown };
  if (status === 400 || status === 401) return expired();
  const again = 'Open the app again from the EHR. If it happens again, tell your site\'s administrator.';
  if (typeof status === 'number') return new LaunchError('refused', `The EHR refused the sign-in (${status}).`, again);
  if (name === 'Error' || name === 'SyntaxError') return new LaunchError('refused', 'The EHR\'s answer to the sign-in could not be used.', again);
  return new LaunchError('unreachable', 'The EHR\'s sign-in could not be reached.', 'Check the connection, then open the app again from the EHR.');
}

/** Logical ids have at most 64 letters, digits, hyphens and dots (FHIR R4, id); anything else never gets into an address. */
function idIn(value: unknown): string | null {
  const id = typeof value === 'number' ? String(value) : value;
  return typeof id === 'string' && /^[A-Za-z0-9\-.]{1,64}$/.test(id) && !/^\.+$/.test(id) ? id : null;
}

/**
 * The window that may be spoken to over SMART Web Messaging 1.0, and as whom. Words go to exactly that origin, so one that is no origin,
 * or that a network could listen in on, is none.
 */
function messagingIn({ smart_web_messaging_handle: handle, smart_web_messaging_origin: origin }: TokenResponse): Session['messaging'] {
  const url = typeof origin === 'string' ? URL.parse(origin) : null;
  if (typeof handle !== 'string' || handle === '' || url === null || url.origin === 'null') return null;
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname));
  return isBare && isSafe ? { handle, origin: url.origin } : null;
}

function missingContext({ mode }: LaunchRecord, patient: string | null, encounter: string | null): readonly string[] {
  if (mode === 'standalone') return [];
  if (patient === null) return ['No patient came with the launch. Choose one.'];
  return encounter === null ? ['No encounter came with the launch. Choose one.'] : [];
}

