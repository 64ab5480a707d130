import type { FhirReply } from '../http/contract.ts';

/** A refusal for a person: what it means, then the server's own words. For the screen only: a server may quote the chart. */
export function refusalWords(reply: FhirReply): string {
  return withWords(meaningOf(reply.status), reply.json);
}

export function withWords(meaning: string, outcome: unknown): string {
  const words = outcomeWords(outcome);
  return words === null ? `${meaning}.` : `${meaning}: ${words}`;
}

function meaningOf(status: number): string {
  switch (status) {
    case 401: return 'The sign-in with the EHR has ended (401)';
    case 403: return 'The EHR does not let you write this (403)';
    case 404:
    case 410: return `It is not in the EHR any more (${status})`;
    case 409: return 'Somebody changed it in the meantime (409)';
    case 412: return 'It is not what it was when it was read (412)';
    case 422: return 'The EHR found it invalid (422)';
    case 429: return 'The EHR is busy and did nothing (429). Wait a minute, then send it again';
    case 503: return 'The EHR is busy or down for maintenance (503)';
    default: return status >= 500 ? `The EHR failed (${status})` : `The EHR refused it (${status})`;
  }
}

/** The texts of an OperationOutcome, or null where there are none. */
function outcomeWords(json: unknown): string | null {
  if (typeof json !== 'object' || json === null || !('issue' in json) || !Array.isArray(json.issue)) return null;
  const texts = (json.issue as readonly { details?: { text?: unknown }; diagnostics?: unknown; code?: unknown }[])
    .map((issue) => [issue.details?.text, issue.diagnostics, issue.code].find((t) => typeof t === 'string' && t.trim() !== ''))
    .filter((t) => typeof t === 'string');
  return texts.length === 0 ? null : texts.join(' · ');
}
