import type { Claim, Condition, Encounter, FhirResource } from 'fhir/r4';
import type { WriteAction, WriteStep } from '../../domain/model/index.ts';
import { changedClaim, newClaim } from './claim.ts';
import { newCondition, recoded, released, withdrawn } from './condition.ts';
import type { EncodeContext } from './context.ts';
import { changedEncounter } from './encounter.ts';
import { attestationProvenance, machineProvenance } from './provenance.ts';

export type { EncodeContext } from './context.ts';
export type { Places } from './companion.ts';
export { fromCompanion, subjectTag, toCompanion } from './companion.ts';
export { EXTENSION, RECORD, STEP_SYSTEM, TASK } from './names.ts';
export { hasTag, localReference } from './parts.ts';

/** What a step sends: a new resource, or a change of one that stands. */
export type Encoding =
  | { readonly kind: 'create'; readonly type: 'Condition' | 'Claim' | 'Provenance'; resource(context: EncodeContext): FhirResource }
  /** `anyVersion`: the change is as right on a newer version than the one that was seen, since nobody decided on what else it holds. */
  | { readonly kind: 'update'; readonly of: UpdateTarget; readonly anyVersion: boolean; change(current: FhirResource, context: EncodeContext): Changed };

type UpdateEncoding = Extract<Encoding, { kind: 'update' }>;
type UpdateTarget = { readonly reference: string; readonly version: string | null };

/** `note`: what a person should know about the change, beside that it was written. */
export interface Changed {
  readonly resource: FhirResource;
  readonly note: string | null;
}

/**
 * A step as FHIR R4. Changes are made to the resource as it stands and keep every element that is not meant.
 * Each resource carries the step's key: as an identifier where it has one, and as a tag.
 */
export function encode({ action, key }: WriteStep): Encoding {
  switch (action.kind) {
    case 'create-condition': return { kind: 'create', type: 'Condition', resource: (context) => newCondition(action, key, context) };
    case 'create-claim': return { kind: 'create', type: 'Claim', resource: (context) => newClaim(action, key, context) };
    case 'machine-provenance': return { kind: 'create', type: 'Provenance', resource: (context) => machineProvenance(action, key, context) };
    case 'attestation-provenance': return { kind: 'create', type: 'Provenance', resource: (context) => attestationProvenance(action, key, context) };
    case 'recode-condition': return update(action.condition, (current) => plain(recoded(action, key, current as Condition)));
    case 'withdraw-condition': return update(action.condition, (current) => plain(withdrawn(action, key, current as Condition)));
    case 'release-condition': return update(action.condition, (current) => plain(released(key, current as Condition)));
    case 'update-claim': return update(action.claim, (current, context) => changedClaim(action, key, current as Claim, context));
    case 'update-encounter': return { ...update(action.encounter, (current, context) => plain(changedEncounter(action, key, current as Encounter, context))), anyVersion: true };
    case 'propose-condition': case 'propose-claim': case 'propose-item': case 'answer-proposal': case 'file-note': case 'anchor-log':
      throw new Error('Nothing plans this step yet.');
  }
}

/** Provenance speaks of written versions, so it is sent after them. */
export function isProvenance(action: WriteAction): boolean {
  return action.kind === 'machine-provenance' || action.kind === 'attestation-provenance';
}

function update(of: UpdateTarget, change: UpdateEncoding['change']): UpdateEncoding {
  return { kind: 'update', of, anyVersion: false, change };
}

function plain(resource: FhirResource): Changed {
  return { resource, note: null };
}
