import type { Bundle, DocumentReference, Encounter, Resource } from 'fhir/r4';
import { DEFAULT_POLICY, RESOURCE_KINDS } from '../../domain/model/index.ts';
import type { Policy, ReadReport, ResourceKind } from '../../domain/model/index.ts';
import { sensitivityOf } from '../decode/sensitivity.ts';
import { contentOf, everyRendition, fromBase64, heedingLabels, inlineContent, readable, renditionsOf, unreadableContent, withheldContent } from './attachments.ts';
import type { Loaded, Rendition } from './attachments.ts';
import { namedEntries } from './bundle-entries.ts';
import type { NamedEntries } from './bundle-entries.ts';
import type { AttachmentContent, ChartBundle } from './contract.ts';
import { essence } from './formats.ts';
import { KIND_WORDS } from './kinds.ts';
import { isAbout, referenceTo, relativeReference } from './reference.ts';
import { documentLabels, encounterLabels, withoutText } from './sensitive.ts';

/** The Bundle cannot be used; the message says what to do. Never content. */
export class UnusableBundle extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableBundle';
  }
}

export interface FromBundleOptions {
  /** `id`, `Encounter/id` or the entry's fullUrl; else the encounter in progress, else the latest finished. */
  readonly encounter?: string;
  /** ISO 8601: `asOf` of an encounter in progress. */
  readonly now: string;
  /** Default: what holds where a site decided nothing. */
  readonly policy?: Pick<Policy, 'readSensitive'>;
}

/**
 * A Bundle as the whole chart of one encounter and its patient, without a server: a kind without entries was read and is empty,
 * a searchset with a `next` link makes its kinds partial, an OperationOutcome or a text that cannot be had is failed.
 * @param bundle a FHIR R4 Bundle (transaction, batch, collection or searchset) as parsed JSON
 * Notes under a sensitive label are listed without their text unless the policy lets them be read.
 * @throws UnusableBundle
 */
export function fromBundle(bundle: unknown, { encounter, now, policy = DEFAULT_POLICY }: FromBundleOptions): ChartBundle {
  const { readSensitive } = policy;
  const entries = namedEntries(checked(bundle));
  const visit = chooseEncounter(entries, encounter);
  const patient = patientOfVisit(visit, entries);
  const resources = entries.resources.filter((resource) => isAbout(resource, patient, entries.base) && (resource.resourceType !== 'Patient' || referenceTo(resource) === patient));
  const encounters = encounterLabels(resources);
  const texts = resources.filter((r): r is DocumentReference => r.resourceType === 'DocumentReference')
    .map((document) => (!readSensitive && documentLabels(document, encounters, entries.base).length > 0 ? withheldText(document) : textOf(document, entries, readSensitive)));
  const withheld = new Set(texts.filter((text) => text.withheld).map(({ document }) => document));
  return {
    base: entries.base,
    patient,
    encounter: referenceTo(visit),
    resources: resources.filter((r) => r.resourceType !== 'Binary' || !isOfAny(r, withheld, entries.base)).map((r) => (withheld.has(r as DocumentReference) ? withoutText(r as DocumentReference) : r)),
    attachments: texts.map(({ content }) => content).filter((content) => content !== null),
    reads: RESOURCE_KINDS.map((kind) => reportOf(kind, resources, entries, texts.filter((text) => text.lost).length)),
    readAt: now,
  };
}

const TYPES = ['transaction', 'batch', 'collection', 'searchset'];

function checked(bundle: unknown): Bundle {
  if (typeof bundle !== 'object' || bundle === null || (bundle as { resourceType?: unknown }).resourceType !== 'Bundle') {
    throw new UnusableBundle('This is not a FHIR Bundle. Give one FHIR R4 Bundle, as one line of JSON.');
  }
  const { type, entry } = bundle as { type?: unknown; entry?: unknown };
  if (typeof type !== 'string' || !TYPES.includes(type)) throw new UnusableBundle('A Bundle of this type cannot be used. Give a transaction, a collection or a searchset.');
  if (entry !== undefined && !Array.isArray(entry)) throw new UnusableBundle('The Bundle\'s entry is not a list. Check how it was made.');
  return bundle as Bundle;
}

const IN_PROGRESS = ['in-progress', 'onleave', 'arrived', 'triaged'];

function chooseEncounter({ resources, base }: NamedEntries, asked: string | undefined): Encounter {
  const all = resources.filter((r): r is Encounter => r.resourceType === 'Encounter');
  if (asked !== undefined) {
    const wanted = relativeReference(asked, base);
    const found = all.find((e) => referenceTo(e) === wanted || e.id === asked);
    if (found === undefined) throw new UnusableBundle('The Bundle does not hold the encounter that was asked for. Give its id, or Encounter/id, or the fullUrl of its entry.');
    return found;
  }
  const latest = (status: readonly string[]): Encounter | undefined => all
    .filter((e) => status.includes(e.status))
    .toSorted((a, b) => startOf(b) - startOf(a))[0];
  const found = latest(IN_PROGRESS) ?? latest(['finished']) ?? latest(['unknown']);
  if (found === undefined) throw new UnusableBundle('The Bundle holds no encounter in progress and none that is finished. Add the Encounter to review, or name one with --encounter.');
  return found;
}

/** Milliseconds; the end where no start is charted; the distant past where neither can be read. */
function startOf(encounter: Encounter): number {
  const time = Date.parse(encounter.period?.start ?? encounter.period?.end ?? '');
  return Number.isNaN(time) ? -Infinity : time;
}

function patientOfVisit(visit: Encounter, { resources, base }: NamedEntries): string {
  const named = relativeReference(visit.subject?.reference, base);
  if (named !== null) return named;
  const patients = resources.filter((r) => r.resourceType === 'Patient');
  const [only] = patients;
  if (only === undefined || patients.length > 1) throw new UnusableBundle('The encounter does not say whose it is. Give Encounter.subject.');
  return referenceTo(only);
}

interface Text {
  readonly document: DocumentReference;
  readonly content: AttachmentContent | null;
  /** Should stand in a Binary, and does not, or is damaged there. */
  readonly lost: boolean;
  /** Not read because of its labels. */
  readonly withheld: boolean;
}

function withheldText(document: DocumentReference): Text {
  return { document, content: withheldContent(document), lost: false, withheld: true };
}

/** A Binary that a withheld document names goes with it. */
function isOfAny(binary: Resource, withheld: ReadonlySet<DocumentReference>, base: string): boolean {
  return [...withheld].some((document) => everyRendition(document).some(({ attachment }) => relativeReference(attachment.url, base) === referenceTo(binary)));
}

function textOf(document: DocumentReference, entries: NamedEntries, readSensitive: boolean): Text {
  let first: Text | null = null;
  for (const rendition of renditionsOf(document)) {
    const inline = inlineContent(rendition);
    const loaded = heedingLabels(readable(inline ?? binaryOf(rendition, entries)), readSensitive);
    const withheld = 'failure' in loaded && loaded.failure.status === 'withheld';
    const text = { document, content: contentOf(document, rendition, loaded), lost: inline === null && 'failure' in loaded && loaded.failure.status !== 'cannot-read-yet' && !withheld, withheld };
    if (!('failure' in loaded) || withheld) return text;
    first ??= text;
  }
  return first ?? { document, content: unreadableContent(document), lost: false, withheld: false };
}

function binaryOf({ attachment, contentType }: Rendition, { resources, base }: NamedEntries): Loaded {
  const wanted = relativeReference(attachment.url, base);
  const found = resources.find((r): r is Resource & { contentType?: unknown; data?: unknown } => r.resourceType === 'Binary' && referenceTo(r) === wanted);
  if (found === undefined) return { failure: { status: 'failed', why: 'Its text is not in the Bundle. Add the Binary that it names.' } };
  const said = typeof found.contentType === 'string' && essence(found.contentType) === essence(contentType) ? found.contentType : contentType;
  const loaded = fromBase64(found.data, said);
  return 'failure' in loaded ? loaded : { ...loaded, labels: sensitivityOf(found) };
}

function reportOf(kind: ResourceKind, resources: readonly Resource[], { troubles, unnamedTrouble, more }: NamedEntries, lostTexts: number): ReadReport {
  const count = resources.filter((resource) => resource.resourceType === kind).length;
  const head = { kind, query: 'bundle', count };
  if (troubles.has(kind) || (unnamedTrouble && count === 0)) return { ...head, status: 'failed', why: `The Bundle says that ${KIND_WORDS[kind]} could not all be read.` };
  if (kind === 'Binary' && lostTexts > 0) return { ...head, status: 'failed', why: `The text of ${lostTexts} ${lostTexts === 1 ? 'note' : 'notes'} is missing from the Bundle or damaged.` };
  if (more.has(kind)) return { ...head, status: 'partial', why: `The Bundle has a next page, so ${KIND_WORDS[kind]} may be missing.` };
  return { ...head, status: 'read', why: null };
}
