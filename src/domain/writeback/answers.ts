import type { Attestation, Attested, Decision, ServerProfile, StepId, SuggestionId, WriteAction } from '../model/index.ts';
import { stepFor } from './keys.ts';
import type { PlanPart } from './part.ts';
import { routeOf } from './route.ts';

/** Each decision on a colleague's proposal answers its Task, once what was countersigned stands. */
export function planAnswers(attestation: Attestation, profile: ServerProfile, stepsOf: ReadonlyMap<SuggestionId, readonly StepId[]>): PlanPart {
  const steps = attestation.decisions.flatMap((decision) => {
    const action = answerOf(decision);
    if (action === null) return [];
    const { id, code } = decision.suggestion;
    const says = action.answer === 'accepted' ? `Tell the colleague who proposed ${code} that you countersigned it` : `Tell the colleague who proposed ${code} that you declined it`;
    const route = routeOf(action, profile);
    if (route.to === 'nowhere') return [];
    return [stepFor(attestation, id, action, says, route.to === 'hand' ? [] : stepsOf.get(id) ?? [], route)];
  });
  return { steps, cannot: [] };
}

function answerOf({ suggestion: { proposal }, choice }: Attested<Decision>): Extract<WriteAction, { kind: 'answer-proposal' }> | null {
  if (proposal === undefined) return null;
  const { task } = proposal;
  switch (choice.kind) {
    case 'accept': return { kind: 'answer-proposal', task, answer: 'accepted', reason: null, text: null };
    case 'modify': return { kind: 'answer-proposal', task, answer: 'accepted', reason: null, text: `Countersigned as ${choice.code} ${choice.title}`.trim() };
    case 'reject': return { kind: 'answer-proposal', task, answer: 'declined', reason: choice.reason, text: choice.text?.trim() ? choice.text.trim() : null };
    case 'defer': return null;
  }
}
