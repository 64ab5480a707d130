import type { ServerProfile, Source, StepId, WritePlan, WriteReceipt, WriteStep } from '../../domain/model/index.ts';
import type { FhirHttp, FhirReply, FhirRequest } from '../http/contract.ts';
import { FhirFault } from '../http/contract.ts';
import type { EncodeContext, Places } from '../encode/index.ts';

/** One sending of one plan to one server: what it needs, and what stands so far. */
export interface Errand {
  readonly http: FhirHttp;
  /** In receipts: "the EHR", "the companion server". */
  readonly server: ServerName;
  readonly profile: ServerProfile;
  readonly plan: WritePlan;
  readonly signal: AbortSignal;
  /** What each step wrote; absolute where it stands on the companion server. The version is null where it is not certain that it is ours. */
  readonly written: Map<StepId, Source>;
  /** Steps that nobody waits for: a person does them by hand. */
  readonly byHand: ReadonlySet<StepId>;
  /** Steps that an earlier try may have written: looked up before they are sent. */
  readonly doubtful: ReadonlySet<StepId>;
  /** Steps of which nobody knows by now whether they stand. */
  readonly unsettled: Set<StepId>;
  /** Steps that an earlier try left for later. */
  readonly putOff: ReadonlySet<StepId>;
  /** Set where the errand goes to the companion server. */
  readonly places?: Places;
}

export type ServerName = 'EHR' | 'companion server';

/** A receipt before it has its step and time. */
export type Result = Omit<WriteReceipt, 'step' | 'at'>;

export const stood = (resource: Source, why: string | null = null): Result => ({ outcome: 'written', resource, why });
export const refused = (why: string): Result => ({ outcome: 'refused', resource: null, why });
export const unknown = (why: string): Result => ({ outcome: 'unknown', resource: null, why });
/** Whether it stands is for a person to see. */
export const unseen = (why: string): Result => ({ ...unknown(why), lookInChart: true });
export const skipped = (why: string): Result => ({ outcome: 'skipped', resource: null, why });

export function contextOf(errand: Errand, pending: ReadonlyMap<StepId, string> = new Map()): EncodeContext {
  return {
    plan: errand.plan,
    profile: errand.profile,
    ...(errand.places === undefined ? {} : { places: errand.places }),
    written: (step) => {
      const ahead = pending.get(step);
      return errand.written.get(step) ?? (ahead === undefined ? null : { reference: ahead, version: null });
    },
  };
}

/** Why a step must wait, or null: what it builds on is not written, or what it names may still be. */
export function waitsFor(errand: Errand, step: WriteStep, pending: ReadonlySet<StepId> = new Set()): string | null {
  const isMissing = (id: StepId): boolean => !errand.written.has(id) && !pending.has(id) && !errand.byHand.has(id);
  const missing = step.after.find(isMissing);
  if (missing === undefined) return waitsForClaim(errand, step, isMissing);
  const says = errand.plan.steps.find((s) => s.id === missing)?.says ?? 'an earlier step';
  return `Not sent, since it builds on what is not written: ${says}.`;
}

/**
 * A request to a clinician names the draft claim of its proposal and cannot be given the name later, so it waits for it once; but the clinician
 * must hear of the proposal, too, where no server takes the claim.
 */
function waitsForClaim({ unsettled, putOff }: Errand, { id, action }: WriteStep, isMissing: (id: StepId) => boolean): string | null {
  if (action.kind !== 'propose-item' || action.claimStep === null || !isMissing(action.claimStep)) return null;
  if (unsettled.has(action.claimStep)) return 'Not sent yet, since it names the draft claim, of which it is not known whether it was written.';
  return putOff.has(id) ? null : 'Not sent yet, since it names the draft claim, which was not written. The next try sends it with the claim or without.';
}

/** Says of a request that went without the draft claim that it did. */
export function withoutClaim({ written, byHand }: Errand, { action }: WriteStep, result: Result): Result {
  if (action.kind !== 'propose-item' || action.claimStep === null || written.has(action.claimStep) || byHand.has(action.claimStep)) return result;
  return result.outcome === 'written' && result.why === null ? { ...result, why: 'It went without the draft claim, which was not written.' } : result;
}

export type Asked =
  | { readonly kind: 'answered'; readonly reply: FhirReply }
  /** It may have reached the server. */
  | { readonly kind: 'lost'; readonly why: string }
  | { readonly kind: 'not-sent'; readonly why: string };

/** A request whose every end is a value. `busy` comes for reads alone, and a server that is busy did nothing. */
export async function ask(errand: Pick<Errand, 'http' | 'signal'>, request: FhirRequest): Promise<Asked> {
  try {
    return { kind: 'answered', reply: await errand.http.request({ ...request, signal: errand.signal }) };
  } catch (error) {
    if (!(error instanceof FhirFault)) throw error;
    switch (error.kind) {
      case 'network':
      case 'timeout':
      case 'cut-body':
      case 'cancelled': return { kind: 'lost', why: error.message };
      case 'foreign-address':
      case 'signed-out':
      case 'busy': return { kind: 'not-sent', why: error.message };
    }
  }
}
