import type { Chart, Instant, Person, ProposalFact, ServerProfile, Source, WriteAction, WritePlan } from '../model/index.ts';
import { mayPropose } from '../model/index.ts';
import { refuseAnotherRole } from './checks.ts';
import { stepFor } from './keys.ts';
import { modeOf } from './limits.ts';
import { routeOf } from './route.ts';
import { isUnconfirmedHere } from './standing.ts';

/**
 * Takes back a proposal that nobody has answered: its Task is cancelled. What came with it stays marked and unconfirmed, and counts for
 * nothing; only a clinician's countersignature changes a Condition or a claim (rule of trust 4), and `cannot` says so.
 * @throws Error when somebody else proposed it, or it belongs to another encounter.
 */
export function planCancel({ task, proposalFact, who, at, id, chart, profile }: {
  /** The Task in the version that was seen. */
  readonly task: Source;
  readonly proposalFact: ProposalFact;
  readonly who: Person;
  readonly at: Instant;
  readonly id: string;
  readonly chart: Chart;
  readonly profile: ServerProfile;
}): WritePlan {
  refuseAnotherRole(who, mayPropose, 'Only who may propose cancels a proposal.');
  refuseAnotherHand(who, task, proposalFact, chart);
  const { encounter: { source: encounter }, patient: { source: patient } } = chart;
  const { status, item: { code } } = proposalFact;
  const plan = { purpose: 'cancel-proposal', event: id, who, at, patient: patient.reference, encounter, mode: modeOf(profile) } as const;
  const says = `Cancel your proposal of ${code}`;
  if (status !== 'open') return { ...plan, steps: [], cannot: [{ says, why: 'It was answered or cancelled already.' }] };
  const action: WriteAction = { kind: 'answer-proposal', task, answer: 'cancelled', reason: null, text: null };
  const route = routeOf(action, profile);
  const steps = route.to === 'nowhere' ? [] : [stepFor({ id, encounter }, 'proposal', action, says, [], route)];
  return { ...plan, steps, cannot: whatStays(proposalFact, chart) };
}

function refuseAnotherHand(who: Person, task: Source, fact: ProposalFact, chart: Chart): void {
  if (fact.proposer !== who.reference) throw new Error('Somebody else made this proposal. Nothing was planned.');
  const isHere = fact.encounter === null || fact.encounter === chart.encounter.source.reference;
  if (!isHere || task.reference !== fact.source.reference) throw new Error('The proposal belongs to another encounter than the open chart. Nothing was planned; open the review again.');
}

function whatStays({ condition, claim, item: { code } }: ProposalFact, chart: Chart): WritePlan['cannot'] {
  const unconfirmed = chart.conditions.some((c) => c.source.reference === condition && c.machineAsserted && isUnconfirmedHere(c, chart));
  const draft = chart.claims.some((c) => c.source.reference === claim && c.proposed && c.status === 'draft');
  return [
    ...(unconfirmed ? [{ says: `Take the unconfirmed ${code} off this encounter`, why: 'Only a clinician changes a diagnosis. It stays unconfirmed, and does not count as charted.' }] : []),
    ...(draft ? [{ says: `Take ${code} off the proposed draft claim`, why: 'Only a clinician changes a claim. It stays marked as proposed, and does not count as charted.' }] : []),
  ];
}
