import { describe, expect, it } from 'vitest';
import type { AttestationId, ProposalId, QueryChoice, Role } from '../../../../src/domain/model/index.ts';
import { noteId } from '../../../../src/domain/model/index.ts';
import { ANSWER_STATEMENT, answerQuestion, answerWords, closedQueries, draftsLeft, openQueries, ownQueries, reopenAnswer, reopenQuestion } from '../../../../src/domain/review/index.ts';
import { askQuestion } from '../../../../src/domain/review/ask.ts';
import { AT, DRAFT, answered, queryFact, sent } from '../../../support/queries.ts';
import { chart, coder, doctor, note } from '../../../support/writing.ts';

const ROLES: readonly Role[] = ['clinician', 'cdi', 'coder', 'auditor', 'unknown'];
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('asking', () => {
  it('is for those who may propose, as the rule drafted it', () => {
    const may = ROLES.filter((role) => askQuestion({ ...AT, draft: DRAFT, who: { ...coder, role }, id: 'q1' as ProposalId, chart: chart() }).ok);
    expect(may).toEqual(['cdi', 'coder']);
    expect(sent().question).toEqual({
      rule: DRAFT.rule, topic: DRAFT.topic, title: DRAFT.title, question: DRAFT.question, format: 'multiple-choice', options: ['Chronic kidney disease, stage 3a', 'Acute kidney injury'],
      indicators: [{ text: DRAFT.indicators[0]?.text, source: { reference: 'Observation/egfr1', version: '1' } }, { text: DRAFT.indicators[1]?.text, source: { reference: 'Observation/egfr2', version: '1' } }],
    });
  });

  it('tells nobody of a sensitive entry: its indicator stays out, and with it the options, which follow from all of them', () => {
    const result = askQuestion({ ...AT, draft: DRAFT, who: coder, id: 'q1' as ProposalId, chart: chart({ labelled: [{ reference: 'Observation/egfr2', codes: ['R'] }] }) });
    expect(result).toMatchObject({ ok: true, leftOut: 1, query: { question: { options: [], format: 'open', indicators: [{ source: { reference: 'Observation/egfr1' } }] } } });
    expect(JSON.stringify(result)).not.toMatch(/egfr2|46 mL|stage 3a/);
  });

  it('nor of one whose value another indicator tells', () => {
    const [first, second] = DRAFT.indicators;
    if (first === undefined || second === undefined) throw new Error('two indicators');
    const calculated = { ...DRAFT, indicators: [first, { ...second, text: 'calculated from these', tells: ['Observation/egfr1', 'Observation/egfr2'] }] };
    const result = askQuestion({ ...AT, draft: calculated, who: coder, id: 'q1' as ProposalId, chart: chart({ labelled: [{ reference: 'Observation/egfr1', codes: ['R'] }] }) });
    expect(result).toMatchObject({ ok: false, why: expect.stringContaining('sensitive') as string });
  });

  it('is not sent where nothing is left that may be told: labelled entries, sensitive notes, notes that are not there', () => {
    const quoted = (document: string) => ({ ...DRAFT, indicators: [{ text: '“eGFR 48”, noted on 2026-11-02', evidence: { kind: 'quote', document, version: '1', note: noteId(document), start: 0, end: 4, quote: 'eGFR', marks: [] } }] } as const);
    const on = chart({ notes: [{ ...note('n1', 'eGFR 48'), sensitivity: ['ETH'] }, note('n2', 'eGFR 48')] });
    const ask = (draft: typeof DRAFT) => askQuestion({ ...AT, draft, who: coder, id: 'q1' as ProposalId, chart: on });
    expect(['n1', 'n2', 'n3'].map((id) => ask(quoted(`DocumentReference/${id}`)).ok)).toEqual([false, true, false]);
    expect(askQuestion({ ...AT, draft: DRAFT, who: coder, id: 'q1' as ProposalId, chart: chart({ labelled: ['egfr1', 'egfr2'].map((id) => ({ reference: `Observation/${id}`, codes: ['R'] })) }) })).toMatchObject({ ok: false });
  });
});

describe('the gate of a question', () => {
  const gated = (more: Partial<typeof DRAFT>) => askQuestion({ ...AT, draft: { ...DRAFT, ...more }, who: coder, id: 'q1' as ProposalId, chart: chart() });

  it.each<[string, Partial<typeof DRAFT>, string]>([
    ['leads', { question: 'Please document acute kidney injury in your next note.' }, 'leading-question'],
    ['speaks of payment', { question: `${DRAFT.question} A stage would raise the DRG payment.` }, 'mentions-reimbursement'],
    ['rests on nothing', { indicators: [] }, 'missing-indicators'],
    ['asks yes or no of a new diagnosis', { question: 'Does the patient have acute kidney injury?', options: ['Yes', 'No'], format: 'yes-no' }, 'introduces-new-diagnosis-yes-no'],
    ['marks an answer', { options: ['[x] Acute kidney injury', '[ ] Chronic kidney disease, stage 3a'] }, 'preselected-answer'],
  ])('is shut to one that %s, and says which rule it breaks', (_, more, code) => {
    const result = gated(more);
    expect(result).toMatchObject({ ok: false, asked: { rule: DRAFT.rule } });
    expect(result.ok ? [] : result.violations.map((one) => one.code)).toContain(code);
  });

  it('is open to a yes or no on a documented condition', () => {
    const documented = { text: '“Pressure ulcer of sacrum, stage 2”, noted on 2026-11-02', evidence: { kind: 'quote', document: 'DocumentReference/n1', version: '1', note: noteId('DocumentReference/n1'), start: 0, end: 33, quote: 'Pressure ulcer of sacrum, stage 2', marks: [] } } as const;
    const draft = { ...DRAFT, title: 'Pressure ulcer of sacrum', question: 'Was the documented pressure ulcer of the sacrum present on admission?', options: ['Yes', 'No'], format: 'yes-no', indicators: [documented] } as const;
    expect(askQuestion({ ...AT, draft, who: coder, id: 'q1' as ProposalId, chart: chart({ notes: [note('n1', 'Pressure ulcer of sacrum, stage 2')] }) })).toMatchObject({ ok: true, query: { question: { options: ['Yes', 'No'], format: 'yes-no' } } });
  });

  it('asks for a title and a question', () => {
    for (const more of [{ title: ' ' }, { question: '' }]) expect(gated(more)).toMatchObject({ ok: false, why: expect.stringContaining('needs a title') as string, violations: [] });
  });
});

describe('answering', () => {
  const choices: readonly QueryChoice[] = [{ kind: 'option', index: 1 }, { kind: 'other', text: ' Not on today\'s results ' }, { kind: 'undetermined' }];

  it('is for clinicians, with one of the options, other words, or unable to determine', () => {
    const may = ROLES.filter((role) => answerQuestion({ ...AT, query: queryFact(), choice: { kind: 'undetermined' }, who: { ...doctor, role }, id: 'w1' as AttestationId }).ok);
    expect(may).toEqual(['clinician']);
    expect(choices.map((choice) => { const { answer } = answered(choice); return answerWords(answer.question, answer.choice); })).toEqual(['Acute kidney injury', 'Not on today\'s results', 'Unable to determine']);
    expect(answered().statement).toBe(ANSWER_STATEMENT);
  });

  it.each<[string, QueryChoice]>([
    ['an option that is not offered', { kind: 'option', index: 2 }], ['half an option', { kind: 'option', index: 0.5 }], ['other without words', { kind: 'other', text: ' ' }],
  ])('not with %s', (_, choice) => {
    expect(answerQuestion({ ...AT, query: queryFact(), choice, who: doctor, id: 'w1' as AttestationId })).toMatchObject({ ok: false, why: expect.stringMatching(/^[A-Z].*\.$/) as string });
  });

  it('an option that asks to specify takes words, and no other does', () => {
    const query = queryFact({ question: { ...sent().question, options: ['Acute kidney injury', 'Of another kind (please specify)'] } });
    const said = (choice: QueryChoice) => answerQuestion({ ...AT, query, choice, who: doctor, id: 'w1' as AttestationId });
    expect(said({ kind: 'option', index: 1, text: ' Prerenal ' })).toMatchObject({ ok: true, signed: { answer: { choice: { text: 'Prerenal' } } } });
    expect([said({ kind: 'option', index: 1 }).ok, said({ kind: 'option', index: 1, text: ' ' }).ok, said({ kind: 'option', index: 0, text: 'x' }).ok]).toEqual([false, false, false]);
    expect(reopenAnswer(stored(answered({ kind: 'option', index: 1, text: 'Prerenal' }, { query }))).ok).toBe(true);
  });

  it('not once it was answered or taken back', () => {
    for (const status of ['answered', 'cancelled'] as const) expect(answerQuestion({ ...AT, query: queryFact({ status }), choice: { kind: 'undetermined' }, who: doctor, id: 'w1' as AttestationId }).ok).toBe(false);
  });
});

describe('what storage gives back', () => {
  it('is the same question and the same answer', () => {
    expect(reopenQuestion(stored(sent()))).toEqual({ ok: true, query: sent() });
    for (const choice of [{ kind: 'option', index: 0 }, { kind: 'other', text: 'No' }, { kind: 'undetermined' }] as const) expect(reopenAnswer(stored(answered(choice)))).toEqual({ ok: true, signed: answered(choice) });
  });

  it('is refused where it was changed, cut, or is somebody else\'s to send', () => {
    const question = stored(sent()) as Record<string, unknown>;
    const answer = stored(answered()) as Record<string, unknown>;
    const inside = (value: Record<string, unknown>, name: string, more: object) => ({ ...value, [name]: { ...(value[name] as object), ...more } });
    const odd = [null, {}, [], 'x', { ...question, seal: 'x' }, inside(question, 'question', { question: 'Please document CKD.' }), inside(question, 'who', { role: 'clinician' }), inside(question, 'question', { options: 5 })];
    for (const one of odd) expect(reopenQuestion(one)).toMatchObject({ ok: false });
    const oddAnswers = [null, {}, [], { ...answer, statement: 'Yes.' }, inside(answer, 'answer', { choice: { kind: 'option', index: 1 } }), inside(answer, 'answer', { choice: { kind: 'option', index: 9 } }), inside(answer, 'who', { role: 'cdi' }), inside(answer, 'answer', { task: { reference: 'Task/other', version: '1' } })];
    for (const one of oddAnswers) expect(reopenAnswer(one)).toMatchObject({ ok: false });
  });
});

describe('what was asked', () => {
  const done = queryFact({ source: { reference: 'Task/q2', version: '2' }, status: 'answered', at: '2026-11-19T09:00:00-06:00', sender: 'Practitioner/cdi' });
  const elsewhere = queryFact({ source: { reference: 'Task/q3', version: '1' }, encounter: 'Encounter/other' });
  const on = chart({ queries: [queryFact(), done, elsewhere] });

  it('is listed by encounter, state and sender', () => {
    expect(openQueries(on).map(({ source }) => source.reference)).toEqual(['Task/q1']);
    expect(closedQueries(on).map(({ source }) => source.reference)).toEqual(['Task/q2']);
    expect(ownQueries(on, coder).map(({ source }) => source.reference)).toEqual(['Task/q1']);
  });

  it('leaves out the software\'s draft while it is open, and after it was answered until there is another indicator', () => {
    const left = (query: Parameters<typeof queryFact>[0]) => draftsLeft([DRAFT], chart({ queries: [queryFact(query)] })).length;
    expect(left({})).toBe(0);
    expect(left({ status: 'answered' })).toBe(0);
    expect(left({ status: 'cancelled' })).toBe(1);
    expect(left({ encounter: 'Encounter/other' })).toBe(1);
    expect(left({ question: { ...sent().question, rule: 'htn-no-diagnosis' } })).toBe(1);
    const { indicators } = sent().question;
    expect(left({ status: 'answered', question: { ...sent().question, indicators: indicators.slice(0, 1) } })).toBe(1);
    expect(left({ status: 'answered', question: { ...sent().question, indicators: indicators.map(({ text, source }) => ({ text, source: source && { ...source, version: '2' } })) } })).toBe(1);
  });
});
