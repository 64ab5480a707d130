import type { IncomingMessage } from 'node:http';

/** Is the request meant for us? A page that rebinds its own name to 127.0.0.1 sends that name as Host. */
export function isOurHost(request: IncomingMessage, port: number): boolean {
  return [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`].includes(request.headers.host ?? '');
}

/** No page of another origin: browsers say where a request comes from; what says nothing is not a browser. */
export function isSameOrigin(request: IncomingMessage, origin: string): boolean {
  const from = request.headers.origin;
  const site = request.headers['sec-fetch-site'];
  return (from === undefined || from === origin) && (site === undefined || site === 'same-origin' || site === 'none');
}

/** FHIR and token endpoints answer apps of any origin, as EHRs do; tokens travel in headers, so no credentials are at stake. */
export const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Location, Content-Location, Last-Modified, Retry-After',
};

export const PREFLIGHT = {
  ...CORS,
  'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Accept, If-Match, If-None-Match, If-None-Exist, Prefer, X-Security-Context',
  'Access-Control-Max-Age': '600',
};
