import type { FhirReply } from '../http/contract.ts';
import type { ServerName } from './errand.ts';

/** A refusal for a person: what it means, then the server's own words. For the screen only: a server may quote the chart. */
export function refusalWords(reply: FhirReply, server: ServerName): string {
  return withWords(meaningOf(reply, server), reply.json);
}

export function withWords(meaning: string, outcome: unknown): string {
  const words = outcomeWords(outcome);
  return words === null ? `${meaning}.` : `${meaning}: ${words}`;
}

function meaningOf({ status, retryAfter }: FhirReply, server: ServerName): string {
  switch (status) {
    case 401: return `The sign-in with the ${server} has ended (401)`;
    case 403: return `The ${server} does not let you write this (403)`;
    case 404:
    case 410: return `It is not in the ${server} any more (${status})`;
    case 409: return 'Somebody changed it in the meantime (409)';
    case 412: return 'It is not what it was when it was read (412)';
    case 422: return `The ${server} found it invalid (422)`;
    case 429: return `The ${server} is busy and did nothing (429). ${later(retryAfter)}`;
    case 503: return `The ${server} is busy or down for maintenance (503). ${later(retryAfter)}`;
    default: return status >= 500 ? `The ${server} failed (${status})` : `The ${server} refused it (${status})`;
  }
}

function later(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return 'Send it again in a few minutes';
  return seconds <= 120 ? `It asks to wait ${seconds} seconds before it is sent again` : `It asks to wait ${Math.ceil(seconds / 60)} minutes before it is sent again`;
}

/** The texts of an OperationOutcome, or null where there are none. */
function outcomeWords(json: unknown): string | null {
  if (typeof json !== 'object' || json === null || !('issue' in json) || !Array.isArray(json.issue)) return null;
  const texts = (json.issue as readonly { details?: { text?: unknown }; diagnostics?: unknown; code?: unknown }[])
    .map((issue) => [issue.details?.text, issue.diagnostics, issue.code].find((t) => typeof t === 'string' && t.trim() !== ''))
    .filter((t) => typeof t === 'string');
  return texts.length === 0 ? null : texts.join(' · ');
}
