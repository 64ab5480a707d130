import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MessagingWindow } from '../../../src/fhir/messaging/index.ts';
import { createMessaging } from '../../../src/fhir/messaging/index.ts';

const ORIGIN = 'https://ehr.test';
const launched = { handle: 'handle-1', origin: ORIGIN };

interface Message { readonly messagingHandle: string; readonly messageId: string; readonly messageType: string; readonly payload: object }

/** A page with a window around it; `hear` is what the page is told. */
function page(embedded = true) {
  const sent: { message: Message; options: unknown }[] = [];
  const target = { postMessage: (message: Message, options: unknown) => { sent.push({ message, options }); } };
  const heard = new Set<(event: MessageEvent) => void>();
  const window = {
    parent: embedded ? target : null, opener: null as unknown,
    addEventListener: (_: string, hear: (event: MessageEvent) => void) => { heard.add(hear); },
    removeEventListener: (_: string, hear: (event: MessageEvent) => void) => { heard.delete(hear); },
  };
  const hear = (data: unknown, from: { readonly source?: object; readonly origin?: string } = {}) => { for (const each of heard) each({ data, source: target, origin: ORIGIN, ...from } as MessageEvent); };
  return { window: window as unknown as MessagingWindow, sent, hear, heard, target };
}

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const success = (messageId: string | undefined) => ({ messageId: 'm2', responseToMessageId: messageId, additionalResponsesExpected: false, payload: { status: 'success' } });

describe('an activity of the EHR', () => {
  it('is asked for by handle, at exactly the origin of the launch, and opened', async () => {
    const { window, sent, hear, heard } = page();
    const opening = createMessaging(launched, window).launchActivity('problem-review', { problemLocation: 'x' });
    expect(sent).toMatchObject([{
      message: { messagingHandle: 'handle-1', messageType: 'ui.launchActivity', payload: { activityType: 'problem-review', activityParameters: { problemLocation: 'x' } } },
      options: { targetOrigin: ORIGIN },
    }]);
    expect(sent[0]?.message.messageId).toMatch(/^[0-9a-f-]{36}$/);
    hear(success(sent[0]?.message.messageId));
    expect(await opening).toBe(true);
    expect(heard.size).toBe(0);
  });

  it.each([
    ['another origin', { origin: 'https://evil.test' }, {}],
    ['another window', { source: {} }, {}],
    ['an answer to another message', {}, { responseToMessageId: 'another' }],
  ])('%s is not heard, and the true answer after it still is', async (_, from, more) => {
    const { window, sent, hear } = page();
    const opening = createMessaging(launched, window).launchActivity('problem-review', {});
    const answer = success(sent[0]?.message.messageId);
    hear({ ...answer, ...more }, from);
    hear({ ...answer, payload: { status: 'failure' } });
    expect(await opening).toBe(false);
  });

  it.each([null, undefined, 'x', 7, [], {}, { payload: { status: 'success' } }])('odd words (%j) are not heard', async (data) => {
    const { window, hear } = page();
    const opening = createMessaging(launched, window).launchActivity('problem-review', {});
    hear(data);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await opening).toBe(false);
  });

  it.each([{ payload: { status: 'error' } }, { payload: {} }, { payload: null }, {}])('an answer that is no success (%j) is false', async (more) => {
    const { window, sent, hear } = page();
    const opening = createMessaging(launched, window).launchActivity('problem-review', {});
    hear({ responseToMessageId: sent[0]?.message.messageId, ...more });
    expect(await opening).toBe(false);
  });

  it('without an answer is given up after five seconds', async () => {
    const { window, heard } = page();
    const opening = createMessaging(launched, window).launchActivity('problem-review', {});
    await vi.advanceTimersByTimeAsync(4999);
    expect(heard.size).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect([await opening, heard.size]).toEqual([false, 0]);
  });

  it('is asked of the window that opened the app where none is around it', async () => {
    const { window, sent, hear, target } = page(false);
    Object.assign(window, { parent: window, opener: target });
    const opening = createMessaging(launched, window).launchActivity('problem-review', {});
    hear(success(sent[0]?.message.messageId));
    expect(await opening).toBe(true);
  });

  it('is not there where no window is: false, and nothing is sent', async () => {
    const { window, sent } = page(false);
    const messaging = createMessaging(launched, window);
    messaging.done();
    expect(await messaging.launchActivity('problem-review', {})).toBe(false);
    expect(sent).toEqual([]);
  });
});

it('says when it is done', () => {
  const { window, sent } = page();
  createMessaging(launched, window).done();
  expect(sent).toMatchObject([{ message: { messagingHandle: 'handle-1', messageType: 'ui.done' }, options: { targetOrigin: ORIGIN } }]);
});
