import type { Task } from 'fhir/r4';
import { beforeAll, describe, expect, it } from 'vitest';
import type { QueryChoice, StepId, WriteAction, WritePlan } from '../../src/domain/model/index.ts';
import { analyzeBundle, encounterTools, type EncounterTools } from '../../src/cli/encounter.ts';
import { encode } from '../../src/fhir/encode/index.ts';
import { loadKnowledge } from '../../src/knowledge/node/index.ts';
import { story } from '../support/fixtures.ts';
import { coder, doctor, generic } from '../support/writing.ts';

/** A question about body mass index, answered at the visit that asked it, as it stands in the record. */
const QUESTION = {
  rule: 'obesity-no-diagnosis', topic: 'obesity-no-diagnosis', title: 'Clinical significance of body mass index', question: 'Please document the clinical significance, if any, of this finding.',
  indicators: [{ text: 'Body mass index: 36.2 kg/m² on 2026-10-20', source: null }], options: ['Obesity, class 2', 'Overweight'], format: 'multiple-choice',
} as const;

let tools: EncounterTools;
beforeAll(async () => { tools = await encounterTools(await loadKnowledge()); });

const OBESITY = story('obesity-silent').whole;

function answeredTask(choice: QueryChoice, encounter: string): Task {
  const context = (who: WritePlan['who'], at: string) => ({
    plan: { purpose: 'query', event: 'q1', who, at, patient: 'Patient/obesity-silent', encounter: { reference: encounter, version: '1' }, mode: 'single', steps: [], cannot: [] } as const, profile: generic, written: () => null,
  });
  const step = (action: WriteAction) => encode({ id: 's' as StepId, key: 'k', action, to: 'ehr', handOver: null, after: [], says: '' });
  const [asking, closing] = [step({ kind: 'send-query', question: QUESTION, owners: [] }), step({ kind: 'close-query', task: { reference: 'Task/q1', version: '1' }, answer: { question: QUESTION, choice, response: null } })];
  if (asking.kind !== 'create' || closing.kind !== 'update') throw new Error('A question is created, then closed.');
  const task = { ...(asking.resource(context(coder, '2026-10-14T11:00:00-05:00')) as Task), id: 'q1', meta: { versionId: '2' } };
  return closing.change(task, context(doctor, '2026-10-16T08:00:00-05:00')).resource as Task;
}

async function analyzed(choice: QueryChoice | null, at = 'Encounter/obesity-silent-visit') {
  const entry = [...(OBESITY.entry ?? []), ...(choice === null ? [] : [{ fullUrl: 'https://ehr.test/fhir/Task/q1', resource: answeredTask(choice, at) }])];
  return analyzeBundle(JSON.parse(JSON.stringify({ ...OBESITY, entry })) as Record<string, unknown>, {}, tools);
}

const codes = ({ suggestions }: Awaited<ReturnType<typeof analyzed>>): readonly string[] => suggestions.filter(({ action }) => action === 'add').map(({ code }) => code);

describe('an answer to a question', () => {
  it('is the provider\'s word: its code is suggested, and cites the answer', async () => {
    expect(codes(await analyzed(null))).not.toContain('E66.812');
    const { suggestions, queries } = await analyzed({ kind: 'option', index: 0 });
    expect(suggestions.find(({ code }) => code === 'E66.812')).toMatchObject({ action: 'add', evidence: expect.arrayContaining([expect.objectContaining({ kind: 'quote', document: 'Task/q1', quote: 'Obesity, class 2' })]) as unknown });
    expect(queries.map(({ rule }) => rule)).not.toContain('obesity-no-diagnosis');
  });

  it('in other words is read as a note is: what is denied yields no code', async () => {
    expect(codes(await analyzed({ kind: 'other', text: 'Class 2 obesity' }))).toContain('E66.812');
    expect(codes(await analyzed({ kind: 'other', text: 'No obesity; muscular build' })).filter((code) => code.startsWith('E66'))).toEqual([]);
  });

  it('that cannot be determined, or was given at another visit, yields none', async () => {
    expect(codes(await analyzed({ kind: 'undetermined' })).filter((code) => code.startsWith('E66'))).toEqual([]);
    expect(codes(await analyzed({ kind: 'option', index: 0 }, 'Encounter/elsewhere')).filter((code) => code.startsWith('E66'))).toEqual([]);
  });
});
