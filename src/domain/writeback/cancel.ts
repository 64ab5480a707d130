import type {
  Chart, ConditionFact, Instant, Person, ProposalFact, ServerProfile, Source, StepId, WriteAction, WritePlan, WriteStep,
} from '../model/index.ts';
import { mayOffer } from '../model/index.ts';
import { openProposals } from '../review/proposals.ts';
import { refuseAnotherRole } from './checks.ts';
import { stepFor } from './keys.ts';
import { modeOf } from './limits.ts';
import { routeOf } from './route.ts';
import { awaitsConfirmation, isUnconfirmedHere } from './standing.ts';

/**
 * Takes back a proposal that nobody has answered: its Task is cancelled, then the unconfirmed Condition that the same person recorded with it
 * is withdrawn, where nobody has touched it. What anybody else may be weighing stays marked and unconfirmed, and counts for nothing; so does a
 * claim, which may hold other codes. `cannot` says so. Nothing is confirmed (rule of trust 4).
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
  refuseAnotherRole(who, mayOffer, 'Only who may propose cancels a proposal.');
  refuseAnotherHand(who, task, proposalFact, chart);
  const { encounter: { source: encounter }, patient: { source: patient } } = chart;
  const { status, item: { code } } = proposalFact;
  const plan = { purpose: 'cancel-proposal', event: id, who, at, patient: patient.reference, encounter, mode: modeOf(profile) } as const;
  const says = `Cancel your proposal of ${code}`;
  if (status !== 'open') return { ...plan, steps: [], cannot: [{ says, why: 'It was answered or cancelled already.' }] };
  const action: WriteAction = { kind: 'answer-proposal', task, answer: 'cancelled', reason: null, text: null };
  const route = routeOf(action, profile);
  if (route.to === 'nowhere') return { ...plan, steps: [], cannot: whatStays(proposalFact, chart) };
  const answer = stepFor({ id, encounter }, 'proposal', action, says, [], route);
  // What follows a step that somebody is asked to do by hand cannot be sent: nobody knows when it is done.
  const own = route.to === 'hand' ? null : ownCondition(proposalFact, who, chart);
  const withdrawal = own === null ? null : withdraw({ id, encounter }, own, code, answer.id, profile);
  return { ...plan, steps: withdrawal === null ? [answer] : [answer, withdrawal], cannot: whatStays(proposalFact, chart, withdrawal === null ? null : own) };
}

function refuseAnotherHand(who: Person, task: Source, fact: ProposalFact, chart: Chart): void {
  if (fact.proposer !== who.reference) throw new Error('Somebody else made this proposal. Nothing was planned.');
  const isHere = fact.encounter === null || fact.encounter === chart.encounter.source.reference;
  if (!isHere || task.reference !== fact.source.reference) throw new Error('The proposal belongs to another encounter than the open chart. Nothing was planned; open the review again.');
}

/** The Condition of the proposal, as its proposer left it. On the encounter's own list somebody put it, and another open request may rest on it. */
function ownCondition({ source, condition, item: { action, code } }: ProposalFact, who: Person, chart: Chart): ConditionFact | null {
  if (action !== 'add' || chart.encounter.diagnoses.some((reference) => reference === condition)) return null;
  if (openProposals(chart).some((other) => other.source.reference !== source.reference && other.condition === condition)) return null;
  return chart.conditions.find((c) => c.source.reference === condition && c.source.version !== null && c.machineAsserted && c.recorder === who.reference
    && c.verificationStatus !== 'differential' && awaitsConfirmation(c, chart, code)) ?? null;
}

/** Null where the EHR does not take it: a proposer is not sent to the EHR's own screen to change a diagnosis. */
function withdraw(event: { readonly id: string; readonly encounter: Source }, { source }: ConditionFact, code: string, answer: StepId, profile: ServerProfile): WriteStep | null {
  const action: WriteAction = { kind: 'withdraw-condition', condition: source, code, reason: 'proposal-declined' };
  const route = routeOf(action, profile);
  return route.to === 'ehr' ? stepFor(event, 'proposal', action, `Withdraw the unconfirmed ${code} that came with it`, [answer], route) : null;
}

function whatStays({ condition, claim, item: { code } }: ProposalFact, chart: Chart, withdrawn: ConditionFact | null = null): WritePlan['cannot'] {
  const unconfirmed = withdrawn === null && chart.conditions.some((c) => c.source.reference === condition && c.machineAsserted && isUnconfirmedHere(c, chart));
  const draft = chart.claims.some((c) => c.source.reference === claim && c.proposed && c.status === 'draft');
  return [
    ...(unconfirmed ? [{ says: `Take the unconfirmed ${code} off this encounter`, why: 'You cannot withdraw it from here; a clinician can. It stays unconfirmed, and does not count as charted.' }] : []),
    ...(draft ? [{ says: `Take ${code} off the proposed draft claim`, why: 'Only a clinician changes a claim. It stays marked as proposed, and does not count as charted.' }] : []),
  ];
}
