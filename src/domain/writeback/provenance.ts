import type { Attestation, AttestedItem, Decision, ServerProfile, Source, StepId, SuggestionId, Verification, WriteAction, WriteStep } from '../model/index.ts';
import { mayAttest } from '../model/index.ts';
import { evidenceDigest } from '../review/evidence-digest.ts';
import { isService } from './claim-services.ts';
import type { Ending } from './keys.ts';
import { stepFor } from './keys.ts';
import type { PlanPart } from './part.ts';
import { isSent } from './part.ts';
import { RECORD, attestationText } from './record-note.ts';
import { routeOf } from './route.ts';

/**
 * Who stands behind each write. For each step on a Condition: what the software proposed, and on which evidence. For each step:
 * the person who countersigned it. Decisions that write no Condition, rejections above all, are recorded once, on the encounter.
 * One provenance a step, so that a step that is refused today and written on a later try gets its own (and Oracle Health takes one target each).
 * Where no server takes provenance, one document tells of the whole countersignature.
 */
export function planProvenance(
  attestation: Signed, profile: ServerProfile, stepsOf: ReadonlyMap<SuggestionId, readonly StepId[]>, clinical: readonly WriteStep[],
): PlanPart {
  const route = routeOf(attestationOf(attestation, [], attestation.decisions), profile);
  if (route.to === 'nowhere' || route.to === 'hand' || route.as === 'note') return { steps: [filed(attestation, profile)], cannot: [] };
  const decisionOf = (step: WriteStep) => attestation.decisions.find((d) => stepsOf.get(d.suggestion.id)?.includes(step.id));
  const written = clinical.filter(isSent).flatMap((step) => {
    const ending = besides(step, profile, { to: route.to });
    return ending === null ? [] : [{ step, ending, decision: decisionOf(step) }];
  });
  const isOnClaim = (decision: Decision) => isClaimOnly(decision, attestation) && decision.choice.kind !== 'reject' && written.some(({ step }) => isOfClaim(step));
  const unwritten = attestation.decisions.filter((d) => (stepsOf.get(d.suggestion.id) ?? []).length === 0 && !isOnClaim(d));
  const steps = [
    ...written.flatMap(({ step, ending, decision }) => {
      const behind = isOfClaim(step) ? behindClaim(attestation).filter((d) => isClaimOnly(d, attestation)) : decision === undefined ? [] : [decision];
      return behind.filter((d) => isMachines(d, step)).map((d) => machineStep(attestation, step, d, ending));
    }),
    ...written.map(({ step, ending, decision }) => attestationStep(attestation, [step.id], decision === undefined ? behindClaim(attestation) : [decision], `Record your ${mayAttest(attestation.who.role) ? 'countersignature' : 'verification'} for: ${step.says}`, ending)),
    ...(unwritten.length === 0 ? [] : [attestationStep(attestation, [], unwritten, `Record your decision on: ${unwritten.map(worded).join(', ')}`, { to: route.to })]),
  ];
  return { steps, cannot: [] };
}

/** A countersignature, or a coder's verification of the claim. */
type Signed = Attestation | Verification;

/** Written on the claim and nowhere else: a service; of a coder's verification, all. */
function isClaimOnly(decision: Decision, { who }: Signed): boolean {
  return isService(decision) || !mayAttest(who.role);
}

function isOfClaim({ action: { kind } }: WriteStep): boolean {
  return kind === 'create-claim' || kind === 'update-claim';
}

/** Beside what it speaks of; from the companion server it can point to the EHR, from the EHR to nowhere else. */
function besides(step: WriteStep, profile: ServerProfile, usual: Ending): Ending | null {
  if (step.to !== 'companion') return usual;
  return profile.companion?.create.includes('Provenance') ? { to: 'companion' } : null;
}

/** Declining a colleague's proposal and correcting what was signed are a person's own doing: the software proposed neither. */
function isMachines({ suggestion, choice }: Decision, { action }: WriteStep): boolean {
  const isDeclined = action.kind === 'withdraw-condition' && action.reason === 'proposal-declined';
  return choice.kind !== 'reject' && suggestion.corrects === undefined && !isDeclined;
}

/** What was accepted changed the claim; where nothing was, what was declined did. */
function behindClaim({ decisions }: Signed): readonly Decision[] {
  const accepted = decisions.filter((d) => d.choice.kind !== 'reject');
  return accepted.length > 0 ? accepted : decisions;
}

function machineStep(attestation: Signed, step: WriteStep, { suggestion }: Decision, ending: Ending): WriteStep {
  const { id, rules, evidence, reason = null } = suggestion;
  return stepFor(attestation, id, { kind: 'machine-provenance', of: [step.id], rules, evidence, reason }, `Record the software's evidence for: ${step.says}`, [step.id], ending);
}

function attestationStep(attestation: Signed, of: readonly StepId[], decisions: readonly Decision[], says: string, ending: Ending): WriteStep {
  return stepFor(attestation, 'attestation', attestationOf(attestation, of, decisions), says, of, ending);
}

function attestationOf({ statement }: Signed, of: readonly StepId[], decisions: readonly Decision[]): WriteAction {
  return { kind: 'attestation-provenance', of, statement, items: decisions.map(itemOf), seen: seenIn(decisions), corrects: correctedBy(decisions) };
}

/** After all else, and of nothing: what was decided is told even where one of the writes was refused. */
function filed(attestation: Signed, profile: ServerProfile): WriteStep {
  const action: WriteAction = { kind: 'file-note', purpose: 'attestation', title: `${RECORD}: ${mayAttest(attestation.who.role) ? 'countersignature' : 'verification of the draft claim'}`, text: attestationText(attestation) };
  const route = routeOf(action, profile);
  const ending: Ending = route.to === 'nowhere' ? { to: 'hand', handOver: { by: 'list', to: 'the record of this visit', why: route.why } } : route;
  return stepFor(attestation, 'attestation', action, mayAttest(attestation.who.role) ? 'File the record of your countersignature' : 'File the record of your verification', [], ending);
}

function itemOf({ suggestion, choice }: Decision): AttestedItem {
  const { id, action, code, from = null, evidence } = suggestion;
  return { suggestion: id, action, code, from, choice, evidence: evidence.map(evidenceDigest) };
}

function correctedBy(decisions: readonly Decision[]): readonly string[] {
  return [...new Set(decisions.flatMap((d) => (d.suggestion.corrects === undefined ? [] : [d.suggestion.corrects.reference])))];
}

function worded({ suggestion, choice }: Decision): string {
  return choice.kind === 'reject' ? `${suggestion.code} (rejected)` : suggestion.code;
}

function seenIn(decisions: readonly Decision[]): readonly Source[] {
  const sources = decisions.flatMap((d) => [...d.seen.notes.map((n) => n.document), ...d.seen.charted]);
  return [...new Map(sources.map((s) => [`${s.reference}|${s.version ?? ''}`, s])).values()];
}
