import type { LogEvent } from '../domain/model/index.ts';
import type { AuditLog } from '../store/contract.ts';
import type { Clock } from './parts.ts';

/**
 * What one review tells the log: in the order in which it happened, each with its own time, and without keeping the person waiting.
 * An event that could not be stored waits at the head of the queue and is tried again, so that none is lost or overtaken.
 */
export class Journal {
  readonly #log: AuditLog;
  readonly #about: { readonly who: string; readonly patient: string; readonly encounter: string };
  readonly #clock: Clock;
  readonly #waiting: { readonly at: string; readonly events: readonly LogEvent[] }[] = [];
  #writing: Promise<void> | null = null;

  constructor(log: AuditLog, about: { readonly who: string; readonly patient: string; readonly encounter: string }, clock: Clock) {
    this.#log = log;
    this.#about = about;
    this.#clock = clock;
  }

  tell(...events: readonly LogEvent[]): void {
    if (events.length === 0) return;
    this.#waiting.push({ at: this.#clock.now(), events });
    void this.settled();
  }

  /** Whether everything told so far stands in the log; a last try is made. */
  async settled(): Promise<boolean> {
    this.#writing ??= this.#write();
    await this.#writing;
    return this.#waiting.length === 0;
  }

  /** Tells what may only happen once it stands in the log. False: it does not stand there, and is taken back. */
  async first(event: LogEvent): Promise<boolean> {
    const told = { at: this.#clock.now(), events: [event] };
    this.#waiting.push(told);
    let stands = await this.settled();
    /** Somebody else's try may have it in hand by now: what may still be stored cannot be taken back. */
    while (!stands && this.#writing !== null) stands = await this.settled();
    if (stands) return true;
    const index = this.#waiting.indexOf(told);
    if (index >= 0) this.#waiting.splice(index, 1);
    return index < 0;
  }

  async #write(): Promise<void> {
    /** Not before the caller holds this promise: it is cleared below. */
    await Promise.resolve();
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      try {
        await this.#log.append({ ...this.#about, at: next.at }, next.events);
      } catch {
        /** It stays first in the queue; `settled` and `first` tell those who have to know before anything is signed. */
        break;
      }
      this.#waiting.shift();
    }
    this.#writing = null;
  }
}
