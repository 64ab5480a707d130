import type { Attachment, DocumentReference, Resource } from 'fhir/r4';
import { decodeText } from '../decode/note/charset.ts';
import { sensitivityOf } from '../decode/sensitivity.ts';
import { formatFound } from './formats.ts';
import { referenceTo, relativeReference } from './reference.ts';

/** The sensitive labels of each encounter, by reference. */
export type EncounterLabels = ReadonlyMap<string, readonly string[]>;

export function encounterLabels(resources: readonly Resource[]): EncounterLabels {
  return new Map(resources.filter((r) => r.resourceType === 'Encounter').map((encounter) => [referenceTo(encounter), sensitivityOf(encounter)]));
}

/**
 * The sensitive labels that a document is under: its own, and those of the encounter it belongs to. An encounter that was not read
 * brings none: then the document's own label, which the EHR puts on what it gives out, is what there is to go by.
 */
export function documentLabels(document: DocumentReference, encounters: EncounterLabels, base: string): readonly string[] {
  const visits: unknown = (document.context as { encounter?: unknown } | null | undefined)?.encounter;
  const inherited = Array.isArray(visits) ? visits.flatMap((visit: { reference?: unknown } | null) => encounters.get(relativeReference(visit?.reference, base) ?? '') ?? []) : [];
  return [...new Set([...sensitivityOf(document), ...inherited])];
}

/**
 * The sensitive labels that a text carries inside, where its document had none: `confidentialityCode` of a C-CDA document or of a
 * section in it (CDA R2; in the C-CDA header it is required), the resources of a FHIR document.
 */
export function labelsInside({ bytes, contentType }: { readonly bytes: Uint8Array; readonly contentType: string }): readonly string[] {
  const format = formatFound(bytes, contentType);
  if (format !== 'cda' && format !== 'composition') return [];
  const decoded = decodeText(bytes, contentType);
  if ('failure' in decoded) return [];
  return [...new Set(format === 'cda' ? labelsInCda(decoded.text) : decoded.text.trimStart().startsWith('<') ? labelsInFhirXml(decoded.text) : labelsInJson(decoded.text))];
}

function labelsInCda(text: string): readonly string[] {
  return [...text.matchAll(/<(?:\w+:)?confidentialityCode\b[^<>]{0,500}?\scode\s*=\s*["']([^"'<>]*)["']/g)].flatMap(([, code = '']) => sensitivityOf(composition(code)));
}

/** Only what the labels stand in is looked at: the document itself is read where the worker reads notes. */
function labelsInFhirXml(text: string): readonly string[] {
  const confidentiality = [...text.matchAll(/<confidentiality\s+value\s*=\s*["']([^"'<>]*)["']/g)].map(([, code = '']) => composition(code));
  const security = [...text.matchAll(/<security>([^]{0,1000}?)<\/security>/g)].map(([, label = '']) => ({ system: valueOf('system', label), code: valueOf('code', label) }));
  return [...confidentiality, { resourceType: 'Bundle', meta: { security } } as Resource].flatMap(sensitivityOf);
}

function valueOf(element: 'system' | 'code', label: string): string | undefined {
  return new RegExp(`<${element}\\s+value\\s*=\\s*["']([^"'<>]*)["']`).exec(label)?.[1];
}

function composition(confidentiality: string): Resource {
  return { resourceType: 'Composition', confidentiality } as Resource;
}

function labelsInJson(text: string): readonly string[] {
  const found = parsed(text);
  const entries: unknown = (found as { entry?: unknown } | null)?.entry;
  const inner = Array.isArray(entries) ? entries.map((entry: { resource?: unknown } | null) => entry?.resource) : [];
  return [found, ...inner].flatMap((resource) => (typeof resource === 'object' && resource !== null ? sensitivityOf(resource as Resource) : []));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What stands in place of a sensitive note's text. Does not say which label it is: that alone may tell what nobody should read over a shoulder. */
export const WITHHELD = {
  status: 'withheld',
  why: 'It is under a privacy restriction in the EHR, and your site does not let this app read such notes. Nothing in it was used. Open it in the EHR.',
} as const;

/** The document as it is listed: who, when and what kind, without the text, its preview, its address or its title. */
export function withoutText(document: DocumentReference): DocumentReference {
  const { resourceType, id, meta, status, docStatus, type, category, subject, date, author, context, relatesTo, securityLabel } = document;
  const content: unknown = document.content;
  const kept = { resourceType, id, meta, status, docStatus, type, category, subject, date, author, context, relatesTo, securityLabel };
  return {
    ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)),
    content: Array.isArray(content) ? content.map((item: { attachment?: Attachment } | null) => ({ attachment: formatAlone(item?.attachment) })) : [],
  } as DocumentReference;
}

function formatAlone(attachment: Attachment | undefined | null): Attachment {
  return typeof attachment?.contentType === 'string' ? { contentType: attachment.contentType } : {};
}
