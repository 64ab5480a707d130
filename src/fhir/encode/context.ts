import type { ServerProfile, Source, StepId, WritePlan } from '../../domain/model/index.ts';
import type { Places } from './companion.ts';

/** What a resource needs to know beside its own step. */
export interface EncodeContext {
  readonly plan: WritePlan;
  readonly profile: ServerProfile;
  /** What an earlier step wrote, or will write in the same transaction (`urn:uuid:…`, no version). Null: nothing. */
  written(step: StepId): Source | null;
  /** Set where the resource goes to the companion server. */
  readonly places?: Places;
}
