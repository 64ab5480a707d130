import { describe, expect, it } from 'vitest';
import type { Chart, Choice, Decision, Evidence, Note, ProposalId } from '../../../../src/domain/model/index.ts';
import { noteId } from '../../../../src/domain/model/index.ts';
import { offer, reopenProposal } from '../../../../src/domain/review/index.ts';
import { planProposal } from '../../../../src/domain/writeback/index.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT, accept, chart, coder, complete, condition, decided, note, proposed, quote, suggestion } from '../../../support/writing.ts';

const sensitive: Note = { ...note('n2', 'Drinks daily.'), sensitivity: ['ETH'] };
const secret: Evidence = { kind: 'quote', document: 'DocumentReference/n2', version: '1', note: noteId('DocumentReference/n2'), start: 0, end: 13, quote: 'Drinks daily.', marks: [] };
const on = chart({ notes: [...chart().notes, sensitive] });
const reject: Choice = { kind: 'reject', reason: 'other' };
const offering = (decisions: readonly Decision[], at: Chart = on) =>
  offer({ decisions, who: coder, at: SIGNED_AT, id: 'p1' as ProposalId, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' }, chart: at });

describe('proposing', () => {
  it('lists accepted and modified decisions; rejected and deferred ones stay, with words', () => {
    const modify: Choice = { kind: 'modify', code: 'E11.22', title: 'Title of E11.22', target: 'encounter-diagnosis' };
    const decisions = [decided(suggestion('add', 'I10')), decided(suggestion('add', 'E11.9'), modify), decided(suggestion('add', 'J44.9'), reject), decided(suggestion('add', 'N18.31'), { kind: 'defer', reason: 'later' })];
    const made = offering(decisions);
    expect(made).toMatchObject({ ok: true, proposal: { who: coder, decisions: decisions.slice(0, 2) } });
    expect(made.ok && made.leftOut.map((l) => [l.decision, l.why])).toEqual([
      [decisions[2]?.id, expect.stringContaining('J44.9 is rejected')], [decisions[3]?.id, expect.stringContaining('N18.31 is deferred')],
    ]);
  });

  it.each(['cdi', 'coder'] as const)('is a %s\'s to do', (role) => {
    expect(offer({ decisions: [decided(suggestion('add', 'I10'))], who: { ...coder, role }, at: SIGNED_AT, id: 'p1' as ProposalId, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' }, chart: on }).ok).toBe(true);
  });

  it.each(['clinician', 'auditor', 'unknown'] as const)('is refused to the role %s', (role) => {
    expect(offer({ decisions: [decided(suggestion('add', 'I10'))], who: { ...coder, role }, at: SIGNED_AT, id: 'p1' as ProposalId, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' }, chart: on }))
      .toMatchObject({ ok: false, why: expect.stringContaining('Only a CDI specialist or a coder') as string });
  });

  it('refuses an empty list and two decisions on one suggestion', () => {
    expect(offering([])).toMatchObject({ ok: false, why: expect.stringContaining('Nothing to propose') as string });
    expect(offering([decided(suggestion('add', 'I10')), decided(suggestion('add', 'I10'))])).toMatchObject({ ok: false, why: expect.stringContaining('two decisions') as string });
  });

  it('only what was offered can be planned: the compiler says no', () => {
    const { decisions, ...rest } = proposed([decided(suggestion('add', 'I10'))]);
    const loose: readonly Decision[] = decisions;
    // @ts-expect-error a Decision that nobody offered is not a Proposed<Decision>
    const plan = () => planProposal({ proposal: { ...rest, decisions: loose }, chart: on, profile: complete });
    expect(plan).toBeTypeOf('function');
  });
});

describe('words of sensitive notes', () => {
  it('stay out of what is sent to others', () => {
    const made = offering([decided(suggestion('add', 'F10.20', { evidence: [quote, secret] }), accept, on)]);
    expect(made.ok && made.proposal.decisions[0]?.suggestion.evidence).toEqual([quote]);
  });

  it('alone do not carry a proposal', () => {
    const made = offering([decided(suggestion('add', 'F10.20', { evidence: [secret] }), accept, on), decided(suggestion('add', 'I10'))]);
    expect(made.ok && [made.proposal.decisions.map((d) => d.suggestion.code), made.leftOut.map((l) => l.why)]).toEqual([['I10'], [expect.stringContaining('F10.20 rests on sensitive notes alone')]]);
    expect(offering([decided(suggestion('add', 'F10.20', { evidence: [secret] }), accept, on)])).toMatchObject({ ok: false, why: expect.stringContaining('sensitive notes alone') as string });
  });

  it('are assumed where the chart does not hold the note, since its label cannot be told', () => {
    expect(offering([decided(suggestion('add', 'I10'))], chart({ notes: [] })).ok).toBe(false);
  });

  it('nor do chart facts that stand under such a label: the code alone would tell of them', () => {
    const fact: Evidence = { kind: 'fact', resource: 'Condition/s1', version: '1', code: 'F10.20', label: 'Alcohol dependence', date: null };
    const labelled = chart({ notes: on.notes, labelled: [{ reference: 'Condition/s1', codes: ['ETH'] }] });
    expect(offering([decided(suggestion('add', 'F10.20', { evidence: [fact] }), accept, labelled)], labelled)).toMatchObject({ ok: false, why: expect.stringContaining('sensitive') as string });
    expect(offering([decided(suggestion('add', 'F10.20', { evidence: [fact, secret] }), accept, labelled)], labelled).ok).toBe(false);
    expect(offering([decided(suggestion('add', 'F10.20', { evidence: [fact, quote] }), accept, labelled)], labelled).ok).toBe(true);
  });

  it('nor do charted entries under such a label: a proposed change would name their code', () => {
    const labelled = chart({ conditions: [condition('c9', 'F10.20')], labelled: [{ reference: 'Condition/c9', codes: ['ETH'] }] });
    const change = suggestion('specify', 'F10.21', { from: 'F10.20', charted: [{ reference: 'Condition/c9', version: '1' }] });
    expect(offering([decided(change, accept, labelled)], labelled)).toMatchObject({ ok: false, why: expect.stringContaining('sensitive label') });
    expect(offering([decided(change, accept, labelled)], { ...labelled, labelled: [] }).ok).toBe(true);
  });

  it('do not stand in the way of chart facts and searches', () => {
    const fact: Evidence = { kind: 'fact', resource: 'Observation/o1', version: '1', code: '4548-4', label: 'Hemoglobin A1c', date: null };
    expect(offering([decided(suggestion('add', 'E11.9', { evidence: [fact] }))]).ok).toBe(true);
  });
});

describe('a proposal from storage', () => {
  const made = proposed([decided(suggestion('add', 'I10'))]);
  const stored = (): Record<string, unknown> => JSON.parse(JSON.stringify(made)) as Record<string, unknown>;

  it('comes back whole, also when storage reordered its keys', () => {
    expect(reopenProposal(Object.fromEntries(Object.entries(stored()).toReversed()))).toEqual({ ok: true, proposal: made });
  });

  it.each([['another code', 'I10', 'I11.0'], ['another person', 'Practitioner/coder', 'Practitioner/other'], ['another patient', 'Patient/p1', 'Patient/p2'], ['a role that may attest', '"coder"', '"clinician"']])(
    'is refused with %s', (_, from, to) => {
      expect(reopenProposal(JSON.parse(JSON.stringify(made).replaceAll(from, to)))).toMatchObject({ ok: false, why: expect.stringContaining('changed after it was made') as string });
    },
  );

  it.each([null, 'x', [], {}, { ...stored(), decisions: [] }, { ...stored(), encounter: 'e1' }])('is refused when it is no proposal (%#)', (value) => {
    expect(reopenProposal(value)).toMatchObject({ ok: false, why: expect.stringContaining('cannot be read') as string });
  });
});
