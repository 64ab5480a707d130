import type { Client } from 'fhirclient/lib/smart.js';
import { FhirFault } from '../http/contract.ts';
import type { FhirHttp } from '../http/contract.ts';
import { PLAIN_REQUEST } from './discovery.ts';

/** Nobody waits longer for a sign-in server when they leave. In milliseconds. */
const LONGEST_REVOCATION = 3000;

export interface SignOut {
  /** The way to the FHIR server, closed once signed out: nothing is sent then, not even without a token. */
  readonly http: FhirHttp;
  readonly signOut: () => Promise<void>;
}

/**
 * The end of a launch: its tokens and its record are forgotten at once, then the server is asked to end them too (RFC 7009), as far as it
 * can be reached within three seconds. What the person decided is kept elsewhere and stays.
 * @param forget removes everything of this launch from the tab
 */
export function signOutOf({ client, clientId, revoke, http, refresh, forget }: {
  readonly client: Client;
  readonly clientId: string;
  readonly revoke: string | null;
  /** Makes the way to the server; it is given the refresh that knows of the sign-out. */
  readonly http: (refresh: () => Promise<void>) => FhirHttp;
  readonly refresh: () => Promise<void>;
  readonly forget: () => void;
}): SignOut {
  let ended = false;
  const renewed = async (): Promise<void> => {
    await refresh();
    // fhirclient stores the new tokens by itself, also where the sign-out came while it waited for them.
    if (ended) { forgetTokens(client); forget(); throw signedOut(); }
  };
  const open = http(renewed);
  return {
    http: {
      base: open.base,
      request: async (request) => {
        if (ended) throw signedOut();
        return open.request(request);
      },
    },
    signOut: async () => {
      if (ended) return;
      ended = true;
      const { access_token: access, refresh_token: again } = client.state.tokenResponse ?? {};
      forgetTokens(client);
      forget();
      if (revoke === null) return;
      const tokens = [[again, 'refresh_token'], [access, 'access_token']] as const;
      await Promise.all(tokens.map(async ([token, hint]) => (token === undefined ? undefined : endThere(revoke, clientId, token, hint))));
    },
  };
}

function forgetTokens(client: Client): void {
  delete client.state.tokenResponse;
}

/** A server that fails or cannot be reached lets the token run out by itself. */
async function endThere(revoke: string, clientId: string, token: string, hint: string): Promise<void> {
  const body = new URLSearchParams({ token, token_type_hint: hint, client_id: clientId });
  await fetch(revoke, { ...PLAIN_REQUEST, method: 'POST', body, signal: AbortSignal.timeout(LONGEST_REVOCATION) }).catch(() => undefined);
}

function signedOut(): FhirFault {
  return new FhirFault('signed-out', 'You signed out. Open the app again from the chart; nothing of the review is lost.');
}
