import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import type { ObservationFact, QuotePointer } from '../../../../src/domain/model/index.ts';
import { ownProposals, withProposals } from '../../../../src/domain/review/index.ts';
import { chart, coder, condition, doctor, note, proposalFact, suggestion } from '../../../support/writing.ts';

const TEXT = 'Hypertension, at goal on lisinopril.';
const pointer: QuotePointer = { document: 'DocumentReference/n1', attachment: 0, version: '1', start: 0, end: 36, hash: `sha256:${bytesToHex(sha256(utf8ToBytes(TEXT)))}` };
const own = suggestion('add', 'I10');

describe('a colleague\'s proposal', () => {
  it('marks the software\'s own suggestion of that code, which stays as it is otherwise', () => {
    const fact = proposalFact('I10', { condition: 'Condition/c1', claim: 'Claim/k1' });
    expect(withProposals([own, suggestion('add', 'J44.9')], chart({ proposals: [fact] }), doctor)).toEqual([
      { ...own, proposal: { task: fact.source, who: coder.reference, whoName: coder.name, at: fact.at, condition: 'Condition/c1', claim: 'Claim/k1' } }, suggestion('add', 'J44.9'),
    ]);
  });

  it('becomes a card of its own where the software says nothing of that code, after the others', () => {
    const [first, card] = withProposals([own], chart({ proposals: [proposalFact('E6681.1', { quotes: [pointer] })] }), doctor);
    expect(first).toBe(own);
    expect(card).toMatchObject({
      action: 'add', code: 'E66.811', title: 'Title of E6681.1', evidenceFirst: true, level: 'high', confidence: 0.8, charted: [], rules: [{ id: 'provider-statement' }],
      evidence: [{ kind: 'quote', document: 'DocumentReference/n1', version: '1', start: 0, end: 36, quote: TEXT }], proposal: { whoName: coder.name },
    });
  });

  it('has an id that lasts, whoever proposes the code', () => {
    const card = (more = {}) => withProposals([], chart({ proposals: [proposalFact('I10', more)] }), doctor)[0]?.id;
    expect(card()).toBe(card({ source: { reference: 'Task/other', version: '4' }, proposer: 'Practitioner/other' }));
    expect(card()).not.toBe(withProposals([], chart({ proposals: [proposalFact('J44.9')] }), doctor)[0]?.id);
  });

  it('takes its words from the note as it stands: on a newer version at the same place too', () => {
    const on = chart({ notes: [note('n1', `${TEXT} Addendum.`, '2')], proposals: [proposalFact('I10', { quotes: [pointer] })] });
    expect(withProposals([], on, doctor)[0]).toMatchObject({ evidence: [{ version: '2', quote: TEXT }], level: 'high' });
  });

  it.each([
    ['where other words stand there now', chart({ notes: [note('n1', 'Normal blood pressure. No hypertension.', '2')] })],
    ['where the note is not read', chart({ notes: [] })],
  ])('loses the evidence %s, and confidence with it', (_, on) => {
    const [card] = withProposals([], { ...on, proposals: [proposalFact('I10', { quotes: [pointer] })] }, doctor);
    expect(card).toMatchObject({ evidence: [], level: 'low', evidenceFirst: true });
  });

  it('brings its chart facts as they stand now, and the charted entries in their version of now', () => {
    const a1c: ObservationFact = {
      source: { reference: 'Observation/o1', version: '2' }, status: 'final', codings: [{ system: 'http://loinc.org', code: '4548-4', display: 'Hemoglobin A1c' }], categories: ['laboratory'],
      date: '2026-11-20T08:00:00-06:00', encounter: null, quantity: { value: 7.1, unit: '%', comparator: null }, valueCode: null, valueText: null, components: [],
    };
    const charted = condition('c1', 'E11.9', { source: { reference: 'Condition/c1', version: '5' } });
    const fact = proposalFact('E11.65', {
      facts: [{ reference: 'Observation/o1', version: '1' }], item: { action: 'specify', from: 'E11.9', charted: [{ reference: 'Condition/c1', version: '3' }, { reference: 'Condition/gone', version: '1' }] },
    });
    expect(withProposals([], chart({ observations: [a1c], conditions: [charted], proposals: [fact] }), doctor)[0]).toMatchObject({
      action: 'specify', from: 'E11.9', charted: [{ reference: 'Condition/c1', version: '5' }],
      evidence: [{ kind: 'fact', resource: 'Observation/o1', version: '2', code: '4548-4', label: 'Hemoglobin A1c', value: 7.1, unit: '%' }],
    });
  });

  it.each(['accepted', 'declined', 'cancelled'] as const)('that was %s is no card', (status) => {
    expect(withProposals([own], chart({ proposals: [proposalFact('I10', { status }), proposalFact('J44.9', { status })] }), doctor)).toEqual([own]);
  });

  it('of another encounter is no card', () => {
    expect(withProposals([], chart({ proposals: [proposalFact('I10', { encounter: 'Encounter/e0' })] }), doctor)).toEqual([]);
  });

  it('of two for one code the first counts', () => {
    const second = proposalFact('I10', { source: { reference: 'Task/later', version: '1' }, at: '2026-11-20T09:50:00-06:00' });
    const cards = withProposals([], chart({ proposals: [second, proposalFact('I10')] }), doctor);
    expect(cards.map((c) => c.proposal?.task.reference)).toEqual(['Task/t-I10']);
  });

  it('a proposed change from another code does not mark the software\'s own', () => {
    const specify = suggestion('specify', 'E11.22', { from: 'E11.9' });
    const fact = proposalFact('E11.22', { item: { action: 'specify', from: 'E11.8' } });
    expect(withProposals([specify], chart({ proposals: [fact] }), doctor).map((c) => c.proposal !== undefined)).toEqual([false, true]);
  });
});

describe('the proposer', () => {
  it('sees no card of what they proposed themselves: it waits for somebody else', () => {
    expect(withProposals([own, suggestion('add', 'J44.9')], chart({ proposals: [proposalFact('I10'), proposalFact('E66.811')] }), coder)).toEqual([suggestion('add', 'J44.9')]);
  });

  it('sees what became of it, newest first, and only of this encounter', () => {
    const answer = { who: doctor.reference, at: '2026-11-20T11:00:00-06:00', reason: 'not-clinically-valid', text: null } as const;
    const declined = proposalFact('I10', { status: 'declined', answer, at: '2026-11-20T09:00:00-06:00' });
    const open = proposalFact('E66.811', { at: '2026-11-20T09:30:00-06:00' });
    const on = chart({ proposals: [declined, open, proposalFact('J44.9', { proposer: 'Practitioner/other' }), proposalFact('N18.31', { encounter: 'Encounter/e0' })] });
    expect(ownProposals(on, coder)).toEqual([open, declined]);
    expect(ownProposals(on, doctor)).toEqual([]);
  });
});
