import { describe, expect, it } from 'vitest';
import type { ServerProfile, WritePlan } from '../../../../src/domain/model/index.ts';
import { DEFAULT_POLICY } from '../../../../src/domain/model/index.ts';
import { handOverWords, planAnswer, planCancelQuery, planFollowUp, planQuestion } from '../../../../src/domain/writeback/index.ts';
import { answered, answering, beside, queryFact, sent } from '../../../support/queries.ts';
import { chart, coder, companion, complete, doctor, epic, oracle } from '../../../support/writing.ts';

const shape = ({ steps }: WritePlan) => steps.map(({ action, to }) => `${action.kind}${action.kind === 'file-note' ? ` ${action.purpose}` : ''} → ${to}`);
const ask = (profile: ServerProfile, on = chart()) => planQuestion({ query: sent(on), chart: on, profile });
const answer = (profile: ServerProfile, reference = 'Task/q1', more: Parameters<typeof queryFact>[0] = {}) => {
  const query = queryFact({ source: { reference, version: '1' }, ...more });
  return planAnswer({ signed: answered(undefined, { query: { ...query, status: 'open' } }), chart: chart({ queries: [query] }), profile });
};
const THERE = 'https://companion.test/fhir/Task/q1';
const bare = { ...epic, create: [] };

describe('a question ends in every EHR', () => {
  it.each<[string, ServerProfile, readonly string[]]>([
    ['a server that takes Tasks', answering, ['send-query → ehr']],
    ['one that takes messages, too', { ...answering, create: [...answering.create, 'Communication'] }, ['send-query → ehr', 'notify-query → ehr']],
    ['messages beside a question that stands elsewhere', { ...answering, create: ['Communication'], companion: beside }, ['send-query → companion']],
    ['Oracle Health', oracle, ['file-note query → ehr']],
    ['Oracle Health beside a companion server', { ...oracle, companion: beside }, ['send-query → companion']],
    ['Epic', epic, ['file-note query → ehr']],
    ['Epic beside a companion server', { ...epic, companion: beside }, ['send-query → companion']],
    ['a companion server that takes documents alone', { ...bare, companion: { ...beside, create: ['DocumentReference'] } }, ['file-note query → companion']],
    ['nothing that takes anything', bare, ['file-note query → hand']],
  ])('%s', (_, profile, steps) => { expect(shape(ask(profile))).toEqual(steps); });

  it('as the same words where it is filed, handed over, or taken over after a refusal', () => {
    const [filed] = ask(epic).steps;
    const words = filed?.action.kind === 'file-note' ? filed.action.text : '';
    expect(words).toMatch(/^Countersign record: question to the clinicians of this visit\nAsked by Coder Test Person/);
    expect(words).toContain('- eGFR: 48 mL/min/1.73 m² on 2026-06-02 (Observation/egfr1 version 1)');
    expect(words).toContain('[ ] Chronic kidney disease, stage 3a\n[ ] Acute kidney injury\n[ ] Other (please specify)\n[ ] Unable to determine');
    expect(words).not.toMatch(/\$|reimburs|payment|severity|weight|HCC|DRG/i);
    expect(handOverWords(ask(bare).steps)).toBe(words);
    const refused = ask(answering).steps.map((step) => ({ ...step, to: 'hand' as const }));
    expect(handOverWords(refused)).toContain('[ ] Acute kidney injury');
  });

  it('is asked of the clinicians of the visit, not of whoever asks', () => {
    const on = chart();
    const mine = { ...on, encounter: { ...on.encounter, practitioners: [coder.reference, 'Practitioner/dr2'] } };
    expect(ask(answering, mine).steps[0]?.action).toMatchObject({ owners: ['Practitioner/dr2'] });
  });

  it('is not doubled, whoever asked, and not asked where nobody can tell', () => {
    expect(ask(answering, chart({ queries: [queryFact({ sender: 'Practitioner/x', senderName: 'Ruth' })] }))).toMatchObject({ steps: [], cannot: [{ why: 'It was asked already, by Ruth, and waits for a clinician.' }] });
    expect(ask(answering, chart({ queries: [queryFact({ status: 'answered' })] })).steps).toHaveLength(1);
    const tasks = (status: 'failed' | 'partial' | 'denied' | 'not-asked' | 'read') => ask(answering, chart({ reads: [{ kind: 'Task', query: '', status, count: 0, why: null }] })).steps.length;
    expect([tasks('failed'), tasks('partial'), tasks('denied'), tasks('not-asked'), tasks('read')]).toEqual([0, 0, 1, 1, 1]);
  });

  it('tells nothing of what is labelled now, whoever made it', () => {
    const query = sent();
    expect(planQuestion({ query, chart: chart({ labelled: [{ reference: 'Observation/egfr1', codes: ['R'] }] }), profile: answering })).toMatchObject({ steps: [], cannot: [{ why: expect.stringContaining('sensitive') as string }] });
  });

  it('has one key an event, wherever it goes, so that a repeat finds it', () => {
    expect(ask(answering).steps[0]?.key).toBe(ask({ ...epic, companion: beside }).steps[0]?.key);
    expect(ask(answering).steps[0]?.key).not.toBe(planQuestion({ query: sent(chart(), { id: 'q2' }), chart: chart(), profile: answering }).steps[0]?.key);
  });
});

describe('an answer ends in every EHR', () => {
  it.each<[string, ServerProfile, string, readonly string[]]>([
    ['asked in the EHR', answering, 'Task/q1', ['close-query → ehr', 'answer-query → ehr', 'attestation-provenance → ehr']],
    ['asked on the companion server of Epic', { ...epic, companion: beside }, THERE, ['close-query → companion', 'answer-query → companion', 'attestation-provenance → companion']],
    ['asked on the companion server beside a server that takes everything', { ...answering, companion: beside }, THERE, ['close-query → companion', 'answer-query → companion', 'attestation-provenance → companion']],
    ['asked in an EHR that takes no responses', complete, 'Task/q1', ['close-query → ehr', 'file-note answer → ehr']],
    ['asked in an EHR that takes no responses, beside a companion server that does', { ...complete, companion: beside }, 'Task/q1', ['close-query → ehr', 'answer-query → companion', 'attestation-provenance → companion']],
    ['asked on a companion server that takes no responses', { ...oracle, companion }, THERE, ['close-query → companion', 'file-note answer → ehr']],
    ['asked on a companion server that takes no Provenance', { ...epic, companion: { ...beside, create: ['Task', 'QuestionnaireResponse'] } }, THERE, ['close-query → companion', 'answer-query → companion', 'file-note answer → ehr']],
    ['asked on a companion server that does not answer now', epic, THERE, ['close-query → hand', 'file-note answer → ehr']],
    ['where nothing is taken any more', bare, 'Task/q1', ['close-query → hand', 'file-note answer → hand']],
  ])('%s', (_, profile, task, steps) => { expect(shape(answer(profile, task))).toEqual(steps); });

  it('closes the question first, on the version that was seen, and names the response by its key; no diagnosis is written', () => {
    const { steps: [closing, response, record] } = answer(answering);
    expect(closing?.action).toMatchObject({ task: { reference: 'Task/q1', version: '1' }, answer: { choice: { kind: 'option', index: 0 }, response: response?.key } });
    expect(response?.after).toEqual([closing?.id]);
    expect(record?.after).toEqual([response?.id]);
    expect(record?.action).toMatchObject({ of: [response?.id], items: [], seen: [{ reference: 'Task/q1' }, { reference: 'Observation/egfr1' }, { reference: 'Observation/egfr2' }] });
  });

  it('writes nothing once it was answered or taken back', () => {
    for (const status of ['answered', 'cancelled'] as const) expect(answer(answering, 'Task/q1', { status })).toMatchObject({ steps: [], cannot: [{ why: 'It was answered or cancelled already.' }] });
  });

  it('carries statement and words where it is filed or handed over', () => {
    expect(handOverWords(answer(bare).steps)).toMatch(/Answer: Chronic kidney disease, stage 3a[\s\S]*Statement: I answered this question myself/);
  });
});

describe('taking a question back', () => {
  const cancel = (profile: ServerProfile, more: Parameters<typeof queryFact>[0] = {}, who = coder) => {
    const query = queryFact(more);
    return planCancelQuery({ query, who, at: '2026-11-20T11:00:00-06:00', id: 'c1', chart: chart({ queries: [query] }), profile, closing: { how: 'withdrawn', reason: 'Documented meanwhile' } });
  };

  it('closes its Task where it stands, and nothing else', () => {
    expect(shape(cancel(answering))).toEqual(['close-query → ehr']);
    expect(shape(cancel({ ...epic, companion: beside }, { source: { reference: THERE, version: '1' } }))).toEqual(['close-query → companion']);
    expect(shape(cancel(epic))).toEqual(['close-query → hand']);
    expect(cancel(answering, { status: 'answered' })).toMatchObject({ steps: [], cannot: [{}] });
  });

  it('says why, or that its time is over', () => {
    const query = queryFact();
    const on = { query, who: coder, at: '2026-11-20T11:00:00-06:00', id: 'c1', chart: chart({ queries: [query] }), profile: answering };
    expect(planCancelQuery({ ...on, closing: { how: 'expired', reason: null } }).steps[0]).toMatchObject({ action: { kind: 'close-query', answer: null, closing: { how: 'expired' } } });
    expect(() => planCancelQuery({ ...on, closing: { how: 'withdrawn', reason: ' ' } })).toThrow('with a reason');
  });

  it('is for whoever asked, in a role that may ask', () => {
    expect(() => cancel(answering, { sender: 'Practitioner/x' })).toThrow('Somebody else');
    expect(() => cancel(answering, {}, { ...coder, role: 'clinician' })).toThrow('Nothing was planned');
  });
});

describe('following a question up', () => {
  const policy = { ...DEFAULT_POLICY.queries, escalateTo: 'Physician advisor' };
  const messages = { ...answering, create: [...answering.create, 'Communication'] };
  const follow = (how: 'remind' | 'escalate', profile: ServerProfile = answering, more: Parameters<typeof queryFact>[0] = {}, by = policy) => {
    const query = queryFact(more);
    return planFollowUp({ query, who: coder, at: '2026-11-20T11:00:00-06:00', id: 'f1', chart: chart({ queries: [query] }), profile, how, policy: by });
  };

  it('changes its Task where it stands, and sends a message where the server takes any', () => {
    expect(shape(follow('remind'))).toEqual(['follow-query → ehr']);
    expect(shape(follow('escalate', { ...epic, companion: beside }, { source: { reference: THERE, version: '1' } }))).toEqual(['follow-query → companion']);
    expect(shape(follow('remind', messages))).toEqual(['follow-query → ehr', 'notify-query → ehr']);
    expect(follow('escalate', messages).steps.map(({ action, after }) => [action, after.length])).toMatchObject([[{ how: 'escalate', to: 'Physician advisor' }, 0], [{ to: ['Physician advisor'], why: 'escalate' }, 1]]);
    expect(shape(follow('escalate', epic))).toEqual(['follow-query → hand']);
  });

  it.each<[string, WritePlan]>([
    ['a second reminder', follow('remind', answering, { reminded: '2026-11-19T09:00:00-06:00' })],
    ['a second handing-on', follow('escalate', answering, { escalated: '2026-11-19T09:00:00-06:00' })],
    ['a reminder to whom it was handed on', follow('remind', answering, { escalated: '2026-11-19T09:00:00-06:00' })],
    ['handing on to nobody', follow('escalate', answering, {}, { ...policy, escalateTo: null as unknown as string })],
    ['of one that was answered', follow('remind', answering, { status: 'answered' })],
    ['of one that was taken back', follow('escalate', answering, { status: 'cancelled' })],
  ])('plans nothing twice and nothing late: %s', (_, plan) => { expect(plan).toMatchObject({ steps: [], cannot: [{ why: expect.stringMatching(/^[A-Z].*\.$/) as string }] }); });

  it('is for whoever asked', () => {
    expect(() => follow('remind', answering, { sender: 'Practitioner/x' })).toThrow('Somebody else');
  });
});

describe('a question that did not pass its gate', () => {
  it('is not planned, whatever it says', () => {
    const query = sent();
    expect(() => planQuestion({ query: { ...query, question: { ...query.question, question: 'Please document chronic kidney disease.' } }, chart: chart(), profile: answering })).toThrow('Nothing was planned');
  });
});

describe('a mix-up plans nothing', () => {
  it('of roles', () => {
    for (const role of ['clinician', 'auditor', 'unknown'] as const) expect(() => planQuestion({ query: { ...sent(), who: { ...coder, role } }, chart: chart(), profile: answering })).toThrow('Nothing was planned');
    for (const role of ['cdi', 'coder', 'auditor', 'unknown'] as const) expect(() => planAnswer({ signed: { ...answered(), who: { ...doctor, role } }, chart: chart({ queries: [queryFact()] }), profile: answering })).toThrow('Nothing was planned');
  });

  it('of patients, encounters and questions', () => {
    expect(() => planQuestion({ query: { ...sent(), patient: 'Patient/other' }, chart: chart(), profile: answering })).toThrow('another patient');
    expect(() => planAnswer({ signed: answered(), chart: chart(), profile: answering })).toThrow('another encounter');
    expect(() => answer(answering, 'Task/q1', { encounter: 'Encounter/other' })).toThrow('another encounter');
  });
});
