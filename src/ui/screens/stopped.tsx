import type { JSX } from 'preact';
import type { Stopped } from '../../app/review-state.ts';
import { useEffect } from 'preact/hooks';
import { focusSoon, useApp } from '../state/app.ts';

/** Something stopped: what, what to do, and the one thing to press for it. */
export function StoppedScreen({ state }: { readonly state: Stopped }): JSX.Element {
  useEffect(() => focusSoon('stopped-title'), []);
  return (
    <main class="stopped" aria-labelledby="stopped-title">
      <h1 id="stopped-title" tabIndex={-1}>{state.message}</h1>
      <p>{state.whatToDo}</p>
      <WayOn state={state} />
    </main>
  );
}

function WayOn({ state }: { readonly state: Stopped }): JSX.Element | null {
  const app = useApp();
  switch (state.launch) {
    case null:
      return <button type="button" class="primary" onClick={() => app.line.again()}>{state.kind === 'cancelled' ? 'Start again' : 'Try again'}</button>;
    case 'not-launched':
      return <a class="button primary" href={app.launchPage}>Sign in and choose a patient</a>;
    case 'storage-blocked': case 'state-lost':
      return <OwnWindow href={app.launchPage} />;
    default:
      return null;
  }
}

/** The launch itself could not begin. `ownWindow` is the same launch outside the EHR's frame, where the browser keeps what sign-in needs. */
export function LaunchTrouble({ message, whatToDo, ownWindow, choices = [] }: {
  readonly message: string; readonly whatToDo: string; readonly ownWindow?: string;
  /** FHIR bases of the site's EHRs, where the launch named none. */
  readonly choices?: readonly string[];
}): JSX.Element {
  return (
    <main class="stopped" aria-labelledby="stopped-title">
      <span class="brand">Countersign</span>
      <h1 id="stopped-title" tabIndex={-1}>{message}</h1>
      <p>{whatToDo}</p>
      {ownWindow !== undefined && <OwnWindow href={ownWindow} />}
      {choices.length > 0 && <ul class="picks">{choices.map((fhir) => <li key={fhir}><a class="button" href={`?${new URLSearchParams({ ehr: fhir }).toString()}`}>{fhir}</a></li>)}</ul>}
    </main>
  );
}

function OwnWindow({ href }: { readonly href: string }): JSX.Element {
  return <a class="button primary" href={href} target="_blank" rel="noopener">Open in its own window</a>;
}
