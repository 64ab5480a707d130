import type { Bundle, FhirResource, Identifier } from 'fhir/r4';
import type { Source, WriteStep } from '../../domain/model/index.ts';
import { STEP_SYSTEM, encode, hasTag } from '../encode/index.ts';
import { difference } from './difference.ts';
import type { Errand, Result } from './errand.ts';
import { ask, contextOf } from './errand.ts';
import { asResource, holds, sourceOf } from './standing.ts';
import { refusalWords } from './words.ts';

export type Current =
  | { readonly kind: 'here'; readonly resource: FhirResource; readonly version: string | null }
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'cannot-tell'; readonly why: string };

/** A resource as it stands now. */
export async function readCurrent(errand: Pick<Errand, 'http' | 'signal' | 'server'>, reference: string): Promise<Current> {
  const asked = await ask(errand, { method: 'GET', url: reference });
  if (asked.kind !== 'answered') return { kind: 'cannot-tell', why: asked.why };
  const { reply } = asked;
  if (reply.status === 404 || reply.status === 410) return { kind: 'gone', why: refusalWords(reply, errand.server) };
  const resource = asResource(reply.json);
  if (reply.status !== 200 || resource === null) return { kind: 'cannot-tell', why: refusalWords(reply, errand.server) };
  return { kind: 'here', resource, version: sourceOf(resource, reply.etag).version };
}

/** The receipt of a change that came too late: what was seen against what stands there now. */
export async function staleResult(errand: Errand, seen: Source, now: Extract<Current, { kind: 'here' }>): Promise<Result> {
  const before = seen.version === null ? null : await readCurrent(errand, `${seen.reference}/_history/${seen.version}`);
  return {
    outcome: 'refused',
    resource: null,
    why: 'It was changed after you saw it. Nothing was written. Look at what stands there now, and decide again.',
    conflict: { seen: seen.version, now: now.version, difference: difference(before?.kind === 'here' ? before.resource : null, now.resource) },
  };
}

export type Found =
  | { readonly kind: 'found'; readonly resource: FhirResource }
  | { readonly kind: 'none' }
  /** An EHR that lets this kind be written and not searched. */
  | { readonly kind: 'unsearchable' }
  | { readonly kind: 'cannot-tell'; readonly why: string };

/**
 * What a create step wrote, by its key. Every match is checked, since a server may ignore a search parameter that it does not know.
 * Epic and Oracle Health are asked for the patient's entries of that kind, and drop identifier or tag: there all that was meant, by this
 * person at that very second, is ours as well, and *none* means none seen.
 */
export async function findByKey(errand: Errand, step: WriteStep, type: string): Promise<Found> {
  const isGeneric = errand.profile.name === 'generic';
  const asked = await ask(errand, {
    method: 'GET',
    url: `${type}?${isGeneric ? keyQuery(type, encodeURIComponent(`${STEP_SYSTEM}|${step.key}`)) : vendorQuery(errand, step)}`,
  });
  if (asked.kind !== 'answered') return { kind: 'cannot-tell', why: asked.why };
  if (!isGeneric && [400, 403, 404, 405].includes(asked.reply.status)) return { kind: 'unsearchable' };
  const bundle = asResource(asked.reply.json);
  if (asked.reply.status !== 200 || bundle?.resourceType !== 'Bundle') return { kind: 'cannot-tell', why: refusalWords(asked.reply, errand.server) };
  const matches = resourcesOf(bundle, type);
  const found = matches.find((resource) => carriesKey(resource, step.key)) ?? (isGeneric ? undefined : matches.find((resource) => isOurWork(errand, step, resource)));
  if (found !== undefined) return { kind: 'found', resource: found };
  if (isGeneric && matches.length > 0) return { kind: 'cannot-tell', why: `The ${errand.server} does not search by the mark that this app leaves.` };
  return { kind: 'none' };
}

/** Each carries the key as an identifier; R4's Provenance has none, so its tag is asked for. */
export function keyQuery(type: string, token: string): string {
  return `${type === 'Provenance' ? '_tag' : 'identifier'}=${token}`;
}

/** R4's Provenance is not searched by patient, but by what it speaks of. */
function vendorQuery({ plan, written }: Errand, { action }: WriteStep): string {
  const patient = `patient=${encodeURIComponent(plan.patient.replace(/^Patient\//, ''))}`;
  switch (action.kind) {
    case 'create-condition': return `${patient}&category=${action.target}`;
    case 'propose-condition': return `${patient}&category=encounter-diagnosis`;
    case 'file-note': return `${patient}&_count=100`;
    case 'machine-provenance':
    case 'attestation-provenance':
    case 'anchor-log': {
      const of = action.kind === 'anchor-log' ? [] : action.of;
      const targets = of.flatMap((step) => written.get(step)?.reference ?? []);
      return `target=${(targets.length === 0 ? [plan.encounter.reference] : targets).map(encodeURIComponent).join(',')}`;
    }
    default: return patient;
  }
}

function resourcesOf(bundle: Bundle, type: string): readonly FhirResource[] {
  return (bundle.entry ?? []).map((entry) => asResource(entry.resource)).filter((resource) => resource?.resourceType === type) as FhirResource[];
}

function isOurWork(errand: Errand, step: WriteStep, resource: FhirResource): boolean {
  const encoding = encode(step);
  if (encoding.kind !== 'create') return false;
  const { identifier: _, ...meant } = encoding.resource(contextOf(errand)) as FhirResource & { readonly identifier?: unknown };
  return holds(resource, meant);
}

export function carriesKey(resource: FhirResource, key: string): boolean {
  if (hasTag(resource, key)) return true;
  const identifiers: readonly Identifier[] = 'identifier' in resource && resource.identifier !== undefined ? [resource.identifier].flat() : [];
  return identifiers.some((identifier) => identifier.system === STEP_SYSTEM && identifier.value === key);
}
