import type { IncomingMessage } from 'node:http';

/** Notes of 5 MB travel as base64 inside transactions; more than this is a mistake. */
const LIMIT_BYTES = 64 * 1024 * 1024;

export class TooLarge extends Error {}

/** @throws TooLarge */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMIT_BYTES) throw new TooLarge('The body is larger than 64 MB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
