import type { Resource } from 'fhir/r4';
import { DEFAULT_POLICY, RESOURCE_KINDS } from '../../domain/model/index.ts';
import type { Policy, ReadReport, ResourceKind } from '../../domain/model/index.ts';
import type { Session } from '../session/contract.ts';
import { FhirFault } from '../http/contract.ts';
import type { FhirHttp } from '../http/contract.ts';
import { isProposal } from '../decode/proposal.ts';
import { askOffers } from './capabilities.ts';
import { isCompanionKind, readCompanion } from './companion.ts';
import type { ChartBundle, Reader, ReadProgress } from './contract.ts';
import { KIND_WORDS, PATIENT_SEARCHES } from './kinds.ts';
import type { KindSearch } from './kinds.ts';
import { atMost } from './limit.ts';
import type { Ask } from './pages.ts';
import { peopleIn, readPractitioners, readRoles } from './people.ts';
import { isAbout, referenceTo, relativeReference } from './reference.ts';
import { dependingOn, merged, readOne, searchByPatient, searchList } from './search.ts';
import type { Found, Reading } from './search.ts';
import { readTexts } from './texts.ts';

/** Requests on the way at once: what browsers open to one host over HTTP/1.1. */
const AT_ONCE = 6;
/** The chart cannot be put together safely. */
class ChartMismatch extends Error {
  readonly whatToDo: string;
  constructor(message: string, whatToDo: string) {
    super(message);
    this.name = 'ChartMismatch';
    this.whatToDo = whatToDo;
  }
}

export interface ReaderOptions {
  readonly patient: string;
  readonly encounter: string;
  readonly clock: { now(): string };
  readonly companion?: FhirHttp | null;
  readonly policy?: Pick<Policy, 'readSensitive'>;
}

/**
 * Reads one encounter and its patient's chart. Whatever goes wrong with one kind, the others are read; how each ended is in
 * `reads`, so that unread is never taken for empty.
 * @param where logical ids; `companion`: the site's FHIR server for what the EHR does not take, reached without the EHR's token;
 * `policy`: whether notes under a sensitive label are read (default: they are not, and are listed as withheld)
 * @throws DOMException AbortError when cancelled; ChartMismatch when the encounter is another patient's; FhirFault `signed-out` when
 * the sign-in had ended before anything could be read: a chart without a single answer is none
 */
export function createReader(session: Pick<Session, 'http' | 'scopes'>, where: ReaderOptions): Reader {
  return {
    async read(onProgress, signal) {
      const readAt = where.clock.now();
      const leave = new AbortController();
      const either = AbortSignal.any([signal, leave.signal]);
      const patient = `Patient/${where.patient}`;
      const encounter = `Encounter/${where.encounter}`;
      try {
        const inTurn = atMost(AT_ONCE);
        const request: Ask = (url, accept) => session.http.request({ method: 'GET', url, signal: either, ...(accept === undefined ? {} : { accept }) });
        const ends = signInEnds();
        const ask: Ask = (url, accept) => inTurn(() => {
          either.throwIfAborted();
          return ends.heed(request(url, accept));
        });
        const progress = countKinds((done) => { if (!either.aborted) onProgress(done); });
        const offers = await askOffers(request);
        const { readSensitive } = where.policy ?? DEFAULT_POLICY;
        const reading = { ask, offers, scopes: session.scopes, base: session.http.base, patient, encounter, readSensitive };
        const kinds = await readKinds(reading, besides(where.companion ?? null, reading, either), progress);
        ends.throwIfNothingCame();
        return { base: session.http.base, patient, encounter, readAt, ...kinds };
      } catch (error) {
        // What is still on its way is of a chart that nobody will see.
        leave.abort();
        signal.throwIfAborted();
        throw error;
      }
    },
  };
}

/** One 401 may be a server's word for one kind that it keeps back; nothing but 401s is the end of the sign-in. */
function signInEnds(): { heed<T>(reply: Promise<T>): Promise<T>; throwIfNothingCame(): void } {
  let answered = false;
  let ended: FhirFault | null = null;
  return {
    async heed(reply) {
      try {
        const whole = await reply;
        answered = true;
        return whole;
      } catch (error) {
        if (error instanceof FhirFault && error.kind === 'signed-out') ended = error;
        throw error;
      }
    },
    throwIfNothingCame() {
      if (ended !== null && !answered) throw ended;
    },
  };
}

type Beside = (kind: ResourceKind) => Promise<Found>;

/** The companion server's share of a kind; nothing where the site has none. Its answers say nothing of the sign-in at the EHR. */
function besides(companion: FhirHttp | null, { base: ehr, patient, encounter }: Reading, signal: AbortSignal): Beside {
  const nothing = Promise.resolve({ resources: [], reads: [] });
  if (companion === null) return () => nothing;
  const ask: Ask = (url, accept) => companion.request({ method: 'GET', url, signal, ...(accept === undefined ? {} : { accept }) });
  return (kind) => (isCompanionKind(kind) ? readCompanion({ ask, base: companion.base, ehr, patient, encounter }, kind) : nothing);
}

type Track = <T>(kind: ResourceKind, work: Promise<T>) => Promise<T>;

function countKinds(onProgress: (progress: ReadProgress) => void): Track {
  const pending = new Set<ResourceKind>(RESOURCE_KINDS);
  const total = RESOURCE_KINDS.length;
  const tell = (): void => {
    const [next] = pending;
    onProgress({ done: total - pending.size, total, stage: next === undefined ? 'Everything was read' : `Reading ${KIND_WORDS[next]}` });
  };
  onProgress({ done: 0, total, stage: 'Asking the EHR what it offers' });
  return async (kind, work) => {
    const result = await work;
    pending.delete(kind);
    tell();
    return result;
  };
}

async function readKinds(reading: Reading, beside: Beside, track: Track): Promise<Pick<ChartBundle, 'resources' | 'attachments' | 'reads'>> {
  const one = track('Patient', readOne(reading, 'Patient', reading.patient));
  const visit = readVisit(reading);
  const searches = new Map(PATIENT_SEARCHES.map((search) => [search.kind, search.kind === 'Encounter'
    ? visit.then(async (read) => merged([read, await searchByPatient(reading, search)]))
    : searchByPatient(reading, search)]));
  const searched = [...searches].map(([kind, found]) => track(kind, together([found, beside(kind)])));
  const of = (kind: KindSearch['kind']): Promise<Found> => searches.get(kind) ?? Promise.resolve({ resources: [], reads: [] });

  const documents = of('DocumentReference');
  const texts = track('Binary', Promise.all([documents, of('Encounter')]).then(async ([found, visits]) => readTexts(reading, found, visits)));
  const roles = track('PractitionerRole', Promise.all([visit, documents]).then(async (from) => dependingOn(from, await readRoles(reading, peopleIn(reading, resourcesOf(from))))));
  const people = track('Practitioner', Promise.all([visit, documents, roles]).then(async (from) => dependingOn(from, await readPractitioners(reading, resourcesOf(from)))));
  const about = Promise.all([visit, of('Condition'), of('Claim')]);
  const provenance = track('Provenance', together([
    Promise.all([about, of('Task')]).then(async ([from, tasks]) => dependingOn(from, await readProvenance(reading, [...resourcesOf(from), ...tasks.resources.filter(isProposal)]))),
    beside('Provenance'),
  ]));

  const [{ attachments, withheld, report: ofTexts }, ...all] = await Promise.all([texts, one, ...searched, roles, people, provenance]);
  const { resources, reads } = merged(all);
  return { resources: resources.map((resource) => withheld.get(referenceTo(resource)) ?? resource), attachments, reads: inKindOrder([...reads, ofTexts]) };
}

async function together(all: readonly Promise<Found>[]): Promise<Found> {
  return merged(await Promise.all(all));
}

function resourcesOf(found: readonly Found[]): readonly Resource[] {
  return found.flatMap(({ resources }) => resources);
}

function inKindOrder(reads: readonly ReadReport[]): readonly ReadReport[] {
  return RESOURCE_KINDS.flatMap((kind) => reads.filter((read) => read.kind === kind));
}

async function readVisit(reading: Reading): Promise<Found> {
  const visit = await readOne(reading, 'Encounter', reading.encounter);
  const [encounter] = visit.resources;
  if (encounter !== undefined && !isAbout(encounter, reading.patient, reading.base)) {
    throw new ChartMismatch('The visit belongs to another patient than the one that was opened.', 'Close the app and open it again from the chart. Nothing was shown or written.');
  }
  return visit;
}

/**
 * R4's Provenance is found by what it speaks of: the encounter, its diagnoses and claims, our proposals. R4's `patient` parameter finds only
 * those about the Patient resource itself, so a server that has no other leaves the rest unread.
 */
async function readProvenance(reading: Reading, about: readonly Resource[]): Promise<Found> {
  const parameter = reading.offers.parameter('Provenance', ['target', 'patient']);
  const visit = [reading.encounter, ...about.map(referenceTo)];
  const asked = new Set(parameter === 'patient' ? [reading.patient, ...visit] : visit);
  const found = await searchList(reading, 'Provenance', parameter, parameter === 'patient' ? [reading.patient] : [...asked]);
  const resources = found.resources.filter((resource) => speaksOf(resource, asked, reading.base));
  const others = resources.length < found.resources.length ? ['The EHR sent earlier attestations of something else among the rest. They were left out.'] : [];
  const missing = parameter === 'patient' ? ['This EHR does not search earlier attestations by what they speak of, so some may be missing.'] : [];
  if (others.length + missing.length === 0) return found;
  return { resources, reads: found.reads.map((read) => asPartial({ ...read, count: resources.length }, [...missing, ...others].join(' '))) };
}

/** A server that leaves the search parameter unheeded answers with everybody's. */
function speaksOf(provenance: Resource, asked: ReadonlySet<string>, base: string): boolean {
  const targets: unknown = (provenance as { target?: unknown }).target;
  return Array.isArray(targets) && targets.some((target: { reference?: unknown } | null) => asked.has(relativeReference(target?.reference, base) ?? ''));
}

/** What was read is told to be partial; what was not stays as it is. */
function asPartial(read: ReadReport, why: string): ReadReport {
  return read.status === 'read' ? { ...read, status: 'partial', why } : read;
}
