import type { Resource } from 'fhir/r4';
import type { ReadReport, ResourceKind } from '../../domain/model/index.ts';
import type { FhirReply } from '../http/contract.ts';
import type { GrantedScopes } from '../session/contract.ts';
import type { Offers } from './capabilities.ts';
import { WHOLE, faulted, notGranted, notOffered, refusal } from './ending.ts';
import type { Ending } from './ending.ts';
import { KIND_WORDS } from './kinds.ts';
import type { KindSearch } from './kinds.ts';
import { readPages } from './pages.ts';
import { referenceTo } from './reference.ts';
import type { Ask } from './pages.ts';

/** Oracle Health allows no more a page. */
const PAGE = '_count=100';
/** References in one search: keeps the address well under the 2,000 characters that every proxy passes. */
const PER_SEARCH = 20;

/** What reading one chart goes by. */
export interface Reading {
  readonly ask: Ask;
  readonly offers: Offers;
  readonly scopes: GrantedScopes;
  readonly base: string;
  readonly patient: string;
  readonly encounter: string;
  /** Whether texts under a sensitive label are read (the site's policy). */
  readonly readSensitive: boolean;
}

/** What one kind brought, and how each of its searches ended. */
export interface Found {
  readonly resources: readonly Resource[];
  readonly reads: readonly ReadReport[];
}

/** One resource by its reference. */
export async function readOne(reading: Reading, kind: ResourceKind, reference: string): Promise<Found> {
  const hindered = hindrance(reading, kind, 'read');
  if (hindered !== null) return { resources: [], reads: [report(kind, '_id', 0, hindered)] };
  const { resource, ending } = await fetchOne(reading, kind, reference);
  return { resources: resource === null ? [] : [resource], reads: [report(kind, '_id', resource === null ? 0 : 1, ending)] };
}

async function fetchOne({ ask }: Reading, kind: ResourceKind, reference: string): Promise<{ resource: Resource | null; ending: Ending }> {
  try {
    const reply = await ask(reference);
    if (reply.status !== 200) return { resource: null, ending: refusal(kind, reply) };
    if (!isResource(reply, kind) || referenceTo(reply.json) !== reference) return { resource: null, ending: { status: 'failed', why: `The EHR answered with something else than ${KIND_WORDS[kind]}.` } };
    return { resource: reply.json, ending: WHOLE };
  } catch (error) {
    return { resource: null, ending: faulted(kind, error) };
  }
}

function isResource(reply: FhirReply, kind: ResourceKind): reply is FhirReply & { readonly json: Resource } {
  return typeof reply.json === 'object' && reply.json !== null && (reply.json as { resourceType?: unknown }).resourceType === kind;
}

/** One kind by patient: whole, or by the parts that the token grants, or by the categories that the server insists on. */
export async function searchByPatient(reading: Reading, { kind, by, narrower }: KindSearch): Promise<Found> {
  const hindered = hindrance(reading, kind, 'search');
  if (hindered !== null) return { resources: [], reads: [report(kind, 'patient', 0, hindered)] };
  const [first, ...others] = by;
  const parameter = reading.offers.parameter(kind, [first ?? 'patient', ...others]);
  const search = async (extra: string) => {
    const pages = await readPages(reading.ask, kind, `${kind}?${parameter}=${encodeURIComponent(reading.patient)}${encoded(extra)}&${PAGE}`, reading);
    return { ...pages, reads: [report(kind, extra === '' ? parameter : extra, pages.resources.length, pages.ending)] };
  };
  const granted = reading.scopes.narrowedTo?.(kind, 'search') ?? null;
  if (granted !== null) return merged((await Promise.all(granted.map(search))).map(({ resources, reads }) => ({ resources, reads: reads.map(asPartOf) })));
  const whole = await search('');
  if ((whole.firstStatus !== 400 && whole.firstStatus !== 422) || narrower.length === 0) return whole;
  return merged(await Promise.all(narrower.map(search)));
}

/** `category=LAB`, as it travels. */
function encoded(extra: string): string {
  return extra === '' ? '' : `&${extra.split('&').map((pair) => pair.split('=').map((part) => encodeURIComponent(decodeURIComponent(part))).join('=')).join('&')}`;
}

function asPartOf(read: ReadReport): ReadReport {
  if (read.status !== 'read') return read;
  return { ...read, status: 'partial', why: `The sign-in includes only a part of ${KIND_WORDS[read.kind]} (${read.query}).` };
}

/** One kind by a list of references or ids, a few at a time, as one report. */
export async function searchList(reading: Reading, kind: 'Practitioner' | 'PractitionerRole' | 'Provenance', parameter: string, values: readonly string[]): Promise<Found> {
  const hindered = hindrance(reading, kind, 'search');
  if (hindered !== null) return { resources: [], reads: [report(kind, parameter, 0, hindered)] };
  const chunks = Array.from({ length: Math.ceil(values.length / PER_SEARCH) }, (_, at) => values.slice(at * PER_SEARCH, (at + 1) * PER_SEARCH));
  const pages = await Promise.all(chunks.map((chunk) => readPages(reading.ask, kind, `${kind}?${parameter}=${chunk.map(encodeURIComponent).join(',')}&${PAGE}`, { base: reading.base, patient: null })));
  const { resources } = merged(pages.map((page) => ({ resources: page.resources, reads: [] })));
  const bad = pages.map((page) => page.ending).filter((ending) => ending.status !== 'read');
  const [worst] = bad;
  const ending: Ending = worst === undefined ? WHOLE : bad.length === pages.length ? worst : { ...worst, status: 'partial' };
  return { resources, reads: [report(kind, parameter, resources.length, ending)] };
}

/** Each resource once; the reports one after another. */
export function merged(all: readonly Found[]): Found {
  const resources = new Map<string, Resource>();
  for (const resource of all.flatMap((found) => found.resources)) resources.set(`${resource.resourceType}/${resource.id ?? resources.size}`, resource);
  return { resources: [...resources.values()], reads: all.flatMap((found) => found.reads) };
}

export function report(kind: ResourceKind, query: string, count: number, ending: Ending): ReadReport {
  return { kind, query, count, ...ending };
}

/** What was asked for because of what others brought is no more whole than they are. */
export function dependingOn(sources: readonly Found[], found: Found): Found {
  const short = sources.flatMap(({ reads }) => reads).filter(({ status }) => status === 'partial' || status === 'denied' || status === 'failed');
  if (short.length === 0) return found;
  const asked = sources.some(({ resources }) => resources.length > 0);
  const missing = [...new Set(short.map(({ kind }) => KIND_WORDS[kind]))].join(' and ');
  return {
    ...found,
    reads: found.reads.map((read) => (read.status === 'read' ? { ...read, status: asked ? 'partial' : 'not-asked', why: `Not all of ${missing} could be read, and this belongs to it.` } : read)),
  };
}

/** What stands against asking at all; null where nothing does. */
export function hindrance({ offers, scopes }: Reading, kind: ResourceKind, interaction: 'read' | 'search'): Ending | null {
  if (!offers[interaction](kind)) return notOffered(kind);
  return scopes.allows(kind, interaction) ? null : notGranted(kind);
}
