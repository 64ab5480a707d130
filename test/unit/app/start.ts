import { expect } from 'vitest';
import type { ReviewState } from '../../../src/app/review-state.ts';
import type { ReviewLine } from '../../../src/app/review-line.ts';
import { startReview } from '../../../src/app/review.ts';
import { fakeChart, fakeEngine, fakeParts, OBESITY, WHOLE } from '../../support/app-fakes.ts';

export const TO_ENCOUNTER = { kind: 'accept', target: 'encounter-diagnosis' } as const;

/** A review under way, and ways to look at it. */
export interface Started {
  readonly line: ReviewLine;
  readonly states: readonly ReviewState[];
  readonly phases: () => string[];
  readonly now: () => ReviewState;
  readonly open: () => Extract<ReviewState, { open: unknown }>['open'];
  readonly until: (phase: ReviewState['phase']) => Promise<void>;
}

export function start(more: Parameters<typeof fakeParts>[0] = {}): Started {
  const states: ReviewState[] = [];
  const line = startReview(fakeParts({ engine: fakeEngine(fakeChart({ reads: WHOLE })), ...more }), (state) => states.push(state));
  const now = (): ReviewState => {
    const last = states.at(-1);
    if (last === undefined) throw new Error('The review has not begun.');
    return last;
  };
  return {
    line, states, now, phases: () => states.map((state) => state.phase),
    open: () => {
      const state = now();
      if (!('open' in state)) throw new Error(`No review is open while ${state.phase}.`);
      return state.open;
    },
    until: async (phase) => {
      for (let turn = 0; turn < 500 && now().phase !== phase; turn++) await settle();
      expect(now().phase).toBe(phase);
    },
  };
}

export async function signObesity({ line, until }: Pick<Started, 'line' | 'until'>): Promise<void> {
  await until('reviewing');
  line.decide(OBESITY.id, TO_ENCOUNTER);
  line.toCountersign();
  await line.sign([OBESITY.id]);
}

/** Lets everything that waits for no outside run to its end. */
export function settle(): Promise<void> {
  return new Promise((done) => { setTimeout(done, 0); });
}
