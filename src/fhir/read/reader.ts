import type { Resource } from 'fhir/r4';
import { RESOURCE_KINDS } from '../../domain/model/index.ts';
import type { ReadReport, ResourceKind } from '../../domain/model/index.ts';
import type { Session } from '../session/contract.ts';
import { FhirFault } from '../http/contract.ts';
import { askOffers } from './capabilities.ts';
import type { ChartBundle, Reader, ReadProgress } from './contract.ts';
import { KIND_WORDS, PATIENT_SEARCHES } from './kinds.ts';
import type { KindSearch } from './kinds.ts';
import { atMost } from './limit.ts';
import type { Ask } from './pages.ts';
import { peopleIn, readPractitioners, readRoles } from './people.ts';
import { isAbout, referenceTo } from './reference.ts';
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

/**
 * Reads one encounter and its patient's chart. Whatever goes wrong with one kind, the others are read; how each ended is in
 * `reads`, so that unread is never taken for empty.
 * @param where logical ids
 * @throws DOMException AbortError when cancelled; ChartMismatch when the encounter is another patient's; FhirFault `signed-out` when
 * the sign-in had ended before anything could be read: a chart without a single answer is none
 */
export function createReader(session: Pick<Session, 'http' | 'scopes'>, where: { readonly patient: string; readonly encounter: string; readonly clock: { now(): string } }): Reader {
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
        const reading = { ask, offers, scopes: session.scopes, base: session.http.base, patient, encounter };
        const kinds = await readKinds(reading, progress);
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

async function readKinds(reading: Reading, track: Track): Promise<Pick<ChartBundle, 'resources' | 'attachments' | 'reads'>> {
  const one = track('Patient', readOne(reading, 'Patient', reading.patient));
  const visit = readVisit(reading);
  const searches = new Map(PATIENT_SEARCHES.map((search) => [search.kind, search.kind === 'Encounter'
    ? track('Encounter', visit.then(async (read) => merged([read, await searchByPatient(reading, search)])))
    : track(search.kind, searchByPatient(reading, search))]));
  const of = (kind: KindSearch['kind']): Promise<Found> => searches.get(kind) ?? Promise.resolve({ resources: [], reads: [] });

  const documents = of('DocumentReference');
  const texts = track('Binary', documents.then((found) => readTexts(reading, found)));
  const roles = track('PractitionerRole', Promise.all([visit, documents]).then(async (from) => dependingOn(from, await readRoles(reading, peopleIn(reading, resourcesOf(from))))));
  const people = track('Practitioner', Promise.all([visit, documents, roles]).then(async (from) => dependingOn(from, await readPractitioners(reading, resourcesOf(from)))));
  const provenance = track('Provenance', Promise.all([visit, of('Condition'), of('Claim')]).then(async (from) => dependingOn(from, await readProvenance(reading, resourcesOf(from)))));

  const [{ attachments, report: ofTexts }, ...all] = await Promise.all([texts, one, ...searches.values(), roles, people, provenance]);
  const { resources, reads } = merged(all);
  return { resources, attachments, reads: inKindOrder([...reads, ofTexts]) };
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

/** R4's Provenance is found by what it speaks of, not by patient (its `patient` parameter finds only those about a Patient). */
async function readProvenance(reading: Reading, about: readonly Resource[]): Promise<Found> {
  const parameter = reading.offers.parameter('Provenance', ['target', 'patient']);
  return searchList(reading, 'Provenance', parameter, parameter === 'patient' ? [reading.patient] : [...new Set([reading.encounter, ...about.map(referenceTo)])]);
}
