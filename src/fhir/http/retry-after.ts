/**
 * How long a `Retry-After` header asks to wait, in milliseconds; null where there is none or it cannot be read.
 * @param header seconds or an HTTP date (RFC 9110, 10.2.3)
 * @param now milliseconds since the epoch
 */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const words = header.trim();
  if (/^\d+$/.test(words)) return Number(words) * 1000;
  const date = Date.parse(words);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** Waits, and rejects with the signal's reason as soon as it is aborted. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) { reject(abortReason(signal)); return; }
    const stop = () => { clearTimeout(timer); reject(abortReason(signal)); };
    const timer = setTimeout(() => { signal?.removeEventListener('abort', stop); resolve(); }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

function abortReason(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new DOMException('Cancelled.', 'AbortError');
}
