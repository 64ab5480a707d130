import { fromBase64 } from '../../read/attachments.ts';
import type { Extraction, Unread } from './extraction.ts';

/** A body that is no XML (`nonXMLBody`): what it holds, and where it stands in the document. */
export interface EmbeddedBody {
  readonly mediaType: string;
  /** Its characters as they stand; base64 where `encoded`. */
  readonly content: string;
  readonly encoded: boolean;
  readonly from: number;
  readonly to: number;
}

export function isEmbedded(found: Extraction | Unread | EmbeddedBody): found is EmbeddedBody {
  return 'mediaType' in found;
}

/** The bytes of a body that stands inside a clinical document; null where they are damaged. */
export function bytesOf({ content, encoded, mediaType }: EmbeddedBody): Uint8Array | null {
  if (!encoded) return new TextEncoder().encode(content);
  const loaded = fromBase64(content, mediaType);
  return 'failure' in loaded ? null : loaded.bytes;
}
