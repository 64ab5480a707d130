import { describe, expect, it } from 'vitest';
import type { Chart, ServerProfile, Suggestion, WritePlan, WriteStep } from '../../../../src/domain/model/index.ts';
import { planWrites } from '../../../../src/domain/writeback/index.ts';
import {
  ENCOUNTER, accept, actionsOf, attested, chart, claim, condition, decided, generic, removal, specified, stepOf, suggestion,
} from '../../../support/writing.ts';

function plan(suggestions: readonly Suggestion[], on: Chart = chart(), profile: ServerProfile = generic): WritePlan {
  return planWrites({ attestation: attested(suggestions.map((s) => decided(s, accept, on))), chart: on, profile });
}
function keysOf(attestation: string): readonly string[] {
  return planWrites({ attestation: attested([decided(suggestion('add', 'I10'))], attestation), chart: chart(), profile: generic }).steps.map((s) => s.key);
}
const handed = (made: WritePlan): readonly WriteStep[] => made.steps.filter((s) => s.to === 'hand');
const codes = (diagnoses: readonly { readonly diagnosis: { readonly code: string } | null }[]) => diagnoses.map((d) => d.diagnosis?.code ?? null);

describe('adding', () => {
  it('makes an encounter diagnosis, starts a draft claim, names it on the encounter, and records both provenances', () => {
    const made = plan([suggestion('add', 'I10')]);
    expect(made.mode).toBe('transaction');
    expect(made.cannot).toEqual([]);
    expect(made.steps.map((s) => s.action.kind)).toEqual([
      'create-condition', 'create-claim', 'update-encounter', 'machine-provenance', 'attestation-provenance', 'attestation-provenance', 'attestation-provenance',
    ]);
    const added = stepOf(made, 'create-condition');
    const [, claimed, encountered] = made.steps.map((s) => s.id);
    expect(made.steps.map((s) => s.after)).toEqual([[], [added], [added], [added], [added], [claimed], [encountered]]);
    expect(actionsOf(made, 'update-encounter')).toMatchObject([{ add: [{ step: added }], drop: [] }]);
    expect(actionsOf(made, 'create-claim')).toMatchObject([{ serviced: '2026-11-20', coverage: 'Coverage/c1', diagnoses: [{ sequence: 1, was: [], diagnosis: { code: 'I10' } }] }]);
    expect(made.steps[0]?.says).toBe('Add I10 Title of I10 to this encounter');
  });

  it('goes to the problem list alone when that was chosen', () => {
    const on = suggestion('add', 'I10');
    const made = planWrites({ attestation: attested([decided(on, { kind: 'accept', target: 'problem-list-item' })]), chart: chart(), profile: generic });
    expect(made.steps.map((s) => s.action.kind)).toEqual(['create-condition', 'machine-provenance', 'attestation-provenance']);
    expect(actionsOf(made, 'create-condition')[0]?.target).toBe('problem-list-item');
  });

  it('goes to the problem list once', () => {
    const target = { target: 'problem-list-item' } as const;
    const decisions = [decided(suggestion('add', 'I10'), { kind: 'accept', ...target }), decided(suggestion('add', 'I15.9'), { kind: 'modify', code: 'I10', title: 'Hypertension', ...target })];
    const made = planWrites({ attestation: attested(decisions), chart: chart(), profile: generic });
    expect(actionsOf(made, 'create-condition')).toHaveLength(1);
    const listed = chart({ conditions: [condition('c1', 'I10', { categories: ['problem-list-item'] })] });
    expect(planWrites({ attestation: attested(decisions), chart: listed, profile: generic }).cannot[0]?.why).toContain('on the problem list already');
  });

  it('writes the code that the person chose instead', () => {
    const on = suggestion('add', 'E11.9');
    const made = planWrites({ attestation: attested([decided(on, { kind: 'modify', code: 'E11.22', title: 'With kidney complication', target: 'encounter-diagnosis' })]), chart: chart(), profile: generic });
    expect(actionsOf(made, 'create-condition')[0]?.diagnosis).toEqual({ code: 'E11.22', title: 'With kidney complication' });
    expect(actionsOf(made, 'attestation-provenance')[0]?.items).toMatchObject([{ code: 'E11.9', choice: { kind: 'modify', code: 'E11.22' } }]);
  });

  it('does not double what stands in the chart, with or without the dot', () => {
    const made = plan([suggestion('add', 'E11.22')], chart({ conditions: [condition('c1', 'E1122')] }));
    expect(actionsOf(made, 'create-condition')).toEqual([]);
    expect(made.cannot).toEqual([{ says: 'Add E11.22 Title of E11.22', why: expect.stringContaining('nothing is written twice') }]);
  });

  it('confirms a colleague\'s proposal in place', () => {
    const proposal = condition('c1', 'I10', { verificationStatus: 'unconfirmed', machineAsserted: true });
    const made = plan([suggestion('add', 'I10')], chart({ conditions: [proposal] }));
    expect(actionsOf(made, 'create-condition')).toEqual([]);
    expect(actionsOf(made, 'recode-condition')).toMatchObject([{ condition: proposal.source, from: 'I10', diagnosis: { code: 'I10' } }]);
    expect(actionsOf(made, 'update-encounter')).toMatchObject([{ add: [{ condition: 'Condition/c1' }] }]);
  });
});

describe('specifying', () => {
  const unspecific = condition('c1', 'E11.9');

  it('changes the encounter diagnosis in place', () => {
    const made = plan([specified('E11.9', 'E11.22', unspecific)], chart({ conditions: [unspecific] }));
    expect(actionsOf(made, 'recode-condition')).toMatchObject([{ condition: unspecific.source, from: 'E11.9', diagnosis: { code: 'E11.22' } }]);
    expect(actionsOf(made, 'update-encounter')).toEqual([]);
  });

  it('leaves a Condition of both categories on the problem list: a new one for the encounter, then the old one is released', () => {
    const both = condition('c1', 'E11.9', { categories: ['problem-list-item', 'encounter-diagnosis'] });
    const on = chart({ conditions: [both], encounter: { ...chart().encounter, diagnoses: ['Condition/c1'] } });
    const made = plan([specified('E11.9', 'E11.22', both)], on);
    const added = stepOf(made, 'create-condition');
    expect(actionsOf(made, 'recode-condition')).toEqual([]);
    expect(actionsOf(made, 'release-condition')).toEqual([{ kind: 'release-condition', condition: both.source, code: 'E11.9', reason: null }]);
    expect(made.steps.find((s) => s.action.kind === 'release-condition')?.after).toEqual([added]);
    expect(actionsOf(made, 'update-encounter')).toMatchObject([{ add: [{ step: added }], drop: ['Condition/c1'] }]);
  });

  it('a Condition on the problem list alone stays as it is', () => {
    const problem = condition('c1', 'E11.9', { categories: ['problem-list-item'] });
    const made = plan([specified('E11.9', 'E11.22', problem)], chart({ conditions: [problem] }));
    expect(made.steps.map((s) => s.action.kind).slice(0, 1)).toEqual(['create-condition']);
    expect(actionsOf(made, 'release-condition')).toEqual([]);
    expect(made.cannot[0]?.why).toContain('never changed by implication');
  });

  it('of two entries of one code, the one that stands for the encounter alone is changed, and the other is named', () => {
    const both = condition('c2', 'E11.9', { categories: ['encounter-diagnosis', 'problem-list-item'] });
    const made = plan([suggestion('specify', 'E11.22', { from: 'E11.9', charted: [both.source, unspecific.source] })], chart({ conditions: [unspecific, both] }));
    expect(actionsOf(made, 'recode-condition').map((a) => a.condition.reference)).toEqual(['Condition/c1']);
    expect(made.cannot).toEqual([]);
    expect(made.steps.filter((s) => s.to === 'hand')).toMatchObject([{
      action: { kind: 'release-condition', condition: both.source, code: 'E11.9', reason: null }, handOver: { by: 'list' }, says: expect.stringContaining('more than once') as string,
    }]);
  });

  it('one unspecific entry that becomes two: the first changes it, the second is added', () => {
    const on = chart({ conditions: [unspecific], claims: [claim('k1', ['E11.9'])], encounter: { ...chart().encounter, diagnoses: ['Condition/c1'] } });
    const made = plan([specified('E11.9', 'E11.22', unspecific), specified('E11.9', 'E11.42', unspecific)], on);
    expect(actionsOf(made, 'update-encounter')).toMatchObject([{ add: [{ step: stepOf(made, 'create-condition') }], drop: [] }]);
    expect(actionsOf(made, 'recode-condition')).toHaveLength(1);
    expect(actionsOf(made, 'create-condition')).toMatchObject([{ diagnosis: { code: 'E11.42' } }]);
    expect(codes(actionsOf(made, 'update-claim')[0]?.diagnoses ?? [])).toEqual(['E11.22', 'E11.42']);
  });
});

describe('removing', () => {
  it.each([
    'only-negated', 'only-family', 'only-other-person', 'resolved', 'uncertain-outpatient', 'not-mentioned', 'superseded-note',
  ] as const)('%s withdraws the encounter diagnosis, from claim and encounter too', (reason) => {
    const charted = condition('c1', 'J44.9');
    const on = chart({ conditions: [charted], claims: [claim('k1', ['I10', 'J44.9'])], encounter: { ...chart().encounter, diagnoses: ['Condition/c1'] } });
    const made = plan([removal('J44.9', reason, charted)], on);
    expect(actionsOf(made, 'withdraw-condition')).toEqual([{ kind: 'withdraw-condition', condition: charted.source, code: 'J44.9', reason }]);
    expect(actionsOf(made, 'update-claim')).toMatchObject([{ diagnoses: [{ sequence: 1, was: [1], diagnosis: { code: 'I10' } }] }]);
    expect(actionsOf(made, 'update-encounter')).toMatchObject([{ add: [], drop: ['Condition/c1'] }]);
    expect(actionsOf(made, 'machine-provenance')).toMatchObject([{ reason }]);
  });

  it('a Condition of both categories loses only the encounter', () => {
    const both = condition('c1', 'J44.9', { categories: ['encounter-diagnosis', 'problem-list-item'] });
    const made = plan([removal('J44.9', 'only-negated', both)], chart({ conditions: [both] }));
    expect(actionsOf(made, 'withdraw-condition')).toEqual([]);
    expect(actionsOf(made, 'release-condition')).toEqual([{ kind: 'release-condition', condition: both.source, code: 'J44.9', reason: 'only-negated' }]);
  });

  it('another encounter\'s diagnosis is not touched', () => {
    const other = condition('c1', 'J44.9', { encounter: 'Encounter/e0' });
    const made = plan([removal('J44.9', 'only-negated', other)], chart({ conditions: [other] }));
    expect(made.steps.map((s) => s.says)).toEqual(['Record your decision on: J44.9']);
    expect(made.cannot).toEqual([{ says: 'Remove J44.9', why: 'It belongs to another encounter.' }]);
  });

  it('another encounter\'s diagnosis that this encounter lists leaves the list, and stays as it is', () => {
    const other = condition('c1', 'J44.9', { encounter: 'Encounter/e0' });
    const made = plan([removal('J44.9', 'only-negated', other)], chart({ conditions: [other], encounter: { ...chart().encounter, diagnoses: ['Condition/c1'] } }));
    expect(actionsOf(made, 'withdraw-condition')).toEqual([]);
    expect(actionsOf(made, 'update-encounter')).toMatchObject([{ add: [], drop: ['Condition/c1'] }]);
  });

  it('does not start a claim', () => {
    const charted = condition('c1', 'J44.9');
    expect(actionsOf(plan([removal('J44.9', 'only-negated', charted)], chart({ conditions: [charted, condition('c2', 'I10')] })), 'create-claim')).toEqual([]);
  });
});

describe('the draft claim', () => {
  it('is updated where one exists, with the rest kept in order and the pointers told where they went', () => {
    const charted = condition('c1', 'J44.9');
    const on = chart({ conditions: [charted], claims: [claim('k1', ['J44.9', 'I10', 'E11.9'])] });
    const made = plan([removal('J44.9', 'only-negated', charted), specified('E11.9', 'E11.22', condition('c3', 'E11.9')), suggestion('add', 'N18.31')], on);
    expect(actionsOf(made, 'create-claim')).toEqual([]);
    expect(actionsOf(made, 'update-claim')[0]?.diagnoses.map((d) => [d.sequence, d.was, d.diagnosis?.code])).toEqual([
      [1, [2], 'I10'], [2, [3], 'E11.22'], [3, [], 'N18.31'],
    ]);
  });

  it('two lines that become one code become one line, and both pointers follow', () => {
    const on = chart({ claims: [claim('k1', ['E11.22', 'I10', 'E11.9'])] });
    const made = plan([specified('E11.9', 'E11.22', condition('c1', 'E11.9'))], on);
    expect(actionsOf(made, 'update-claim')[0]?.diagnoses.map((d) => [d.sequence, d.was, d.diagnosis?.code])).toEqual([[1, [1, 3], 'E11.22'], [2, [2], 'I10']]);
  });

  it('is found by its day where its items name no encounter', () => {
    const dated = claim('k1', ['I10'], { encounters: [], serviced: [{ start: '2026-11-20', end: '2026-11-20' }] });
    const other = claim('k0', ['I10'], { encounters: [], serviced: [{ start: '2026-10-01', end: '2026-10-01' }] });
    expect(actionsOf(plan([suggestion('add', 'E66.811')], chart({ claims: [other, dated] })), 'update-claim').map((a) => a.claim.reference)).toEqual(['Claim/k1']);
  });

  it.each([
    ['cancelled', { status: 'cancelled' }], ['a preauthorization', { use: 'preauthorization' }], ['another encounter\'s', { encounters: ['Encounter/e0'] }],
  ])('a claim that is %s is left alone', (_, more) => {
    const made = plan([suggestion('add', 'E66.811')], chart({ claims: [claim('k1', ['I10'], more)] }));
    expect(actionsOf(made, 'update-claim')).toEqual([]);
    expect(actionsOf(made, 'create-claim')).toHaveLength(1);
  });

  it('is not started beside a claim that was submitted: the visit would be billed twice', () => {
    const made = plan([suggestion('add', 'E66.811')], chart({ claims: [claim('k1', ['I10'], { status: 'active' })] }));
    expect(actionsOf(made, 'update-claim')).toEqual([]);
    expect(handed(made)).toMatchObject([{ says: 'Pass the changed diagnoses on to billing: E66.811', handOver: { by: 'list', to: 'billing', why: expect.stringContaining('was submitted already') as string } }]);
  });

  it('that bills another visit too is changed by hand, and no second one is started', () => {
    const charted = condition('c1', 'J44.9');
    const shared = claim('k1', ['J44.9', 'I10'], { encounters: [ENCOUNTER, 'Encounter/e0'] });
    const made = plan([removal('J44.9', 'only-negated', charted), suggestion('add', 'E66.811')], chart({ conditions: [charted], claims: [shared] }));
    expect(made.steps.map((s) => s.action.kind)).not.toContain('create-claim');
    expect(handed(made)).toMatchObject([{ says: 'Update the draft claim: I10, E66.811', handOver: { by: 'list', why: expect.stringContaining('another visit too') as string } }]);
  });

  it.each([['finished', 'hand'], ['cancelled', 'ehr']])('found by its day alone, while another visit of that day is %s, it is changed by: %s', (status, to) => {
    const dated = claim('k1', ['I10'], { encounters: [], serviced: [{ start: '2026-11-20', end: '2026-11-20' }] });
    const other = { ...chart().encounter, source: { reference: 'Encounter/e0', version: '1' }, status, start: '2026-11-20T15:00:00-06:00', end: '2026-11-20T16:00:00-06:00' };
    const made = plan([suggestion('add', 'E66.811')], chart({ claims: [dated], otherEncounters: [other] }));
    expect(made.steps.filter((s) => s.action.kind.endsWith('claim'))).toMatchObject([{ action: { kind: 'update-claim' }, to }]);
    expect(made.steps.some((s) => s.handOver?.why.includes('another one on its day'))).toBe(to === 'hand');
  });

  it('keeps a line in another code system as it stands, and never calls its code ICD-10-CM', () => {
    const snomed = { sequence: 1, coding: { system: 'http://snomed.info/sct', code: '44054006', display: null }, condition: null };
    const made = plan([suggestion('add', 'I10')], chart({ claims: [claim('k1', [], { diagnoses: [snomed] })] }));
    expect(codes(actionsOf(made, 'update-claim')[0]?.diagnoses ?? [])).toEqual([null, 'I10']);
  });

  it('a new one lists what is charted first, in the encounter\'s order, and only what is settled', () => {
    const on = chart({
      conditions: [condition('c1', 'I10'), condition('c2', 'E78.5'), condition('c3', 'R07.9', { verificationStatus: 'provisional' }), condition('c4', 'J44.9', { verificationStatus: 'refuted' })],
      encounter: { ...chart().encounter, diagnoses: ['Condition/c2', 'Condition/c1'] },
    });
    expect(codes(actionsOf(plan([suggestion('add', 'E66.811')], on), 'create-claim')[0]?.diagnoses ?? [])).toEqual(['E78.5', 'I10', 'E66.811']);
  });

  it('names a diagnosis that is charted twice once', () => {
    const twice = chart({ conditions: [condition('c1', 'I10'), condition('c2', 'I10')] });
    expect(codes(actionsOf(plan([suggestion('add', 'E66.811')], twice), 'create-claim')[0]?.diagnoses ?? [])).toEqual(['I10', 'E66.811']);
  });

  it('is not started where the claims were not wholly read: unread is not empty', () => {
    for (const status of ['partial', 'denied', 'failed'] as const) {
      const on = chart({ reads: [{ kind: 'Claim', query: '', status, count: 0, why: '' }, { kind: 'Condition', query: '', status: 'read', count: 0, why: null }] });
      const made = plan([suggestion('add', 'I10')], on);
      expect(handed(made)).toMatchObject([{ action: { kind: 'create-claim' }, handOver: { by: 'list', why: expect.stringContaining('not wholly read') as string } }]);
    }
  });

  it('is a file for billing where the EHR has no claims at all, so that there is none to double', () => {
    const on = chart({ reads: [{ kind: 'Claim', query: '', status: 'not-asked', count: 0, why: '' }, { kind: 'Condition', query: '', status: 'read', count: 0, why: null }] });
    const without = { ...generic, create: generic.create.filter((kind) => kind !== 'Claim'), update: generic.update.filter((kind) => kind !== 'Claim') };
    expect(handed(plan([suggestion('add', 'I10')], on, without))).toMatchObject([{ action: { kind: 'create-claim' }, handOver: { by: 'file', to: 'billing' } }]);
    expect(handed(plan([suggestion('add', 'I10')], on))).toMatchObject([{ handOver: { by: 'list', why: expect.stringContaining('not wholly read') as string } }]);
  });

  it('keeps a line whose code could not be read', () => {
    const odd = claim('k1', [], { diagnoses: [{ sequence: 1, coding: null, condition: 'Condition/unread' }] });
    expect(codes(actionsOf(plan([suggestion('add', 'I10')], chart({ claims: [odd] })), 'update-claim')[0]?.diagnoses ?? [])).toEqual([null, 'I10']);
  });

  it('says so where no coverage is on record', () => {
    const made = plan([suggestion('add', 'I10')], chart({ coverages: [] }));
    expect(actionsOf(made, 'create-claim')[0]?.coverage).toBeNull();
    expect(made.steps.find((s) => s.action.kind === 'create-claim')?.says).toContain('no coverage was found');
  });
});

describe('rejected items', () => {
  it('write nothing but their mention in the countersignature', () => {
    const made = planWrites({ attestation: attested([decided(suggestion('add', 'E66.811'), { kind: 'reject', reason: 'not-addressed-this-visit' })]), chart: chart(), profile: generic });
    expect(made.steps.map((s) => s.action)).toMatchObject([{ kind: 'attestation-provenance', of: [], items: [{ code: 'E66.811', choice: { kind: 'reject', reason: 'not-addressed-this-visit' } }] }]);
    expect(made.steps[0]?.says).toBe('Record your decision on: E66.811 (rejected)');
  });
});

it('a procedure code is no diagnosis', () => {
  const made = plan([suggestion('add', '99214', { system: 'cpt' })]);
  expect(made.steps.map((s) => s.action.kind)).not.toContain('create-condition');
  expect(actionsOf(made, 'create-claim')).toMatchObject([{ diagnoses: [], services: [{ code: '99214' }] }]);
});

describe('the plan as a whole', () => {
  it('has the same keys each time for one countersignature, others for another', () => {
    expect(keysOf('a1')).toEqual(keysOf('a1'));
    expect(new Set([...keysOf('a1'), ...keysOf('a2')]).size).toBe(14);
    expect(keysOf('a1').every((k) => /^[0-9a-f]{64}$/.test(k))).toBe(true);
  });

  it('refuses another patient\'s chart', () => {
    const other = chart({ patient: { ...chart().patient, source: { reference: 'Patient/p2', version: '1' } } });
    expect(() => planWrites({ attestation: attested([decided(suggestion('add', 'I10'))]), chart: other, profile: generic })).toThrow('another patient or encounter');
  });

  it.each(['cdi', 'coder', 'auditor', 'unknown'] as const)('refuses a countersignature of the role %s, whatever made it', (role) => {
    const forged = { ...attested([decided(suggestion('add', 'I10'))]), who: { reference: 'Practitioner/x', name: 'X', role } };
    expect(() => planWrites({ attestation: forged, chart: chart(), profile: generic })).toThrow('not a clinician');
  });

  it('names the versions that were looked at', () => {
    const made = plan([suggestion('add', 'I10')]);
    expect(actionsOf(made, 'attestation-provenance')[0]?.seen).toEqual([{ reference: 'DocumentReference/n1', version: '1' }]);
    expect(made.encounter.reference).toBe(ENCOUNTER);
  });
});
