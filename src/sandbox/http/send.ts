import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { HttpReply } from './reply.ts';

const TEXT = /^(?:text\/(?!event-stream)|application\/(?:fhir\+)?json|application\/manifest\+json|image\/svg\+xml)/;
const SMALL = 1400;

/** Sends an answer, text compressed as the client takes it. */
export function send(request: IncomingMessage, response: ServerResponse, reply: HttpReply): void {
  const plain = Buffer.from(reply.body ?? '');
  const headers: Record<string, string> = { 'X-Content-Type-Options': 'nosniff', ...reply.headers };
  const encoding = encodingFor(request, headers['Content-Type'] ?? '', plain.length);
  const body = encoding === null ? plain : compress(plain, encoding);
  if (encoding !== null) headers['Content-Encoding'] = encoding;
  if (TEXT.test(headers['Content-Type'] ?? '')) headers['Vary'] = 'Accept-Encoding';
  const bodiless = reply.status === 204 || reply.status === 304;
  response.writeHead(reply.status, bodiless ? headers : { ...headers, 'Content-Length': String(body.length) });
  response.end(bodiless || request.method === 'HEAD' ? undefined : body);
}

/** Half of the body under the whole one's length; then the connection ends. */
export function sendCut(response: ServerResponse, reply: HttpReply): void {
  const body = Buffer.from(reply.body ?? ' '.repeat(64));
  response.writeHead(reply.status, { ...reply.headers, 'Content-Length': String(body.length) });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

function encodingFor(request: IncomingMessage, type: string, length: number): 'br' | 'gzip' | null {
  if (length < SMALL || !TEXT.test(type)) return null;
  const accepted = (request.headers['accept-encoding'] ?? '').split(',').map((part) => part.trim()).filter((part) => !/;\s*q=0(\.0+)?$/.test(part)).map((part) => part.split(';')[0]);
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null;
}

function compress(body: Buffer, encoding: 'br' | 'gzip'): Buffer {
  return encoding === 'br' ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : gzipSync(body);
}
