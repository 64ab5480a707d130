import type {
  Attestation, Attested, Chart, Choice, ConditionFact, ConditionTarget, Decision, DiagnosisCode, ServerProfile, StepId, Suggestion,
  SuggestionId, WriteAction, WriteStep,
} from '../model/index.ts';
import { submittedClaim } from '../coding/claim/billed.ts';
import { sameCode } from './codes.ts';
import type { Ending } from './keys.ts';
import { stepFor } from './keys.ts';
import type { Cannot, DiagnosisChange, PlanPart } from './part.ts';
import { isSent } from './part.ts';
import { REMOVAL_STATUS } from './removal-status.ts';
import { diagnosisByHand, routeOf } from './route.ts';
import { awaitsConfirmation, codeOf, isOfThisEncounter, isOnEncounter, isShared, stands, titled } from './standing.ts';

export interface ConditionPart extends PlanPart {
  readonly changes: readonly DiagnosisChange[];
  /** The steps that carry out each decision on a server. */
  readonly stepsOf: ReadonlyMap<SuggestionId, readonly StepId[]>;
}

/** Each attested decision as steps on Conditions. Rejected decisions make none, but for the Condition that a declined proposal brought. */
export function planConditions(attestation: Attestation, chart: Chart, profile: ServerProfile): ConditionPart {
  const draft = new ConditionDraft(attestation, chart, profile);
  for (const decision of attestation.decisions) draft.carryOut(decision);
  return draft;
}

/** Collects steps decision by decision, since a later one must know which Conditions and codes an earlier one took. */
class ConditionDraft implements ConditionPart {
  readonly steps: WriteStep[] = [];
  readonly cannot: Cannot[] = [];
  readonly changes: DiagnosisChange[] = [];
  readonly stepsOf = new Map<SuggestionId, readonly StepId[]>();
  private readonly taken = new Set<string>();
  /** Changed in place: they stay this encounter's. */
  private readonly kept = new Set<string>();
  private readonly placed: string[] = [];
  private readonly problems: string[] = [];
  private readonly attestation: Attestation;
  private readonly chart: Chart;
  private readonly profile: ServerProfile;

  constructor(attestation: Attestation, chart: Chart, profile: ServerProfile) {
    this.attestation = attestation;
    this.chart = chart;
    this.profile = profile;
  }

  carryOut({ suggestion, choice }: Attested<Decision>): void {
    const before = this.steps.length;
    this.act(suggestion, choice);
    this.stepsOf.set(suggestion.id, this.steps.slice(before).filter(isSent).map((s) => s.id));
  }

  private act(suggestion: Suggestion, choice: Choice): void {
    if (choice.kind === 'reject') this.withdrawProposed(suggestion, REMOVAL_STATUS['proposal-declined'].because);
    if (choice.kind === 'reject' || choice.kind === 'defer') return;
    if (suggestion.system !== 'icd-10-cm') return;
    const diagnosis: DiagnosisCode = choice.kind === 'modify' ? { code: choice.code, title: choice.title } : { code: suggestion.code, title: suggestion.title };
    if (suggestion.action === 'add') this.add(suggestion, diagnosis, choice.target);
    else if (isBilled(suggestion, this.chart)) this.passToCompliance(suggestion, diagnosis, choice);
    else if (suggestion.action === 'specify') this.specify(suggestion, suggestion.from ?? suggestion.code, diagnosis, choice.target);
    else if (choice.kind === 'modify') this.specify(suggestion, suggestion.code, diagnosis, choice.target);
    else this.remove(suggestion);
  }

  /** What was billed is corrected by those who answer for it; the record stays as it was billed until they say so. */
  private passToCompliance(suggestion: Suggestion, diagnosis: DiagnosisCode, choice: Choice): void {
    const { action, code, from = code, charted, evidence, reason = null } = suggestion;
    const isRemoval = action === 'remove' && choice.kind === 'accept';
    const asked = isRemoval ? `remove ${titled(suggestion)}` : `change ${from} to ${titled(diagnosis)}`;
    const because = reason === null ? '' : ` (${REMOVAL_STATUS[reason].because})`;
    const condition = this.chart.conditions.find((c) => charted.some(({ reference }) => reference === c.source.reference))?.source;
    const claim = submittedClaim(this.chart)?.source ?? this.chart.encounter.source;
    const change: WriteAction = condition === undefined ? { kind: 'update-claim', claim, diagnoses: [], serviced: (this.chart.encounter.start ?? this.chart.asOf).slice(0, 10) }
      : isRemoval ? { kind: 'release-condition', condition, code, reason } : { kind: 'recode-condition', condition, from, diagnosis, evidence };
    this.step(suggestion, change, `Pass on to compliance: ${asked} on an encounter that was billed already${because}`, [], { to: 'hand', handOver: { by: 'list', to: 'compliance', why: BILLED } });
  }

  private add(suggestion: Suggestion, diagnosis: DiagnosisCode, target: ConditionTarget): void {
    if (target === 'problem-list-item') {
      this.addToProblemList(suggestion, diagnosis);
      this.withdrawProposed(suggestion, 'it goes to the problem list alone');
      return;
    }
    const charted = this.charted(diagnosis.code);
    if (charted !== undefined || this.isPlaced(diagnosis.code)) {
      this.say(`Add ${titled(diagnosis)}`, 'It stands among this encounter\'s diagnoses already; nothing is written twice.');
      this.withdrawProposed(suggestion, `${diagnosis.code} stands among this encounter's diagnoses already`);
      this.changes.push({ kind: 'added', diagnosis, link: charted === undefined ? null : { condition: charted.source.reference }, step: null, byHand: false });
      return;
    }
    const proposed = this.proposedCondition(suggestion) ?? this.chart.conditions.find((c) => awaitsConfirmation(c, this.chart, diagnosis.code) && !this.taken.has(c.source.reference));
    const step = proposed === undefined
      ? this.create(suggestion, diagnosis)
      : this.recode(suggestion, proposed, codeOf(proposed) ?? diagnosis.code, diagnosis);
    this.changes.push({ kind: 'added', diagnosis, link: linkTo(step, proposed), ...doneBy(step) });
  }

  private addToProblemList(suggestion: Suggestion, diagnosis: DiagnosisCode): void {
    const charted = this.chart.conditions.some((c) => c.categories.includes('problem-list-item') && stands(c, diagnosis.code));
    if (charted || this.problems.some((code) => sameCode(code, diagnosis.code))) { this.say(`Add ${titled(diagnosis)} to the problem list`, 'It stands on the problem list already; nothing is written twice.'); return; }
    this.problems.push(diagnosis.code);
    const as = this.profile.name === 'epic' ? ', as provisional: this EHR takes no other status from an app' : '';
    this.step(suggestion, { kind: 'create-condition', diagnosis, target: 'problem-list-item', evidence: suggestion.evidence }, `Add ${titled(diagnosis)} to the problem list${as}`);
  }

  private specify(suggestion: Suggestion, from: string, diagnosis: DiagnosisCode, target: ConditionTarget): void {
    const conditions = this.changeable(suggestion, from, 'Change').filter((c) => !this.taken.has(c.source.reference));
    const references = conditions.map((c) => c.source.reference);
    const charted = this.charted(diagnosis.code, conditions);
    if (charted !== undefined || this.isPlaced(diagnosis.code)) {
      this.leaveToPerson(suggestion, conditions, from, `if it says nothing more: ${titled(diagnosis)} stands there already`);
      if (conditions.length === 0) this.say(`Change ${from} to ${titled(diagnosis)}`, `${diagnosis.code} stands among this encounter's diagnoses already; nothing is written twice.`);
      this.changes.push({ kind: 'replaced', from, diagnosis, conditions: references, leaving: [], link: null, step: null, byHand: conditions.length > 0 });
    } else {
      const [first, ...others] = conditions.toSorted((a, b) => Number(isShared(a)) - Number(isShared(b)));
      const change = this.replace(suggestion, first, from, diagnosis);
      this.leaveToPerson(suggestion, others, from, `it stands more than once, and ${titled(diagnosis)} took its place`);
      this.changes.push({ kind: 'replaced', from, diagnosis, conditions: references, ...change });
    }
    if (target === 'problem-list-item') this.addToProblemList(suggestion, diagnosis);
  }

  private replace(suggestion: Suggestion, standing: ConditionFact | undefined, from: string, diagnosis: DiagnosisCode) {
    if (standing === undefined) {
      const made = this.create(suggestion, diagnosis);
      return { link: linkTo(made), leaving: isSent(made) ? this.listed(suggestion) : [], ...doneBy(made) };
    }
    if (isShared(standing)) return this.replaceShared(suggestion, standing, from, diagnosis);
    const step = this.recode(suggestion, standing, from, diagnosis);
    return { link: { condition: standing.source.reference }, leaving: [], ...doneBy(step) };
  }

  /** The problem list keeps its entry as it is: the encounter gets its own Condition, and the shared one leaves the encounter. Both by one hand. */
  private replaceShared(suggestion: Suggestion, shared: ConditionFact, from: string, diagnosis: DiagnosisCode) {
    const release: WriteAction = { kind: 'release-condition', condition: shared.source, code: from, reason: null };
    const route = routeOf(release, this.profile);
    const made = this.create(suggestion, diagnosis, route.to === 'hand' ? route : undefined);
    this.taken.add(shared.source.reference);
    this.step(suggestion, release, `Take ${from} off this encounter; the problem list keeps it`, isSent(made) ? [made.id] : [], isSent(made) ? undefined : this.byHand(made.handOver?.why ?? ''));
    return { link: linkTo(made), leaving: isSent(made) ? [shared.source.reference] : [], ...doneBy(made) };
  }

  private remove(suggestion: Suggestion): void {
    const { code, reason } = suggestion;
    const conditions = this.changeable(suggestion, code, 'Remove').filter((c) => {
      const isTaken = this.taken.has(c.source.reference);
      if (isTaken) this.say(`Remove ${code}`, 'Another item of this countersignature changes the same entry.');
      return !isTaken;
    });
    if (reason === undefined) { this.leaveToPerson(suggestion, conditions, code, 'the suggestion gives no reason, so no status follows from it'); return; }
    const steps = conditions.map((condition) => {
      this.taken.add(condition.source.reference);
      const kind = isShared(condition) ? 'release-condition' : 'withdraw-condition';
      const at = { condition: condition.source, code, reason };
      const action: WriteAction = kind === 'release-condition' ? { kind, ...at } : { kind, ...at };
      const name = endingOf(action, this.profile).to === 'hand' ? titled(suggestion) : code;
      return this.step(suggestion, action, kind === 'release-condition'
        ? `Take ${name} off this encounter; the problem list keeps it`
        : `Withdraw ${name} from this encounter: ${REMOVAL_STATUS[reason].because}`);
    });
    const references = conditions.map((c) => c.source.reference);
    this.changes.push({ kind: 'dropped', code, conditions: references, leaving: this.listed(suggestion), step: steps.find(isSent)?.id ?? null, byHand: steps.some((s) => !isSent(s)) });
  }

  /** What came unconfirmed with a proposal and is not confirmed in place goes again; nothing that was charted does. */
  private withdrawProposed(suggestion: Suggestion, because: string): void {
    if (suggestion.action !== 'add') return;
    const { code } = suggestion;
    const condition = this.proposedCondition(suggestion);
    if (condition === undefined && suggestion.proposal === undefined) return;
    const references = condition === undefined ? [] : [condition.source.reference];
    for (const reference of references) this.taken.add(reference);
    const step = condition === undefined ? null
      : this.step(suggestion, { kind: 'withdraw-condition', condition: condition.source, code, reason: 'proposal-declined' }, `Withdraw the proposed ${code} from this encounter: ${because}`);
    this.changes.push({
      kind: 'declined', code, conditions: references, leaving: references.filter((reference) => this.chart.encounter.diagnoses.includes(reference)),
      ...(step === null ? { step: null, byHand: false } : doneBy(step)),
    });
  }

  /**
   * The Condition that came with the proposal, while it waits for confirmation; an AI-marked one of that code where no Task tells of it. A Task's
   * own word is not enough: pointing to another code, or to what somebody else recorded and nothing marks as a proposal's, it would carry off
   * what a clinician is still weighing.
   */
  private proposedCondition({ proposal, code }: Suggestion): ConditionFact | undefined {
    const reference = proposal?.condition ?? null;
    const open = this.chart.conditions.filter((c) => awaitsConfirmation(c, this.chart, code) && !this.taken.has(c.source.reference));
    const isProposers = ({ recorder }: ConditionFact): boolean => recorder === null || recorder === (proposal?.who ?? recorder);
    return open.find((c) => c.source.reference === reference && (c.machineAsserted || isProposers(c))) ?? open.find((c) => c.machineAsserted);
  }

  /** Entries that only a person can judge. */
  private leaveToPerson(suggestion: Suggestion, conditions: readonly ConditionFact[], code: string, why: string): void {
    for (const condition of conditions) {
      this.taken.add(condition.source.reference);
      this.step(suggestion, { kind: 'release-condition', condition: condition.source, code, reason: null }, `Remove ${code} from this encounter: ${why}`, [], this.byHand('Which entry is right is for a person to see.'));
    }
  }

  private byHand(why: string): Ending {
    return { to: 'hand', handOver: diagnosisByHand(this.profile, why) };
  }

  /** Those that leave the encounter's own list: also a Condition that itself stays, as another encounter's or the problem list's. */
  private listed(suggestion: Suggestion): readonly string[] {
    return suggestion.charted.map((s) => s.reference).filter((reference) => this.chart.encounter.diagnoses.includes(reference) && !this.kept.has(reference));
  }

  /** The charted Conditions that this suggestion may act on; for each of the others, words. */
  private changeable(suggestion: Suggestion, code: string, verb: string): readonly ConditionFact[] {
    return suggestion.charted.flatMap((source) => {
      const fact = this.chart.conditions.find((c) => c.source.reference === source.reference);
      if (fact === undefined) return [];
      const why = untouchable(fact, this.chart);
      if (why !== null) this.say(`${verb} ${code}`, why);
      return why === null ? [{ ...fact, source }] : [];
    });
  }

  private create(suggestion: Suggestion, diagnosis: DiagnosisCode, ending?: Ending): WriteStep {
    this.placed.push(diagnosis.code);
    return this.step(suggestion, { kind: 'create-condition', diagnosis, target: 'encounter-diagnosis', evidence: suggestion.evidence }, `Add ${titled(diagnosis)} to this encounter`, [], ending);
  }

  private recode(suggestion: Suggestion, condition: ConditionFact, from: string, diagnosis: DiagnosisCode): WriteStep {
    const says = sameCode(from, diagnosis.code) ? `Confirm ${titled(diagnosis)} for this encounter` : `Change ${from} to ${titled(diagnosis)} in this encounter`;
    this.taken.add(condition.source.reference);
    this.kept.add(condition.source.reference);
    this.placed.push(diagnosis.code);
    return this.step(suggestion, { kind: 'recode-condition', condition: condition.source, from, diagnosis, evidence: suggestion.evidence }, says);
  }

  private step(suggestion: Suggestion, action: WriteAction, says: string, after: readonly StepId[] = [], ending: Ending = endingOf(action, this.profile)): WriteStep {
    const step = stepFor(this.attestation, suggestion.id, action, says, after, ending);
    this.steps.push(step);
    return step;
  }

  private charted(code: string, except: readonly ConditionFact[] = []): ConditionFact | undefined {
    const excepted = new Set([...except.map((c) => c.source.reference), ...this.taken]);
    return this.chart.conditions.find((c) => isOnEncounter(c) && isOfThisEncounter(c, this.chart) && stands(c, code) && !excepted.has(c.source.reference));
  }

  private isPlaced(code: string): boolean {
    return this.placed.some((other) => sameCode(other, code));
  }

  private say(says: string, why: string): void {
    this.cannot.push({ says, why });
  }
}

const BILLED = 'The claim of this visit was submitted already. What takes away or changes a billed diagnosis goes to compliance, which decides whether the claim is corrected; nothing is changed here.';

function isBilled({ billed }: Suggestion, chart: Chart): boolean {
  return billed === true || submittedClaim(chart) !== undefined;
}

/** Conditions end in the EHR or by hand: no other server keeps any. */
function endingOf(action: WriteAction, profile: ServerProfile): Ending {
  const route = routeOf(action, profile);
  return route.to === 'hand' ? route : { to: 'ehr' };
}

function linkTo(step: WriteStep, condition?: ConditionFact) {
  if (condition !== undefined) return { condition: condition.source.reference };
  return isSent(step) ? { step: step.id } : null;
}

function doneBy(step: WriteStep) {
  return isSent(step) ? { step: step.id, byHand: false } : { step: null, byHand: true };
}

function untouchable(fact: ConditionFact, chart: Chart): string | null {
  if (!isOnEncounter(fact)) return 'It stands on the problem list only, which is never changed by implication.';
  return isOfThisEncounter(fact, chart) ? null : 'It belongs to another encounter.';
}
