import type { Session } from '../session/contract.ts';

/** What the EHR does for the app over SMART Web Messaging 1.0. Nothing of it fails loudly: where it is not there, the app does without. */
export interface Messaging {
  /** Opens one of the EHR's own screens. False where the EHR does not, cannot, or does not answer within five seconds. */
  launchActivity(activity: string, parameters: object): Promise<boolean>;
  /** The app has nothing more to show: the EHR may close it. */
  done(): void;
}

/** What messaging needs of the page's window. */
export type MessagingWindow = Pick<Window, 'addEventListener' | 'removeEventListener'> & {
  readonly parent: Target | null;
  readonly opener: Target | null;
};
type Target = Pick<Window, 'postMessage'>;

/** In milliseconds. */
const LONGEST_ANSWER = 5000;

/**
 * Speaks to the window that embeds or opened the app, and to the very origin that the launch named (never `*`), and believes only
 * what that window at that origin answers to a message of ours. Without such a window nothing is sent.
 */
export function createMessaging({ handle, origin }: NonNullable<Session['messaging']>, page: MessagingWindow): Messaging {
  const target = targetOf(page);
  const send = (messageType: string, payload: object): string => {
    const messageId = crypto.randomUUID();
    target?.postMessage({ messagingHandle: handle, messageId, messageType, payload }, { targetOrigin: origin });
    return messageId;
  };
  return {
    async launchActivity(activity, parameters) {
      if (target === null) return false;
      return new Promise((resolve) => {
        const end = (opened: boolean): void => {
          clearTimeout(timer);
          page.removeEventListener('message', heard);
          resolve(opened);
        };
        const heard = (event: MessageEvent<unknown>): void => {
          if (event.source !== target || event.origin !== origin || !answers(event.data, messageId)) return;
          end(event.data.payload?.status === 'success');
        };
        const timer = setTimeout(() => end(false), LONGEST_ANSWER);
        page.addEventListener('message', heard);
        const messageId = send('ui.launchActivity', { activityType: activity, activityParameters: parameters });
      });
    },
    done: () => { send('ui.done', {}); },
  };
}

/** The window around an embedded app, else the one that opened it. */
function targetOf(page: MessagingWindow): Target | null {
  return page.parent !== null && (page.parent as unknown) !== page ? page.parent : page.opener;
}

interface Answer { readonly responseToMessageId: string; readonly payload?: { readonly status?: unknown } | null }

function answers(data: unknown, messageId: string): data is Answer {
  return typeof data === 'object' && data !== null && (data as { responseToMessageId?: unknown }).responseToMessageId === messageId;
}
