import type { Claim, Condition, Encounter, FhirResource, Task } from 'fhir/r4';
import type { ServerProfile, WriteAction, WritePlan, WriteStep } from '../../domain/model/index.ts';
import { changedClaim, newClaim, proposedClaim, replacingClaim } from './claim.ts';
import { fromCompanion, toCompanion } from './companion.ts';
import { newCondition, proposedCondition, recoded, released, withdrawn } from './condition.ts';
import type { EncodeContext } from './context.ts';
import { changedEncounter } from './encounter.ts';
import { filedNote } from './note.ts';
import { attestationProvenance, logAnchor, machineProvenance } from './provenance.ts';
import { closedQuery, followedQuery, queryNotice, queryResponse, queryTask } from './query.ts';
import { answeredTask, proposalTask } from './task.ts';

export type { Places } from './companion.ts';
export { fromCompanion, subjectTag, toCompanion } from './companion.ts';
export type { EncodeContext } from './context.ts';
export { EXTENSION, RECORD, STEP_SYSTEM, TASK } from './names.ts';
export { RECORD_TITLE } from './note.ts';
export { hasTag, localReference } from './parts.ts';

type Created = 'Condition' | 'Claim' | 'Provenance' | 'Task' | 'QuestionnaireResponse' | 'DocumentReference' | 'Communication';

/** What a step sends: a new resource, or a change of one that stands. */
export type Encoding =
  | { readonly kind: 'create'; readonly type: Created; resource(context: EncodeContext): FhirResource }
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
    case 'create-condition': return create('Condition', (context) => newCondition(action, key, context));
    case 'propose-condition': return create('Condition', (context) => proposedCondition(action, key, context));
    case 'create-claim': return create('Claim', (context) => newClaim(action, key, context));
    case 'propose-claim': return create('Claim', (context) => proposedClaim(action, key, context));
    case 'propose-item': return create('Task', (context) => proposalTask(action, key, context));
    case 'send-query': return create('Task', (context) => queryTask(action, key, context));
    case 'notify-query': return create('Communication', (context) => queryNotice(action, key, context));
    case 'answer-query': return create('QuestionnaireResponse', (context) => queryResponse(action, key, context));
    case 'file-note': return create('DocumentReference', (context) => filedNote(action, key, context));
    case 'machine-provenance': return create('Provenance', (context) => machineProvenance(action, key, context));
    case 'attestation-provenance': return create('Provenance', (context) => attestationProvenance(action, key, context));
    case 'anchor-log': return create('Provenance', (context) => logAnchor(action, key, context));
    case 'recode-condition': return update(action.condition, (current) => plain(recoded(action, key, current as Condition)));
    case 'withdraw-condition': return update(action.condition, (current) => plain(withdrawn(action, key, current as Condition)));
    case 'release-condition': return update(action.condition, (current) => plain(released(key, current as Condition)));
    case 'update-claim': return update(action.claim, (current, context) => changedClaim(action, key, current as Claim, context));
    case 'answer-proposal': return update(action.task, (current, context) => plain(answeredTask(action, key, current as Task, context)));
    case 'follow-query': return update(action.task, (current, context) => plain(followedQuery(action, key, current as Task, context)));
    case 'close-query': return update(action.task, (current, context) => plain(closedQuery(action, key, current as Task, context)));
    case 'update-encounter': return { ...update(action.encounter, (current, context) => plain(changedEncounter(action, key, current as Encounter, context))), anyVersion: true };
  }
}

/** Speaks of what other steps wrote, in the versions that they wrote, so it is sent after them. */
export function isAfterAll(action: WriteAction): boolean {
  return action.kind === 'machine-provenance' || action.kind === 'attestation-provenance' || action.kind === 'file-note' || action.kind === 'anchor-log';
}

/** The draft claim of a step that is handed over, as a file for billing; null for a step that makes or changes none. */
export function claimFile({ action, key }: WriteStep, plan: WritePlan, profile: ServerProfile): string | null {
  const context: EncodeContext = { plan, profile, written: () => null };
  switch (action.kind) {
    case 'create-claim': return asFile(newClaim(action, key, context));
    case 'propose-claim': return asFile(proposedClaim(action, key, context));
    case 'update-claim': return asFile(replacingClaim(action, key, context));
    default: return null;
  }
}

function asFile(claim: Claim): string {
  return `${JSON.stringify(claim, null, 2)}\n`;
}

/** On the companion server a resource refers to the EHR's by logical references; what stands there is read the same way. */
function create(type: Created, make: (context: EncodeContext) => FhirResource): Encoding {
  return {
    kind: 'create',
    type,
    resource: (context) => (context.places === undefined ? make(context) : toCompanion(make(context), context.places, context.plan.encounter.reference)),
  };
}

function update(of: UpdateTarget, change: UpdateEncoding['change']): UpdateEncoding {
  return {
    kind: 'update',
    of,
    anyVersion: false,
    change: (current, context) => {
      const { places } = context;
      if (places === undefined) return change(current, context);
      const { resource, note } = change(fromCompanion(current, places), context);
      return { resource: toCompanion(resource, places, context.plan.encounter.reference), note };
    },
  };
}

function plain(resource: FhirResource): Changed {
  return { resource, note: null };
}
