import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart, Choice, ConditionCategory, ConditionFact, Decision, DecisionId, RemovalReason, ServerProfile, Suggestion } from '../../src/domain/model/index.ts';
import { attest, currentDecision, currentDecisions, emptyLedger, record, sign, undo } from '../../src/domain/review/index.ts';
import { REMOVAL_STATUS, planWrites } from '../../src/domain/writeback/index.ts';
import { createWriter } from '../../src/fhir/send/index.ts';
import { FakeFhir } from '../support/fake-fhir.ts';
import { EVERY_ACTION, fill, planFor, wardWithClaim, wardWithoutClaim } from '../support/ward.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT, attested, chart, claim, condition, decided, doctor, generic, removal, specified, suggestion } from '../support/writing.ts';

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
const facts = fc.array(fc.record({ code, categories, verificationStatus: fc.constantFrom('confirmed', 'provisional', 'unconfirmed'), encounter: fc.constantFrom(ENCOUNTER, 'Encounter/e0') }), { maxLength: 5 })
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

const profile: fc.Arbitrary<ServerProfile> = fc.record({
  name: fc.constantFrom('generic', 'epic', 'oracle'), transaction: fc.boolean(), conditionalCreate: fc.boolean(), ifMatch: fc.boolean(),
  create: fc.subarray(['Condition', 'Claim', 'Provenance']), update: fc.subarray(['Condition', 'Claim', 'Encounter']), companion: fc.constant(null), activities: fc.constant([]),
});

function planOf({ chart: on, decisions }: { chart: Chart; decisions: readonly Decision[] }, allowed: ServerProfile) {
  const listed = decisions.filter((d) => d.choice.kind !== 'defer');
  return listed.length === 0 ? null : planWrites({ attestation: attested(listed), chart: on, profile: allowed });
}

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
      const changed = (plan?.steps ?? []).flatMap(({ action }) => ('condition' in action ? [{ kind: action.kind, reference: action.condition.reference }] : []));
      for (const { kind, reference } of changed) {
        const fact = made.chart.conditions.find((c) => c.source.reference === reference);
        expect(fact?.encounter).toBe(ENCOUNTER);
        expect(fact?.categories).toContain('encounter-diagnosis');
        expect(kind === 'release-condition').toBe(fact?.categories.includes('problem-list-item'));
      }
      expect(new Set(changed.map((c) => c.reference)).size).toBe(changed.length);
      expect(JSON.stringify(plan?.steps.map((s) => s.action.kind) ?? [])).not.toMatch(/delete/);
    }), { numRuns: 300 });
  });

  it('every step comes after what it builds on, has its own key, and is one that the profile takes', () => {
    fc.assert(fc.property(world, profile, (made, allowed) => {
      const steps = planOf(made, allowed)?.steps ?? [];
      steps.forEach((step, index) => {
        const earlier = new Set(steps.slice(0, index).map((s) => s.id));
        for (const before of step.after) expect(earlier.has(before)).toBe(true);
        const [verb, kind] = step.action.kind.split('-');
        const type = { condition: 'Condition', claim: 'Claim', encounter: 'Encounter', provenance: 'Provenance' }[kind ?? ''];
        expect(verb === 'create' || kind === 'provenance' ? allowed.create : allowed.update).toContain(type);
      });
      expect(new Set(steps.map((s) => s.key)).size).toBe(steps.length);
      expect(new Set(steps.map((s) => s.id)).size).toBe(steps.length);
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

  it('rejected decisions alone write nothing but provenance', () => {
    fc.assert(fc.property(world, (made) => {
      const decisions = made.decisions.map((d) => ({ ...d, choice: { kind: 'reject', reason: 'other' } as const }));
      expect(planOf({ ...made, decisions }, generic)?.steps.map((s) => s.action.kind)).toEqual(['attestation-provenance']);
    }));
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
