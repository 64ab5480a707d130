import type { Adapter, Client } from 'fhirclient/lib/smart.js';
import { FhirFault } from '../http/contract.ts';
import { PLAIN_REQUEST } from './discovery.ts';

/**
 * Gets a new access token through fhirclient, and mends two of its habits: it refuses to refresh where the granted scope does
 * not repeat `online_access` or `offline_access` (Epic's does not), and it throws the refresh token away after any failure,
 * even where only the network was down or the server busy.
 */
export function refresher(client: Client, adapter: Adapter): () => Promise<void> {
  return async () => {
    const token = client.state.tokenResponse ?? {};
    const kept = token.refresh_token;
    if (kept === undefined) throw new FhirFault('signed-out', 'The sign-in with the EHR has ended. Open the app again from the chart; nothing of the review is lost.');
    if (!/\bo(?:n|ff)line_access\b/.test(token.scope ?? '')) token.scope = `${token.scope ?? ''} online_access`.trim();
    try {
      await client.refresh(PLAIN_REQUEST);
    } catch (error) {
      if (isRefusal((error as { status?: unknown } | null)?.status)) throw error;
      token.refresh_token = kept;
      if (client.state.key !== undefined) await adapter.getStorage().set(client.state.key, client.state);
      throw new FhirFault('network', 'The EHR\'s sign-in could not be reached or is busy. Check the connection, then try again.');
    }
  };
}

/** The server looked at the token and will not have it; a server that failed or is busy did not look. */
function isRefusal(status: unknown): boolean {
  return typeof status === 'number' && status < 500 && status !== 429;
}
