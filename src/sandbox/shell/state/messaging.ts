/** SMART Web Messaging 1.0, the EHR's side: what an app may ask of its shell. */
export type AppRequest =
  | { readonly type: 'handshake' }
  /** `problem`: `Condition/id` that the app speaks of, where it names one. */
  | { readonly type: 'launch-activity'; readonly activity: string; readonly problem: string | null }
  | { readonly type: 'done' };

/** The one window that is listened to. */
export interface Correspondent {
  readonly source: unknown;
  readonly origin: string;
  readonly handle: string | null;
}

export interface Message {
  readonly id: string;
  /** Null where the message is none that this EHR knows. */
  readonly request: AppRequest | null;
}

/** What the app says; null for whatever comes from another window or origin, or without the handle of this launch. */
export function messageIn(event: Pick<MessageEvent<unknown>, 'data' | 'origin' | 'source'>, from: Correspondent): Message | null {
  if (from.handle === null || event.source === null || event.source !== from.source || event.origin !== from.origin) return null;
  if (!isRecord(event.data) || event.data['messagingHandle'] !== from.handle) return null;
  const { messageId, messageType, payload } = event.data;
  return typeof messageId === 'string' && messageId !== '' ? { id: messageId, request: requestIn(messageType, payload) } : null;
}

/** @param id of the message that is answered */
export function answerTo(id: string, done: boolean, why?: string): object {
  return {
    messageId: crypto.randomUUID(),
    responseToMessageId: id,
    additionalResponsesExpected: false,
    payload: { status: done ? 'success' : 'failure', ...(why === undefined ? {} : { statusDetail: { text: why } }) },
  };
}

function requestIn(type: unknown, payload: unknown): AppRequest | null {
  switch (type) {
    case 'status.handshake':
      return { type: 'handshake' };
    case 'ui.done':
      return { type: 'done' };
    case 'ui.launchActivity': {
      const { activityType: activity, activityParameters: parameters } = isRecord(payload) ? payload : {};
      const problem = isRecord(parameters) ? parameters['problemLocation'] : undefined;
      return typeof activity === 'string' ? { type: 'launch-activity', activity, problem: typeof problem === 'string' ? problem : null } : null;
    }
    default:
      return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
