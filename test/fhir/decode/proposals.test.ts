import type { Resource, Task } from 'fhir/r4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteId } from '../../../src/domain/model/index.ts';
import type { Evidence, Person, ProposalFact, ProposedItem, StepId, WriteAction, WritePlan, WriteStep } from '../../../src/domain/model/index.ts';
import { decode } from '../../../src/fhir/decode/index.ts';
import { fromCompanion, toCompanion } from '../../../src/fhir/encode/companion.ts';
import { encode } from '../../../src/fhir/encode/index.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT, doctor, generic } from '../../support/writing.ts';

const EHR = 'https://ehr.test/fhir';
const COMPANION = 'https://companion.test/fhir';
const coder: Person = { reference: 'Practitioner/cdi', name: 'Casey Coder', role: 'cdi' };
const quote: Evidence = { kind: 'quote', document: 'DocumentReference/n1', version: '3', note: noteId('DocumentReference/n1', 1), start: 14, end: 50, quote: 'Type 2 diabetes with kidney disease.', marks: [] };
const result: Evidence = { kind: 'fact', resource: 'Observation/o1', version: '2', code: '4548-4', label: 'Hemoglobin A1c', date: '2026-11-01' };
const searched: Evidence = { kind: 'searched', what: ['insulin'], kinds: ['MedicationRequest'], from: null, through: '2026-11-20', found: 0 };

const item: ProposedItem = {
  action: 'specify', code: 'E11.22', title: 'Type 2 diabetes mellitus with diabetic chronic kidney disease', from: 'E11.9', target: 'encounter-diagnosis', reason: null,
  charted: [{ reference: 'Condition/c1', version: '2' }, { reference: 'Claim/k1', version: null }],
  rules: [{ id: 'with', version: '1.2.0', authority: 'ICD-10-CM Guidelines FY2027 I.A.15', because: 'The two are linked by "with".' }],
  evidence: [quote, result, searched],
};
const removal: ProposedItem = { ...item, action: 'remove', from: null, reason: 'only-negated', title: '', rules: [], evidence: [], charted: [] };

function plan(who: Person, at = SIGNED_AT): WritePlan {
  return { purpose: 'propose', event: 'p1', who, at, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' }, mode: 'single', steps: [], cannot: [] };
}

const written = (id: StepId) => (id === 'condition' ? { reference: 'Condition/new', version: '1' } : { reference: 'Claim/new', version: '1' });
const step = (action: WriteAction): WriteStep => ({ id: 's' as StepId, key: 'k', action, to: 'ehr', handOver: null, after: [], says: '' });

function proposed(of: ProposedItem, links = true): Task {
  const encoding = encode(step({ kind: 'propose-item', item: of, conditionStep: links ? 'condition' as StepId : null, claimStep: links ? 'claim' as StepId : null, owners: ['Practitioner/dr'] }));
  if (encoding.kind !== 'create') throw new Error('A proposal is created.');
  return { ...(encoding.resource({ plan: plan(coder), profile: generic, written }) as Task), id: 't1' };
}

function answered(task: Task, answer: 'accepted' | 'declined' | 'cancelled', reason: 'evidence-misread' | null = null, text: string | null = null): Task {
  const encoding = encode(step({ kind: 'answer-proposal', task: { reference: 'Task/t1', version: '1' }, answer, reason, text }));
  if (encoding.kind !== 'update') throw new Error('A proposal is answered in place.');
  return encoding.change(task, { plan: plan(doctor, '2026-11-21T08:00:00-06:00'), profile: generic, written }).resource as Task;
}

function read(...resources: readonly unknown[]) {
  const reads = [{ kind: 'Task' as const, query: 'patient', status: 'read' as const, count: resources.length, why: null }];
  return decode({ base: EHR, patient: PATIENT, encounter: ENCOUNTER, resources: resources as Resource[], attachments: [], reads, readAt: SIGNED_AT });
}

const proposals = (...tasks: readonly unknown[]): readonly ProposalFact[] => read(...tasks).proposals;

describe('a proposal comes back as it was sent', () => {
  it('with its code, its evidence by place, and what came with it', () => {
    const { evidence: _, ...sent } = item;
    expect(proposals({ ...proposed(item), meta: { versionId: '4' } })).toEqual([{
      source: { reference: 'Task/t1', version: '4' }, status: 'open', proposer: 'Practitioner/cdi', proposerName: 'Casey Coder', at: SIGNED_AT, encounter: ENCOUNTER,
      item: sent,
      quotes: [{ document: 'DocumentReference/n1', attachment: 1, version: '3', start: 14, end: 50, hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string }],
      facts: [{ reference: 'Observation/o1', version: '2' }],
      condition: 'Condition/new', claim: 'Claim/new', answer: null,
    }]);
  });

  it('as a Task alone, and without words of the note', () => {
    const task = proposed(removal, false);
    expect(proposals(task)).toMatchObject([{ item: { action: 'remove', reason: 'only-negated', from: null, title: '', rules: [] }, condition: null, claim: null, quotes: [] }]);
    expect(JSON.stringify(proposed(item))).not.toContain('Type 2 diabetes with kidney');
  });

  it('also from a server that keeps no codes of others', () => {
    const task = proposed(item);
    const bare = { ...task, input: task.input?.map((input) => ({ ...input, type: { text: input.type.text } })) };
    expect(proposals(bare)).toEqual(proposals(task));
  });

  it('from the companion server, where it names the EHR\'s resources by logical references', () => {
    const stored = toCompanion({ ...proposed(item, false), focus: { reference: `${COMPANION}/Condition/x` } }, { ehr: EHR, companion: COMPANION }, ENCOUNTER);
    expect(stored.for).toEqual({ type: 'Patient', identifier: { system: EHR, value: PATIENT } });
    const back = { ...fromCompanion(stored, { ehr: EHR, companion: COMPANION }), id: `${COMPANION}/Task/t1` };
    const [here] = proposals(proposed(item, false));
    expect(proposals(back)).toEqual([{ ...here, source: { reference: `${COMPANION}/Task/t1`, version: null }, condition: `${COMPANION}/Condition/x` }]);
  });
});

describe('what became of it', () => {
  it.each([
    ['accepted', answered(proposed(item), 'accepted'), { status: 'accepted', answer: { who: 'Practitioner/dr', at: '2026-11-21T08:00:00-06:00', reason: null, text: null } }],
    ['declined with a reason', answered(proposed(item), 'declined', 'evidence-misread', 'CKD is not diabetic.'), { status: 'declined', answer: { who: 'Practitioner/dr', reason: 'evidence-misread', text: 'CKD is not diabetic.' } }],
    ['taken back', answered(proposed(item), 'cancelled'), { status: 'cancelled', answer: { who: 'Practitioner/dr', reason: null } }],
    ['ticked off in the EHR\'s task list: nobody countersigned', { ...proposed(item), status: 'completed', lastModified: '2026-11-22' }, { status: 'cancelled', answer: { who: null, at: '2026-11-22', reason: null, text: null } }],
    ['rejected in the EHR\'s task list', { ...proposed(item), status: 'rejected', statusReason: { text: 'No.' } }, { status: 'declined', answer: { who: null, reason: null, text: 'No.' } }],
    ['accepted as work, not as a diagnosis', { ...proposed(item), status: 'accepted' }, { status: 'open', answer: null }],
    ['put on hold', { ...proposed(item), status: 'on-hold' }, { status: 'open', answer: null }],
  ])('%s', (_, task, fact) => { expect(proposals(task)).toMatchObject([fact]); });
});

describe('a Task that is not as we write it', () => {
  it.each(['G0439', '99214', 'Odessa Whitlock', 'I10<script>', '', 'E11.22.3'])('with "%s" for a code is left out: whoever countersigns it would sign no diagnosis', (code) => {
    const odd = proposed({ ...item, code });
    expect(proposals(odd, { ...proposed(removal), id: 't2' }).map(({ source }) => source.reference)).toEqual(['Task/t2']);
    expect(proposals(proposed({ ...item, from: code }), { ...proposed(removal), id: 't2' }).map(({ source }) => source.reference)).toEqual(['Task/t2']);
  });

  const task = proposed(item);
  const without = (name: string) => ({ ...task, input: task.input?.filter((input) => input.type.text !== name) });
  const inPlaceOf = (name: string, more: object) => ({ ...task, input: task.input?.map((input) => (input.type.text === name ? { type: input.type, ...more } : input)) });

  it.each<[string, unknown]>([
    ['no action', without('action')], ['no code', without('code')], ['no target', without('target')], ['another action', inPlaceOf('action', { valueCode: 'delete' })],
    ['a code that is a number', inPlaceOf('code', { valueCoding: { code: 5 } })], ['a quote without a place', inPlaceOf('quote', {})],
    ['a reason that nobody knows', { ...task, input: [...(task.input ?? []), { type: { text: 'reason' }, valueCoding: { code: 'because' } }] }],
    ['inputs that are no list', { ...task, input: { type: { text: 'action' } } }], ['no status', { ...task, status: undefined }],
  ])('with %s is left out, and its kind is partly read', (_, odd) => {
    const chart = read(odd, { ...proposed(removal), id: 't2' });
    expect(chart.proposals.map((p) => p.source.reference)).toEqual(['Task/t2']);
    expect(chart.reads).toMatchObject([{ kind: 'Task', status: 'partial', why: expect.stringContaining('1 of 2') as string }]);
  });

  it.each<[string, unknown]>([
    ['of another code', { ...task, code: { coding: [{ system: 'https://other.test', code: 'proposal' }] } }],
    ['of no code', { ...task, code: undefined }], ['with a code in words', { ...task, code: { text: 'proposal' } }],
  ])('%s is somebody else\'s task', (_, other) => {
    const chart = read(other);
    expect(chart.proposals).toEqual([]);
    expect(chart.tasks).toHaveLength(1);
    expect(chart.reads[0]?.status).toBe('read');
  });

  it('never stops the reading, whatever stands in it', () => {
    const names = Object.keys(task) as (keyof Task)[];
    fc.assert(fc.property(fc.constantFrom(...names), fc.anything(), fc.boolean(), (name, junk, inInput) => {
      const odd = inInput ? { ...task, input: [{ ...task.input?.[0], ...(typeof junk === 'object' ? junk : { valueCode: junk }) }, ...(task.input ?? []).slice(1)] } : { ...task, [name]: junk };
      const chart = read(odd);
      expect(chart.proposals.length).toBeLessThanOrEqual(1);
    }), { numRuns: 2000 });
  });
});
