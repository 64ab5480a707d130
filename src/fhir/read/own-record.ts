import type { DocumentReference } from 'fhir/r4';
import { RECORD } from '../encode/names.ts';

/**
 * Whether this app filed the document (in EHRs that take nothing better than a text): known, and never evidence, since the app
 * would then find its own suggestions documented. Told by its tag; where the EHR drops tags, by its type's or its attachment's
 * name; where it drops these too, by the first line of its text.
 */
export function isOwnRecord(document: DocumentReference): boolean {
  const { meta, type, content, description } = document as unknown as Record<string, unknown>;
  if (objects((meta as { tag?: unknown } | null | undefined)?.tag).some((tag) => tag['system'] === RECORD)) return true;
  const concept = (typeof type === 'object' && type !== null ? type : {}) as Record<string, unknown>;
  const attachments = objects(content).map((item) => item['attachment'] as { title?: unknown } | null | undefined);
  return [concept['text'], ...objects(concept['coding']).map((coding) => coding['display']), ...attachments.map((attachment) => attachment?.title), description].some(namesOwnRecord);
}

/** @param text of a note as extracted, or a name: what counts is how it begins */
export function namesOwnRecord(text: unknown): boolean {
  return typeof text === 'string' && /^\s*Countersign record\b/.test(text);
}

function objects(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null) : [];
}
