import type { ReviewState } from '../../app/review-state.ts';
import type { App } from './app.ts';

/** Time as the lock counts it, and what starts it anew; a browser's or a test's. */
export interface IdleClock {
  /** Milliseconds that never go back, whatever becomes of the machine's clock. */
  now(): number;
  /** @returns a function that takes it back */
  after(milliseconds: number, act: () => void): () => void;
  /** A key, a pointer, a scroll by hand. @returns a function that ends it */
  onHand(heard: () => void): () => void;
  /** The page came into sight again: time that passed unseen counts, though a browser may not have run a timer in it. */
  onSight(seen: () => void): () => void;
}

/** Seconds between the warning and the lock: a person has more than the 20 that WCAG 2.2.1 asks for. */
const WARNING = 30;

/**
 * Locks after the site's minutes without a hand on it, and says so before. A shared workstation shows nobody's record to the next person.
 * @returns a function that ends the watch
 */
export function watchIdle(app: App, clock: IdleClock): () => void {
  const { idleMinutes } = app.policy;
  if (idleMinutes === null) return nothing;
  const limit = idleMinutes * 60_000;
  const warnAt = Math.max(0, limit - WARNING * 1000);
  let last = clock.now();
  let cancel = nothing;
  const look = (): void => {
    cancel();
    const { value } = app.state;
    if (!showsRecord(value)) { last = clock.now(); app.lockingSoon.value = false; }
    const idle = clock.now() - last;
    /** What is being sent is waited for: its receipts belong to the person who signed. */
    if (idle >= limit && value.phase !== 'writing') { leave(app); last = clock.now(); app.lockingSoon.value = false; }
    if (idle >= warnAt && idle < limit) app.lockingSoon.value = true;
    cancel = clock.after(idle < warnAt ? warnAt - idle : idle < limit ? limit - idle : 1000, look);
  };
  const touched = (): void => {
    last = clock.now();
    if (!app.lockingSoon.value) return;
    app.lockingSoon.value = false;
    app.say('Still open.');
    look();
  };
  const ends = [clock.onHand(touched), clock.onSight(look), app.state.subscribe(() => { if (app.lockingSoon.peek()) look(); })];
  look();
  return () => { cancel(); for (const end of ends) end(); };
}

function nothing(): void { /* no timer is set, so there is none to take back */ }

/** In the picker there is no visit to come back to: whoever is next signs in anew. */
function leave(app: App): void {
  if (app.state.value.phase === 'picking') void app.line.signOut();
  else app.line.lock();
}

/** A record, or a list of patients, is on the screen or held for it, or can be read again with the sign-in that is still there. */
function showsRecord(state: ReviewState): boolean {
  return 'open' in state || (state.phase === 'stopped' && state.resume !== null) || state.phase === 'picking' || state.phase === 'reading' || state.phase === 'analysing';
}

export function browserIdle(): IdleClock {
  return {
    now: steady(),
    after: (milliseconds, act) => { const timer = setTimeout(act, milliseconds); return () => clearTimeout(timer); },
    onHand: (heard) => listen(['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'], (event) => { if (!isStill(event)) heard(); }),
    onSight: (seen) => listen(['visibilitychange', 'resume'], () => { if (document.visibilityState === 'visible') seen(); }),
  };
}

function listen(kinds: readonly string[], heard: (event: Event) => void): () => void {
  for (const kind of kinds) document.addEventListener(kind, heard, { capture: true, passive: true });
  return () => { for (const kind of kinds) document.removeEventListener(kind, heard, { capture: true }); };
}

/** The page scrolls by itself, too, and moves under a pointer that lies still: neither is a hand. */
function isStill(event: Event): boolean {
  return event instanceof PointerEvent && event.type === 'pointermove' && event.movementX === 0 && event.movementY === 0;
}

/** The machine's clock can be set back, and the page's own may stand still while the machine sleeps: the one that went further counts. */
function steady(): () => number {
  let [wall, own, passed] = [Date.now(), performance.now(), 0];
  return () => {
    const [nowWall, nowOwn] = [Date.now(), performance.now()];
    passed += Math.max(nowWall - wall, nowOwn - own, 0);
    [wall, own] = [nowWall, nowOwn];
    return passed;
  };
}
