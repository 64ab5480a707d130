import type {
  Attestation, Attested, Chart, Choice, ConditionFact, ConditionTarget, Decision, DiagnosisCode, ServerProfile, StepId, Suggestion,
  SuggestionId, WriteAction, WriteStep,
} from '../model/index.ts';
import { sameCode } from './codes.ts';
import { stepFor } from './keys.ts';
import { refusalOf } from './limits.ts';
import type { Cannot, DiagnosisChange, PlanPart } from './part.ts';
import { REMOVAL_STATUS } from './removal-status.ts';
import { awaitsConfirmation, isOfThisEncounter, isOnEncounter, isShared, stands, titled } from './standing.ts';

export interface ConditionPart extends PlanPart {
  readonly changes: readonly DiagnosisChange[];
  /** The steps that carry out each decision. */
  readonly stepsOf: ReadonlyMap<SuggestionId, readonly StepId[]>;
}

/** Each attested decision as steps on Conditions. Rejected decisions make none. */
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
    this.stepsOf.set(suggestion.id, this.steps.slice(before).map((s) => s.id));
  }

  private act(suggestion: Suggestion, choice: Choice): void {
    if (choice.kind === 'reject' || choice.kind === 'defer') return;
    if (suggestion.system !== 'icd-10-cm') {
      this.say(`${suggestion.code} ${suggestion.title}`, 'A procedure or visit code is not a diagnosis. Enter it on the claim.');
      return;
    }
    const diagnosis: DiagnosisCode = choice.kind === 'modify' ? { code: choice.code, title: choice.title } : { code: suggestion.code, title: suggestion.title };
    if (suggestion.action === 'add') this.add(suggestion, diagnosis, choice.target);
    else if (suggestion.action === 'specify') this.specify(suggestion, suggestion.from ?? suggestion.code, diagnosis, choice.target);
    else if (choice.kind === 'modify') this.specify(suggestion, suggestion.code, diagnosis, choice.target);
    else this.remove(suggestion);
  }

  private add(suggestion: Suggestion, diagnosis: DiagnosisCode, target: ConditionTarget): void {
    if (target === 'problem-list-item') { this.addToProblemList(suggestion, diagnosis); return; }
    const charted = this.charted(diagnosis.code);
    if (charted !== undefined || this.isPlaced(diagnosis.code)) {
      this.say(`Add ${titled(diagnosis)}`, 'It stands among this encounter\'s diagnoses already; nothing is written twice.');
      this.changes.push({ kind: 'added', diagnosis, link: charted === undefined ? null : { condition: charted.source.reference }, step: null });
      return;
    }
    const proposed = this.chart.conditions.find((c) => awaitsConfirmation(c, this.chart, diagnosis.code) && !this.taken.has(c.source.reference));
    const step = proposed === undefined
      ? this.create(suggestion, diagnosis)
      : this.recode(suggestion, proposed, diagnosis.code, diagnosis);
    this.changes.push({ kind: 'added', diagnosis, link: linkTo(step, proposed), step: step?.id ?? null });
  }

  private addToProblemList(suggestion: Suggestion, diagnosis: DiagnosisCode): void {
    const charted = this.chart.conditions.some((c) => c.categories.includes('problem-list-item') && stands(c, diagnosis.code));
    if (charted || this.problems.some((code) => sameCode(code, diagnosis.code))) { this.say(`Add ${titled(diagnosis)} to the problem list`, 'It stands on the problem list already; nothing is written twice.'); return; }
    this.problems.push(diagnosis.code);
    this.step(suggestion, { kind: 'create-condition', diagnosis, target: 'problem-list-item', evidence: suggestion.evidence }, `Add ${titled(diagnosis)} to the problem list`);
  }

  private specify(suggestion: Suggestion, from: string, diagnosis: DiagnosisCode, target: ConditionTarget): void {
    const conditions = this.changeable(suggestion, from, 'Change').filter((c) => !this.taken.has(c.source.reference));
    const [first, ...others] = conditions.toSorted((a, b) => Number(isShared(a)) - Number(isShared(b)));
    for (const _ of others) this.say(`Change ${from} to ${titled(diagnosis)}`, `${from} stands more than once among this encounter's diagnoses. One entry is changed; remove the other in the chart.`);
    let change: Extract<DiagnosisChange, { kind: 'replaced' }> = {
      kind: 'replaced', from, diagnosis, conditions: conditions.map((c) => c.source.reference), leaving: [], link: null, step: null,
    };
    const charted = this.charted(diagnosis.code, conditions);
    if (charted !== undefined || this.isPlaced(diagnosis.code)) {
      this.say(`Change ${from} to ${titled(diagnosis)}`, `${diagnosis.code} stands among this encounter's diagnoses already. If ${from} says nothing more, remove it in the chart.`);
    } else if (first === undefined) {
      const made = this.create(suggestion, diagnosis);
      change = { ...change, link: linkTo(made), step: made?.id ?? null, leaving: made === null ? [] : this.listed(suggestion) };
    } else if (isShared(first)) {
      change = { ...change, ...this.replaceShared(suggestion, first, from, diagnosis) };
    } else {
      const step = this.recode(suggestion, first, from, diagnosis);
      change = { ...change, link: { condition: first.source.reference }, step: step?.id ?? null };
    }
    this.changes.push(change);
    if (target === 'problem-list-item') this.addToProblemList(suggestion, diagnosis);
  }

  /** The problem list keeps its entry as it is: the encounter gets its own Condition, and the shared one leaves the encounter. */
  private replaceShared(suggestion: Suggestion, shared: ConditionFact, from: string, diagnosis: DiagnosisCode) {
    const release: WriteAction = { kind: 'release-condition', condition: shared.source, code: from, reason: null };
    const refused = refusalOf(release, this.profile);
    if (refused !== null) { this.say(`Change ${from} to ${titled(diagnosis)}`, refused); return {}; }
    const made = this.create(suggestion, diagnosis);
    if (made === null) return {};
    this.taken.add(shared.source.reference);
    this.step(suggestion, release, `Take ${from} off this encounter; the problem list keeps it`, [made.id]);
    return { link: { step: made.id }, step: made.id, leaving: [shared.source.reference] };
  }

  private remove(suggestion: Suggestion): void {
    const { code, reason } = suggestion;
    if (reason === undefined) { this.say(`Remove ${code}`, 'The suggestion gives no reason, so no status follows from it. Remove it in the chart.'); return; }
    const conditions = this.changeable(suggestion, code, 'Remove').filter((c) => {
      const isTaken = this.taken.has(c.source.reference);
      if (isTaken) this.say(`Remove ${code}`, 'Another item of this countersignature changes the same entry.');
      return !isTaken;
    });
    const steps = conditions.map((condition) => {
      this.taken.add(condition.source.reference);
      return isShared(condition)
        ? this.step(suggestion, { kind: 'release-condition', condition: condition.source, code, reason }, `Take ${code} off this encounter; the problem list keeps it`)
        : this.step(suggestion, { kind: 'withdraw-condition', condition: condition.source, code, reason }, `Withdraw ${code} from this encounter: ${REMOVAL_STATUS[reason].because}`);
    });
    const references = conditions.map((c) => c.source.reference);
    this.changes.push({ kind: 'dropped', code, conditions: references, leaving: this.listed(suggestion), step: steps.find((s) => s !== null)?.id ?? null });
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

  private create(suggestion: Suggestion, diagnosis: DiagnosisCode): WriteStep | null {
    const step = this.step(suggestion, { kind: 'create-condition', diagnosis, target: 'encounter-diagnosis', evidence: suggestion.evidence }, `Add ${titled(diagnosis)} to this encounter`);
    if (step !== null) this.placed.push(diagnosis.code);
    return step;
  }

  private recode(suggestion: Suggestion, condition: ConditionFact, from: string, diagnosis: DiagnosisCode): WriteStep | null {
    const says = sameCode(from, diagnosis.code) ? `Confirm ${titled(diagnosis)} for this encounter` : `Change ${from} to ${titled(diagnosis)} in this encounter`;
    const step = this.step(suggestion, { kind: 'recode-condition', condition: condition.source, from, diagnosis, evidence: suggestion.evidence }, says);
    if (step === null) return null;
    this.taken.add(condition.source.reference);
    this.kept.add(condition.source.reference);
    this.placed.push(diagnosis.code);
    return step;
  }

  private step(suggestion: Suggestion, action: WriteAction, says: string, after: readonly StepId[] = []): WriteStep | null {
    const refused = refusalOf(action, this.profile);
    if (refused !== null) { this.say(says, refused); return null; }
    const step = stepFor(this.attestation, suggestion.id, action, says, after);
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

function linkTo(step: WriteStep | null, condition?: ConditionFact) {
  if (condition !== undefined) return { condition: condition.source.reference };
  return step === null ? null : { step: step.id };
}

function untouchable(fact: ConditionFact, chart: Chart): string | null {
  if (!isOnEncounter(fact)) return 'It stands on the problem list only, which is never changed by implication.';
  return isOfThisEncounter(fact, chart) ? null : 'It belongs to another encounter.';
}
