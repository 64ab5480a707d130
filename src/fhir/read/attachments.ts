import type { Attachment, DocumentReference } from 'fhir/r4';
import type { AttachmentContent } from './contract.ts';
import { byRichness, cannotReadYet, formatFound, formatOf, whyNotFound } from './formats.ts';
import { referenceTo } from './reference.ts';
import { WITHHELD, labelsInside } from './sensitive.ts';

/** One way to get at a document's words. */
export interface Rendition {
  readonly index: number;
  readonly contentType: string;
  readonly attachment: Attachment;
}

export type Failure = Extract<AttachmentContent, { readonly failure: unknown }>['failure'];
export type Loaded = { readonly bytes: Uint8Array; readonly contentType: string; readonly labels?: readonly string[] } | { readonly failure: Failure };

/**
 * A document's renditions that can be read, the one that keeps most of its layout first (`byRichness`). Renditions say the same
 * in another form, so one of them is enough; the others are tried only where the better one cannot be had.
 */
export function renditionsOf(document: DocumentReference): readonly Rendition[] {
  return everyRendition(document)
    .flatMap((rendition) => {
      const format = formatOf(rendition.contentType);
      return format === null ? [] : [{ rendition, format }];
    })
    .toSorted((a, b) => byRichness(a.format, b.format))
    .map(({ rendition }) => rendition);
}

/** In the document's own order, whatever their format. */
export function everyRendition(document: DocumentReference): readonly Rendition[] {
  const content: unknown = document.content;
  if (!Array.isArray(content)) return [];
  return content.flatMap((item: { attachment?: Attachment } | null, index) => {
    const attachment = item?.attachment;
    if (typeof attachment !== 'object' || attachment === null) return [];
    return [{ index, contentType: typeof attachment.contentType === 'string' ? attachment.contentType : '', attachment }];
  });
}

/** The report of a document that has content, none of which can be read yet; null where it has no content at all. */
export function unreadableContent(document: DocumentReference): AttachmentContent | null {
  const [first, ...rest] = everyRendition(document);
  if (first === undefined) return null;
  const why = cannotReadYet([first, ...rest].map((r) => r.contentType));
  return { document: referenceTo(document), index: first.index, contentType: first.contentType, failure: { status: 'cannot-read-yet', why } };
}

/** The bytes of `attachment.data`; null where the content stands elsewhere. */
export function inlineContent({ attachment, contentType }: Rendition): Loaded | null {
  if (typeof attachment.data === 'string') return fromBase64(attachment.data, contentType);
  return attachment.url === undefined ? { failure: { status: 'failed', why: 'The document names a format, but has neither text nor an address. Open it in the EHR.' } } : null;
}

/** @param data base64, with or without line breaks */
export function fromBase64(data: unknown, contentType: string): Loaded {
  try {
    const letters = atob(typeof data === 'string' ? data : '');
    return { bytes: Uint8Array.from(letters, (letter) => letter.charCodeAt(0)), contentType };
  } catch {
    return { failure: { status: 'failed', why: 'Its content is damaged: it is not base64. Open the document in the EHR.' } };
  }
}

export function contentOf(document: DocumentReference, rendition: Rendition, loaded: Loaded): AttachmentContent {
  const head = { document: referenceTo(document), index: rendition.index, fetched: typeof rendition.attachment.data !== 'string' && rendition.attachment.url !== undefined };
  return 'failure' in loaded
    ? { ...head, contentType: rendition.contentType, failure: loaded.failure }
    : { ...head, contentType: loaded.contentType, bytes: loaded.bytes, ...(loaded.labels === undefined || loaded.labels.length === 0 ? {} : { labels: loaded.labels }) };
}

/** Content that is none of the formats that can be read, whatever it is called, is a failure: another rendition may do. */
export function readable(loaded: Loaded): Loaded {
  if ('failure' in loaded || formatFound(loaded.bytes, loaded.contentType) !== null) return loaded;
  return { failure: { status: 'cannot-read-yet', why: whyNotFound(loaded.bytes, loaded.contentType) } };
}

/** A text under a sensitive label which came with it: with the label where the site lets such notes be read, else dropped. */
export function heedingLabels(loaded: Loaded, readSensitive: boolean): Loaded {
  if ('failure' in loaded) return loaded;
  const labels = [...new Set([...(loaded.labels ?? []), ...labelsInside(loaded)])];
  if (labels.length === 0) return loaded;
  return readSensitive ? { ...loaded, labels } : { failure: WITHHELD };
}

/** The report of a document that is not read because of its labels. */
export function withheldContent(document: DocumentReference): AttachmentContent {
  const [first] = everyRendition(document);
  return { document: referenceTo(document), index: first?.index ?? 0, contentType: first?.contentType ?? '', failure: WITHHELD };
}
