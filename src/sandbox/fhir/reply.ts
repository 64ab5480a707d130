import type { OperationOutcome, Resource } from 'fhir/r4';
import type { Stored } from '../records/store.ts';
import { FhirError, outcome, outcomeOf } from './outcome.ts';

/** One FHIR request, whether it came over HTTP or as an entry of a batch. */
export interface FhirCall {
  readonly method: string;
  /** Below the base, without a leading slash: `Condition/c1/_history/2`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON, form text, or raw bytes of a Binary. */
  readonly body: CallBody;
}

export type CallBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'form'; readonly parameters: URLSearchParams }
  | { readonly kind: 'raw'; readonly contentType: string; readonly bytes: Buffer };

export interface FhirReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly resource?: Resource | OperationOutcome;
  readonly raw?: { readonly contentType: string; readonly bytes: Buffer };
}

export function replyWith(status: number, resource: Resource, headers: Record<string, string> = {}): FhirReply {
  return { status, headers, resource };
}

export function versionHeaders(stored: Stored): Record<string, string> {
  return { ETag: `W/"${stored.version}"`, 'Last-Modified': new Date(stored.updated).toUTCString() };
}

/** An error as an answer; what is not a FhirError is a fault of ours, told without details. */
export function errorReply(error: unknown): FhirReply {
  if (error instanceof FhirError) return { status: error.status, headers: error.status === 401 ? { 'WWW-Authenticate': 'Bearer realm="fhir", error="invalid_token"' } : {}, resource: outcomeOf(error) };
  return { status: 500, headers: {}, resource: outcome('fatal', 'exception', 'The server failed on this request. Nothing was written.') };
}
