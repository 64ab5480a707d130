import type { QuestionnaireResponse, Resource, Task } from 'fhir/r4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskedQuestion, Person, QueryChoice, QueryFact, StepId, WriteAction, WritePlan, WriteStep } from '../../../src/domain/model/index.ts';
import { decode } from '../../../src/fhir/decode/index.ts';
import { fromCompanion, toCompanion } from '../../../src/fhir/encode/companion.ts';
import { encode } from '../../../src/fhir/encode/index.ts';
import { sent } from '../../support/queries.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT, coder, doctor, generic } from '../../support/writing.ts';

const EHR = 'https://ehr.test/fhir';
const COMPANION = 'https://companion.test/fhir';
const question = { ...sent().question, options: [...sent().question.options, 'Of another kind (please specify)'] };

const plan = (who: Person, at = SIGNED_AT): WritePlan => ({ purpose: 'query', event: 'q1', who, at, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' }, mode: 'single', steps: [], cannot: [] });
const step = (action: WriteAction, key = 'k'): WriteStep => ({ id: 's' as StepId, key, action, to: 'ehr', handOver: null, after: [], says: '' });
const context = (who: Person, at?: string) => ({ plan: plan(who, at), profile: generic, written: () => null });

function asked(of: AskedQuestion = question): Task {
  const encoding = encode(step({ kind: 'send-query', question: of, owners: ['Practitioner/dr', 'Practitioner/dr2'] }));
  if (encoding.kind !== 'create') throw new Error('A question is created.');
  return { ...(encoding.resource(context(coder)) as Task), id: 't1' };
}

function closed(task: Task, choice: QueryChoice | null): Task {
  const answer = choice === null ? null : { question, choice, response: 'response-key' };
  const encoding = encode(step({ kind: 'close-query', task: { reference: 'Task/t1', version: '1' }, answer }));
  if (encoding.kind !== 'update') throw new Error('A question is closed in place.');
  return encoding.change(task, context(doctor, '2026-11-21T08:00:00-06:00')).resource as Task;
}

function response(choice: QueryChoice): QuestionnaireResponse {
  const encoding = encode(step({ kind: 'answer-query', task: { reference: 'Task/t1', version: '1' }, questionnaire: 'https://countersign.dev/fhir/Questionnaire/k', question, choice }, 'response-key'));
  if (encoding.kind !== 'create') throw new Error('A response is created.');
  return encoding.resource(context(doctor)) as QuestionnaireResponse;
}

function read(...resources: readonly unknown[]) {
  const reads = [{ kind: 'Task' as const, query: 'patient', status: 'read' as const, count: resources.length, why: null }];
  return decode({ base: EHR, patient: PATIENT, encounter: ENCOUNTER, resources: resources as Resource[], attachments: [], reads, readAt: SIGNED_AT });
}

const queries = (...tasks: readonly unknown[]): readonly QueryFact[] => read(...tasks).queries ?? [];

describe('a question comes back as it was sent', () => {
  it('with its indicators, options and sender', () => {
    expect(queries({ ...asked(), meta: { versionId: '4' } })).toEqual([{
      source: { reference: 'Task/t1', version: '4' }, status: 'open', sender: coder.reference, senderName: coder.name, at: SIGNED_AT, encounter: ENCOUNTER,
      questionnaire: 'https://countersign.dev/fhir/Questionnaire/k', question, reminded: null, escalated: null, ownerName: null, closing: null, answer: null,
    }]);
    expect(read(asked()).proposals).toEqual([]);
  });

  it.each<[string, AskedQuestion]>([
    ['answered in own words', { ...question, options: [], format: 'open' }], ['yes or no', { ...question, options: ['Yes', 'No'], format: 'yes-no' }], ['that found nothing', { ...question, indicators: [{ text: 'Nothing found', source: null }] }],
  ])('%s', (_, of) => { expect(queries(asked(of))).toMatchObject([{ question: of }]); });

  it('for a reader who has never seen this app: a Questionnaire with dated indicators, options, other and unable to determine, none preselected', () => {
    const task = asked();
    expect(task).toMatchObject({ status: 'requested', intent: 'proposal', owner: { reference: 'Practitioner/dr' }, focus: { reference: '#question' }, for: { reference: PATIENT }, encounter: { reference: ENCOUNTER } });
    expect(task.contained).toMatchObject([{
      resourceType: 'Questionnaire', id: 'question', title: question.title, status: 'active',
      item: [
        { linkId: 'indicators', type: 'group', item: [{ type: 'display', text: question.indicators[0]?.text, extension: [{ valueReference: { reference: 'Observation/egfr1/_history/1' } }] }, { type: 'display' }] },
        { linkId: 'answer', type: 'choice', text: question.question, required: true, answerOption: ['option-1', 'option-2', 'option-3', 'other', 'undetermined'].map((code) => ({ valueCoding: { code } })) },
        { linkId: 'other', type: 'text', enableWhen: ['option-3', 'other'].map((code) => ({ question: 'answer', answerCoding: { code } })), enableBehavior: 'any' },
      ],
    }]);
    expect(JSON.stringify(task)).not.toMatch(/initial|\$|reimburs|payment|severity|RAF|HCC|DRG/i);
  });

  it('also from a server that keeps no codes of others', () => {
    const task = asked();
    const bare = { ...task, input: task.input?.map((input) => ({ ...input, type: { text: input.type.text } })) };
    expect(queries(bare)).toEqual(queries(task));
  });

  it('from the companion server, where it names the EHR\'s resources by logical references', () => {
    const places = { ehr: EHR, companion: COMPANION };
    const stored = toCompanion(closed(asked(), { kind: 'option', index: 1 }), places, ENCOUNTER);
    expect(stored).toMatchObject({ for: { type: 'Patient', identifier: { system: EHR, value: PATIENT } }, focus: { reference: '#question' } });
    expect(JSON.stringify(stored)).not.toContain('"reference":"Observation/');
    const back = { ...fromCompanion(stored, places), id: `${COMPANION}/Task/t1` };
    const [here] = queries(closed(asked(), { kind: 'option', index: 1 }));
    expect(queries(back)).toEqual([{ ...here, source: { reference: `${COMPANION}/Task/t1`, version: null } }]);
  });
});

describe('what became of it', () => {
  it.each<[string, QueryChoice, string]>([
    ['one of the options', { kind: 'option', index: 1 }, 'Acute kidney injury'], ['one that asks for words', { kind: 'option', index: 2, text: 'Prerenal' }, 'Of another kind (please specify): Prerenal'], ['other words', { kind: 'other', text: 'Dehydration; repeat in a week' }, 'Dehydration; repeat in a week'], ['unable to determine', { kind: 'undetermined' }, 'Unable to determine'],
  ])('answered: %s', (_, choice, words) => {
    const task = closed(asked(), choice);
    expect(task.status).toBe('completed');
    expect(queries(task)).toMatchObject([{ status: 'answered', question, answer: { who: doctor.reference, whoName: doctor.name, at: '2026-11-21T08:00:00-06:00', choice, words } }]);
    expect(task.output?.find(({ type }) => type.text === 'response')?.valueReference).toEqual({ type: 'QuestionnaireResponse', identifier: { system: 'https://countersign.dev/fhir/step', value: 'response-key' } });
    const answer = response(choice);
    expect(answer).toMatchObject({
      status: 'completed', identifier: { value: 'response-key' }, questionnaire: 'https://countersign.dev/fhir/Questionnaire/k', subject: { reference: PATIENT }, encounter: { reference: ENCOUNTER }, authored: SIGNED_AT,
      author: { reference: doctor.reference }, extension: [{ valueReference: { reference: 'Task/t1' } }], item: [{ linkId: 'answer', text: question.question }, ...('text' in choice ? [{ linkId: 'other', answer: [{ valueString: choice.text }] }] : [])],
    });
    expect(answer).not.toHaveProperty('basedOn');
    expect(answer.item?.[0]?.answer?.[0]?.valueCoding?.code).toBe(task.output?.find(({ type }) => type.text === 'answer')?.valueCoding?.code);
  });

  it.each([
    ['taken back', closed(asked(), null), 'cancelled'], ['ticked off in the EHR\'s task list: nobody answered', { ...asked(), status: 'completed' }, 'cancelled'], ['rejected there', { ...asked(), status: 'rejected' }, 'cancelled'],
    ['received', { ...asked(), status: 'received' }, 'open'], ['put on hold', { ...asked(), status: 'on-hold' }, 'open'],
  ])('%s', (_, task, status) => { expect(queries(task)).toMatchObject([{ status, answer: null }]); });
});

describe('a Task that is not as we write it', () => {
  const task = asked();
  const [form] = task.contained ?? [];
  const withForm = (more: object) => ({ ...task, contained: [{ ...form, ...more }] });
  const withAnswer = (valueCoding: object) => ({ ...closed(task, { kind: 'undetermined' }), output: [{ type: { text: 'answer' }, valueCoding }] });

  it.each<[string, unknown]>([
    ['no Questionnaire', { ...task, contained: [] }], ['no title', withForm({ title: undefined })], ['no question', withForm({ item: [] })], ['items that are no list', withForm({ item: 5 })],
    ['no rule', { ...task, input: task.input?.filter(({ type }) => type.text !== 'rule') }], ['no status', { ...task, status: undefined }], ['a title that is a number', withForm({ title: 5 })],
    ['options that skip a number', withForm({ item: [{ linkId: 'answer', text: 'x', answerOption: [{ valueCoding: { code: 'option-2', display: 'x' } }] }] })],
    ['an answer that was not offered', withAnswer({ code: 'option-9' })], ['an answer of another system', withAnswer({ code: 'yes' })], ['other without words', withAnswer({ code: 'other' })],
  ])('with %s is left out, and its kind is partly read', (_, odd) => {
    const chart = read(odd, { ...asked(), id: 't2' });
    expect(chart.queries?.map((q) => q.source.reference)).toEqual(['Task/t2']);
    expect(chart.reads).toMatchObject([{ kind: 'Task', status: 'partial', why: expect.stringContaining('1 of 2') as string }]);
  });

  it('never throws, whatever stands in its place', () => {
    const anything = fc.oneof(fc.constant(null), fc.string(), fc.integer(), fc.boolean(), fc.array(fc.anything({ maxDepth: 2 }), { maxLength: 3 }), fc.dictionary(fc.string(), fc.anything({ maxDepth: 2 }), { maxKeys: 3 }));
    const intact = (odd: unknown): void => { expect(queries(odd, { ...asked(), id: 't2' }).map(({ source }) => source.reference)).toContain('Task/t2'); };
    fc.assert(fc.property(fc.constantFrom(...Object.keys(task)), anything, (name, value) => { intact({ ...closed(task, { kind: 'undetermined' }), [name]: value, resourceType: 'Task' }); }), { numRuns: 500 });
    fc.assert(fc.property(fc.constantFrom(...Object.keys(form ?? {})), anything, (name, value) => { intact({ ...task, contained: [{ ...form, [name]: value }] }); }), { numRuns: 500 });
  });
});
