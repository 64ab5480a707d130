import type { Claim, Condition, DocumentReference, Provenance, Reference, Resource, Task } from 'fhir/r4';
import { fromCompanion, subjectTag } from '../encode/index.ts';
import type { FhirHttp } from '../http/contract.ts';
import type { Ending } from '../read/ending.ts';
import { readPages } from '../read/pages.ts';
import type { Pages } from '../read/pages.ts';
import { referenceTo, relativeReference } from '../read/reference.ts';
import type { Newcomer, Since, Unchecked } from './contract.ts';
import { isOurTask, isRecord, list, ofClaim, ofCondition, ofDocument, ofProvenance, ofTask } from './newcomer.ts';

interface Where { readonly patient: string; readonly encounter: string }
type Kind = Newcomer['kind'];

/**
 * What stands in the record about this encounter now and is not among `known`. Everything is asked for by patient and sorted out here,
 * since servers differ in what else they search by. What could not be asked for is told apart from what is not there.
 * @param where logical ids, or `Patient/id` and `Encounter/id`
 * @throws FhirFault `cancelled`
 */
export async function newcomersSince(http: FhirHttp, companion: FhirHttp | null, where: Where, known: ReadonlySet<string>, signal: AbortSignal): Promise<Since> {
  const place = { patient: referenceOf('Patient', where.patient), encounter: referenceOf('Encounter', where.encounter) };
  const found = await Promise.all([inEhr(http, place, signal), ...(companion === null ? [] : [inCompanion(http, companion, place, signal)])]);
  return {
    newcomers: found.flatMap((f) => f.newcomers).filter((n) => !known.has(n.source.reference)),
    unchecked: found.flatMap((f) => f.unchecked),
  };
}

async function inEhr(http: FhirHttp, { patient, encounter }: Where, signal: AbortSignal): Promise<Since> {
  const by = (kind: Exclude<Kind, 'Provenance'>, extra = '') => search(http, signal, kind, `${kind}?patient=${encodeURIComponent(patient)}${extra}&_count=100`, { patient });
  const narrowed = async (kind: 'Condition' | 'DocumentReference', categories: readonly string[]) => {
    const whole = await by(kind);
    if (whole.firstStatus !== 400 && whole.firstStatus !== 422) return whole;
    return joined(await Promise.all(categories.map((category) => by(kind, `&category=${category}`))));
  };
  const [conditions, documents, claims, tasks] = await Promise.all([
    // US Core servers may refuse a search without a category.
    narrowed('Condition', ['encounter-diagnosis', 'problem-list-item']), narrowed('DocumentReference', ['clinical-note']), by('Claim'), by('Task'),
  ]);
  const isHere = (reference: Reference | undefined) => relativeReference(reference?.reference, http.base) === encounter;
  const ours = {
    Condition: (conditions.resources as readonly Condition[]).filter((c) => isHere(c.encounter)),
    Claim: (claims.resources as readonly Claim[]).filter((c) => c.status === 'draft' && isOf(c, isHere)),
    Task: (tasks.resources as readonly Task[]).filter((t) => isOurTask(t) && isHere(t.encounter)),
  };
  // R4's `patient` of Provenance finds what is about the Patient resource itself: what is signed stands on the encounter, its diagnoses and proposals.
  const targets = [encounter, ...[...ours.Condition, ...ours.Claim, ...ours.Task].map(referenceTo)];
  // A server that leaves `target` unheeded answers with everybody's.
  const speaksOfOurs = ({ target }: Provenance) => list(target).some((one) => targets.includes(relativeReference(one.reference, http.base) ?? ''));
  const provenances = joined(await Promise.all(chunks(targets, PER_SEARCH).map((some) =>
    search(http, signal, 'Provenance', `Provenance?target=${some.map(encodeURIComponent).join(',')}&_count=100`))));
  return {
    newcomers: [
      ...ours.Condition.flatMap(ofCondition), ...ours.Claim.flatMap(ofClaim), ...ours.Task.flatMap(ofTask),
      ...(documents.resources as readonly DocumentReference[]).filter((d) => list(d.context?.encounter).some(isHere) && !isRecord(d)).flatMap(ofDocument),
      ...(provenances.resources as readonly Provenance[]).filter(speaksOfOurs).flatMap(ofProvenance),
    ],
    unchecked: [
      ...unchecked('Condition', 'ehr', conditions.ending), ...unchecked('Claim', 'ehr', claims.ending), ...unchecked('Task', 'ehr', tasks.ending),
      ...unchecked('Provenance', 'ehr', provenances.ending), ...unchecked('DocumentReference', 'ehr', documents.ending),
    ],
  };
}

/** References in one search: keeps the address under the 2,000 characters that every proxy passes. */
const PER_SEARCH = 20;

async function inCompanion(http: FhirHttp, companion: FhirHttp, { encounter }: Where, signal: AbortSignal): Promise<Since> {
  const { system = '', code = '' } = subjectTag(http.base, encounter);
  const by = async <T extends Task | Claim | Provenance>(kind: T['resourceType']) => {
    const pages = await search(companion, signal, kind, `${kind}?_tag=${encodeURIComponent(`${system}|${code}`)}&_count=100`, { asked: 'companion server' });
    // A server that does not know `_tag` answers with everything.
    const resources = pages.resources.filter((r) => list(r.meta?.tag).some((t) => t.system === system && t.code === code));
    return { ending: pages.ending, resources: (resources as readonly Resource[] as readonly T[]).map((r) => fromCompanion(r, { ehr: http.base, companion: companion.base })) };
  };
  const [tasks, claims, provenances] = await Promise.all([by<Task>('Task'), by<Claim>('Claim'), by<Provenance>('Provenance')]);
  const newcomers = [
    ...tasks.resources.filter(isOurTask).flatMap(ofTask),
    ...claims.resources.filter((c) => c.status === 'draft').flatMap(ofClaim),
    ...provenances.resources.flatMap(ofProvenance),
  ];
  return {
    newcomers: newcomers.map((n) => ({ ...n, source: { ...n.source, reference: `${companion.base}/${n.source.reference}` } })),
    unchecked: [...unchecked('Task', 'companion', tasks.ending), ...unchecked('Claim', 'companion', claims.ending), ...unchecked('Provenance', 'companion', provenances.ending)],
  };
}

/** Resources of another patient are left out and told (`readPages`). */
async function search(http: FhirHttp, signal: AbortSignal, kind: Kind, url: string, scope: { readonly patient?: string; readonly asked?: 'companion server' } = {}): Promise<Pages> {
  const pages = await readPages((next) => http.request({ method: 'GET', url: next, signal }), kind, url, { base: http.base, patient: null, ...scope });
  return pages.firstStatus !== null && NOT_OFFERED[kind].includes(pages.firstStatus) ? { ...pages, ending: { status: 'not-asked', why: pages.ending.why } } : pages;
}

const MISSING = [404, 405, 501];
/** A server that does not know the one way in which R4 lets these be asked for never will: so it was when the chart was read. */
const UNKNOWN_TO = [...MISSING, 400, 422];
const NOT_OFFERED: Readonly<Record<Kind, readonly number[]>> = {
  Condition: MISSING, DocumentReference: MISSING, Claim: UNKNOWN_TO, Task: UNKNOWN_TO, Provenance: UNKNOWN_TO,
};

function unchecked(kind: Kind, at: Unchecked['at'], { status, why }: Ending): readonly Unchecked[] {
  if (status === 'read') return [];
  return [{ kind, at, status, why: why ?? 'It could not be asked.' }];
}

function joined(all: readonly Pages[]): Pages {
  const resources = [...new Map(all.flatMap((p) => p.resources).map((r) => [referenceTo(r), r])).values()];
  const worst = all.find((p) => p.ending.status !== 'read');
  return { resources, ending: worst?.ending ?? { status: 'read', why: null }, firstStatus: all[0]?.firstStatus ?? null };
}

/** A draft that names no encounter may be of this one. */
function isOf(claim: Claim, isHere: (reference: Reference | undefined) => boolean): boolean {
  const named = list(claim.item).flatMap((item) => list(item.encounter));
  return named.length === 0 || named.some(isHere);
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

function referenceOf(kind: string, id: string): string {
  return id.includes('/') ? id : `${kind}/${id}`;
}
