import type { FhirResource, Provenance, QuestionnaireResponse, Task } from 'fhir/r4';
import { beforeEach, describe, expect, it } from 'vitest';
import type { QueryFact, ServerProfile } from '../../src/domain/model/index.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import { planAnswer, planFollowUp, planQuestion } from '../../src/domain/writeback/index.ts';
import { decode } from '../../src/fhir/decode/index.ts';
import { answered, sent } from '../support/queries.ts';
import { chart, coder } from '../support/writing.ts';
import type { Hapi } from './hapi.ts';
import { AROUND_THE_WARD, connect, emptyHapi, load, never } from './hapi.ts';

/** Contained resources, a logical reference forward, and the single identifier of a response are where servers differ. */
describe.each([['in one transaction', { transaction: true }], ['one by one', { transaction: false }]] as const)('a question and its answer, %s', (_, how) => {
  beforeEach(async () => {
    await emptyHapi();
    const more: readonly FhirResource[] = [
      { resourceType: 'Practitioner', id: 'coder' },
      { resourceType: 'Encounter', id: 'e1', status: 'in-progress', class: { code: 'AMB' }, subject: { reference: 'Patient/p1' } },
      ...['egfr1', 'egfr2'].map((id): FhirResource => ({ resourceType: 'Observation', id, status: 'final', code: { text: 'eGFR' }, subject: { reference: 'Patient/p1' } })),
    ];
    await load([...AROUND_THE_WARD, ...more]);
  });

  it.each([['nothing lost', 0, 0], ['each answer lost', 1, 3]] as const)('%s: is written once, reads back, and is not doubled when it is sent again', async (__, askLost, answerLost) => {
    const asking = await connect({ lose: askLost });
    const profile: ServerProfile = { ...asking.profile, ...how };
    const question = planQuestion({ query: sent(), chart: chart(), profile });
    expect((await asking.writer(profile).send(question, () => undefined, never)).map((r) => r.outcome)).toEqual(['written', 'written']);
    expect((await asking.writer(profile).send(question, () => undefined, never)).map((r) => r.outcome)).toEqual(['written', 'written']);
    const query = await only(asking);
    expect(query).toMatchObject({ status: 'open', question: sent().question });

    const reminding = planFollowUp({ query, who: coder, at: '2026-11-24T09:00:00-06:00', id: 'f1', chart: chart({ queries: [query] }), profile, how: 'remind', policy: DEFAULT_POLICY.queries });
    for (const sending of [reminding, reminding]) expect((await asking.writer(profile).send(sending, () => undefined, never)).map((r) => r.outcome)).toEqual(['written', 'written']);
    const reminded = await only(asking);
    expect(reminded).toMatchObject({ status: 'open', reminded: '2026-11-24T09:00:00-06:00', question: query.question });
    /** Beside the Task a message each: that it was asked, that it was reminded of. */
    expect(await asking.all('Communication')).toHaveLength(2);

    const answering = await connect({ lose: answerLost });
    const plan = planAnswer({ signed: answered({ kind: 'other', text: 'Dehydration' }, { query: reminded }), chart: chart({ queries: [reminded] }), profile });
    let receipts = await answering.writer(profile).send(plan, () => undefined, never);
    if (receipts.some((r) => r.outcome !== 'written')) receipts = await answering.writer(profile).send(plan, () => undefined, never, receipts.filter((r) => r.outcome === 'written'));
    expect(receipts.map((r) => [r.step, r.outcome])).toEqual(receipts.map((r) => [r.step, 'written']));
    expect(await only(asking)).toMatchObject({ status: 'answered', answer: { choice: { kind: 'other' }, words: 'Dehydration' } });
    const [response, ...more] = await asking.all<QuestionnaireResponse>('QuestionnaireResponse');
    expect(more).toEqual([]);
    expect(response).toMatchObject({ status: 'completed', questionnaire: query.questionnaire, item: [{ linkId: 'answer' }, { linkId: 'other' }] });
    expect((await asking.all<Provenance>('Provenance')).map(({ target }) => target[0]?.reference?.split('/_history')[0])).toEqual([`QuestionnaireResponse/${response?.id}`]);

    const second = planAnswer({ signed: answered({ kind: 'undetermined' }, { query: reminded, id: 'w2' }), chart: chart({ queries: [reminded] }), profile });
    const [closing, ...rest] = await answering.writer(profile).send(second, () => undefined, never);
    expect(closing).toMatchObject({ outcome: 'refused', conflict: { seen: reminded.source.version } });
    expect(rest.map((r) => r.outcome)).not.toContain('written');
    expect(await asking.all('QuestionnaireResponse')).toHaveLength(1);
  });
});

async function only(hapi: Hapi): Promise<QueryFact> {
  const tasks = await hapi.all<Task>('Task');
  expect(tasks).toHaveLength(1);
  const { queries = [] } = decode({ base: hapi.http.base, patient: 'Patient/p1', encounter: 'Encounter/e1', resources: [...tasks], attachments: [], reads: [], readAt: '2026-11-20T10:00:00-06:00' });
  const [query] = queries;
  if (query === undefined) throw new Error('The question does not read back.');
  return query;
}
