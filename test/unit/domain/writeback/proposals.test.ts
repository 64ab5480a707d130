import { describe, expect, it } from 'vitest';
import type { Chart, Choice, ConditionFact, Policy, Proposal, Role, ServerProfile, Suggestion, WritePlan } from '../../../../src/domain/model/index.ts';
import { DEFAULT_POLICY } from '../../../../src/domain/model/index.ts';
import { evidenceDigest } from '../../../../src/domain/review/index.ts';
import { planAnchor, planCancel, planProposal, planWrites } from '../../../../src/domain/writeback/index.ts';
import { HEAD } from '../../../support/endings.ts';
import {
  ENCOUNTER, PATIENT, SIGNED_AT, accept, actionsOf, attested, chart, claim, coder, companion, complete, condition, decided, doctor, epic, generic, note, oracle, proposalFact, proposed,
  proposedCard, quote, removal, signedItem, specified, stepOf, suggestion,
} from '../../../support/writing.ts';

const taskOnly: Policy = { ...DEFAULT_POLICY, proposals: 'task-only' };
const reject: Choice = { kind: 'reject', reason: 'not-clinically-valid', text: ' no echo yet ' };

function propose(suggestions: readonly Suggestion[], on: Chart = chart(), profile: ServerProfile = complete, policy: Policy = DEFAULT_POLICY): WritePlan {
  return planProposal({ proposal: proposed(suggestions.map((s) => decided(s, accept, on)), on), chart: on, profile, policy });
}
const shape = (made: WritePlan) => made.steps.map((s) => [s.action.kind, s.to]);

describe('a coder proposes', () => {
  it('an addition: unconfirmed Condition, draft claim marked as proposed, Task, the software\'s evidence', () => {
    const made = propose([suggestion('add', 'I10')], chart({ conditions: [condition('c9', 'E78.5')] }));
    expect(shape(made)).toEqual([['propose-condition', 'ehr'], ['propose-claim', 'ehr'], ['propose-item', 'ehr'], ['machine-provenance', 'ehr']]);
    expect(made).toMatchObject({ purpose: 'propose', event: 'p1', who: coder, cannot: [], mode: 'transaction' });
    const [conditionStep, claimStep] = made.steps.map((s) => s.id);
    expect(actionsOf(made, 'propose-claim')[0]?.diagnoses.map((d) => [d.diagnosis?.code, d.link])).toEqual([['E78.5', { condition: 'Condition/c9' }], ['I10', { step: conditionStep }]]);
    expect(actionsOf(made, 'propose-item')).toMatchObject([{ item: { action: 'add', code: 'I10', from: null, reason: null }, conditionStep, claimStep, owners: ['Practitioner/dr'] }]);
    expect(made.steps.map((s) => s.after)).toEqual([[], [conditionStep], [conditionStep], [conditionStep]]);
  });

  it('a specification or removal: a Task alone, since nothing unconfirmed touches a charted diagnosis', () => {
    const charted = [condition('c1', 'E11.9'), condition('c2', 'J44.9')] as const;
    const made = propose([specified('E11.9', 'E11.22', charted[0]), removal('J44.9', 'only-negated', charted[1])], chart({ conditions: charted }));
    expect(shape(made)).toEqual([['propose-item', 'ehr'], ['propose-item', 'ehr']]);
    expect(actionsOf(made, 'propose-item').map(({ item }) => [item.action, item.code, item.from, item.reason, item.charted])).toEqual([
      ['specify', 'E11.22', 'E11.9', null, [charted[0].source]], ['remove', 'J44.9', null, 'only-negated', [charted[1].source]],
    ]);
  });

  it('Tasks alone, where the site wants no unconfirmed diagnoses in portals', () => {
    expect(shape(propose([suggestion('add', 'I10')], chart(), complete, taskOnly))).toEqual([['propose-item', 'ehr']]);
  });

  it('no procedure or visit code: it is no diagnosis, and would stand as one', () => {
    const made = propose([suggestion('add', 'G0439', { system: 'hcpcs' }), suggestion('add', '99214', { system: 'cpt' })]);
    expect(made.steps).toEqual([]);
    expect(made.cannot).toMatchObject([{ says: 'Propose: G0439 Title of G0439', why: expect.stringContaining('not a diagnosis') as string }, { says: 'Propose: 99214 Title of 99214' }]);
  });

  it('a problem: a Task alone, since nothing unconfirmed goes on the problem list', () => {
    const proposal = proposed([decided(suggestion('add', 'I10'), { kind: 'accept', target: 'problem-list-item' })]);
    expect(shape(planProposal({ proposal, chart: chart(), profile: complete }))).toEqual([['propose-item', 'ehr']]);
  });

  it('another code than the software found; for a removal that makes it a specification', () => {
    const charted = condition('c1', 'E11.9');
    const on = chart({ conditions: [charted] });
    const modify: Choice = { kind: 'modify', code: 'E11.22', title: 'With kidney complication', target: 'encounter-diagnosis' };
    const proposal = proposed([decided(removal('E11.9', 'only-negated', charted), modify, on)], on);
    expect(actionsOf(planProposal({ proposal, chart: on, profile: complete }), 'propose-item')[0]?.item).toMatchObject({ action: 'specify', from: 'E11.9', code: 'E11.22', title: 'With kidney complication', reason: null });
  });

  it.each([
    ['a draft', chart({ claims: [claim('k1', ['E11.9'])] }), null],
    ['a proposed draft', chart({ claims: [claim('k1', ['E11.9'], { proposed: true })] }), null],
    ['a submitted claim', chart({ claims: [claim('k1', ['E11.9'], { status: 'active' })] }), 'submitted already'],
    ['claims that were not wholly read', chart({ reads: [{ kind: 'Claim', query: '', status: 'partial', count: 1, why: '' }, { kind: 'Condition', query: '', status: 'read', count: 0, why: null }] }), 'not wholly read'],
  ])('no claim beside %s', (_, on, why) => {
    const made = propose([suggestion('add', 'I10')], on);
    expect(actionsOf(made, 'propose-claim')).toEqual([]);
    expect(actionsOf(made, 'propose-item')).toMatchObject([{ claimStep: null }]);
    expect(made.cannot.map((c) => c.why)).toEqual(why === null ? [] : [expect.stringContaining(why)]);
  });

  it.each(['Practitioner/coder', 'Practitioner/other'])('nothing that is proposed already, by %s', (proposer) => {
    const made = propose([suggestion('add', 'I10'), suggestion('add', 'E66.811')], chart({ proposals: [proposalFact('I10', { proposer, proposerName: 'A. Colleague' })] }));
    expect(actionsOf(made, 'propose-item').map((a) => a.item.code)).toEqual(['E66.811']);
    expect(made.cannot).toEqual([{ says: 'Propose: Add I10 Title of I10', why: 'It is proposed already, by A. Colleague, and waits for a clinician.' }]);
  });

  it.each(['accepted', 'declined', 'cancelled'] as const)('again, what was %s before', (status) => {
    expect(actionsOf(propose([suggestion('add', 'I10')], chart({ proposals: [proposalFact('I10', { status })] })), 'propose-item')).toHaveLength(1);
  });

  it('not what a clinician rejected, unless there is new evidence', () => {
    const on = suggestion('add', 'I10');
    const rejected = (evidence: readonly string[]) => chart({ signed: [signedItem(on, { choice: { kind: 'reject', reason: 'evidence-misread' }, evidence })] });
    const same = propose([on], rejected([evidenceDigest(quote)]));
    expect([same.steps, same.cannot.map((c) => c.why)]).toEqual([[], [expect.stringContaining('rejected it on this evidence')]]);
    expect(actionsOf(propose([on], rejected([evidenceDigest({ ...quote, document: 'DocumentReference/n0' } as typeof quote)])), 'propose-item')).toHaveLength(1);
  });

  it('not what stands, and not two items for one code', () => {
    const modify: Choice = { kind: 'modify', code: 'I10', title: 'Hypertension', target: 'encounter-diagnosis' };
    const twice = proposed([decided(suggestion('add', 'I10')), decided(suggestion('add', 'I15.9'), modify)]);
    expect(planProposal({ proposal: twice, chart: chart(), profile: complete }).cannot.map((c) => c.why)).toEqual(['Another item of this proposal asks for the same.']);
    const standing = propose([suggestion('add', 'I10')], chart({ conditions: [condition('c1', 'I10')] }));
    expect([standing.steps, standing.cannot.map((c) => c.why)]).toEqual([[], ['It stands in the record already.']]);
  });

  it('no second unconfirmed Condition where one waits', () => {
    const waiting = condition('c1', 'I10', { verificationStatus: 'unconfirmed', machineAsserted: true });
    expect(shape(propose([suggestion('add', 'I10')], chart({ conditions: [waiting] })))).toEqual([['propose-claim', 'ehr'], ['propose-item', 'ehr']]);
  });

  it('to Oracle Health: an unconfirmed Condition and a document, or a Task on the companion server', () => {
    const alone = propose([suggestion('add', 'I10')], chart(), oracle);
    expect(shape(alone)).toEqual([['propose-condition', 'ehr'], ['file-note', 'ehr'], ['machine-provenance', 'ehr']]);
    expect(alone.cannot.map((c) => c.says)).toEqual(['Start a draft claim, marked as proposed: I10']);
    const both = propose([suggestion('add', 'I10')], chart(), { ...oracle, companion });
    expect(shape(both)).toEqual([['propose-condition', 'ehr'], ['propose-claim', 'companion'], ['propose-item', 'companion'], ['machine-provenance', 'ehr']]);
  });

  it('to Epic: one document that lists all items and says that nothing is confirmed', () => {
    const made = propose([suggestion('add', 'I10'), suggestion('add', 'E66.811')], chart(), epic);
    expect(shape(made)).toEqual([['file-note', 'ehr']]);
    expect(actionsOf(made, 'file-note')[0]).toMatchObject({ purpose: 'proposal', title: expect.stringMatching(/^Countersign record/) as string });
    const text = actionsOf(made, 'file-note')[0]?.text ?? '';
    expect(text).toMatch(/^Countersign record.*\nProposed by Coder Test Person/);
    expect(text).toContain('Nothing here is confirmed');
    expect(text).toContain('1. Add I10 Title of I10\n');
    expect(text).toContain('2. Add E66.811 Title of E66.811\n');
    expect(text).not.toContain('lisinopril');
  });

  it('evidence of a note that became sensitive since stays out', () => {
    const proposal = proposed([decided(suggestion('add', 'I10'))]);
    const labelled = chart({ notes: [{ ...note('n1', 'Hypertension, at goal on lisinopril.'), sensitivity: ['ETH'] }] });
    const made = planProposal({ proposal, chart: labelled, profile: complete });
    expect([...actionsOf(made, 'propose-item').map((a) => a.item.evidence), ...actionsOf(made, 'propose-condition').map((a) => a.evidence), ...actionsOf(made, 'machine-provenance').map((a) => a.evidence)]).toEqual([[], [], []]);
  });

  it('has the same keys each time', () => {
    expect(propose([suggestion('add', 'I10')]).steps.map((s) => s.key)).toEqual(propose([suggestion('add', 'I10')]).steps.map((s) => s.key));
  });

  const of = (role: Role): Proposal => ({ ...proposed([decided(suggestion('add', 'I10'))]), who: { ...coder, role } });

  it.each(['auditor', 'unknown'] as const)('is refused to the role %s, whatever made the proposal', (role) => {
    expect(() => planProposal({ proposal: of(role), chart: chart(), profile: complete })).toThrow('of nobody who may propose');
  });

  it('of a clinician, who sends a colleague what takes two persons, confirms no more than a coder\'s', () => {
    const kinds = (role: Role): readonly string[] => planProposal({ proposal: of(role), chart: chart(), profile: complete }).steps.map(({ action }) => action.kind);
    expect(kinds('clinician')).toEqual(kinds('coder'));
  });

  it('is refused for another patient\'s chart', () => {
    const other = chart({ patient: { ...chart().patient, source: { reference: 'Patient/p2', version: '1' } } });
    expect(() => planProposal({ proposal: proposed([decided(suggestion('add', 'I10'))]), chart: other, profile: complete })).toThrow('another patient or encounter');
  });
});

describe('a clinician answers a proposal', () => {
  const waiting = condition('c1', 'I10', { verificationStatus: 'unconfirmed', machineAsserted: true });
  const draft = claim('k1', ['E78.5', 'I10', 'E66.811'], { proposed: true });
  const fact = proposalFact('I10', { condition: 'Condition/c1', claim: 'Claim/k1' });
  const on = chart({ conditions: [waiting, condition('c2', 'E78.5')], claims: [draft], proposals: [fact] });
  const answer = (choice: Choice, at: Chart = on, profile: ServerProfile = complete) =>
    planWrites({ attestation: attested([decided(proposedCard(fact), choice, at)]), chart: at, profile });

  it('accepting confirms the Condition in place, takes the draft claim over, and closes the Task after them', () => {
    const made = answer(accept);
    expect(actionsOf(made, 'create-condition')).toEqual([]);
    expect(actionsOf(made, 'create-claim')).toEqual([]);
    expect(actionsOf(made, 'recode-condition')).toMatchObject([{ condition: waiting.source, from: 'I10', diagnosis: { code: 'I10' } }]);
    expect(actionsOf(made, 'answer-proposal')).toEqual([{ kind: 'answer-proposal', task: fact.source, answer: 'accepted', reason: null, text: null }]);
    expect(made.steps.find((s) => s.action.kind === 'answer-proposal')?.after).toEqual([stepOf(made, 'recode-condition')]);
  });

  it('the claim keeps what is charted or countersigned; what is still only proposed leaves it with its mark', () => {
    expect(actionsOf(answer(accept), 'update-claim')[0]?.diagnoses.map((d) => [d.diagnosis?.code, d.was])).toEqual([['E78.5', [1]], ['I10', [2]]]);
  });

  it('another code: the proposed Condition gets it, and the proposer is told', () => {
    const made = answer({ kind: 'modify', code: 'I11.9', title: 'Hypertensive heart disease', target: 'encounter-diagnosis' });
    expect(actionsOf(made, 'recode-condition')).toMatchObject([{ condition: waiting.source, from: 'I10', diagnosis: { code: 'I11.9' } }]);
    expect(actionsOf(made, 'answer-proposal')).toMatchObject([{ answer: 'accepted', text: 'Countersigned as I11.9 Hypertensive heart disease' }]);
    expect(actionsOf(made, 'update-claim')[0]?.diagnoses.map((d) => d.diagnosis?.code)).toEqual(['E78.5', 'I11.9']);
  });

  it('declining withdraws the Condition, takes the code off the proposed claim, and gives the reason', () => {
    const made = answer(reject);
    expect(actionsOf(made, 'withdraw-condition')).toEqual([{ kind: 'withdraw-condition', condition: waiting.source, code: 'I10', reason: 'proposal-declined' }]);
    expect(actionsOf(made, 'update-claim')[0]?.diagnoses.map((d) => d.diagnosis?.code)).toEqual(['E78.5']);
    expect(actionsOf(made, 'answer-proposal')).toMatchObject([{ answer: 'declined', reason: 'not-clinically-valid', text: 'no echo yet' }]);
    expect(actionsOf(made, 'machine-provenance')).toEqual([]);
    expect(actionsOf(made, 'attestation-provenance').map((a) => a.items.map((i) => i.choice.kind))).toEqual([['reject'], ['reject']]);
  });

  it('declining never touches a draft that nobody proposed', () => {
    const charted = chart({ conditions: [waiting], claims: [claim('k1', ['I10'])], proposals: [fact] });
    expect(actionsOf(answer(reject, charted), 'update-claim')).toEqual([]);
  });

  it('a removal alone leaves a proposed draft as it is', () => {
    const charted = condition('c2', 'E78.5');
    const made = planWrites({ attestation: attested([decided(removal('E78.5', 'only-negated', charted), accept, on)]), chart: on, profile: complete });
    expect(actionsOf(made, 'update-claim')).toEqual([]);
  });

  it('beside another draft of the visit the proposed one is discarded by hand, since nothing is deleted', () => {
    const both = chart({ conditions: [waiting], claims: [claim('k2', ['E11.9']), draft], proposals: [fact] });
    const claims = answer(accept, both).steps.filter((s) => s.action.kind === 'update-claim');
    expect(claims.map((s) => [s.to, s.action.kind === 'update-claim' ? s.action.claim.reference : ''])).toEqual([['ehr', 'Claim/k2'], ['hand', 'Claim/k1']]);
  });

  it('on the problem list alone: the unconfirmed entry leaves the encounter', () => {
    const made = answer({ kind: 'accept', target: 'problem-list-item' });
    expect(made.steps.map((s) => s.action.kind).slice(0, 2)).toEqual(['create-condition', 'withdraw-condition']);
    expect(actionsOf(made, 'answer-proposal')).toMatchObject([{ answer: 'accepted' }]);
  });

  it('of what stands meanwhile: nothing is doubled, and the unconfirmed entry goes', () => {
    const standing = chart({ conditions: [waiting, condition('c3', 'I10')], proposals: [fact] });
    const made = answer(accept, standing);
    expect(actionsOf(made, 'withdraw-condition').map((a) => a.condition)).toEqual([waiting.source]);
    expect([actionsOf(made, 'create-condition'), actionsOf(made, 'recode-condition'), actionsOf(made, 'machine-provenance')]).toEqual([[], [], []]);
  });

  it('a Condition that somebody confirmed since is not withdrawn', () => {
    const confirmed = chart({ conditions: [{ ...waiting, verificationStatus: 'confirmed' }], proposals: [fact] });
    expect(actionsOf(answer(reject, confirmed), 'withdraw-condition')).toEqual([]);
  });

  it.each(['reject', 'accept'] as const)('a Task that points to a diagnosis of another code, whoever is still weighing it, does not reach it: %s', (kind) => {
    const weighed = condition('c2', 'J18.9', { verificationStatus: 'differential' });
    const astray = proposalFact('I10', { condition: 'Condition/c2' });
    const other = chart({ conditions: [weighed], proposals: [astray] });
    const made = planWrites({ attestation: attested([decided(proposedCard(astray), kind === 'reject' ? reject : accept, other)]), chart: other, profile: complete });
    expect([actionsOf(made, 'withdraw-condition'), actionsOf(made, 'recode-condition')]).toEqual([[], []]);
    expect(actionsOf(made, 'create-condition').map((a) => a.diagnosis.code)).toEqual(kind === 'accept' ? ['I10'] : []);
  });

  it.each([
    ['a clinician recorded it', 'Practitioner/dr', 0], ['the proposer recorded it', coder.reference, 1], ['nobody knows who recorded it', null, 1],
  ] as const)('where the EHR dropped our marks and %s: declining withdraws the Condition that the Task points to, or leaves what is not the proposer\'s', (_, recorder, withdrawn) => {
    const unmarked = chart({ conditions: [{ ...waiting, recorder, machineAsserted: false }], proposals: [fact] });
    expect(actionsOf(answer(reject, unmarked), 'withdraw-condition')).toHaveLength(withdrawn);
    expect(actionsOf(answer(accept, unmarked), 'recode-condition').map((a) => a.condition)).toEqual([waiting.source]);
  });

  it('where the EHR writes its own recorder, our mark tells what came with the proposal', () => {
    const marked = chart({ conditions: [{ ...waiting, recorder: 'Practitioner/interface' }], proposals: [fact] });
    expect(actionsOf(answer(reject, marked), 'withdraw-condition').map((a) => a.condition)).toEqual([waiting.source]);
  });

  it('rejecting a code whose unconfirmed Condition no Task tells of withdraws that too', () => {
    const on2 = chart({ conditions: [waiting] });
    const made = planWrites({ attestation: attested([decided(suggestion('add', 'I10'), reject, on2)]), chart: on2, profile: complete });
    expect(actionsOf(made, 'withdraw-condition').map((a) => a.condition)).toEqual([waiting.source]);
  });

  it('on Oracle Health the withdrawal is handed over: it takes no entered-in-error', () => {
    const steps = answer(reject, on, { ...oracle, companion }).steps;
    expect(steps.find((s) => s.action.kind === 'withdraw-condition')).toMatchObject({ to: 'hand', handOver: { by: 'list' } });
    expect(steps.filter((s) => s.action.kind === 'attestation-provenance').every((s) => s.to !== 'hand' && s.after.length === 0)).toBe(true);
  });

  it.each([
    ['the EHR', complete, 'Task/t-I10', 'ehr'], ['the companion server', { ...oracle, companion }, 'https://companion.test/fhir/Task/1', 'companion'],
    ['a person, where the server does not answer', oracle, 'https://companion.test/fhir/Task/1', 'hand'], ['a person, where tasks are not changed', { ...complete, update: [] }, 'Task/t-I10', 'hand'],
  ])('the Task is answered by %s, where it stands', (_, profile, reference, to) => {
    const there = proposalFact('I10', { source: { reference, version: '1' } });
    const made = planWrites({ attestation: attested([decided(proposedCard(there), reject)]), chart: chart({ proposals: [there] }), profile });
    expect(made.steps.find((s) => s.action.kind === 'answer-proposal')?.to).toBe(to);
  });

  it('a proposed removal is carried out, and its Task closed', () => {
    const charted = condition('c1', 'J44.9');
    const asked = proposalFact('J44.9', { item: { action: 'remove', reason: 'only-negated', charted: [charted.source] } });
    const at = chart({ conditions: [charted], proposals: [asked] });
    const made = planWrites({ attestation: attested([decided(proposedCard(asked, { charted: [charted.source], reason: 'only-negated' }), accept, at)]), chart: at, profile: complete });
    expect(made.steps.map((s) => s.action.kind).slice(0, 2)).toEqual(['withdraw-condition', 'answer-proposal']);
  });
});

describe('a coder cancels a proposal', () => {
  const waiting = condition('c1', 'I10', { verificationStatus: 'unconfirmed', machineAsserted: true, recorder: coder.reference });
  const fact = proposalFact('I10', { condition: 'Condition/c1', claim: 'Claim/k1' });
  const on = chart({ conditions: [waiting], claims: [claim('k1', ['I10'], { proposed: true })], proposals: [fact] });
  const cancelling = { task: fact.source, proposalFact: fact, who: coder, at: SIGNED_AT, id: 'x1', chart: on, profile: complete };

  it('its Task is cancelled, then their unconfirmed Condition withdrawn; the claim stays marked as proposed, and that is said', () => {
    const made = planCancel(cancelling);
    expect(made.steps.map((s) => [s.action, s.to, s.after])).toEqual([
      [{ kind: 'answer-proposal', task: fact.source, answer: 'cancelled', reason: null, text: null }, 'ehr', []],
      [{ kind: 'withdraw-condition', condition: waiting.source, code: 'I10', reason: 'proposal-declined' }, 'ehr', [stepOf(made, 'answer-proposal')]],
    ]);
    expect(made.cannot.map((c) => c.says)).toEqual(['Take I10 off the proposed draft claim']);
    expect(made).toMatchObject({ purpose: 'cancel-proposal', event: 'x1', who: coder });
  });

  it('where the EHR takes no answer to a request from this app, nothing is withdrawn behind a step that is left to a person', () => {
    const made = planCancel({ ...cancelling, profile: { ...complete, update: ['Condition'], companion: null } });
    expect(made.steps.filter((s) => s.to !== 'hand')).toEqual([]);
    expect(made.cannot.map((c) => c.says)).toContain('Take the unconfirmed I10 off this encounter');
  });

  it.each<[string, Partial<Chart>, ServerProfile?]>([
    ['that somebody else recorded', { conditions: [{ ...waiting, recorder: 'Practitioner/other' }] }],
    ['of which nobody knows who recorded it', { conditions: [{ ...waiting, recorder: null }] }],
    ['whose version is not known', { conditions: [{ ...waiting, source: { ...waiting.source, version: null } }] }],
    ['that a clinician is weighing', { conditions: [{ ...waiting, verificationStatus: 'differential' }] }],
    ['that somebody put on the encounter\'s own list', { encounter: { ...on.encounter, diagnoses: ['Condition/c1'] } }],
    ['that another open proposal rests on', { proposals: [fact, { ...fact, source: { reference: 'Task/t2', version: '1' }, proposer: 'Practitioner/other' }] }],
    ['where the EHR does not let this app change diagnoses', {}, { ...complete, update: ['Task'] }],
    ['where the EHR takes no entered-in-error', {}, { ...complete, name: 'oracle' }],
  ])('an unconfirmed Condition stays %s, and that is said', (_, more, profile = complete) => {
    const made = planCancel({ ...cancelling, chart: { ...on, ...more }, profile });
    expect(made.steps.map((s) => s.action.kind)).toEqual(['answer-proposal']);
    expect(made.cannot.map((c) => c.says)).toEqual(['Take the unconfirmed I10 off this encounter', 'Take I10 off the proposed draft claim']);
  });

  it.each<[string, Partial<ConditionFact>]>([
    ['confirmed since', { verificationStatus: 'confirmed' }],
    ['not marked as a proposal\'s', { machineAsserted: false }],
    ['of another code', { codings: condition('c1', 'E11.9').codings }],
    ['on the problem list too', { categories: ['encounter-diagnosis', 'problem-list-item'] }],
    ['of another encounter', { encounter: 'Encounter/e0' }],
  ])('no Condition that is %s is touched', (_, more) => {
    const made = planCancel({ ...cancelling, chart: { ...on, conditions: [{ ...waiting, ...more }] } });
    expect(made.steps.map((s) => s.action.kind)).toEqual(['answer-proposal']);
  });

  it('where the Task stands on the companion server, the Condition goes after it', () => {
    const there = { ...fact, source: { reference: 'https://companion.test/fhir/Task/1', version: '1' } };
    const made = planCancel({ ...cancelling, proposalFact: there, task: there.source, chart: { ...on, proposals: [there] }, profile: { ...generic, companion } });
    expect(made.steps.map((s) => [s.action.kind, s.to])).toEqual([['answer-proposal', 'companion'], ['withdraw-condition', 'ehr']]);
  });

  it('on the companion server, where it stands', () => {
    const there = { ...fact, source: { reference: 'https://companion.test/fhir/Task/1', version: '1' } };
    expect(planCancel({ ...cancelling, proposalFact: there, task: there.source, profile: { ...epic, companion } }).steps.map((s) => s.to)).toEqual(['companion']);
  });

  it.each(['accepted', 'declined', 'cancelled'] as const)('not after it was %s', (status) => {
    const made = planCancel({ ...cancelling, proposalFact: { ...fact, status } });
    expect([made.steps, made.cannot.map((c) => c.why)]).toEqual([[], ['It was answered or cancelled already.']]);
  });

  it('never somebody else\'s, never another encounter\'s, never without the role', () => {
    expect(() => planCancel({ ...cancelling, who: { ...coder, reference: 'Practitioner/other' } })).toThrow('Somebody else');
    expect(() => planCancel({ ...cancelling, proposalFact: { ...fact, encounter: 'Encounter/e0' } })).toThrow('another encounter');
    expect(() => planCancel({ ...cancelling, task: { reference: 'Task/other', version: '1' } })).toThrow('another encounter');
    expect(() => planCancel({ ...cancelling, who: { ...coder, role: 'unknown' } })).toThrow('may propose');
  });
});

describe('the anchor of the log', () => {
  const anchor = (profile: ServerProfile, who = doctor) => planAnchor({ head: HEAD, who, at: SIGNED_AT, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' }, profile });

  it('is one step that holds the signed head and nothing of the record', () => {
    expect(anchor(complete)).toMatchObject({ purpose: 'anchor', event: HEAD.hash, mode: 'single', cannot: [], steps: [{ action: { kind: 'anchor-log', head: HEAD }, to: 'ehr', after: [] }] });
  });

  it('as a document it holds the head as JSON on a line of its own', () => {
    const text = actionsOf(anchor(epic), 'file-note')[0]?.text.split('\n') ?? [];
    expect(text[0]).toMatch(/^Countersign record/);
    expect(JSON.parse(text.at(-1) ?? '')).toEqual(HEAD);
  });

  it('stays on the device where nothing takes it, and says so', () => {
    expect(anchor({ ...epic, create: [] })).toMatchObject({ steps: [], cannot: [{ why: expect.stringContaining('stays on this device') as string }] });
  });

  it('has one key a head, whoever anchors it', () => {
    expect(anchor(complete).steps[0]?.key).toBe(anchor(complete, coder).steps[0]?.key);
    const next = planAnchor({ head: { ...HEAD, count: 13 }, who: doctor, at: SIGNED_AT, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' }, profile: complete });
    expect(next.steps[0]?.key).not.toBe(anchor(complete).steps[0]?.key);
  });

  it.each([['a Provenance', complete], ['a document', epic]] as const)('as %s: neither a later head of the log nor another of the same length is taken for one that stands', (_, profile) => {
    const keys = [HEAD, { ...HEAD, count: 13 }, { ...HEAD, hash: 'b'.repeat(64) }].map((head) =>
      planAnchor({ head, who: doctor, at: SIGNED_AT, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' }, profile }).steps[0]?.key);
    expect(new Set(keys).size).toBe(3);
  });
});
