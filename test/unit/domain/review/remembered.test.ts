import { describe, expect, it } from 'vitest';
import type { Evidence, FactEvidence, QuoteEvidence, SearchedEvidence, SignedItem, Suggestion } from '../../../../src/domain/model/index.ts';
import { changedSince, evidenceDigest, rememberedRejections } from '../../../../src/domain/review/index.ts';
import { chart, condition, note, proposalFact, proposedCard, quote, signedItem, suggestion } from '../../../support/writing.ts';

const said = quote as QuoteEvidence;
const fact: FactEvidence = { kind: 'fact', resource: 'Observation/o1', version: '1', code: '4548-4', label: 'Hemoglobin A1c', value: 7.1, unit: '%', date: '2026-11-20' };
const searched: SearchedEvidence = { kind: 'searched', what: ['J44', 'COPD'], kinds: ['Condition', 'notes'], from: '2025-11-20', through: '2026-11-20', found: 0 };

describe('evidence is the same', () => {
  it.each<[string, Evidence, Evidence]>([
    ['the same words in a newer version', said, { ...said, version: '2' }],
    ['the same words at another place', said, { ...said, start: 40, end: 76 }],
    ['the same words with another line break', said, { ...said, quote: 'Hypertension,\n  at goal on lisinopril. ' }],
    ['the same result read again, by another name', fact, { ...fact, resource: 'https://ehr.test/fhir/Observation/o9', version: '4', label: 'A1c' }],
    ['the same search on a later day', searched, { ...searched, what: ['COPD', 'J44'], from: null, through: '2026-12-01' }],
  ])('%s', (_, one, other) => {
    expect(evidenceDigest(other)).toBe(evidenceDigest(one));
  });
});

describe('evidence is another', () => {
  it.each<[string, Evidence, Evidence]>([
    ['other words', said, { ...said, quote: 'Hypertension, not at goal on lisinopril.' }],
    ['another document', said, { ...said, document: 'DocumentReference/n2' }],
    ['another value', fact, { ...fact, value: 7.2 }],
    ['another unit', fact, { ...fact, unit: 'mmol/mol' }],
    ['another day', fact, { ...fact, date: '2026-11-21' }],
    ['another code', fact, { ...fact, code: '1558-6' }],
    ['a wider search', searched, { ...searched, kinds: ['Condition', 'Observation', 'notes'] }],
  ])('%s', (_, one, other) => {
    expect(evidenceDigest(other)).not.toBe(evidenceDigest(one));
  });

  it('as SHA-256 in hex, from which no word can be read', () => {
    expect(evidenceDigest(quote)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a rejected item', () => {
  const on = suggestion('add', 'I10');
  const rejected = (more: Partial<SignedItem> = {}, of: Suggestion = on): SignedItem =>
    signedItem(of, { choice: { kind: 'reject', reason: 'evidence-misread' }, evidence: [evidenceDigest(quote)], ...more });

  it('stays away on the evidence that the signer saw', () => {
    expect(rememberedRejections([rejected()], [on, suggestion('add', 'J44.9')])).toEqual({ remembered: new Map([[on.id, rejected()]]), returned: new Set() });
  });

  it('stays away when some of that evidence is gone', () => {
    const item = rejected({ evidence: [evidenceDigest(quote), evidenceDigest(fact)] });
    expect([...rememberedRejections([item], [on]).remembered.keys()]).toEqual([on.id]);
  });

  it('returns on a piece of evidence that the signer had not seen', () => {
    const more = { ...on, evidence: [quote, fact] };
    expect(rememberedRejections([rejected()], [more])).toEqual({ remembered: new Map(), returned: new Set([on.id]) });
  });

  it('returns where it is not known what the signer saw', () => {
    expect([...rememberedRejections([rejected({ evidence: [] })], [on]).returned]).toEqual([on.id]);
  });

  it('that a colleague proposes is shown all the same: somebody waits for the answer', () => {
    const asked = proposedCard(proposalFact('I10'));
    expect(rememberedRejections([rejected({}, asked)], [asked])).toEqual({ remembered: new Map(), returned: new Set() });
  });

  it('the newest signed decision counts', () => {
    const accepted = signedItem(on, { source: { reference: 'Provenance/a2', version: '1' } });
    expect(rememberedRejections([accepted, rejected()], [on]).remembered.size).toBe(0);
    expect(rememberedRejections([rejected({ source: { reference: 'Provenance/a3', version: '1' } }), accepted], [on]).remembered.size).toBe(1);
  });

  it('a later decision that corrects it lifts it, whatever the clocks say', () => {
    const reconsidered = signedItem(on, { source: { reference: 'Provenance/a2', version: '1' }, corrects: 'Provenance/a1' });
    expect(rememberedRejections([rejected(), reconsidered], [on]).remembered.size).toBe(0);
  });

  it('what corrects another item of the same event leaves it as it is', () => {
    const other = signedItem(suggestion('add', 'J44.9'), { source: { reference: 'Provenance/a2', version: '1' }, corrects: 'Provenance/a1' });
    expect(rememberedRejections([other, rejected()], [on]).remembered.size).toBe(1);
  });

  it('accepted and deferred ones are nothing to remember', () => {
    for (const choice of [{ kind: 'accept', code: 'I10', target: 'encounter-diagnosis' }, { kind: 'defer', reason: 'later' }] as const) {
      expect(rememberedRejections([signedItem(on, { choice })], [on])).toEqual({ remembered: new Map(), returned: new Set() });
    }
  });
});

describe('what changed since it was signed', () => {
  const on = suggestion('add', 'I10');
  const item = signedItem(on, { seen: [{ reference: 'DocumentReference/n1', version: '1' }], targets: [{ reference: 'Condition/c1', version: '1' }, { reference: 'Encounter/e1', version: '7' }] });
  const read = (kind: 'DocumentReference' | 'Condition') => ({ kind, query: '', status: 'read', count: 1, why: null } as const);
  const reads = [read('DocumentReference'), read('Condition')];

  it('nothing', () => {
    expect(changedSince(item, chart({ conditions: [condition('c1', 'I10')], reads }))).toEqual([]);
  });

  it('a note that was amended, a diagnosis that somebody changed: named by kind and version', () => {
    const now = chart({ notes: [note('n1', 'Addendum.', '2')], conditions: [condition('c1', 'I10', { source: { reference: 'Condition/c1', version: '3' } })], reads });
    expect(changedSince(item, now)).toEqual(['A note behind this item: version 1 was seen, version 2 stands now', 'The charted diagnosis: version 1 was written, version 3 stands now']);
  });

  it('its own write is no change of what was seen', () => {
    const specified = { ...item, seen: [...item.seen, { reference: 'Condition/c1', version: '1' }], targets: [{ reference: 'Condition/c1', version: '2' }] };
    expect(changedSince(specified, chart({ conditions: [condition('c1', 'I10', { source: { reference: 'Condition/c1', version: '2' } })], reads }))).toEqual([]);
  });

  it('gone, where all of the kind were read; else that cannot be told', () => {
    expect(changedSince(item, chart({ notes: [], conditions: [condition('c1', 'I10')], reads }))).toEqual(['A note behind this item: it is no longer in the record']);
    expect(changedSince(item, chart({ notes: [], conditions: [condition('c1', 'I10')], reads: [{ ...read('DocumentReference'), status: 'partial', why: 'A page was missing.' }] }))).toEqual([]);
  });

  it('where the server keeps no versions there is nothing to compare', () => {
    expect(changedSince({ ...item, seen: [{ reference: 'DocumentReference/n1', version: null }] }, chart({ conditions: [condition('c1', 'I10')], reads }))).toEqual([]);
  });
});
