import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReviewState } from '../../src/app/review-state.ts';
import type { IdleClock } from '../../src/ui/state/idle.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import { watchIdle } from '../../src/ui/state/idle.ts';
import { watchLeaving } from '../../src/ui/state/leaving.ts';
import { fakeSession, MemoryStore, OBESITY } from '../support/app-fakes.ts';
import { open, type Screen } from '../support/screen.ts';
import { decided, openReview, planOf, playedLine, step } from './states.ts';

let screen: Screen;
beforeEach(() => { Element.prototype.scrollIntoView = () => undefined; });
afterEach(() => { screen.close(); vi.unstubAllGlobals(); });

const reviewing: ReviewState = { phase: 'reviewing', open: decided(openReview(), OBESITY) };
const locked: ReviewState = { phase: 'locked', userName: 'Dr. Ada Example', resume: { ehr: 'https://ehr.example/fhir', where: { patient: 'p1', encounter: 'e1' } } };
const MINUTE = 60_000;

/** Time that stands until a test moves it. */
class StillClock implements IdleClock {
  #now = 0;
  #timers: { at: number; act: () => void }[] = [];
  touch: () => void = () => undefined;
  see: () => void = () => undefined;
  now(): number { return this.#now; }
  after(milliseconds: number, act: () => void): () => void {
    const timer = { at: this.#now + milliseconds, act };
    this.#timers.push(timer);
    return () => { this.#timers = this.#timers.filter((each) => each !== timer); };
  }
  onHand(heard: () => void): () => void { this.touch = heard; return () => { this.touch = () => undefined; }; }
  onSight(seen: () => void): () => void { this.see = seen; return () => { this.see = () => undefined; }; }
  /** Timers run as time passes; a browser that sleeps runs none. */
  pass(milliseconds: number, asleep = false): void {
    const end = this.#now + milliseconds;
    for (let next = asleep ? undefined : this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#now = Math.max(this.#now, next.at);
      this.#timers = this.#timers.filter((each) => each !== next);
      next.act();
    }
    this.#now = end;
  }
  #next(end: number): { at: number; act: () => void } | undefined {
    return this.#timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
  }
}

async function watched(state: ReviewState, policy = DEFAULT_POLICY): Promise<{ clock: StillClock; line: ReturnType<typeof playedLine>; readonly locks: () => number }> {
  const line = playedLine(state, { lock: () => { line.go(locked); } });
  screen = await open({}, { start: line.start, policy });
  const clock = new StillClock();
  watchIdle(screen.app, clock);
  return { clock, line, locks: () => line.asked.filter(([method]) => method === 'lock').length };
}

describe('the idle lock', () => {
  it('warns thirty seconds before, locks after the site’s minutes', async () => {
    const { clock, locks } = await watched(reviewing);
    clock.pass(9 * MINUTE + 29_000);
    expect(screen.app.lockingSoon.value).toBe(false);
    clock.pass(2000);
    await screen.settle();
    expect(screen.element.querySelector('.locking-soon [role=alert]')?.textContent).toContain('Locks in less than 30 seconds');
    clock.pass(30_000);
    expect(locks()).toBe(1);
    await screen.settle();
    expect(screen.element.querySelector('.locking-soon')).toBeNull();
  });

  it('starts anew with every key, pointer and scroll, also after the warning', async () => {
    const { clock, locks } = await watched(reviewing);
    clock.pass(9 * MINUTE + 45_000);
    clock.touch();
    expect(screen.app.lockingSoon.value).toBe(false);
    expect(screen.app.live.value).toBe('Still open.');
    clock.pass(9 * MINUTE);
    expect(locks()).toBe(0);
    clock.pass(MINUTE);
    expect(locks()).toBe(1);
  });

  it('counts the time that passed unseen, also where no timer ran', async () => {
    const { clock, locks } = await watched(reviewing);
    clock.pass(60 * MINUTE, true);
    expect(locks()).toBe(0);
    clock.see();
    expect(locks()).toBe(1);
  });

  it('waits for what is being written, then locks', async () => {
    const plan = planOf([step('c', 'Add it')]);
    const { clock, line, locks } = await watched({ phase: 'writing', open: openReview(), plan, receipts: [] });
    clock.pass(11 * MINUTE);
    expect(locks()).toBe(0);
    line.go({ phase: 'done', open: openReview(), plan, receipts: [] });
    clock.pass(1000);
    expect(locks()).toBe(1);
  });

  it('does not lock where nothing of a record is shown, nor where the site wants none', async () => {
    const { clock, locks } = await watched({ phase: 'launching' });
    clock.pass(60 * MINUTE);
    expect(locks()).toBe(0);
    screen.close();
    const never = await watched(reviewing, { ...DEFAULT_POLICY, idleMinutes: null });
    never.clock.pass(60 * MINUTE);
    expect(never.locks()).toBe(0);
  });

  it('locks where reading failed, too: who tries again reads the record with the sign-in of whoever left', async () => {
    const { session, where } = openReview();
    const stopped = { phase: 'stopped', at: 'reading', kind: 'failed', message: 'It failed.', whatToDo: 'Try again.', launch: null } as const;
    const { clock, locks } = await watched({ ...stopped, resume: { session, where } });
    clock.pass(10 * MINUTE);
    expect(locks()).toBe(1);
    screen.close();
    const launching = await watched({ ...stopped, at: 'launching', resume: null });
    launching.clock.pass(60 * MINUTE);
    expect(launching.locks()).toBe(0);
  });

  it('signs out of the list of patients, where there is no visit to come back to', async () => {
    const line = playedLine({ phase: 'picking', session: fakeSession({ patient: null, encounter: null }) });
    screen = await open({}, { start: line.start });
    const clock = new StillClock();
    watchIdle(screen.app, clock);
    clock.pass(10 * MINUTE);
    expect(line.asked.map(([method]) => method)).toEqual(['signOut']);
  });

  it('leaves nothing of the record on the screen, and says what is kept and how to come back', async () => {
    const { line } = await watched(reviewing);
    await screen.press('o');
    await screen.click('1 note read');
    line.go(locked);
    await screen.settle();
    expect(document.body.innerHTML).not.toMatch(/Rosa|1971|E66|I50|E11|obes|diabet|heart|Progress note|Office visit|p1|e1"/i);
    expect(document.title).not.toMatch(/Rosa/);
    expect(screen.text()).toContain('Decisions that are not signed are kept for you, encrypted on this device.');
    expect(screen.text()).toContain('Dr. Ada Example');
    expect(screen.button('Sign in again').getAttribute('href')).toBe('launch.html?ehr=https%3A%2F%2Fehr.example%2Ffhir');
  });
});

describe('signing in again after the lock', () => {
  const again = async (store: MemoryStore, session = fakeSession({ mode: 'standalone', patient: null, encounter: null })): Promise<readonly unknown[]> => {
    const line = playedLine({ phase: 'picking', session });
    screen = await open({}, { start: line.start, tab: store });
    return line.asked.filter(([method]) => method === 'pick');
  };
  const lockedStore = async (): Promise<MemoryStore> => {
    const store = new MemoryStore();
    const line = playedLine(reviewing);
    screen = await open({}, { start: line.start, tab: store });
    line.go(locked);
    screen.close();
    return store;
  };

  it('comes back to the same visit for the same person, once', async () => {
    const store = await lockedStore();
    expect(await again(store)).toEqual([['pick', { patient: 'p1', encounter: 'e1' }]]);
    screen.close();
    expect(await again(store)).toEqual([]);
  });

  it('asks anybody else for patient and visit', async () => {
    const other = { reference: 'Practitioner/other', name: 'Dr. Other', role: 'clinician' } as const;
    const store = await lockedStore();
    expect(await again(store, fakeSession({ mode: 'standalone', patient: null, encounter: null, user: other }))).toEqual([]);
    expect(screen.text()).toContain('Choose a patient');
    screen.close();
    expect(await again(store)).toEqual([]);
  });

  it('does not lead from one patient of the EHR to another', async () => {
    expect(await again(await lockedStore(), fakeSession({ patient: 'p2', encounter: null }))).toEqual([]);
  });
});

describe('signing out', () => {
  const leave = async (unsent: () => Promise<number>, more: Parameters<typeof openReview>[0] = {}): Promise<ReturnType<typeof playedLine>> => {
    const line = playedLine({ phase: 'reviewing', open: openReview(more) }, { unsent, signOut: async () => { line.go({ phase: 'signed-out', unsent: await unsent() }); } });
    screen = await open({}, { start: line.start });
    await screen.click('1 note read');
    await screen.click('Sign out');
    return line;
  };

  it('is done at once where everything was sent', async () => {
    await leave(async () => 0);
    expect(screen.element.querySelector('h1')?.textContent).toBe('Signed out');
    expect(screen.text()).not.toContain('no end yet');
    expect(document.body.innerHTML).not.toMatch(/Rosa|E66|obes/i);
  });

  it('warns where something is not sent, says that it stays, and goes on only when told to', async () => {
    const line = await leave(async () => 2);
    expect(screen.text()).toContain('2 signed steps have no end yet.');
    expect(screen.text()).toContain('stays encrypted on this device until you sign in again');
    expect(line.asked.map(([method]) => method)).not.toContain('signOut');
    await screen.click('Sign out all the same');
    expect(screen.element.querySelector('h1')?.textContent).toBe('Signed out');
    expect(screen.text()).toContain('2 signed steps have no end yet.');
    expect(screen.button('Sign in again').getAttribute('href')).toContain('launch.html?ehr=');
  });

  it('can be left off', async () => {
    const line = await leave(async () => 1);
    await screen.click('Stay signed in');
    expect(line.asked.map(([method]) => method)).not.toContain('signOut');
    expect(screen.element.querySelector('.card')).not.toBeNull();
  });

  it('does not call it sent where that cannot be told, nor kept where nothing is', async () => {
    await leave(() => Promise.reject(new Error('blocked')), { remembering: { signed: 'ehr', unsigned: 'nowhere' } });
    expect(screen.text()).toContain('It cannot be told whether everything you signed has its end.');
    expect(screen.text()).toContain('is lost when the page closes');
  });
});

describe('closing the page', () => {
  const asks = async (state: ReviewState): Promise<boolean> => {
    screen = await open({}, { start: playedLine(state).start });
    const end = watchLeaving(screen.app, globalThis.window);
    const event = new Event('beforeunload', { cancelable: true });
    globalThis.window.dispatchEvent(event);
    end();
    return event.defaultPrevented;
  };
  const plan = planOf([step('c', 'Add it')]);

  it('is asked about while something is being written', async () => {
    expect(await asks({ phase: 'writing', open: openReview(), plan, receipts: [] })).toBe(true);
  });

  it('is asked about while something signed has no end', async () => {
    expect(await asks({ phase: 'reviewing', open: openReview({ unfinished: { plan, receipts: [] } }) })).toBe(true);
  });

  it('is not, where nothing waits', async () => {
    expect(await asks(reviewing)).toBe(false);
  });
});

describe('cards in sight', () => {
  it('are told to the line where the browser cannot say what is in sight', async () => {
    vi.stubGlobal('IntersectionObserver', undefined);
    delete (globalThis as { IntersectionObserver?: unknown }).IntersectionObserver;
    const line = playedLine(reviewing);
    screen = await open({}, { start: line.start });
    expect(line.asked.filter(([method]) => method === 'shown').flatMap(([, ids]) => ids)).toEqual(['remove:I50.9', 'specify:E11.22', 'add:E66.811']);
  });

  it('are told once, when enough of them is in sight', async () => {
    const watchers: { tell: IntersectionObserverCallback; watched: Element[] }[] = [];
    vi.stubGlobal('IntersectionObserver', class {
      readonly #one: { tell: IntersectionObserverCallback; watched: Element[] };
      constructor(tell: IntersectionObserverCallback) { this.#one = { tell, watched: [] }; watchers.push(this.#one); }
      observe(element: Element): void { this.#one.watched.push(element); }
      unobserve(element: Element): void { this.#one.watched = this.#one.watched.filter((each) => each !== element); }
    });
    const line = playedLine(reviewing);
    screen = await open({}, { start: line.start });
    const watcher = watchers[0];
    if (watcher === undefined) throw new Error('nothing is watched');
    const seen = (target: Element | undefined, intersectionRatio: number, height: number): IntersectionObserverEntry => ({ target, isIntersecting: intersectionRatio > 0, intersectionRatio, intersectionRect: { height } }) as unknown as IntersectionObserverEntry;
    const [first, second, third] = watcher.watched;
    const shown = (): readonly unknown[] => line.asked.filter(([method]) => method === 'shown');
    watcher.tell([seen(first, 0.5, 90), seen(second, 0.02, 4), seen(third, 0.1, 60)], {} as IntersectionObserver);
    expect(shown()).toEqual([['shown', ['remove:I50.9', 'add:E66.811']]]);
    expect(watcher.watched).toEqual([second]);
  });
});
