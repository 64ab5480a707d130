import type { Provenance, Resource } from 'fhir/r4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttestedItem, Choice, SignedItem, Source, StepId, SuggestionId, WriteStep } from '../../../src/domain/model/index.ts';
import { decode } from '../../../src/fhir/decode/index.ts';
import { fromCompanion, toCompanion } from '../../../src/fhir/encode/companion.ts';
import { encode } from '../../../src/fhir/encode/index.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT, doctor, generic } from '../../support/writing.ts';

const EHR = 'https://ehr.test/fhir';
const COMPANION = 'https://companion.test/fhir';
const accept: Choice = { kind: 'accept', target: 'encounter-diagnosis' };
const note: Source = { reference: 'DocumentReference/n1', version: '3' };

const item = (code: string, choice: Choice, more: Partial<AttestedItem> = {}): AttestedItem => ({
  suggestion: `s-${code}` as SuggestionId, action: 'add', code, from: null, choice, evidence: [`sha256:${code}`], ...more,
});

interface Part { readonly id: string; readonly items: readonly AttestedItem[]; readonly wrote?: Source; readonly corrects?: readonly string[]; readonly at?: string }

function signed({ id, items, wrote, corrects = [], at = SIGNED_AT }: Part): Provenance {
  const step: WriteStep = {
    id: 's' as StepId, key: `key-${id}`, to: 'ehr', handOver: null, after: [], says: '',
    action: { kind: 'attestation-provenance', of: wrote === undefined ? [] : ['w' as StepId], statement: 'I reviewed the items listed here.', items, seen: [note], corrects },
  };
  const encoding = encode(step);
  if (encoding.kind !== 'create') throw new Error('A Provenance is created.');
  const plan = { purpose: 'countersign' as const, event: 'a1', who: doctor, at, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '5' }, mode: 'single' as const, steps: [], cannot: [] };
  return { ...(encoding.resource({ plan, profile: generic, written: () => wrote ?? null }) as Provenance), id };
}

function read(...resources: readonly unknown[]) {
  const reads = [{ kind: 'Provenance' as const, query: 'target', status: 'read' as const, count: resources.length, why: null }];
  return decode({ base: EHR, patient: PATIENT, encounter: ENCOUNTER, resources: resources as Resource[], attachments: [], reads, readAt: SIGNED_AT });
}

const items = (...resources: readonly unknown[]): readonly SignedItem[] => read(...resources).signed;
const condition = (id: string, encounter: string | null) => ({ resourceType: 'Condition', id, ...(encounter === null ? {} : { encounter: { reference: encounter } }) });

describe('what was signed is read back', () => {
  it.each<[string, AttestedItem, Partial<SignedItem>]>([
    ['accepted', item('I10', accept), { action: 'add', code: 'I10', from: null, choice: { kind: 'accept', code: 'I10', target: 'encounter-diagnosis' } }],
    ['accepted as another code', item('I10', { kind: 'modify', code: 'I11.9', title: 'Hypertensive heart disease', target: 'problem-list-item' }), { code: 'I10', choice: { kind: 'modify', code: 'I11.9', target: 'problem-list-item' } }],
    ['specified', item('E11.22', accept, { action: 'specify', from: 'E11.9' }), { action: 'specify', from: 'E11.9', choice: { kind: 'accept', code: 'E11.22', target: 'encounter-diagnosis' } }],
    ['rejected', item('E66.9', { kind: 'reject', reason: 'evidence-misread', text: 'BMI of the mother' }), { choice: { kind: 'reject', reason: 'evidence-misread' } }],
    ['deferred', item('N18.9', { kind: 'defer', reason: 'ask-colleague' }), { choice: { kind: 'defer', reason: 'ask-colleague' } }],
  ])('%s', (_, one, expected) => {
    expect(items(signed({ id: 'v1', items: [one] }))).toEqual([{
      source: { reference: 'Provenance/v1', version: null }, who: 'Practitioner/dr', whoName: 'Dr. Test Person', at: SIGNED_AT,
      suggestion: one.suggestion, action: 'add', code: one.code, from: null, evidence: one.evidence,
      targets: [{ reference: ENCOUNTER, version: '5' }], seen: [note], corrects: null, choice: null, ...expected,
    }]);
  });

  it('from a server that cuts versions from references', () => {
    const provenance = signed({ id: 'v1', items: [item('I10', accept)], wrote: { reference: 'Condition/c1', version: '2' } });
    const cut = JSON.parse(JSON.stringify(provenance).replaceAll(/\/_history\/\w+/g, '')) as Provenance;
    expect(cut).not.toEqual(provenance);
    expect(items(cut)).toEqual(items(provenance));
    expect(items(cut)[0]).toMatchObject({ targets: [{ reference: 'Condition/c1', version: '2' }], seen: [note] });
  });

  it('newest first, whatever time zone a server writes', () => {
    const parts = [
      signed({ id: 'v1', items: [item('A00', accept)], at: '2026-11-20T10:00:00-06:00' }),
      signed({ id: 'v2', items: [item('B00', accept)], at: '2026-11-20T15:30:00Z' }),
      signed({ id: 'v3', items: [item('C00', accept)], at: '2026-11-20T11:00:00-06:00' }),
    ];
    expect(items(...parts).map((one) => one.code)).toEqual(['C00', 'A00', 'B00']);
  });
});

describe('one attestation, one item for each suggestion', () => {
  const I10 = item('I10', accept);
  const E11 = item('E11.22', accept, { action: 'specify', from: 'E11.9' });
  const parts = [
    signed({ id: 'v2', items: [I10], wrote: { reference: 'Condition/c1', version: '1' } }),
    signed({ id: 'v1', items: [E11], wrote: { reference: 'Condition/c2', version: '4' } }),
    signed({ id: 'v3', items: [I10, E11], wrote: { reference: 'Claim/k1', version: '2' } }),
    signed({ id: 'v4', items: [item('E66.9', { kind: 'reject', reason: 'other' })] }),
  ];

  it('with everything that was written for it, in whatever order the parts come', () => {
    const found = items(...parts);
    expect(found.map((one) => [one.code, one.source.reference, one.targets.map((t) => t.reference)])).toEqual([
      ['E11.22', 'Provenance/v1', ['Condition/c2', 'Claim/k1']],
      ['I10', 'Provenance/v2', ['Condition/c1', 'Claim/k1']],
      ['E66.9', 'Provenance/v4', [ENCOUNTER]],
    ]);
    expect(items(...parts.toReversed())).toEqual(found);
  });

  it('signed again later is another item', () => {
    expect(items(signed({ id: 'v1', items: [I10] }), signed({ id: 'v2', items: [I10], at: '2026-11-21T10:00:00Z' })).map((one) => one.source.reference)).toEqual(['Provenance/v2', 'Provenance/v1']);
  });

  it('also where a part of it stands on the companion server', () => {
    const places = { ehr: EHR, companion: COMPANION };
    const beside = { ...fromCompanion(toCompanion({ ...signed({ id: 'v9', items: [I10], wrote: { reference: `${COMPANION}/Claim/k9`, version: '1' } }), recorded: '2026-11-20T16:15:00Z' }, places, ENCOUNTER), places), id: `${COMPANION}/Provenance/v9` };
    expect(items(parts[0], beside)).toMatchObject([{ code: 'I10', targets: [{ reference: 'Condition/c1' }, { reference: `${COMPANION}/Claim/k9` }], who: 'Practitioner/dr' }]);
  });
});

describe('a correction names the event that it corrects', () => {
  it.each([['Provenance/v1'], [`${COMPANION}/Provenance/v1`], ['device:a0']])('%s', (event) => {
    expect(items(signed({ id: 'v2', items: [item('I10', accept)], corrects: [event] }))[0]?.corrects).toBe(event);
  });

  it('each its own, where one Provenance corrects several', () => {
    const before = [signed({ id: 'v1', items: [item('I10', accept)], at: '2026-11-19T10:00:00Z' }), signed({ id: 'v2', items: [item('E66.9', { kind: 'reject', reason: 'other' })], at: '2026-11-18T10:00:00Z' })];
    const after = signed({ id: 'v3', items: [item('E66.9', accept), item('I10', accept, { suggestion: 'other' as SuggestionId, action: 'remove' }), item('J45', accept)], corrects: ['Provenance/v1', 'Provenance/v2'] });
    const found = items(...before, after).filter((one) => one.source.reference === 'Provenance/v3');
    expect(Object.fromEntries(found.map((one) => [one.code, one.corrects]))).toEqual({ 'E66.9': 'Provenance/v2', I10: 'Provenance/v1', J45: null });
  });
});

describe('only what was signed on this encounter', () => {
  const on = (reference: string) => signed({ id: 'v1', items: [item('I10', accept)], wrote: { reference, version: '1' } });
  it.each<[string, readonly unknown[], number]>([
    ['a diagnosis of this visit', [condition('c1', ENCOUNTER), on('Condition/c1')], 1],
    ['a diagnosis of another visit', [condition('c1', 'Encounter/e2'), on('Condition/c1')], 0],
    ['a diagnosis that names no visit, among this one\'s', [condition('c1', null), { resourceType: 'Encounter', id: 'e1', diagnosis: [{ condition: { reference: 'Condition/c1' } }] }, on('Condition/c1')], 1],
    ['a claim line of another visit', [{ resourceType: 'Claim', id: 'k1', status: 'draft', item: [{ sequence: 1, encounter: [{ reference: 'Encounter/e2' }] }] }, on('Claim/k1')], 0],
    ['another visit itself', [on('Encounter/e2')], 0],
    ['a Condition that names no visit, by someone who read a note of another', [condition('c1', null), { resourceType: 'DocumentReference', id: 'n1', context: { encounter: [{ reference: 'Encounter/e2' }] }, content: [] }, on('Condition/c1')], 0],
    ['what names no visit at all', [condition('c1', null), on('Condition/c1')], 1],
    ['the companion server, which was asked for this visit', [{ ...on('Condition/c1'), id: `${COMPANION}/Provenance/v1` }], 1],
  ])('on %s', (_, resources, count) => { expect(items(...resources)).toHaveLength(count); });
});

describe('a Provenance that is not as we write it', () => {
  const whole = signed({ id: 'v1', items: [item('I10', accept)] });
  const change = (name: string, more: object) => ({ ...whole, extension: whole.extension?.map((e) => ({ ...e, ...(e.extension === undefined ? {} : { extension: e.extension.map((inner) => (inner.url === name ? { url: name, ...more } : inner)) }) })) });

  it.each<[string, unknown]>([
    ['another choice', change('choice', { valueCode: 'maybe' })], ['no suggestion', change('suggestion', {})], ['a code that is a number', change('code', { valueString: 5 })],
    ['another action', change('action', { valueCode: 'erase' })], ['another target', change('target', { valueCode: 'billing' })], ['evidence that is no text', change('evidence', { valueString: {} })],
  ])('with %s is left out, and its kind is partly read', (_, odd) => {
    const chart = read(odd, signed({ id: 'v2', items: [item('J45', accept)] }));
    expect(chart.signed.map((one) => one.code)).toEqual(['J45']);
    expect(chart.reads).toMatchObject([{ status: 'partial', why: expect.stringContaining('1 of 2') as string }]);
  });

  it.each<[string, unknown]>([
    ['without a statement', { ...whole, extension: whole.extension?.slice(1) }],
    ['without a verifier: software does not sign', { ...whole, agent: [{ type: { coding: [{ code: 'assembler' }] }, who: { display: 'Somebody' } }] }],
    ['of another system', { resourceType: 'Provenance', id: 'v1', target: [{ reference: ENCOUNTER }], recorded: SIGNED_AT, agent: [{ who: { reference: 'Practitioner/x' } }] }],
  ])('%s is no attestation, and stays a provenance', (_, other) => {
    const chart = read(other);
    expect(chart.signed).toEqual([]);
    expect(chart.provenances).toHaveLength(1);
    expect(chart.reads[0]?.status).toBe('read');
  });

  it('is left out where its very kind is no text', () => {
    expect(items({ ...whole, resourceType: { toString: '' } })).toEqual([]);
  });

  it('never stops the reading, whatever stands in it', () => {
    const names = Object.keys(whole) as (keyof Provenance)[];
    fc.assert(fc.property(fc.constantFrom(...names), fc.anything(), fc.integer({ min: 0, max: 7 }), fc.boolean(), (name, junk, at, inDecision) => {
      const odd = inDecision
        ? { ...whole, extension: whole.extension?.map((e) => ({ ...e, extension: e.extension?.map((inner, index) => (index === at ? { ...inner, ...(typeof junk === 'object' ? junk : { valueString: junk, valueCode: junk }) } : inner)) })) }
        : { ...whole, [name]: junk };
      expect(read(odd).signed.length).toBeLessThanOrEqual(1);
    }), { numRuns: 2000 });
  });
});
