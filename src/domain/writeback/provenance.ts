import type { Attestation, AttestedItem, Decision, ServerProfile, Source, StepId, SuggestionId, WriteAction, WriteStep } from '../model/index.ts';
import { stepFor } from './keys.ts';
import { refusalOf } from './limits.ts';
import type { Cannot, PlanPart } from './part.ts';

/**
 * Who stands behind each write. For each step on a Condition: what the software proposed, and on which evidence. For each step:
 * the person who countersigned it. Decisions that write no Condition, rejections above all, are recorded once, on the encounter.
 * One provenance a step, so that a step that is refused today and written on a later try gets its own (and Oracle Health takes one target each).
 */
export function planProvenance(
  attestation: Attestation, profile: ServerProfile, stepsOf: ReadonlyMap<SuggestionId, readonly StepId[]>, clinical: readonly WriteStep[],
): PlanPart {
  const decisionOf = (step: WriteStep) => attestation.decisions.find((d) => stepsOf.get(d.suggestion.id)?.includes(step.id));
  const unwritten = attestation.decisions.filter((d) => (stepsOf.get(d.suggestion.id) ?? []).length === 0);
  const accepted = attestation.decisions.filter((d) => d.choice.kind !== 'reject');
  const steps = [
    ...clinical.flatMap((step) => machineStep(attestation, step, decisionOf(step))),
    ...clinical.map((step) => {
      const decision = decisionOf(step);
      return attestationStep(attestation, [step.id], decision === undefined ? accepted : [decision], `Record your countersignature for: ${step.says}`);
    }),
    ...(unwritten.length === 0 ? [] : [attestationStep(attestation, [], unwritten, `Record your decision on: ${unwritten.map(worded).join(', ')}`)]),
  ];
  const refused = steps[0] === undefined ? null : refusalOf(steps[0].action, profile);
  if (refused === null) return { steps, cannot: [] };
  const cannot: Cannot = { says: 'Record the evidence and your countersignature', why: refused };
  return { steps: [], cannot: [cannot] };
}

function machineStep(attestation: Attestation, step: WriteStep, decision: Decision | undefined): readonly WriteStep[] {
  if (decision === undefined) return [];
  const { suggestion: { id, rules, evidence, reason = null } } = decision;
  return [stepFor(attestation, id, { kind: 'machine-provenance', of: [step.id], rules, evidence, reason }, `Record the software's evidence for: ${step.says}`, [step.id])];
}

function attestationStep(attestation: Attestation, of: readonly StepId[], decisions: readonly Decision[], says: string): WriteStep {
  const action: WriteAction = { kind: 'attestation-provenance', of, statement: attestation.statement, items: decisions.map(itemOf), seen: seenIn(decisions), corrects: [] };
  return stepFor(attestation, 'attestation', action, says, of);
}

function itemOf({ suggestion, choice }: Decision): AttestedItem {
  return { suggestion: suggestion.id, action: suggestion.action, code: suggestion.code, from: suggestion.from ?? null, choice, evidence: [] };
}

function worded({ suggestion, choice }: Decision): string {
  return choice.kind === 'reject' ? `${suggestion.code} (rejected)` : suggestion.code;
}

function seenIn(decisions: readonly Decision[]): readonly Source[] {
  const sources = decisions.flatMap((d) => [...d.seen.notes.map((n) => n.document), ...d.seen.charted]);
  return [...new Map(sources.map((s) => [`${s.reference}|${s.version ?? ''}`, s])).values()];
}
