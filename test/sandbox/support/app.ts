import { createHash, randomBytes } from 'node:crypto';
import type { LaunchReply, LaunchRequest } from '../../../src/sandbox/contract.ts';
import type { Sandbox } from '../../../src/sandbox/server.ts';

/** What an app does by hand: discovery aside, every step of a SMART launch. */
export interface SmartApp {
  readonly verifier: string;
  readonly redirectUri: string;
  /** Where the answer of `authorize` leads, or the page it shows. */
  authorize(changes?: Record<string, string | null>): Promise<Response>;
  token(form: Record<string, string>): Promise<{ status: number; body: TokenBody }>;
}

export interface TokenBody {
  readonly access_token: string; readonly refresh_token?: string; readonly id_token?: string; readonly scope: string; readonly expires_in: number;
  readonly patient?: string; readonly encounter?: string; readonly need_patient_banner?: boolean; readonly intent?: string; readonly error?: string;
}

const SCOPE = 'launch openid fhirUser online_access user/*.rs user/Condition.cruds';

export function smartApp(ehr: Sandbox): SmartApp {
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = `${ehr.url}/app/index.html`;
  const defaults = {
    response_type: 'code', client_id: 'countersign', redirect_uri: redirectUri, scope: SCOPE, state: 'a state', nonce: 'a nonce', aud: ehr.fhirBase,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
  };
  return {
    verifier,
    redirectUri,
    authorize: (changes = {}) => {
      const kept = Object.entries({ ...defaults, ...changes }).filter((pair): pair is [string, string] => pair[1] !== null);
      return fetch(`${ehr.url}/auth/authorize?${new URLSearchParams(kept).toString()}`, { redirect: 'manual' });
    },
    token: async (form) => {
      const response = await fetch(`${ehr.url}/auth/token`, { method: 'POST', body: new URLSearchParams({ client_id: 'countersign', ...form }) });
      return { status: response.status, body: (await response.json()) as TokenBody };
    },
  };
}

export async function launchOf(ehr: Sandbox, request: Partial<LaunchRequest> = {}): Promise<string> {
  const response = await fetch(`${ehr.url}/sandbox/api/launches`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ user: 'doc', patient: 'a', encounter: 'a-visit', ...request }) });
  return ((await response.json()) as LaunchReply).launch;
}

/** The parameters that the app is sent back with. */
export function sentBack(response: Response): URLSearchParams {
  return new URL(response.headers.get('location') ?? 'about:blank').searchParams;
}
