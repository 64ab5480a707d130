import type { EmbeddedBody } from './cda/cda.ts';
import { fromBase64 } from '../../read/attachments.ts';

/** The bytes of a body that stands inside a clinical document; null where they are damaged. */
export function bytesOf({ content, encoded, mediaType }: EmbeddedBody): Uint8Array | null {
  if (!encoded) return new TextEncoder().encode(content);
  const loaded = fromBase64(content, mediaType);
  return 'failure' in loaded ? null : loaded.bytes;
}
