import type {
  Chart, ClaimDiagnosis, Decision, Policy, Proposal, ProposedItem, ServerProfile, StepId, SuggestionId, WriteAction, WritePlan, WriteStep,
} from '../model/index.ts';
import { DEFAULT_POLICY, mayOffer } from '../model/index.ts';
import { draftClaims } from '../coding/charted.ts';
import { openProposals } from '../review/proposals.ts';
import { rememberedRejections } from '../review/remembered.ts';
import { mayBeShared } from '../review/sensitive.ts';
import { refuseAnotherPatient, refuseAnotherRole } from './checks.ts';
import type { Line } from './claim-lines.ts';
import { applied, listed, numbered } from './claim-lines.ts';
import { chartedLines, claimUnread, coverageOf, servicedOn, submitted } from './claim.ts';
import { sameCode } from './codes.ts';
import type { Ending } from './keys.ts';
import { stepFor } from './keys.ts';
import { modeOf } from './limits.ts';
import type { Cannot, PlanPart } from './part.ts';
import { NOTHING } from './part.ts';
import { RECORD, askedFor, proposalText } from './record-note.ts';
import { routeOf } from './route.ts';
import { awaitsConfirmation, isOfThisEncounter, isOnEncounter, stands, titled } from './standing.ts';

/**
 * What a proposal writes: an unconfirmed Condition for each addition, a draft claim marked as proposed, a Task for
 * each item; or the Tasks alone, by site policy. Nothing that is charted is touched, and nothing is confirmed. Where no server takes Tasks,
 * one document tells of all items, else a list is handed to a clinician.
 * @throws Error when it belongs to another patient or encounter than the chart, or its role may not propose.
 */
export function planProposal({ proposal, chart, profile, policy = DEFAULT_POLICY }: {
  readonly proposal: Proposal;
  readonly chart: Chart;
  readonly profile: ServerProfile;
  readonly policy?: Policy;
}): WritePlan {
  refuseAnotherRole(proposal.who, mayOffer, 'The proposal is of nobody who may propose.');
  refuseAnotherPatient('The proposal', proposal, chart);
  const { asked, cannot } = sift(proposal, chart);
  const isTaskOnly = policy.proposals === 'task-only';
  const conditions = isTaskOnly ? NO_CONDITIONS : proposeConditions(proposal, chart, profile, asked);
  const claim = isTaskOnly ? NOTHING : proposeClaim(proposal, chart, profile, asked, conditions.stepOf);
  const tasks = proposeItems(proposal, chart, profile, asked, conditions.stepOf, claim.steps[0] ?? null);
  const evidence = asked.flatMap((one) => machineStep(proposal, profile, one, conditions.stepOf.get(one.subject)));
  return {
    purpose: 'propose',
    event: proposal.id,
    who: proposal.who,
    at: proposal.at,
    patient: chart.patient.source.reference,
    encounter: chart.encounter.source,
    mode: modeOf(profile),
    steps: [...conditions.steps, ...claim.steps, ...tasks, ...evidence],
    cannot: [...cannot, ...conditions.cannot, ...claim.cannot],
  };
}

/** An item and the suggestion that it comes from. */
interface Asked {
  readonly subject: SuggestionId;
  readonly item: ProposedItem;
}

/** Nothing doubled: not what stands, not what anybody proposed already, not two items for one code; and not what a clinician rejected on this very evidence. */
function sift(proposal: Proposal, chart: Chart): { readonly asked: readonly Asked[]; readonly cannot: readonly Cannot[] } {
  const all = proposal.decisions.filter(isDiagnosis).flatMap((decision): Asked[] => {
    const item = itemOf(decision, chart);
    return item === null ? [] : [{ subject: decision.suggestion.id, item }];
  });
  const { remembered } = rememberedRejections(chart.signed, proposal.decisions.filter((d) => d.choice.kind === 'accept').map((d) => d.suggestion));
  const reasons = all.map(({ subject, item }, index) => whyNot(item, all.slice(0, index).map((one) => one.item), chart)
    ?? (remembered.has(subject) ? 'A clinician rejected it on this evidence. It can be proposed again on new evidence.' : null));
  return {
    asked: all.filter((_, index) => reasons[index] === null),
    cannot: [
      ...all.flatMap(({ item }, index) => {
        const why = reasons[index] ?? null;
        return why === null ? [] : [{ says: `Propose: ${askedFor(item)}`, why }];
      }),
      ...proposal.decisions.filter((one) => !isDiagnosis(one)).map(({ suggestion }) => ({ says: `Propose: ${titled(suggestion)}`, why: 'A procedure or visit code is not a diagnosis. It is entered on the claim.' })),
    ],
  };
}

function isDiagnosis({ suggestion }: Decision): boolean {
  return suggestion.system === 'icd-10-cm';
}

function whyNot(item: ProposedItem, before: readonly ProposedItem[], chart: Chart): string | null {
  if (before.some((other) => isSameAs(item, other))) return 'Another item of this proposal asks for the same.';
  const open = openProposals(chart).find((fact) => isSameAs(item, fact.item));
  if (open !== undefined) return `It is proposed already${open.proposerName === null ? '' : `, by ${open.proposerName}`}, and waits for a clinician.`;
  const standing = item.action === 'add' && chart.conditions.some((c) => (item.target === 'problem-list-item'
    ? c.categories.includes('problem-list-item')
    : isOnEncounter(c) && isOfThisEncounter(c, chart)) && stands(c, item.code));
  return standing ? 'It stands in the record already.' : null;
}

function isSameAs(one: Pick<ProposedItem, 'action' | 'code'>, other: Pick<ProposedItem, 'action' | 'code'>): boolean {
  return one.action === other.action && sameCode(one.code, other.code);
}

/** As the person chose it: another code for a removal makes it a specification. Words of sensitive notes stay out, whoever made the proposal. */
function itemOf({ suggestion, choice }: Decision, chart: Chart): ProposedItem | null {
  if (choice.kind !== 'accept' && choice.kind !== 'modify') return null;
  const { action, code, title, from = null, reason = null, charted, rules } = suggestion;
  const becomes = action === 'remove' && choice.kind === 'modify' ? 'specify' : action;
  return {
    action: becomes,
    code: choice.kind === 'modify' ? choice.code : code,
    title: choice.kind === 'modify' ? choice.title : title,
    from: becomes === 'specify' ? from ?? code : null,
    target: choice.target,
    reason: becomes === 'remove' ? reason : null,
    charted, rules, evidence: suggestion.evidence.filter((e) => mayBeShared(e, chart)),
  };
}

interface ProposedConditions extends PlanPart {
  readonly stepOf: ReadonlyMap<SuggestionId, StepId>;
}

const NO_CONDITIONS: ProposedConditions = { ...NOTHING, stepOf: new Map() };

/** For additions to the encounter alone: nothing unconfirmed may touch a charted Condition or the problem list. */
function proposeConditions(proposal: Proposal, chart: Chart, profile: ServerProfile, asked: readonly Asked[]): ProposedConditions {
  const steps: WriteStep[] = [];
  const cannot: Cannot[] = [];
  const stepOf = new Map<SuggestionId, StepId>();
  for (const { subject, item } of asked.filter(isAddition)) {
    if (chart.conditions.some((c) => awaitsConfirmation(c, chart, item.code))) continue;
    const diagnosis = { code: item.code, title: item.title };
    const says = `Add ${titled(diagnosis)} to this encounter as unconfirmed`;
    const action: WriteAction = { kind: 'propose-condition', diagnosis, evidence: item.evidence };
    const route = routeOf(action, profile);
    if (route.to !== 'ehr') {
      cannot.push({ says, why: route.to === 'nowhere' ? route.why : '' });
      continue;
    }
    const step = stepFor(proposal, subject, action, says);
    steps.push(step);
    stepOf.set(subject, step.id);
  }
  return { steps, cannot, stepOf };
}

function isAddition({ item }: Asked): boolean {
  return item.action === 'add' && item.target === 'encounter-diagnosis';
}

/** Only where no draft stands, and that is known; it does not count as charted until a clinician countersigns. */
function proposeClaim(
  proposal: Proposal, chart: Chart, profile: ServerProfile, asked: readonly Asked[], stepOf: ReadonlyMap<SuggestionId, StepId>,
): PlanPart {
  const additions = asked.filter(isAddition);
  if (additions.length === 0 || draftClaims(chart).length > 0) return NOTHING;
  const diagnoses = additions.reduce<readonly Line[]>((lines, { subject, item }) => {
    const step = stepOf.get(subject) ?? null;
    return applied(lines, { kind: 'added', diagnosis: { code: item.code, title: item.title }, link: step === null ? null : { step }, step, byHand: false }, true);
  }, chartedLines(chart));
  const numberedLines: readonly ClaimDiagnosis[] = numbered(diagnoses);
  const says = `Start a draft claim, marked as proposed: ${listed(numberedLines)}`;
  const action: WriteAction = { kind: 'propose-claim', diagnoses: numberedLines, serviced: servicedOn(chart), coverage: coverageOf(chart) };
  const route = routeOf(action, profile);
  const why = submitted(chart) ?? claimUnread(chart, profile) ?? (route.to === 'nowhere' ? route.why : null);
  if (why !== null || route.to === 'nowhere') return { steps: [], cannot: [{ says, why: why ?? '' }] };
  return { steps: [stepFor(proposal, 'claim', action, says, [...stepOf.values()], route)], cannot: [] };
}

function proposeItems(
  proposal: Proposal, chart: Chart, profile: ServerProfile, asked: readonly Asked[], stepOf: ReadonlyMap<SuggestionId, StepId>, claim: WriteStep | null,
): readonly WriteStep[] {
  if (asked.length === 0) return [];
  const owners = chart.encounter.practitioners.filter((reference) => reference !== proposal.who.reference);
  const actions = asked.map(({ subject, item }) => {
    const conditionStep = stepOf.get(subject) ?? null;
    const claimStep = claim !== null && isAddition({ subject, item }) ? claim.id : null;
    return { subject, action: { kind: 'propose-item', item, conditionStep, claimStep, owners } as const };
  });
  const [first] = actions;
  const route = first === undefined ? null : routeOf(first.action, profile);
  if (route === null || route.to === 'nowhere' || route.to === 'hand' || route.as === 'note') return [filed(proposal, profile, asked.map((one) => one.item))];
  return actions.map(({ subject, action }) => stepFor(
    proposal, subject, action, `Ask a clinician of this visit: ${askedFor(action.item)}`, action.conditionStep === null ? [] : [action.conditionStep], { to: route.to },
  ));
}

function filed(proposal: Proposal, profile: ServerProfile, items: readonly ProposedItem[]): WriteStep {
  const action: WriteAction = { kind: 'file-note', purpose: 'proposal', title: `${RECORD}: proposal to the clinicians of this visit`, text: proposalText(proposal, items), items };
  const route = routeOf(action, profile);
  const handed: Ending = { to: 'hand', handOver: { by: 'list', to: 'a clinician of this visit', why: 'No server here takes tasks or documents from this app.' } };
  const says = `Tell the clinicians of this visit what you propose: ${items.map((item) => item.code).join(', ')}`;
  return stepFor(proposal, 'proposal', action, says, [], route.to === 'ehr' || route.to === 'companion' ? { to: route.to } : handed);
}

function machineStep(proposal: Proposal, profile: ServerProfile, { subject, item }: Asked, of: StepId | undefined): readonly WriteStep[] {
  if (of === undefined) return [];
  const action: WriteAction = { kind: 'machine-provenance', of: [of], rules: item.rules, evidence: item.evidence, reason: null };
  const route = routeOf(action, profile);
  return route.to === 'nowhere' ? [] : [stepFor(proposal, subject, action, `Record the software's evidence for: ${askedFor(item)}`, [of], route)];
}
