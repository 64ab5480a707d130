/** What tabs tell each other: that something changed, by its hashed name. Never content. */
export type Signal = { readonly kind: 'outbox' } | { readonly kind: 'review'; readonly name: string };

export interface Signals {
  tell(signal: Signal): void;
  /** @returns a function that ends it */
  listen(heard: (signal: Signal) => void): () => void;
  close(): void;
}

/** The part of a BroadcastChannel that is used. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', heard: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** @param channel null where the browser has none: then no tab hears of another */
export function signalsOver(channel: Channel | null): Signals {
  const listeners = new Set<(signal: Signal) => void>();
  channel?.addEventListener('message', ({ data }) => {
    if (isSignal(data)) listeners.forEach((heard) => heard(data));
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target: it reaches its own origin only
    tell: (signal) => channel?.postMessage(signal),
    listen(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    close() {
      listeners.clear();
      channel?.close();
    },
  };
}

function isSignal(data: unknown): data is Signal {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false;
  return data.kind === 'outbox' || (data.kind === 'review' && 'name' in data && typeof data.name === 'string');
}
