import type { QueryFollowUp, ServerProfile, StepId, WriteAction, WriteStep } from '../model/index.ts';
import type { SignedEvent } from './keys.ts';
import { stepFor } from './keys.ts';
import { routeOf } from './route.ts';

/**
 * The message that a question waits, beside the question's Task; none where the server that holds the question takes no
 * messages, or where nobody is named to get one.
 * It tells nothing of the patient's health: messages are shown in places that the record's own access rules do not reach.
 */
export function notifying({ event, of, to, why, profile, beside }: {
  readonly event: SignedEvent;
  readonly of: { readonly task: string } | { readonly step: StepId };
  readonly to: readonly string[];
  readonly why: 'sent' | QueryFollowUp;
  readonly profile: ServerProfile;
  /** The step on the question's Task. */
  readonly beside: WriteStep;
}): readonly WriteStep[] {
  const action: WriteAction = { kind: 'notify-query', of, to, why };
  const route = routeOf(action, profile);
  if (to.length === 0 || (route.to !== 'ehr' && route.to !== 'companion') || route.to !== beside.to) return [];
  return [stepFor(event, 'query', action, SAYS[why], [beside.id], { to: route.to })];
}

const SAYS = {
  sent: 'Tell the clinicians of this visit that a question waits',
  remind: 'Remind the clinicians of this visit by a message',
  escalate: 'Tell whom the question was handed on to by a message',
} as const;
