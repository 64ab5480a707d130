import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Chart, Choice, ConditionCategory, ConditionFact, Decision, DecisionId, Person, Policy, Proposal, RemovalReason, Role, ServerAbilities, ServerProfile, Suggestion, WriteAction, WritePlan,
} from '../../src/domain/model/index.ts';
import { DEFAULT_POLICY, roleNames } from '../../src/domain/model/index.ts';
import { preflight } from '../../src/domain/preflight/index.ts';
import { attest, currentDecision, currentDecisions, emptyLedger, record, sign, undo } from '../../src/domain/review/index.ts';
import { planAnchor, planCancel, planProposal, planWrites } from '../../src/domain/writeback/index.ts';
import { REMOVAL_STATUS } from '../../src/domain/writeback/removal-status.ts';
import { createWriter } from '../../src/fhir/send/index.ts';
import type { Act } from '../support/endings.ts';
import { HEAD, endingOf } from '../support/endings.ts';
import { FakeFhir } from '../support/fake-fhir.ts';
import { EVERY_ACTION, fill, planFor, wardWithClaim, wardWithoutClaim } from '../support/ward.ts';
import {
  ENCOUNTER, PATIENT, SIGNED_AT, accept, attested, chart, claim, condition, decided, doctor, generic, proposalFact, proposed, proposedCard, removal, specified, suggestion,
} from '../support/writing.ts';

const CODES = ['I10', 'E11.9', 'E11.22', 'J44.9', 'N18.31', 'E66.811'];
const code = fc.constantFrom(...CODES);
const reason = fc.constantFrom(...(Object.keys(REMOVAL_STATUS) as RemovalReason[]));
const choice: fc.Arbitrary<Choice> = fc.oneof(
  fc.record({ kind: fc.constant('accept' as const), target: fc.constantFrom('encounter-diagnosis' as const, 'problem-list-item' as const) }),
  fc.record({ kind: fc.constant('modify' as const), code, title: fc.constant('Another'), target: fc.constant('encounter-diagnosis' as const) }),
  fc.record({ kind: fc.constant('reject' as const), reason: fc.constant('other' as const) }),
  fc.record({ kind: fc.constant('defer' as const), reason: fc.constant('later' as const) }),
);
const categories = fc.constantFrom<readonly ConditionCategory[]>(['encounter-diagnosis'], ['problem-list-item'], ['encounter-diagnosis', 'problem-list-item']);
const facts = fc.array(fc.record({
  code, categories, verificationStatus: fc.constantFrom('confirmed', 'provisional', 'unconfirmed'), encounter: fc.constantFrom(ENCOUNTER, 'Encounter/e0'), machineAsserted: fc.boolean(),
}), { maxLength: 5 })
  .map((rows) => rows.map((row, index): ConditionFact => condition(`c${index}`, row.code, row)));

const world: fc.Arbitrary<{ chart: Chart; decisions: readonly Decision[] }> = facts.chain((conditions) => fc.record({
  claimed: fc.option(fc.uniqueArray(code), { nil: null }),
  named: fc.subarray(conditions.map((c) => c.source.reference)),
  picked: fc.array(fc.tuple(fc.nat(), fc.constantFrom('add', 'specify', 'remove'), code, reason, choice), { minLength: 1, maxLength: 6 }),
}).map(({ claimed, named, picked }) => {
  const on = chart({ conditions, claims: claimed === null ? [] : [claim('k1', claimed)], encounter: { ...chart().encounter, diagnoses: named } });
  const decisions = picked.map(([index, action, to, why, chosen]) => decided(suggestionFor(conditions[index % Math.max(1, conditions.length)], action, to, why), chosen, on));
  return { chart: on, decisions: [...new Map(decisions.map((d) => [d.suggestion.id, d])).values()] };
}));

function suggestionFor(on: ConditionFact | undefined, action: string, to: string, why: RemovalReason): Suggestion {
  const from = on?.codings[0]?.code ?? '';
  if (on === undefined || action === 'add') return suggestion('add', to);
  return action === 'specify' ? specified(from, to, on) : removal(from, why, on);
}

const abilities = {
  transaction: fc.boolean(), conditionalCreate: fc.boolean(), ifMatch: fc.boolean(),
  create: fc.subarray(['Condition', 'Claim', 'Provenance', 'Task', 'DocumentReference']), update: fc.subarray(['Condition', 'Claim', 'Encounter', 'Task']),
};
const profile: fc.Arbitrary<ServerProfile> = fc.record({
  name: fc.constantFrom('generic', 'epic', 'oracle'), ...abilities,
  companion: fc.option(fc.record<ServerAbilities>(abilities), { nil: null }), activities: fc.subarray(['problem-review']),
});
const policy: fc.Arbitrary<Policy> = fc.constantFrom('condition-claim-task' as const, 'task-only' as const).map((proposals) => ({ ...DEFAULT_POLICY, proposals }));

function planOf({ chart: on, decisions }: { chart: Chart; decisions: readonly Decision[] }, allowed: ServerProfile) {
  const listed = decisions.filter((d) => d.choice.kind !== 'defer');
  return listed.length === 0 ? null : planWrites({ attestation: attested(listed), chart: on, profile: allowed });
}

function proposalPlan({ chart: on, decisions }: { chart: Chart; decisions: readonly Decision[] }, allowed: ServerProfile, decides: Policy): WritePlan | null {
  const asked = decisions.filter((d) => d.choice.kind === 'accept' || d.choice.kind === 'modify');
  return asked.length === 0 ? null : planProposal({ proposal: proposed(asked, on), chart: on, profile: allowed, policy: decides });
}

/** Every plan that comes about when everything is forged to be of this role. */
function plansOf(made: { chart: Chart; decisions: readonly Decision[] }, allowed: ServerProfile, decides: Policy, role: Role): readonly WritePlan[] {
  const who: Person = { reference: 'Practitioner/coder', name: 'X', role };
  const listed = made.decisions.filter((d) => d.choice.kind !== 'defer');
  const asked = made.decisions.filter((d) => d.choice.kind === 'accept' || d.choice.kind === 'modify');
  const answered = proposedCard(proposalFact('I10'));
  const attestation = { ...attested([...listed.filter((d) => d.suggestion.id !== answered.id), decided(answered, accept, made.chart)]), who };
  const proposal: Proposal | null = asked.length === 0 ? null : { ...proposed(asked, made.chart), who };
  return [
    planned(() => planWrites({ attestation, chart: made.chart, profile: allowed })),
    proposal === null ? null : planned(() => planProposal({ proposal, chart: made.chart, profile: allowed, policy: decides })),
    planned(() => cancelBy(who, allowed)),
    planned(() => planAnchor({ head: HEAD, who, at: SIGNED_AT, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' }, profile: allowed })),
  ].filter((plan) => plan !== null);
}

function cancelBy(who: Person, allowed: ServerProfile): WritePlan {
  const fact = proposalFact('I10', { condition: 'Condition/c1' });
  const on = chart({ conditions: [condition('c1', 'I10', { verificationStatus: 'unconfirmed', machineAsserted: true, recorder: 'Practitioner/coder' })], proposals: [fact] });
  return planCancel({ task: fact.source, proposalFact: fact, who, at: SIGNED_AT, id: 'x', chart: on, profile: allowed });
}

/** Null where the planner refused. */
function planned(plan: () => WritePlan): WritePlan | null {
  try {
    return plan();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toContain('Nothing was planned');
    return null;
  }
}

/** Steps that come before what they build on, go where they are not taken, or share a key. */
function unsound(plan: WritePlan | null, allowed: ServerProfile): readonly string[] {
  const steps = plan?.steps ?? [];
  return steps.flatMap(({ id, key, after, to, action }, index) => {
    const sent = steps.slice(0, index).filter((s) => s.to !== 'hand').map((s) => s.id);
    const [way, type] = NEEDS[action.kind];
    const isTaken = to === 'hand' ? after.length === 0 : (to === 'ehr' ? allowed : allowed.companion)?.[way].includes(type) ?? false;
    return isTaken && after.every((before) => sent.includes(before)) && steps.findIndex((s) => s.key === key || s.id === id) === index ? [] : [id];
  });
}

const NEEDS: Record<WriteAction['kind'], readonly ['create' | 'update', string]> = {
  'create-condition': ['create', 'Condition'], 'recode-condition': ['update', 'Condition'], 'withdraw-condition': ['update', 'Condition'], 'release-condition': ['update', 'Condition'],
  'create-claim': ['create', 'Claim'], 'update-claim': ['update', 'Claim'], 'update-encounter': ['update', 'Encounter'], 'machine-provenance': ['create', 'Provenance'],
  'attestation-provenance': ['create', 'Provenance'], 'propose-condition': ['create', 'Condition'], 'propose-claim': ['create', 'Claim'], 'propose-item': ['create', 'Task'],
  'answer-proposal': ['update', 'Task'], 'send-query': ['create', 'Task'], 'answer-query': ['create', 'QuestionnaireResponse'], 'close-query': ['update', 'Task'], 'follow-query': ['update', 'Task'], 'notify-query': ['create', 'Communication'], 'file-note': ['create', 'DocumentReference'], 'anchor-log': ['create', 'Provenance'],
};

describe('deciding', () => {
  it('after any sequence, one decision a suggestion counts, undo takes back exactly the last, and what is signed stays', () => {
    const move = fc.tuple(fc.constantFrom('record', 'undo', 'sign'), code, choice);
    fc.assert(fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      let ledger = emptyLedger;
      const stacks = new Map<string, Decision[]>();
      const signed = new Set<string>();
      moves.forEach(([kind, on, chosen], index) => {
        const about = suggestion('add', on);
        const stack = stacks.get(about.id) ?? [];
        const top = stack.at(-1);
        if (kind === 'record') {
          const decision = { ...decided(about, chosen), id: `d${index}` as DecisionId };
          ledger = record(ledger, decision);
          stack.push(decision);
        } else if (kind === 'undo') {
          ledger = undo(ledger, about.id);
          if (top !== undefined && !signed.has(top.id)) stack.pop();
        } else if (top !== undefined) {
          ledger = sign(ledger, [top.id]);
          signed.add(top.id);
        }
        stacks.set(about.id, stack);
        expect(currentDecision(ledger, about.id)).toBe(stack.at(-1));
      });
      const open = currentDecisions(ledger);
      expect(new Set(open.map((d) => d.suggestion.id)).size).toBe(open.length);
    }));
  });

  it('an attestation lists every decision but the deferred, and accounts for those', () => {
    fc.assert(fc.property(world, ({ decisions }) => {
      const result = attest({ decisions, who: doctor, at: SIGNED_AT, id: 'a' as never, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' } });
      const deferred = decisions.filter((d) => d.choice.kind === 'defer').length;
      expect(result.ok ? [result.attestation.decisions.length, result.leftOut.length] : null).toEqual(deferred === decisions.length ? null : [decisions.length - deferred, deferred]);
    }));
  });
});

describe('planning', () => {
  it('never deletes, never touches another encounter or a problem-list entry, and changes a Condition once at most', () => {
    fc.assert(fc.property(world, profile, (made, allowed) => {
      const plan = planOf(made, allowed);
      const changed = (plan?.steps ?? []).flatMap(({ action, to }) => ('condition' in action ? [{ kind: action.kind, reference: action.condition.reference, to }] : []));
      for (const { kind, reference, to } of changed) {
        const fact = made.chart.conditions.find((c) => c.source.reference === reference);
        expect(fact?.encounter).toBe(ENCOUNTER);
        expect(fact?.categories).toContain('encounter-diagnosis');
        if (to !== 'hand') expect(kind === 'release-condition').toBe(fact?.categories.includes('problem-list-item'));
      }
      expect(new Set(changed.map((c) => c.reference)).size).toBe(changed.length);
      expect(JSON.stringify(plan?.steps.map((s) => s.action.kind) ?? [])).not.toMatch(/delete/);
    }), { numRuns: 300 });
  });

  it('every step comes after what a server wrote before it, has its own key, and goes where it is taken', () => {
    fc.assert(fc.property(world, profile, (made, allowed) => {
      expect(unsound(planOf(made, allowed), allowed)).toEqual([]);
    }), { numRuns: 300 });
  });

  it('so does every step of a proposal', () => {
    fc.assert(fc.property(world, profile, policy, (made, allowed, decides) => {
      const plan = proposalPlan(made, allowed, decides);
      expect(unsound(plan, allowed)).toEqual([]);
      for (const { action } of plan?.steps ?? []) expect(action.kind).toMatch(/^(?:propose-condition|propose-claim|propose-item|machine-provenance|file-note)$/);
      if (decides.proposals === 'task-only') expect(plan?.steps.every((s) => s.action.kind === 'propose-item' || s.action.kind === 'file-note') ?? true).toBe(true);
    }), { numRuns: 300 });
  });

  it('what is handed over says to whom, how and why; diagnoses never go to the companion server', () => {
    fc.assert(fc.property(world, profile, (made, allowed) => {
      for (const { to, handOver, action, says } of planOf(made, allowed)?.steps ?? []) {
        expect(handOver === null).toBe(to !== 'hand');
        if (handOver !== null) expect([handOver.to, handOver.why, says].every((words) => words.length > 3)).toBe(true);
        if (handOver?.by === 'activity') expect(allowed.activities).toContain('problem-review');
        if (to === 'companion') expect(action.kind).toMatch(/claim$|provenance$|^answer-proposal$|^file-note$/);
      }
    }), { numRuns: 300 });
  });

  it('every signed decision is told once at least: in a provenance, or in the document', () => {
    fc.assert(fc.property(world, profile, (made, allowed) => {
      const plan = planOf(made, allowed);
      if (plan === null) return;
      const told = plan.steps.flatMap(({ action }) => (action.kind === 'attestation-provenance' ? action.items.map((item) => item.suggestion) : []));
      const documents = plan.steps.filter(({ action }) => action.kind === 'file-note');
      const listed = made.decisions.filter((d) => d.choice.kind !== 'defer').map((d) => d.suggestion.id);
      expect(documents.length === 1 || listed.every((id) => told.includes(id))).toBe(true);
      expect(documents.length > 0 && told.length > 0).toBe(false);
    }), { numRuns: 300 });
  });

  it('a claim is numbered from 1 without gaps or repeated codes, and no line goes two ways', () => {
    fc.assert(fc.property(world, (made) => {
      for (const { action } of planOf(made, generic)?.steps ?? []) {
        if (action.kind !== 'create-claim' && action.kind !== 'update-claim') continue;
        expect(action.diagnoses.map((d) => d.sequence)).toEqual(action.diagnoses.map((_, index) => index + 1));
        const was = action.diagnoses.flatMap((d) => d.was);
        expect(new Set(was).size).toBe(was.length);
        const codes = action.diagnoses.map((d) => d.diagnosis?.code);
        expect(new Set(codes).size).toBe(codes.length);
      }
    }), { numRuns: 300 });
  });

  it('a proposed draft never becomes the draft of the visit with a code that is neither charted nor countersigned', () => {
    fc.assert(fc.property(world, fc.uniqueArray(code, { minLength: 1 }), (made, drafted) => {
      const on = { ...made.chart, claims: [claim('k9', drafted, { proposed: true })] };
      const settled = on.conditions.filter((c) => c.verificationStatus === 'confirmed' && c.encounter === ENCOUNTER && c.categories.includes('encounter-diagnosis')).map((c) => c.codings[0]?.code);
      const signed = made.decisions.flatMap(({ choice: chosen, suggestion: { code: own } }) => (chosen.kind === 'accept' ? [own] : chosen.kind === 'modify' ? [chosen.code] : []));
      const billed = (planOf({ ...made, chart: on }, generic)?.steps ?? []).flatMap(({ action }) => (action.kind === 'update-claim' ? action.diagnoses.map((d) => d.diagnosis?.code) : []));
      expect(billed.filter((one) => ![...settled, ...signed].includes(one))).toEqual([]);
    }), { numRuns: 300 });
  });

  it('rejected decisions alone write nothing but provenance, where nobody proposed anything', () => {
    fc.assert(fc.property(world, (made) => {
      const on = { ...made.chart, conditions: made.chart.conditions.map((c) => ({ ...c, machineAsserted: false })) };
      const decisions = made.decisions.map((d) => ({ ...d, choice: { kind: 'reject', reason: 'other' } as const }));
      expect(planOf({ chart: on, decisions }, generic)?.steps.map((s) => s.action.kind)).toEqual(['attestation-provenance']);
    }));
  });
});

describe('roles', () => {
  const role = fc.constantFrom(...roleNames);
  const PURPOSES: Record<Role, readonly WritePlan['purpose'][]> = {
    clinician: ['countersign', 'propose', 'cancel-proposal', 'anchor'], cdi: ['propose', 'cancel-proposal', 'anchor'], coder: ['propose', 'cancel-proposal', 'anchor'], auditor: ['anchor'], unknown: ['anchor'],
  };
  const confirming: readonly WriteAction['kind'][] = [
    'create-condition', 'recode-condition', 'withdraw-condition', 'release-condition', 'create-claim', 'update-claim', 'update-encounter', 'attestation-provenance',
  ];

  /** All that a proposer may change: the unconfirmed Condition that they recorded with a proposal goes when they cancel it. */
  const isOwnWithdrawn = (plan: WritePlan, { kind, ...action }: WriteAction): boolean => plan.purpose === 'cancel-proposal' && kind === 'withdraw-condition'
    && 'reason' in action && action.reason === 'proposal-declined' && 'condition' in action && action.condition.reference === 'Condition/c1' && action.condition.version === '1';

  it('no plan of anybody but a clinician confirms anything, or changes or removes what somebody else recorded, in any EHR, whatever forged its parts', () => {
    fc.assert(fc.property(world, profile, policy, role, (made, allowed, decides, as) => {
      const plans = plansOf(made, allowed, decides, as);
      const confirmed = plans.flatMap((plan) => plan.steps.filter((s) => confirming.includes(s.action.kind) && !isOwnWithdrawn(plan, s.action)));
      expect(as === 'clinician' ? [] : confirmed).toEqual([]);
      expect(plans.filter(({ purpose }) => purpose === 'propose').flatMap(({ steps }) => steps.filter(({ action }) => confirming.includes(action.kind)))).toEqual([]);
      expect(PURPOSES[as]).toEqual(expect.arrayContaining(plans.map((plan) => plan.purpose)));
    }), { numRuns: 400 });
  });

  it('cancelling withdraws a Condition only unconfirmed, marked, of the proposed code, of this encounter alone, and recorded by the very person who cancels', () => {
    const recorded = fc.record({
      code, categories, verificationStatus: fc.constantFrom('confirmed', 'provisional', 'unconfirmed', 'differential', 'refuted', null), encounter: fc.constantFrom(ENCOUNTER, 'Encounter/e0', null),
      machineAsserted: fc.boolean(), recorder: fc.constantFrom('Practitioner/coder', 'Practitioner/dr', null), version: fc.constantFrom('1', null),
    });
    fc.assert(fc.property(recorded, code, profile, ({ version, code: charted, ...row }, proposedCode, allowed) => {
      const fact = proposalFact(proposedCode, { condition: 'Condition/c1' });
      const on = chart({ conditions: [condition('c1', charted, { ...row, source: { reference: 'Condition/c1', version } })], proposals: [fact] });
      const plan = planCancel({ task: fact.source, proposalFact: fact, who: { reference: 'Practitioner/coder', name: 'X', role: 'coder' }, at: SIGNED_AT, id: 'x', chart: on, profile: allowed });
      const withdrawn = plan.steps.filter((s) => s.action.kind !== 'answer-proposal');
      const isTheirs = charted === proposedCode && row.machineAsserted && row.recorder === 'Practitioner/coder' && version === '1' && row.encounter === ENCOUNTER
        && (row.verificationStatus === 'unconfirmed' || row.verificationStatus === 'provisional') && row.categories.join() === 'encounter-diagnosis';
      expect(withdrawn.every((s) => isOwnWithdrawn(plan, s.action) && s.to === 'ehr') && withdrawn.length <= (isTheirs ? 1 : 0)).toBe(true);
      if (isTheirs && allowed.name === 'generic' && allowed.update.includes('Condition') && allowed.update.includes('Task')) expect(withdrawn).toHaveLength(1);
      expect(unsound(plan, allowed)).toEqual([]);
    }), { numRuns: 600 });
  });

  it('nobody cancels what somebody else proposed', () => {
    fc.assert(fc.property(profile, role, fc.constantFrom('Practitioner/x', 'Practitioner/coder'), (allowed, as, reference) => {
      const plan = planned(() => cancelBy({ reference, name: 'X', role: as }, allowed));
      expect(plan !== null).toBe(reference === 'Practitioner/coder' && (as === 'clinician' || as === 'cdi' || as === 'coder'));
    }));
  });
});

describe('preflight and plan', () => {
  it('never disagree on how an action ends', () => {
    const acts: readonly Act[] = ['add-encounter-diagnosis', 'add-problem', 'specify', 'remove', 'propose', 'draft-claim', 'attestation', 'anchor-log'];
    fc.assert(fc.property(profile, policy, (allowed, decides) => {
      const rows = new Map(preflight(allowed, decides).map((row) => [row.action as string, row.ends as string]));
      for (const act of acts) {
        const end = endingOf(act, allowed, decides);
        expect([act, rows.get(act)]).toEqual([act, ['list', 'file', 'activity'].includes(end) ? 'hand' : end]);
      }
    }), { numRuns: 500 });
  });
});

describe('sending', () => {
  it('twice, with any answers lost or refused on the way, never doubles', async () => {
    const fault = fc.record({ at: fc.nat({ max: 25 }), after: fc.boolean(), status: fc.option(fc.constantFrom(403, 409, 412, 429, 500), { nil: null }) });
    await fc.assert(fc.asyncProperty(
      fc.array(fault, { maxLength: 4 }), fc.boolean(), fc.boolean(), fc.boolean(), fc.subarray([...EVERY_ACTION], { minLength: 1 }),
      async (faults, transaction, conditionalCreate, hasClaim, suggestions) => {
        const on = hasClaim ? wardWithClaim : wardWithoutClaim;
        const allowed = { ...generic, transaction, conditionalCreate };
        const server = new FakeFhir({ conditionalCreate });
        fill(server, on);
        for (const { at, after, status } of faults) {
          let seen = 0;
          server.fail(() => (seen += 1) > at, status === null ? { kind: 'lost', fault: 'network', after } : { kind: 'status', status, after: after && status >= 500 });
        }
        const writer = createWriter(server, allowed, () => SIGNED_AT);
        const plan = planFor(on, allowed, suggestions);
        for (let round = 0; round < 6; round += 1) {
          const receipts = await writer.send(plan, () => undefined, new AbortController().signal);
          expect(receipts.map((r) => r.step)).toEqual(plan.steps.map((s) => s.id));
        }
        server.heal();
        const last = await writer.send(plan, () => undefined, new AbortController().signal);
        expect(last.every((r) => r.outcome === 'written')).toBe(true);
        const creates = plan.steps.filter((s) => s.action.kind.startsWith('create') || s.action.kind.endsWith('provenance')).length;
        const existing = 3 + (hasClaim ? 1 : 0);
        expect(server.all('Condition').length + server.all('Claim').length + server.all('Provenance').length).toBe(existing + creates);
        for (const { action } of plan.steps) {
          const target = 'condition' in action ? action.condition : 'claim' in action ? action.claim : 'encounter' in action ? action.encounter : null;
          expect(target === null ? 2 : server.versions(target.reference)).toBe(2);
        }
      },
    ), { numRuns: 150 });
  });
});
