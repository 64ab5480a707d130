import type { StepId, WriteStep } from '../../domain/model/index.ts';
import { isAfterAll } from '../encode/index.ts';

/** Steps that go to one server together, in the order of the plan. */
export interface Round {
  readonly to: 'ehr' | 'companion';
  readonly steps: readonly WriteStep[];
}

/**
 * In which order the two servers are written to: the EHR first, then the companion, then what waits for that; and what speaks of written
 * versions (Provenance, filed notes) after all else. Steps for a person's hand are in no round.
 */
export function roundsOf(steps: readonly WriteStep[]): readonly Round[] {
  const late = steps.filter(({ action }) => isAfterAll(action));
  const early = steps.filter((step) => !late.includes(step));
  return [...inTurns(early), ...inTurns(late)];
}

function inTurns(steps: readonly WriteStep[]): readonly Round[] {
  const rounds: Round[] = [];
  let left = steps.filter(({ to }) => to !== 'hand');
  let to: Round['to'] = 'ehr';
  for (let idle = 0; left.length > 0 && idle < 2;) {
    const waiting = waitingForOther(left, to);
    const ready = left.filter((step) => step.to === to && !waiting.has(step.id));
    if (ready.length > 0) rounds.push({ to, steps: ready });
    idle = ready.length > 0 ? 0 : idle + 1;
    left = left.filter((step) => !ready.includes(step));
    to = to === 'ehr' ? 'companion' : 'ehr';
  }
  return rounds;
}

/** Steps that need or name, directly or through others, what goes to the other server and is not sent yet. */
function waitingForOther(left: readonly WriteStep[], to: Round['to']): ReadonlySet<StepId> {
  const waiting = new Set(left.filter((step) => step.to !== to).map((step) => step.id));
  for (let before = -1; before !== waiting.size;) {
    before = waiting.size;
    for (const step of left) if ([...step.after, ...namedBy(step)].some((id) => waiting.has(id))) waiting.add(step.id);
  }
  return waiting;
}

/** What a step names, and does without where it cannot be written. */
function namedBy({ action }: WriteStep): readonly StepId[] {
  return action.kind === 'propose-item' ? [action.conditionStep, action.claimStep].filter((id) => id !== null) : [];
}
