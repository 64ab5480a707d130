import { describe, expect, it } from 'vitest';
import type { AttestationId, Choice, Decision } from '../../../../src/domain/model/index.ts';
import {
  ATTESTATION_STATEMENT, attest, currentDecision, currentDecisions, emptyLedger, record, reopen, seenVersions, sign, undo,
} from '../../../../src/domain/review/index.ts';
import { planWrites } from '../../../../src/domain/writeback/index.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT, attested, chart, condition, decided, doctor, generic, note, removal, suggestion } from '../../../support/writing.ts';

const reject: Choice = { kind: 'reject', reason: 'evidence-misread' };
const defer: Choice = { kind: 'defer', reason: 'later' };
const signing = { who: doctor, at: SIGNED_AT, id: 'a1' as AttestationId, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' } };

describe('what a decision rests on', () => {
  it('an addition rests on the note it quotes', () => {
    const both = chart({ notes: [note('n1', 'Hypertension, at goal on lisinopril.', '4'), note('n2', 'Nothing else.')] });
    expect(seenVersions(both, suggestion('add', 'I10')).notes).toEqual([
      { note: 'DocumentReference/n1#0', document: { reference: 'DocumentReference/n1', version: '4' }, textHash: 'sha256:36' },
    ]);
  });

  it('a removal rests on every note of the encounter and on the Condition it would change', () => {
    const charted = condition('c1', 'J44.9');
    const seen = seenVersions(chart({ notes: [note('n1', 'No COPD.'), note('n2', 'Lungs clear.')] }), removal('J44.9', 'only-negated', charted));
    expect(seen.notes.map((n) => n.document.reference)).toEqual(['DocumentReference/n1', 'DocumentReference/n2']);
    expect(seen.charted).toEqual([charted.source]);
  });

  it('a chart fact that is cited counts, once', () => {
    const fact = { kind: 'fact', resource: 'Observation/o1', version: '2', code: '4548-4', label: 'Hemoglobin A1c', date: null } as const;
    expect(seenVersions(chart(), suggestion('add', 'E11.9', { evidence: [fact, fact] })).charted).toEqual([{ reference: 'Observation/o1', version: '2' }]);
  });
});

describe('the ledger', () => {
  const on = suggestion('add', 'I10');
  const accepted = { ...decided(on), id: 'd1' as Decision['id'] };
  const rejected = { ...decided(on, reject), id: 'd2' as Decision['id'] };

  it('the last decision counts, and undo goes back to the one before it', () => {
    const ledger = record(record(emptyLedger, accepted), rejected);
    expect(currentDecision(ledger, on.id)).toBe(rejected);
    expect(currentDecision(undo(ledger, on.id), on.id)).toBe(accepted);
    expect(currentDecisions(undo(undo(ledger, on.id), on.id))).toEqual([]);
  });

  it('undo ends with the signature', () => {
    const ledger = sign(record(emptyLedger, accepted), [accepted.id]);
    expect(undo(ledger, on.id)).toBe(ledger);
  });

  it('undo of what was never decided changes nothing', () => {
    expect(undo(emptyLedger, on.id)).toBe(emptyLedger);
  });
});

describe('countersigning', () => {
  it('lists accepted, modified and rejected decisions one by one', () => {
    const modify: Choice = { kind: 'modify', code: 'E11.22', title: 'Title of E11.22', target: 'encounter-diagnosis' };
    const decisions = [decided(suggestion('add', 'I10')), decided(suggestion('add', 'E11.9'), modify), decided(suggestion('add', 'E66.811'), reject)];
    const result = attest({ ...signing, decisions });
    expect(result).toMatchObject({ ok: true, leftOut: [], attestation: { decisions, statement: ATTESTATION_STATEMENT, who: doctor } });
  });

  it('leaves a deferred item out and says so', () => {
    const later = decided(suggestion('add', 'E66.811'), defer);
    const result = attest({ ...signing, decisions: [decided(suggestion('add', 'I10')), later] });
    expect(result).toMatchObject({ ok: true, leftOut: [{ decision: later.id, why: expect.stringContaining('E66.811 is deferred') }] });
  });

  it.each(['cdi', 'coder', 'auditor', 'unknown'] as const)('is refused to a %s', (role) => {
    expect(attest({ ...signing, who: { ...doctor, role }, decisions: [decided(suggestion('add', 'I10'))] }))
      .toMatchObject({ ok: false, why: expect.stringContaining('Only a clinician') });
  });

  it('refuses an empty list, also one of deferred items only', () => {
    for (const decisions of [[], [decided(suggestion('add', 'I10'), defer)]]) {
      expect(attest({ ...signing, decisions })).toMatchObject({ ok: false, why: expect.stringContaining('Nothing to countersign') });
    }
  });

  it('refuses two decisions on one suggestion', () => {
    const on = suggestion('add', 'I10');
    expect(attest({ ...signing, decisions: [decided(on), decided(on, reject)] })).toMatchObject({ ok: false, why: expect.stringContaining('two decisions') });
  });

  it('states a human review of AI output, and that it is no chart signature', () => {
    expect(ATTESTATION_STATEMENT).toMatch(/AI-assisted/);
    expect(ATTESTATION_STATEMENT).toMatch(/human review/);
    expect(ATTESTATION_STATEMENT).toMatch(/not a signature on a note or on the chart/);
  });

  it('only what was attested can be planned: the compiler says no', () => {
    const { seal, decisions: signed, ...rest } = attested([decided(suggestion('add', 'I10'))]);
    const loose: readonly Decision[] = signed;
    // @ts-expect-error a Decision that nobody signed is not an Attested<Decision>
    const plan = () => planWrites({ attestation: { ...rest, seal, decisions: loose }, chart: chart(), profile: generic });
    expect(plan).toBeTypeOf('function');
  });
});

describe('a countersignature from storage', () => {
  const signed = attested([decided(suggestion('add', 'I10'))]);
  const stored = (): Record<string, unknown> => JSON.parse(JSON.stringify(signed)) as Record<string, unknown>;

  it('comes back whole', () => {
    expect(reopen(stored())).toEqual({ ok: true, attestation: signed });
  });

  it('comes back whole when storage reordered its keys', () => {
    expect(reopen(Object.fromEntries(Object.entries(stored()).toReversed()))).toMatchObject({ ok: true });
  });

  it.each([
    ['another code', (s: string) => s.replaceAll('I10', 'I11.0')],
    ['another person', (s: string) => s.replace('Practitioner/dr', 'Practitioner/other')],
    ['another patient', (s: string) => s.replace('Patient/p1', 'Patient/p2')],
    ['a changed offset', (s: string) => s.replace('"start":0', '"start":1')],
  ])('is refused with %s', (_, change) => {
    expect(reopen(JSON.parse(change(JSON.stringify(signed))))).toMatchObject({ ok: false, why: expect.stringContaining('changed after signing') });
  });

  it.each([null, 'x', 7, [], {}, { ...stored(), decisions: [] }, { ...stored(), who: null }, { ...stored(), decisions: [{}] }])('is refused when it is no countersignature (%#)', (value) => {
    expect(reopen(value)).toMatchObject({ ok: false, why: expect.stringContaining('cannot be read') });
  });
});
