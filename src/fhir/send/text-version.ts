import type { DocumentReference } from 'fhir/r4';
import { decodeText } from '../decode/note/charset.ts';
import { hashOf } from '../decode/note/text-hash.ts';
import type { FhirHttp } from '../http/contract.ts';
import { FhirFault } from '../http/contract.ts';
import { inlineContent, readable, renditionsOf } from '../read/attachments.ts';
import { readBinary } from '../read/binary.ts';
import type { Ask } from '../read/pages.ts';

/**
 * What stands in for the version of a document whose server keeps none (Epic): the hash of its text as it reads now, taken as
 * `decode` takes it. `gone` where its author took it back.
 */
export async function textVersion(http: FhirHttp, reference: string, signal: AbortSignal): Promise<TextVersion> {
  const ask: Ask = (url, accept) => http.request({ method: 'GET', url, signal, ...(accept === undefined ? {} : { accept }) });
  try {
    const reply = await ask(reference);
    if (reply.status === 404 || reply.status === 410) return 'gone';
    if (reply.status !== 200 || !isDocument(reply.json)) return 'cannot-tell';
    if (reply.json.status === 'entered-in-error' || reply.json.docStatus === 'entered-in-error') return 'gone';
    return await hashOfText(ask, reply.json);
  } catch (error) {
    if (error instanceof FhirFault) return 'cannot-tell';
    throw error;
  }
}

type TextVersion = { readonly version: string } | 'gone' | 'cannot-tell';

function isDocument(json: unknown): json is DocumentReference {
  return typeof json === 'object' && json !== null && (json as { resourceType?: unknown }).resourceType === 'DocumentReference';
}

/** The first rendition that can be had, as when the chart was read. */
async function hashOfText(ask: Ask, document: DocumentReference): Promise<TextVersion> {
  for (const rendition of renditionsOf(document)) {
    const loaded = readable(inlineContent(rendition) ?? await readBinary({ ask, scopes: READABLE }, rendition));
    if ('failure' in loaded) continue;
    const decoded = decodeText(loaded.bytes, loaded.contentType);
    if (!('failure' in decoded)) return { version: hashOf(decoded.text) };
  }
  return 'cannot-tell';
}

/** It was read before. Should the grant have shrunk since, the server says so. */
const READABLE = { allows: () => true };
