import type { OpenReview, ReviewState } from './review-state.ts';
import type { Visit } from './visit.ts';
import { keepReview } from './open-review.ts';

/** Where the line stands, and whose review lies open. Whatever goes on beside the screen asks `isOpen` before it changes what is shown. */
export class Stage {
  readonly #onState: (state: ReviewState) => void;
  #state: ReviewState = { phase: 'launching' };
  #visit: Visit | null = null;

  constructor(onState: (state: ReviewState) => void) {
    this.#onState = onState;
  }

  get state(): ReviewState { return this.#state; }

  get visit(): Visit | null { return this.#visit; }

  go(state: ReviewState): void {
    this.#state = state;
    this.#onState(state);
  }

  enter(visit: Visit): void { this.#visit = visit; }

  leave(): void {
    this.#visit?.end();
    this.#visit = null;
  }

  isOpen(visit: Visit): boolean { return this.#visit === visit; }

  /** The open review in whatever phase it lies. */
  open(visit: Visit): OpenReview | null {
    return this.isOpen(visit) && 'open' in this.#state ? this.#state.open : null;
  }

  /** Changes what is known of the open review; the phase stays. */
  update(visit: Visit, change: (open: OpenReview) => OpenReview): void {
    const open = this.open(visit);
    if (open !== null && 'open' in this.#state) this.go({ ...this.#state, open: change(open) });
  }

  /** Back to the review, with what the person just did kept on this device. */
  review(visit: Visit, open: OpenReview): void {
    keepReview(visit, open);
    this.go({ phase: 'reviewing', open });
  }
}
