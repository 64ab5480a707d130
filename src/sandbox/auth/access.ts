import type { Resource } from 'fhir/r4';
import { searchDefinitions } from '../definitions/definitions.ts';
import { FhirError } from '../fhir/outcome.ts';
import { matches } from '../fhir/search/match.ts';
import { parseQuery } from '../fhir/search/query.ts';
import type { Clause } from '../fhir/search/query.ts';
import type { Records } from '../records/compartment.ts';
import { parseScope } from './scopes.ts';
import type { Interaction, ResourceScope } from './scopes.ts';

/** What one token may do. Every way to a resource asks it; there is no other way (fhir/guarded.ts, and proxy/guarded.ts for an outside server). */
export interface Access {
  /** Pages of a search belong to it. */
  readonly owner: string;
  /** Logical id of the Practitioner, or null. */
  readonly user: string | null;
  /** @throws FhirError 403 where no scope grants that on any resource of the kind */
  demand(interaction: Interaction, kind: string): void;
  /** Does a scope grant that on this resource, in this record? */
  allows(interaction: Interaction, resource: Resource): boolean;
  /** A patient's record is all that is open of this kind; its logical id, to look there only. */
  confinedTo(interaction: Interaction, kind: string): string | null;
  /** True where some resources of the kind are closed, so that a missing one must look like a closed one. */
  partial(interaction: Interaction, kind: string): boolean;
}

interface Granted extends ResourceScope { readonly clauses: readonly Clause[] }

export function accessFor(grant: { owner: string; scope: string; user: string | null; patient: string | null }, records: Records): Access {
  const scopes = grant.scope.split(' ').map(parseScope).filter((s) => s !== null);
  const known = new Map<string, Granted[]>();
  const granting = (interaction: Interaction, kind: string): Granted[] => {
    const key = `${kind}.${interaction}`;
    const found = known.get(key) ?? scopes
      .filter((s) => (s.kind === '*' || s.kind === kind) && s.interactions.includes(interaction) && (s.context === 'user' || grant.patient !== null))
      .flatMap((s) => clausesOf(s, kind));
    known.set(key, found);
    return found;
  };

  return {
    owner: grant.owner,
    user: grant.user,
    demand: (interaction, kind) => {
      if (granting(interaction, kind).length > 0) return;
      throw new FhirError(403, 'forbidden', `The granted scopes do not allow to ${WORDS[interaction]} ${kind}.`);
    },
    allows: (interaction, resource) => granting(interaction, resource.resourceType)
      .some((s) => (s.context === 'user' || inRecord(resource, grant.patient ?? '', interaction, records)) && matches(resource, s.clauses, records.base)),
    confinedTo: (interaction, kind) => (belongsToPatients(kind) && granting(interaction, kind).every((s) => s.context === 'patient') ? grant.patient : null),
    partial: (interaction, kind) => granting(interaction, kind).every((s) => s.clauses.length > 0 || (s.context === 'patient' && belongsToPatients(kind))),
  };
}

/** A scope whose parameters a kind does not know grants nothing on that kind. */
function clausesOf(scope: ResourceScope, kind: string): Granted[] {
  try {
    return [{ ...scope, clauses: parseQuery(kind, new URLSearchParams(scope.query)).clauses }];
  } catch (error) {
    if (error instanceof FhirError) return [];
    throw error;
  }
}

/**
 * In the patient's record; what speaks of others' records too (a Provenance on two patients) is not.
 * Kinds that belong to nobody's record (Practitioner, Organization, Questionnaire) are open to reading only.
 */
function inRecord(resource: Resource, patient: string, interaction: Interaction, records: Records): boolean {
  if (!belongsToPatients(resource.resourceType)) return interaction === 'r' || interaction === 's';
  const patients = records.patientsOf(resource);
  return patients.has(patient) && (patients.size === 1 || !SOLE.has(resource.resourceType));
}

/** Kinds that would tell of other patients when they speak of several. */
const SOLE = new Set(['Task', 'Binary', 'Provenance', 'AuditEvent', 'Group', 'MeasureReport']);

function belongsToPatients(kind: string): boolean {
  return kind === 'Binary' || kind in searchDefinitions.patientCompartment;
}

const WORDS: Record<Interaction, string> = { c: 'create', r: 'read', u: 'update', d: 'delete', s: 'search' };
