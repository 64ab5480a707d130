import type { Chart, Instant, Person, ProposalFact, ServerProfile, Source, WriteAction, WritePlan, WriteStep } from '../model/index.ts';
import { mayAttest, mayPropose } from '../model/index.ts';
import { refuseAnotherRole } from './checks.ts';
import { stepFor } from './keys.ts';
import { modeOf } from './limits.ts';
import { routeOf } from './route.ts';
import { isUnconfirmedHere } from './standing.ts';

/**
 * Takes back a proposal that nobody has answered: the unconfirmed Condition that came with it goes, its Task is cancelled. The proposed draft
 * claim stays marked: only a clinician's countersignature changes a claim.
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
  refuseAnotherRole(who, (role) => mayPropose(role) || mayAttest(role), 'Your role may not cancel a proposal.');
  refuseAnotherHand(who, task, proposalFact, chart);
  const { encounter } = chart;
  const plan = { purpose: 'cancel-proposal', event: id, who, at, patient: chart.patient.source.reference, encounter: encounter.source, mode: modeOf(profile) } as const;
  if (proposalFact.status !== 'open') return { ...plan, steps: [], cannot: [{ says: `Cancel your proposal of ${proposalFact.item.code}`, why: 'It was answered or cancelled already.' }] };
  const event = { id, encounter: encounter.source };
  const withdrawn = withdraw(event, proposalFact, chart, profile);
  const answer: WriteAction = { kind: 'answer-proposal', task, answer: 'cancelled', reason: null, text: null };
  const route = routeOf(answer, profile);
  const answered = route.to === 'nowhere' ? [] : [stepFor(event, 'proposal', answer, `Cancel your proposal of ${proposalFact.item.code}`, [], route)];
  return { ...plan, steps: [...withdrawn, ...answered], cannot: claimStays(proposalFact, chart) };
}

function refuseAnotherHand(who: Person, task: Source, fact: ProposalFact, chart: Chart): void {
  if (fact.proposer !== who.reference) throw new Error('Somebody else made this proposal. Nothing was planned.');
  const isHere = fact.encounter === null || fact.encounter === chart.encounter.source.reference;
  if (!isHere || task.reference !== fact.source.reference) throw new Error('The proposal belongs to another encounter than the open chart. Nothing was planned; open the review again.');
}

/** Only while it waits: what a clinician confirmed is no longer the proposer's. */
function withdraw(event: { readonly id: string; readonly encounter: Source }, { condition, item }: ProposalFact, chart: Chart, profile: ServerProfile): readonly WriteStep[] {
  const fact = chart.conditions.find((c) => c.source.reference === condition && c.machineAsserted && isUnconfirmedHere(c, chart));
  if (fact === undefined) return [];
  const action: WriteAction = { kind: 'withdraw-condition', condition: fact.source, code: item.code, reason: 'proposal-declined' };
  const route = routeOf(action, profile);
  return route.to === 'nowhere' ? [] : [stepFor(event, 'proposal', action, `Withdraw the proposed ${item.code} from this encounter`, [], route)];
}

function claimStays({ claim, item }: ProposalFact, chart: Chart): WritePlan['cannot'] {
  const stands = chart.claims.some((c) => c.source.reference === claim && c.proposed && c.status === 'draft');
  return stands ? [{ says: `Take ${item.code} off the proposed draft claim`, why: 'It does not count as charted, and goes when a clinician countersigns for this visit.' }] : [];
}
