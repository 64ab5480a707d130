import type { JSX } from 'preact';
import type { Stopped } from '../../app/review-state.ts';
import { useApp } from '../state/app.ts';

/** Something stopped: what, what to do, and the one button that does it. */
export function StoppedScreen({ state }: { readonly state: Stopped }): JSX.Element {
  const app = useApp();
  return (
    <main class="stopped" aria-labelledby="stopped-title">
      <h1 id="stopped-title" tabIndex={-1}>{state.message}</h1>
      <p>{state.whatToDo}</p>
      {state.launch === null && <button type="button" class="primary" onClick={() => app.line.again()}>{state.kind === 'cancelled' ? 'Start again' : 'Try again'}</button>}
    </main>
  );
}

/** The launch itself failed. `ownWindow` is the same launch outside the EHR's frame, where the browser keeps what sign-in needs. */
export function LaunchTrouble({ message, whatToDo, ownWindow }: {
  readonly message: string; readonly whatToDo: string; readonly ownWindow: string | null;
}): JSX.Element {
  return (
    <main class="stopped" aria-labelledby="stopped-title">
      <span class="brand">Countersign</span>
      <h1 id="stopped-title" tabIndex={-1}>{message}</h1>
      <p>{whatToDo}</p>
      {ownWindow !== null && <a class="button primary" href={ownWindow} target="_blank" rel="noopener">Open in its own window</a>}
    </main>
  );
}
