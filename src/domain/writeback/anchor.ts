import type { Instant, Person, ServerProfile, SignedHead, Source, WriteAction, WritePlan, WriteStep } from '../model/index.ts';
import { stepFor } from './keys.ts';
import { RECORD } from './record-note.ts';
import { routeOf } from './route.ts';

/**
 * Keeps the signed head of the log outside this device, so that a log that was rolled back is found. Holds no words of the record.
 * Where nothing takes it the plan has no step: the head stays on this device, and `cannot` says so.
 */
export function planAnchor({ head, who, at, patient, encounter, profile }: {
  readonly head: SignedHead;
  readonly who: Person;
  readonly at: Instant;
  readonly patient: string;
  readonly encounter: Source;
  readonly profile: ServerProfile;
}): WritePlan {
  const says = `Anchor the review log at entry ${head.count}`;
  const action: WriteAction = { kind: 'anchor-log', head };
  const route = routeOf(action, profile);
  const event = { id: head.log, encounter };
  const steps: readonly WriteStep[] = route.to === 'nowhere' || route.to === 'hand' ? []
    : [stepFor(event, `log ${head.count} ${head.hash}`, route.as === 'note' ? noteOf(head) : action, says, [], { to: route.to })];
  return {
    purpose: 'anchor', event: head.hash, who, at, patient, encounter, mode: 'single', steps,
    cannot: steps.length > 0 ? [] : [{ says, why: 'No server here takes it. The head of the log stays on this device: export the log to keep it elsewhere.' }],
  };
}

/** The head as JSON on one line of its own, for `countersign audit verify --anchor`. */
function noteOf(head: SignedHead): WriteAction {
  return {
    kind: 'file-note', purpose: 'anchor', title: `${RECORD}: head of the review log`,
    text: [`${RECORD}: head of the review log`, `The review log ${head.log} held ${head.count} entries at ${head.at}.`, JSON.stringify(head)].join('\n'),
  };
}
