import type { JSX } from 'preact';
import type { Locked, SignedOut } from '../../app/review-state.ts';
import type { Left } from '../state/app.ts';
import { useEffect } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { focusSoon, useApp } from '../state/app.ts';
import { count } from '../state/words.ts';

/** Nothing of the record stands here, nor in the title or the address: only who may go on. */
export function LockedScreen({ state }: { readonly state: Locked }): JSX.Element {
  const app = useApp();
  useEffect(() => focusSoon('left-title'), []);
  return (
    <main class="stopped" aria-labelledby="left-title">
      <h1 id="left-title" tabIndex={-1}><Icon name="lock" />Locked</h1>
      <p>Nobody used this for {count(app.policy.idleMinutes ?? 0, 'minute')}, so the record is neither shown nor held here any more.</p>
      <p>{decisionsWords(app.left.value)} What was signed and is not written yet stays in the outbox.</p>
      <p class="hint">{state.userName} was signed in, and comes back to the same visit by signing in again.</p>
      <a class="button primary" href={signInAddress(app.launchPage, state.resume.ehr)}>Sign in again</a>
    </main>
  );
}

export function SignedOutScreen({ state }: { readonly state: SignedOut }): JSX.Element {
  const app = useApp();
  const { value: left } = app.left;
  useEffect(() => focusSoon('left-title'), []);
  return (
    <main class="stopped" aria-labelledby="left-title">
      <h1 id="left-title" tabIndex={-1}>Signed out</h1>
      {state.unsent !== 0 && <p class="notice">{unsentWords(state.unsent)} {left?.unsigned === 'device' ? UNSENT_KEPT : UNSENT_LOST}</p>}
      <p>{decisionsWords(left)}</p>
      <a class={`button${state.unsent !== 0 ? ' primary' : ''}`} href={left === null ? app.launchPage : signInAddress(app.launchPage, left.ehr)}>Sign in again</a>
    </main>
  );
}

export function unsentWords(unsent: SignedOut['unsent']): string {
  if (unsent === 'cannot-tell') return 'It cannot be told whether everything you signed has its end.';
  return `${count(unsent, 'signed step')} ${unsent === 1 ? 'has' : 'have'} no end yet.`;
}

export const UNSENT_KEPT = 'What has no end yet stays encrypted on this device until you sign in again and finish it. Nobody else can read it here.';
export const UNSENT_LOST = 'This browser keeps nothing for this page, so what has no end yet is lost when the page closes.';

function decisionsWords(left: Left | null): string {
  switch (left?.unsigned ?? null) {
    case 'device': return 'Decisions that are not signed are kept for you, encrypted on this device.';
    case 'tab': return 'Decisions that are not signed are kept for you in this tab, until it is closed.';
    case 'nowhere': return 'This browser keeps nothing, so decisions that were not signed are gone.';
    case null: return 'Earlier decisions are kept as they were.';
  }
}

/** `ehr` names the FHIR base, which the launch page checks against the site's list. */
function signInAddress(launchPage: string, ehr: string): string {
  return `${launchPage}?${new URLSearchParams({ ehr }).toString()}`;
}
