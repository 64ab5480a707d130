import type { Bundle, Condition } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import type { LaunchReply, ShellUser } from '../../src/sandbox/contract.ts';
import { answerTo, messageIn } from '../../src/sandbox/shell/state/messaging.ts';
import { BACKENDS, clientOf, startEhr } from './support/ehr.ts';

const source = {} as MessageEventSource;
const from = { source, origin: 'http://localhost:4400', handle: 'h' };
const event = (data: unknown) => ({ source, origin: 'http://localhost:4400', data });

describe('what the shell hears of SMART Web Messaging', () => {
  it.each([
    ['status.handshake', {}, { type: 'handshake' }], ['ui.done', {}, { type: 'done' }],
    ['ui.launchActivity', { activityType: 'problem-review' }, { type: 'launch-activity', activity: 'problem-review', problem: null }],
    ['ui.launchActivity', { activityType: 'problem-review', activityParameters: { problemLocation: 'Condition/1' } }, { type: 'launch-activity', activity: 'problem-review', problem: 'Condition/1' }],
    ['ui.launchActivity', null, null], ['scratchpad.create', {}, null], [7, {}, null],
  ])('%s %j', (messageType, payload, request) => {
    expect(messageIn(event({ messageId: 'm', messagingHandle: 'h', messageType, payload }), from)).toEqual({ id: 'm', request });
  });

  it.each([null, 'text', [], { messageId: 'm' }, { messageId: 'm', messagingHandle: 'other' }, { messagingHandle: 'h' }])('nothing in %j', (data) => expect(messageIn(event(data), from)).toBeNull());

  it('nothing from another window, nor from another origin in the same one', () => {
    const data = { messageId: 'm', messagingHandle: 'h', messageType: 'ui.done', payload: {} };
    expect(messageIn({ ...event(data), origin: 'http://127.0.0.1:4400' }, from)).toBeNull();
    expect(messageIn({ ...event(data), source: {} as MessageEventSource }, from)).toBeNull();
    expect(messageIn({ ...event(data), source: null }, { ...from, source: null })).toBeNull();
  });

  it('nothing where no launch gave a handle', () => expect(messageIn(event({ messageId: 'm', messagingHandle: null }), { ...from, handle: null })).toBeNull());

  it('each answer names its message', () => {
    expect(answerTo('m', false, 'No.')).toMatchObject({ responseToMessageId: 'm', additionalResponsesExpected: false, payload: { status: 'failure', statusDetail: { text: 'No.' } } });
  });
});

describe.each(BACKENDS)('a diagnosis that a person enters in the EHR, in %s', (_where, start) => {
  it('is written as that person\'s, whatever is refused to apps', async () => {
    const backed = await start({ ehrProfile: 'epic' });
    const { ehr } = backed;
    const [user] = (await (await fetch(`${ehr.url}/sandbox/api/users`)).json()) as ShellUser[];
    const enter = (entry: object, patient = 'a') => fetch(`${ehr.url}/sandbox/api/patients/${patient}/diagnoses`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user: user?.id, encounter: 'a-visit', category: 'encounter-diagnosis', code: 'E11.22', text: 'Type 2 diabetes with kidney disease', ...entry }),
    });
    expect((await enter({})).status).toBe(204);
    const { text } = await clientOf(ehr)('GET', 'Condition?patient=a&code=E11.22');
    expect(JSON.parse(text)).toMatchObject({ total: 1, entry: [{ resource: { encounter: { reference: 'Encounter/a-visit' }, recorder: { reference: 'Practitioner/doc' }, verificationStatus: { coding: [{ code: 'confirmed' }] } } }] });
    for (const wrong of [{ user: 'nobody' }, { encounter: 'b-visit' }, { category: 'x' }, { encounter: null }, { code: 'nonsense' }, { text: ' ' }]) expect((await enter(wrong)).status).toBe(400);
    expect((await enter({}, 'zz')).status).toBe(404);
    await backed.close();
  });

  it('is taken off again by one, once, and off the visit\'s list with it; a problem stays a problem', async () => {
    const backed = await start({ ehrProfile: 'epic' });
    const { ehr } = backed;
    const [user] = (await (await fetch(`${ehr.url}/sandbox/api/users`)).json()) as ShellUser[];
    const post = (path: string, body: object, patient = 'a') => fetch(`${ehr.url}/sandbox/api/patients/${patient}/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ user: user?.id, ...body }) });
    const record = async () => ((await (await fetch(`${ehr.url}/sandbox/api/patients/a/record`)).json()) as Bundle).entry?.map(({ resource }) => resource) ?? [];
    const conditionOf = async (code: string) => (await record()).filter((each): each is Condition => each?.resourceType === 'Condition').find((each) => each.code?.coding?.[0]?.code === code);
    for (const [code, category] of [['E11.22', 'encounter-diagnosis'], ['I10', 'problem-list-item']] as const) await post('diagnoses', { encounter: 'a-visit', category, code, text: code });
    const condition = (await conditionOf('E11.22'))?.id;
    const problem = (await conditionOf('I10'))?.id;
    expect((await post('diagnoses/off', { condition })).status).toBe(204);
    expect(await conditionOf('E11.22')).toMatchObject({ verificationStatus: { coding: [{ code: 'entered-in-error' }] } });
    expect(await conditionOf('E11.22')).not.toHaveProperty('clinicalStatus');
    expect(JSON.stringify((await record()).filter((each) => each?.resourceType === 'Encounter'))).not.toContain(`Condition/${condition}`);
    for (const wrong of [{ condition }, { condition: problem }, { condition: 'none' }]) expect((await post('diagnoses/off', wrong)).status).toBe(404);
    expect((await post('diagnoses/off', { condition: problem }, 'zz')).status).toBe(404);
    for (const wrong of [{ condition, user: 'nobody' }, {}]) expect((await post('diagnoses/off', wrong)).status).toBe(400);
    await backed.close();
  });
});

it('a launch has a handle only where the shell listens', async () => {
  const launched = async (options: Parameters<typeof startEhr>[0]) => {
    const ehr = await startEhr(options);
    const reply = await fetch(`${ehr.url}/sandbox/api/launches`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ user: 'doc', patient: 'a' }) });
    await ehr.close();
    return ((await reply.json()) as LaunchReply).messaging;
  };
  expect(await launched({})).toBeNull();
  expect(await launched({ webMessaging: true })).toMatch(/^[\w-]{22}$/);
  expect(await launched({ ehrProfile: 'epic', webMessaging: false })).toBeNull();
});
