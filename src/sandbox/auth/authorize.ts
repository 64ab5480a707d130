import { GRANT_SETS } from '../contract.ts';
import type { Charts } from '../charts.ts';
import type { GrantSet, TokenLifetimes } from '../contract.ts';
import { seeOther } from '../http/reply.ts';
import type { HttpReply } from '../http/reply.ts';
import type { Credentials } from './credentials.ts';
import { isRegistered } from './grant.ts';
import type { CodeGrant, Launch } from './grant.ts';
import { encounterPage, patientPage, refusalPage, userPage } from './pages.ts';
import { grantScopes } from './scopes.ts';

export interface AuthContext {
  readonly origin: string;
  /** The FHIR base, which is the issuer. */
  readonly base: string;
  readonly charts: Charts;
  readonly credentials: Credentials;
  readonly lifetimes: TokenLifetimes;
}

/** What the app asked for, once it is known to be answered at a registered address. */
interface Asked {
  readonly client: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly scope: string;
  readonly challenge: string;
  readonly nonce: string | null;
}

/** SMART App Launch 2.2: an EHR launch is answered at once; a standalone one after somebody picked user, patient and visit. */
export async function authorize(parameters: URLSearchParams, context: AuthContext): Promise<HttpReply> {
  const [client, redirectUri] = [parameters.get('client_id'), parameters.get('redirect_uri')];
  if (!client || !redirectUri || !isRegistered(client, redirectUri, context.origin)) return refusalPage('The client_id is not registered here, or the redirect_uri is not one of its addresses (an address under /app/, without query).');
  const state = parameters.get('state') ?? '';
  const problem = problemIn(parameters, context.base);
  if (problem) return refuse(redirectUri, state, problem[0], problem[1]);
  const asked: Asked = { client, redirectUri, state, scope: parameters.get('scope') ?? '', challenge: parameters.get('code_challenge') ?? '', nonce: parameters.get('nonce') };
  const launchText = parameters.get('launch');
  if (launchText !== null) return continueLaunch(launchText, asked, context);
  const request = context.credentials.issue('request', asked, PATIENCE);
  return userPage({ request }, await context.charts.users(), new URL(redirectUri).origin);
}

/** Seconds to pick somebody. */
const PATIENCE = 600;

/** @returns OAuth error and description */
function problemIn(parameters: URLSearchParams, base: string): [string, string] | null {
  if (parameters.get('response_type') !== 'code') return ['unsupported_response_type', 'response_type must be code'];
  if (!parameters.get('state')) return ['invalid_request', 'state is missing'];
  if (parameters.get('code_challenge_method') !== 'S256') return ['invalid_request', 'PKCE with code_challenge_method=S256 is required'];
  if (!/^[\w-]{43}$/.test(parameters.get('code_challenge') ?? '')) return ['invalid_request', 'code_challenge must be a base64url SHA-256'];
  if (parameters.get('aud')?.replace(/\/$/, '') !== base) return ['invalid_request', `aud must be ${base}`];
  if (!parameters.get('scope')) return ['invalid_scope', 'scope is missing'];
  return null;
}

function continueLaunch(text: string, asked: Asked, context: AuthContext): HttpReply {
  const launch = context.credentials.find('launch', text);
  if (!launch || launch.used) return refuse(asked.redirectUri, asked.state, 'invalid_request', 'this launch was used already, or has expired; launch again from the chart');
  context.credentials.use(text);
  if (!asked.scope.split(' ').includes('launch')) return refuse(asked.redirectUri, asked.state, 'invalid_scope', 'a launch needs the scope launch');
  return sendCode(asked, launch.body as Launch, context);
}

const FINISHED = 'This sign-in has expired or was finished already. Go back to the app and start again.';

/** One step of the standalone pages: each answers with the next page, the last with the code. */
export async function continueStandalone(form: URLSearchParams, context: AuthContext): Promise<HttpReply> {
  const requestText = form.get('request') ?? '';
  const request = context.credentials.find('request', requestText);
  if (!request || request.used) return refusalPage(FINISHED);
  const asked = request.body as Asked;
  const formTarget = new URL(asked.redirectUri).origin;
  if (form.get('cancel')) {
    context.credentials.use(requestText);
    return refuse(asked.redirectUri, asked.state, 'access_denied', 'the person cancelled');
  }
  const users = await context.charts.users();
  const user = users.find((u) => u.id === form.get('user'));
  if (!user) return userPage({ request: requestText }, users, formTarget);
  const grant = GRANT_SETS.find((set) => set === form.get('grant')) ?? 'as-asked';
  const step = { request: requestText, user: user.id, grant };
  const scopes = asked.scope.split(' ');
  const wantsEncounter = scopes.includes('launch/encounter');
  const wantsPatient = wantsEncounter || scopes.includes('launch/patient') || scopes.some((s) => s.startsWith('patient/'));
  const patients = wantsPatient ? await context.charts.patients() : [];
  const patient = patients.find((p) => p.id === form.get('patient'));
  if (wantsPatient && !patient) return patientPage(step, patients, formTarget);
  const encounter = patient?.encounters.find((e) => e.id === form.get('encounter'));
  if (patient && wantsEncounter && !encounter && form.get('encounter') !== '') return encounterPage({ ...step, patient: patient.id }, patient, formTarget);
  // Asking who and whom took a while: another answer to the same page may have come first.
  if (context.credentials.find('request', requestText)?.used !== false) return refusalPage(FINISHED);
  context.credentials.use(requestText);
  return sendCode(asked, { user: user.id, patient: patient?.id ?? null, encounter: encounter?.id ?? null, grant, intent: null, needPatientBanner: true, messaging: null }, context);
}

interface Opened extends Omit<Launch, 'patient'> { readonly patient: string | null; readonly grant: GrantSet }

function sendCode(asked: Asked, opened: Opened, context: AuthContext): HttpReply {
  const { client, redirectUri, challenge, nonce } = asked;
  const { user, patient, encounter, needPatientBanner, intent, messaging } = opened;
  const scope = grantScopes(asked.scope, opened.grant, patient !== null);
  const grant: CodeGrant = { client, redirectUri, challenge, nonce, user, patient, encounter, scope, needPatientBanner, intent, messaging };
  const code = context.credentials.issue('code', grant, context.lifetimes.code);
  return seeOther(`${redirectUri}?${new URLSearchParams({ code, state: asked.state }).toString()}`);
}

function refuse(redirectUri: string, state: string, error: string, description: string): HttpReply {
  return seeOther(`${redirectUri}?${new URLSearchParams({ error, error_description: description, ...(state ? { state } : {}) }).toString()}`);
}
