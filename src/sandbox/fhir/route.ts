import { holdsKind } from '../definitions/definitions.ts';
import { wholeNumber } from './call.ts';
import { FhirError } from './outcome.ts';
import type { FhirCall } from './reply.ts';

/** What a request asks for (R4 http.html#summary). */
export type Route =
  | { readonly to: 'bundle' }
  /** A next link of an earlier search. */
  | { readonly to: 'page'; readonly token: string }
  | { readonly to: 'search' | 'create' | 'update-conditionally' | 'remove-conditionally'; readonly kind: string }
  | { readonly to: 'read' | 'update' | 'remove'; readonly kind: string; readonly id: string }
  | { readonly to: 'read-version'; readonly kind: string; readonly id: string; readonly version: number }
  /** Of one resource, or of all of a kind. */
  | { readonly to: 'history'; readonly kind: string; readonly id: string | null };

/** @throws FhirError 400, 404 or 405 for what is not offered */
export function routeOf(call: FhirCall): Route {
  const { method } = call;
  const [kind, ...rest] = call.path === '' ? [] : call.path.split('/');
  if (kind === undefined) return baseRoute(call);
  if (!holdsKind(kind)) throw new FhirError(404, 'not-supported', 'This server does not hold that kind of resource; see metadata.');
  const [id = '', history, version] = rest;
  if (rest.length === 0) {
    if (method === 'GET') return { to: 'search', kind };
    if (method === 'POST') return { to: 'create', kind };
    if (method === 'PUT') return { to: 'update-conditionally', kind };
    if (method === 'DELETE') return { to: 'remove-conditionally', kind };
  }
  if (rest.length === 1 && id === '_search' && method === 'POST') return { to: 'search', kind };
  if (rest.length === 1 && id === '_history' && method === 'GET') return { to: 'history', kind, id: null };
  if (rest.length === 1 && !id.startsWith('$') && id !== '_search' && id !== '_history') {
    if (method === 'GET') return { to: 'read', kind, id };
    if (method === 'PUT') return { to: 'update', kind, id };
    if (method === 'DELETE') return { to: 'remove', kind, id };
  }
  if (history === '_history' && method === 'GET') {
    if (rest.length === 2) return { to: 'history', kind, id };
    if (rest.length === 3) return { to: 'read-version', kind, id, version: wholeNumber(version) };
  }
  throw new FhirError(rest.length <= 1 ? 405 : 404, 'not-supported', `${method} is not offered there; see metadata.`);
}

function baseRoute({ method, query }: FhirCall): Route {
  const token = query.get('_page');
  if (method === 'GET' && token) return { to: 'page', token };
  if (method !== 'POST') throw new FhirError(405, 'not-supported', 'The base takes a transaction or batch by POST.');
  return { to: 'bundle' };
}
