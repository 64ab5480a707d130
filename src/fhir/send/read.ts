import type { Bundle, FhirResource } from 'fhir/r4';
import type { Source, WriteStep } from '../../domain/model/index.ts';
import { STEP_SYSTEM, hasTag } from '../encode/index.ts';
import { difference } from './difference.ts';
import type { Errand, Result } from './errand.ts';
import { ask } from './errand.ts';
import { asResource, sourceOf } from './standing.ts';
import { refusalWords } from './words.ts';

export type Current =
  | { readonly kind: 'here'; readonly resource: FhirResource; readonly version: string | null }
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'cannot-tell'; readonly why: string };

/** A resource as it stands now. */
export async function readCurrent(errand: Pick<Errand, 'http' | 'signal'>, reference: string): Promise<Current> {
  const asked = await ask(errand, { method: 'GET', url: reference });
  if (asked.kind !== 'answered') return { kind: 'cannot-tell', why: asked.why };
  const { reply } = asked;
  if (reply.status === 404 || reply.status === 410) return { kind: 'gone', why: refusalWords(reply) };
  const resource = asResource(reply.json);
  if (reply.status !== 200 || resource === null) return { kind: 'cannot-tell', why: refusalWords(reply) };
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
  | { readonly kind: 'cannot-tell'; readonly why: string };

/**
 * What a create step wrote, by its key. Every match is checked, since a server may ignore a search parameter that it does not know.
 * Epic and Oracle Health are asked for the patient's entries of that category, and may have dropped the identifier: there *none* means none seen.
 */
export async function findByKey(errand: Errand, step: WriteStep, type: string): Promise<Found> {
  const isGeneric = errand.profile.name === 'generic';
  const asked = await ask(errand, {
    method: 'GET',
    url: `${type}?${isGeneric ? keyQuery(type, encodeURIComponent(`${STEP_SYSTEM}|${step.key}`)) : vendorQuery(errand, step)}`,
  });
  if (asked.kind !== 'answered') return { kind: 'cannot-tell', why: asked.why };
  const bundle = asResource(asked.reply.json);
  if (asked.reply.status !== 200 || bundle?.resourceType !== 'Bundle') return { kind: 'cannot-tell', why: refusalWords(asked.reply) };
  const matches = resourcesOf(bundle, type);
  const found = matches.find((resource) => carriesKey(resource, step.key));
  if (found !== undefined) return { kind: 'found', resource: found };
  if (isGeneric && matches.length > 0) return { kind: 'cannot-tell', why: 'The EHR does not search by the mark that this app leaves.' };
  return { kind: 'none' };
}

/** Condition and Claim carry the key as an identifier; R4's Provenance has none, so its tag is asked for. */
export function keyQuery(type: string, token: string): string {
  return `${type === 'Provenance' ? '_tag' : 'identifier'}=${token}`;
}

function vendorQuery(errand: Errand, { action }: WriteStep): string {
  const patient = `patient=${encodeURIComponent(errand.plan.patient.replace(/^Patient\//, ''))}`;
  return action.kind === 'create-condition' ? `${patient}&category=${action.target}` : patient;
}

function resourcesOf(bundle: Bundle, type: string): readonly FhirResource[] {
  return (bundle.entry ?? []).map((entry) => asResource(entry.resource)).filter((resource) => resource?.resourceType === type) as FhirResource[];
}

function carriesKey(resource: FhirResource, key: string): boolean {
  if (hasTag(resource, key)) return true;
  const identifiers = 'identifier' in resource && Array.isArray(resource.identifier) ? resource.identifier : [];
  return identifiers.some((identifier) => identifier.system === STEP_SYSTEM && identifier.value === key);
}
