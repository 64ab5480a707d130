import type { Binary, Bundle, Resource } from 'fhir/r4';
import { FhirError, outcome } from './outcome.ts';
import type { CallBody, FhirCall, FhirReply } from './reply.ts';
import { asResource } from './validate.ts';

/** The transaction or batch that was sent to the base. @throws FhirError 400 where it is none */
export function bundleIn(call: FhirCall): Bundle & { type: 'transaction' | 'batch' } {
  const bundle = jsonOf(call) as Bundle | null;
  if (bundle?.resourceType !== 'Bundle' || !isBatch(bundle)) throw new FhirError(400, 'structure', 'The base takes a Bundle of type transaction or batch.');
  if (!isEntryList(bundle.entry)) throw new FhirError(400, 'structure', 'Bundle.entry is a list of objects.');
  return bundle;
}

function isBatch(bundle: Bundle): bundle is Bundle & { type: 'transaction' | 'batch' } {
  return bundle.type === 'transaction' || bundle.type === 'batch';
}

function isEntryList(entry: unknown): boolean {
  return entry === undefined || (Array.isArray(entry) && entry.every((e: unknown) => typeof e === 'object' && e !== null));
}

/** Bytes that were sent to Binary, as the resource that they become. */
export function binaryOf(call: FhirCall, { contentType, bytes }: Extract<CallBody, { kind: 'raw' }>, kind: string): Binary {
  if (kind !== 'Binary') throw new FhirError(415, 'not-supported', 'Send application/fhir+json. Only Binary takes other content types.');
  const context = call.headers['x-security-context'];
  return { resourceType: 'Binary', contentType, data: bytes.toString('base64'), ...(context ? { securityContext: { reference: context } } : {}) };
}

/** The resource that was sent to `Kind` or `Kind/id`. @throws FhirError 400 where it says otherwise */
export function bodyOf(call: FhirCall, kind: string, id?: string): Resource {
  const resource = asResource(jsonOf(call));
  if (resource.resourceType !== kind) throw new FhirError(400, 'value', `The body is a ${resource.resourceType}, and was sent to ${kind}.`);
  if (id !== undefined && resource.id !== undefined && resource.id !== id) throw new FhirError(400, 'value', 'The id in the body is not the one in the address.');
  if (id !== undefined && call.query.size === 0 && resource.id === undefined) throw new FhirError(400, 'value', 'An update carries the id of its address in the body.');
  return resource;
}

function jsonOf(call: FhirCall): unknown {
  if (call.body.kind === 'json') return call.body.value;
  if (call.body.kind === 'none') throw new FhirError(400, 'structure', 'The request has no body; send application/fhir+json.');
  throw new FhirError(415, 'not-supported', 'Send application/fhir+json.');
}

export function wholeNumber(text: string | undefined): number {
  if (text === undefined || !/^\d{1,9}$/.test(text)) throw new FhirError(400, 'value', 'A version and a _count are whole numbers.');
  return Number(text);
}

/** `since` in milliseconds since the epoch. */
export function historyQuery({ query }: FhirCall): { readonly since: number | null; readonly count: number } {
  const since = query.get('_since');
  const unknown = [...query.keys()].find((name) => !['_since', '_count', '_format', '_pretty'].includes(name));
  if (unknown) throw new FhirError(400, 'invalid', `History takes _since and _count, not "${unknown}".`);
  if (since && Number.isNaN(Date.parse(since))) throw new FhirError(400, 'invalid', '_since takes an instant such as 2026-01-31T10:00:00Z.');
  const count = query.get('_count');
  return { since: since ? Date.parse(since) : null, count: count === null ? 1000 : wholeNumber(count) };
}

/** The answer to a read: the resource, nothing where the client has that version already, or the bytes of a Binary. */
export function present(call: FhirCall, reply: FhirReply & { readonly resource: Resource }): FhirReply {
  const { headers, resource } = reply;
  if (headers['ETag'] !== undefined && call.headers['if-none-match'] === headers['ETag']) return { status: 304, headers };
  if (resource.resourceType !== 'Binary' || asksForFhir(call)) return reply;
  const { contentType, data = '' } = resource as Binary;
  return { status: 200, headers, raw: { contentType, bytes: Buffer.from(data, 'base64') } };
}

/** R4 binary.html: the resource where FHIR is asked for, else the bytes themselves. */
function asksForFhir(call: FhirCall): boolean {
  return /fhir\+json|application\/json/.test(call.query.get('_format') ?? call.headers['accept'] ?? '') || call.query.get('_format') === 'json';
}

/** What `Prefer: return=` leaves of the answer to a write. */
export function preferred(call: FhirCall, reply: FhirReply, what: string): FhirReply {
  const wanted = /return=(\w+)/.exec(call.headers['prefer'] ?? '')?.[1];
  if (wanted === 'minimal') return { status: reply.status, headers: reply.headers };
  if (wanted === 'OperationOutcome') return { status: reply.status, headers: reply.headers, resource: outcome('information', 'informational', `${what}.`) };
  return reply;
}
