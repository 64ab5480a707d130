import type { AttachmentContent, ChartBundle } from '../read/contract.ts';
import { formatFound } from '../read/formats.ts';
import { extractNote } from './note/extract.ts';
import type { Extracted } from './note/extract.ts';
import type { Unread } from './note/extraction.ts';

/** What `decode` cannot read in one go: the texts of attachments that need a reader, by attachment. */
export type Prepared = ReadonlyMap<AttachmentContent, Extracted | Unread>;

/**
 * Reads the attachments that are not plain text, one after the other: their readers are loaded when the first of a format comes.
 * Never throws for what a server sent, but is cancelled between two attachments.
 */
export async function prepare({ attachments }: ChartBundle, signal?: AbortSignal): Promise<Prepared> {
  const prepared = new Map<AttachmentContent, Extracted | Unread>();
  const started = performance.now();
  for (const content of attachments) {
    signal?.throwIfAborted();
    if ('failure' in content || formatFound(content.bytes, content.contentType) === 'plain') continue;
    prepared.set(content, await extractNote(content.bytes, content.contentType, () => performance.now() - started));
  }
  return prepared;
}
