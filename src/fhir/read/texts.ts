import type { DocumentReference, Resource } from 'fhir/r4';
import type { ReadReport } from '../../domain/model/index.ts';
import { contentOf, heedingLabels, inlineContent, readable, renditionsOf, unreadableContent, withheldContent } from './attachments.ts';
import { readBinary } from './binary.ts';
import type { AttachmentContent } from './contract.ts';
import { WHOLE } from './ending.ts';
import type { Ending } from './ending.ts';
import { isOwnRecord } from './own-record.ts';
import { referenceTo, relativeReference } from './reference.ts';
import { dependingOn, report } from './search.ts';
import type { Found, Reading } from './search.ts';
import { documentLabels, encounterLabels, withoutText } from './sensitive.ts';
import type { EncounterLabels } from './sensitive.ts';

/** Texts fetched for one review, this encounter's first, then the newest. */
const MOST_TEXTS = 300;

export interface Texts {
  readonly attachments: readonly AttachmentContent[];
  /** The documents that are not read because of their labels, by reference, without the text they may have brought along. */
  readonly withheld: ReadonlyMap<string, Resource>;
  readonly report: ReadReport;
}

/**
 * The text of every document that has one which can be read: this encounter's first, then the newest. A sensitive note is not asked
 * for where the site does not let such notes be read.
 */
export async function readTexts(reading: Reading, documents: Found, visits: Found): Promise<Texts> {
  const encounters = encounterLabels(visits.resources);
  const withheld = new Map<string, Resource>();
  const sorted = (documents.resources as readonly DocumentReference[]).toSorted((a, b) => here(b, reading) - here(a, reading) || dateOf(b).localeCompare(dateOf(a)));
  const contents = await Promise.all(sorted.map(async (document, at) => {
    if (isOwnRecord(document)) return { content: null, fetched: 'not-needed' as const };
    const read = isWithheld(reading, document, encounters) ? { content: withheldContent(document), fetched: 'not-needed' as const } : await readText(reading, document, at < MOST_TEXTS);
    if (read.content !== null && 'failure' in read.content && read.content.failure.status === 'withheld') withheld.set(referenceTo(document), withoutText(document));
    return read;
  }));
  const attachments = contents.map(({ content }) => content).filter((content) => content !== null);
  const own = report('Binary', 'attachment', contents.filter((c) => c.fetched === 'yes').length, textsEnding(contents));
  const [whole = own] = dependingOn([documents], { resources: [], reads: [own] }).reads;
  return { attachments, withheld, report: whole };
}

function isWithheld({ readSensitive, base }: Reading, document: DocumentReference, encounters: EncounterLabels): boolean {
  return !readSensitive && documentLabels(document, encounters, base).length > 0;
}

function here(document: DocumentReference, { encounter, base }: Reading): number {
  const encounters: unknown = document.context?.encounter;
  return Array.isArray(encounters) && encounters.some((e: { reference?: unknown } | null) => relativeReference(e?.reference, base) === encounter) ? 1 : 0;
}

function dateOf(document: DocumentReference): string {
  return typeof document.date === 'string' ? document.date : '';
}

interface Text {
  readonly content: AttachmentContent | null;
  /** Whether a Binary was asked for, and came. */
  readonly fetched: 'yes' | 'no' | 'not-needed';
}

async function readText(reading: Reading, document: DocumentReference, within: boolean): Promise<Text> {
  let best: Text | null = null;
  for (const rendition of renditionsOf(document)) {
    const inline = inlineContent(rendition);
    if (inline === null && !within) {
      const why = `Only the texts of ${MOST_TEXTS} documents are fetched. Open this one in the EHR.`;
      return { content: contentOf(document, rendition, { failure: { status: 'failed', why } }), fetched: 'no' };
    }
    const loaded = heedingLabels(readable(inline ?? await readBinary(reading, rendition)), reading.readSensitive);
    const content = contentOf(document, rendition, loaded);
    if (!('failure' in loaded) || loaded.failure.status === 'withheld') return { content, fetched: inline === null ? 'yes' : 'not-needed' };
    best ??= { content, fetched: inline === null && loaded.failure.status !== 'cannot-read-yet' ? 'no' : 'not-needed' };
  }
  return best ?? { content: unreadableContent(document), fetched: 'not-needed' };
}

function textsEnding(texts: readonly Text[]): Ending {
  const asked = texts.filter((text) => text.fetched !== 'not-needed');
  const missing = asked.filter((text) => text.fetched === 'no');
  if (missing.length === 0) return WHOLE;
  const why = `The text of ${missing.length} of ${asked.length} notes could not be fetched.`;
  if (missing.length < asked.length) return { status: 'partial', why };
  const denied = missing.every(({ content }) => content !== null && 'failure' in content && content.failure.status === 'denied');
  return { status: denied ? 'denied' : 'failed', why };
}
