import { describe, expect, it } from 'vitest';
import type { Attestation, Person, Proposal, WritePlan } from '../../../src/domain/model/index.ts';
import type { OutboxEntry } from '../../../src/store/contract.ts';
import { DEFAULT_POLICY } from '../../../src/domain/model/index.ts';
import { sortOut } from '../../../src/app/pending.ts';
import { planCancel, planCancelQuery, planFollowUp, planProposal, planWrites } from '../../../src/domain/writeback/index.ts';
import { fakeChart, fakeEngine, FakeWriter, WHOLE } from '../../support/app-fakes.ts';
import { queryFact } from '../../support/queries.ts';
import { signObesity, start } from './start.ts';
import { SIGNED_AT, attested, chart, coder, complete, condition, decided, doctor, proposalFact, proposed, suggestion } from '../../support/writing.ts';

const where = { patient: 'p1', encounter: 'e1' };
const fact = proposalFact('I10', { condition: 'Condition/c1' });
const unconfirmed = condition('c1', 'I10', { verificationStatus: 'unconfirmed', machineAsserted: true, recorder: coder.reference });
const attestation = attested([decided(suggestion('add', 'I10'))]);
const proposal = proposed([decided(suggestion('add', 'I10'))]);

const entryOf = (plan: WritePlan, sealed: Attestation | Proposal | null): OutboxEntry => ({ id: plan.event as OutboxEntry['id'], ...where, plan, receipts: [], begun: [], at: SIGNED_AT, sealed });
const signed = entryOf(planWrites({ attestation, chart: chart(), profile: complete }), attestation);
const offered = entryOf(planProposal({ proposal, chart: chart(), profile: complete }), proposal);
const cancelled = entryOf(planCancel({ task: fact.source, proposalFact: fact, who: coder, at: SIGNED_AT, id: 'x1', chart: chart({ conditions: [unconfirmed], proposals: [fact] }), profile: complete }), null);
const asked = queryFact();
const takenBack = entryOf(planCancelQuery({ query: asked, who: coder, at: SIGNED_AT, id: 'x2', chart: chart({ queries: [asked] }), profile: complete, closing: { how: 'expired', reason: null } }), null);
const reminded = entryOf(planFollowUp({ query: asked, who: coder, at: SIGNED_AT, id: 'x3', chart: chart({ queries: [asked] }), profile: complete, how: 'remind', policy: DEFAULT_POLICY.queries }), null);

const sorted = (entry: OutboxEntry, user: Person) => sortOut({ entries: [entry], damaged: 0 }, where, user);
const held = (entry: OutboxEntry, user: Person) => { const { here, elsewhere, notices } = sorted(entry, user); return [here.length, elsewhere.length, notices.length]; };

describe('what waits in the outbox is sent as it was made, by whoever made it, or not at all', () => {
  it.each([['a countersignature', signed, doctor], ['a proposal', offered, coder], ['the cancelling of one', cancelled, coder], ['a question taken back', takenBack, coder], ['a reminder', reminded, coder]])('%s, whole', (_, entry, user) => {
    expect(sorted(entry, user).here).toEqual([entry]);
  });

  it.each([['a countersignature', signed, doctor], ['a proposal', offered, coder], ['the cancelling of one', cancelled, coder], ['a question taken back', takenBack, coder], ['a reminder', reminded, coder]])('%s: not by somebody else, and not in another role', (_, entry, user) => {
    expect(held(entry, { ...user, reference: 'Practitioner/other' })).toEqual([0, 0, 1]);
    expect(held(entry, { ...user, role: user.role === 'clinician' ? 'coder' : 'clinician' })).toEqual([0, 0, 1]);
  });

  it.each([['a countersignature', signed, attestation, doctor], ['a proposal', offered, proposal, coder]] as const)('%s: not where its seal does not fit, it is another one\'s, or it is gone', (_, entry, sealed, user) => {
    for (const other of [{ ...sealed, at: '2020-01-01T00:00:00Z' }, { ...sealed, decisions: [] }, null, entry === signed ? proposal : attestation]) expect(held({ ...entry, sealed: other }, user)).toEqual([0, 0, 1]);
    expect(held({ ...entry, id: 'another' as OutboxEntry['id'] }, user)).toEqual([0, 0, 1]);
  });

  it.each([['a countersignature', signed, doctor], ['a proposal', offered, coder], ['the cancelling of one', cancelled, coder], ['a question taken back', takenBack, coder], ['a reminder', reminded, coder]])('%s: not where the plan is of another patient or visit than the entry', (_, entry, user) => {
    expect(held({ ...entry, plan: { ...entry.plan, patient: 'Patient/p2' } }, user)).toEqual([0, 0, 1]);
    expect(held({ ...entry, plan: { ...entry.plan, encounter: { reference: 'Encounter/e2', version: null } } }, user)).toEqual([0, 0, 1]);
  });

  it('nothing is signed on a chart that is another one than was opened, whatever the engine gave', async () => {
    const { patient, encounter } = fakeChart();
    for (const other of [{ patient: { ...patient, source: { reference: 'Patient/p2', version: '1' } } }, { encounter: { ...encounter, source: { reference: 'Encounter/e2', version: '1' } } }]) {
      const writer = new FakeWriter();
      const review = start({ writer: async () => writer, engine: fakeEngine(fakeChart({ reads: WHOLE, ...other })) });
      await signObesity(review);
      expect(review.now()).toMatchObject({ phase: 'countersigning', trouble: expect.stringContaining('another patient or visit') as string });
      expect(writer.sent).toEqual([]);
    }
  });

  it('a cancelling that would do anything else, or an anchor, which never waits here', () => {
    expect(cancelled.plan.steps.map(({ action }) => action.kind)).toEqual(['answer-proposal', 'withdraw-condition']);
    expect(held({ ...cancelled, plan: { ...cancelled.plan, steps: signed.plan.steps } }, coder)).toEqual([0, 0, 1]);
    const otherwise = cancelled.plan.steps.map((step) => (step.action.kind === 'withdraw-condition' ? { ...step, action: { ...step.action, reason: 'not-mentioned' as const } } : step));
    expect(held({ ...cancelled, plan: { ...cancelled.plan, steps: otherwise } }, coder)).toEqual([0, 0, 1]);
    expect(held({ ...cancelled, plan: { ...cancelled.plan, purpose: 'anchor' } }, coder)).toEqual([0, 0, 1]);
  });
});
