import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { HttpReply } from './reply.ts';

/** By extension; everything else is bytes. Scripts, and text that a browser shows, carry their encoding. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json', '.map': 'application/json', '.txt': 'text/plain; charset=utf-8', '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.webp': 'image/webp', '.woff2': 'font/woff2', '.wasm': 'application/wasm',
  // Our own compressed assets are unpacked by the app itself, so they travel as files, without Content-Encoding.
  '.gz': 'application/gzip', '.br': 'application/octet-stream',
};

/**
 * Everything from this origin only: nothing inline, nothing evaluated, framed by nobody else.
 * @param servers origins of FHIR servers elsewhere that the app may ask
 */
export function appPolicy(servers: readonly string[]): string {
  return [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", ["connect-src 'self'", ...servers].join(' '), "worker-src 'self'", "img-src 'self' data:", "font-src 'self'", "manifest-src 'self'",
    "frame-src 'self'", "frame-ancestors 'self'", "base-uri 'none'", "object-src 'none'", "form-action 'self'",
  ].join('; ');
}

/**
 * One file of the built app, or null where there is none. Paths that lead out of the folder, by dots or links, find nothing.
 * @param path as in the URL, below the folder
 */
export async function fileReply(folder: string, path: string, ifNoneMatch: string | undefined, policy: string): Promise<HttpReply | null> {
  const file = await locate(folder, path);
  if (file === null) return null;
  const body = await readFile(file);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = {
    'Content-Type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Cache-Control': /[\\/]assets[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    'Content-Security-Policy': policy,
    'Referrer-Policy': 'no-referrer',
  };
  if (ifNoneMatch?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) return { status: 304, headers };
  return { status: 200, headers, body };
}

async function locate(folder: string, path: string): Promise<string | null> {
  const decoded = decode(path);
  if (decoded === null || /[\0\\]/.test(decoded) || decoded.split('/').some((part) => part === '..' || part === '.')) return null;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, decoded === '' || decoded.endsWith('/') ? `${decoded}index.html` : decoded));
    return file.startsWith(root + sep) && extname(file) !== '' ? file : null;
  } catch {
    // Not there, which is what null says.
    return null;
  }
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign names no file.
    return null;
  }
}
