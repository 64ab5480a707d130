import { useEffect, useRef } from 'preact/hooks';
import type { GrantSet } from '../contract.ts';
import { Divider } from './divider.tsx';
import { answerTo, messageIn } from './state/messaging.ts';
import type { OpenApp, Shell } from './state/shell.ts';

/** Where an EHR shows apps: launches Countersign with the open patient, and holds it in an iframe. */
export function Sidebar({ shell }: { shell: Shell }) {
  const app = shell.app.value;
  return (
    <aside id="app" class="sidebar" aria-label="Apps" tabIndex={-1}>
      <Divider />
      <div class="sidebar-body">
        <div class="sidebar-bar">
          <h2 class="sidebar-title">Countersign</h2>
          <a class="quiet" href="/app/launch.html" target="_blank" rel="noopener">Open standalone<span class="visually-hidden"> in a new tab</span></a>
          {app && <button type="button" class="quiet" onClick={() => void shell.launch()}>Relaunch</button>}
          {app && <button type="button" class="quiet" onClick={() => shell.closeApp()}>Close</button>}
        </div>
        {app ? <App key={app.address} app={app} shell={shell} /> : <LaunchForm shell={shell} />}
      </div>
    </aside>
  );
}

function App({ app, shell }: { app: OpenApp; shell: Shell }) {
  const frame = useRef<HTMLIFrameElement>(null);
  // The button that launched it is gone: the keyboard goes on inside.
  useEffect(() => frame.current?.focus(), []);
  useEffect(() => {
    // The app is served from this very origin, and no other may speak.
    const { origin } = location;
    const heard = (event: MessageEvent<unknown>) => {
      const source = frame.current?.contentWindow ?? null;
      const message = messageIn(event, { source, origin, handle: app.messaging });
      if (message === null || source === null) return;
      const why = shell.asked(message.request);
      source.postMessage(answerTo(message.id, why === null, why ?? undefined), origin);
    };
    addEventListener('message', heard);
    return () => removeEventListener('message', heard);
  }, [app, shell]);
  return <iframe ref={frame} class="app" src={app.address} title="Countersign" allow="clipboard-write" />;
}

function LaunchForm({ shell }: { shell: Shell }) {
  const options = shell.options.value;
  const error = shell.launchError.value;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void shell.launch();
  };
  return (
    <form class="launch" onSubmit={onSubmit}>
      <p>Reads this encounter’s notes and chart on this machine, shows what the documentation supports, and writes back only what a clinician signs.</p>
      <button type="submit" class="primary">Launch Countersign</button>
      {error && <p class="notice notice-error" role="alert">{error}</p>}
      <details class="options">
        <summary>Launch options</summary>
        <label class="field">
          <span>Access granted</span>
          <select value={options.grant} onChange={(event) => { shell.options.value = { ...options, grant: event.currentTarget.value as GrantSet }; }}>
            {GRANTS.map(([grant, label]) => <option key={grant} value={grant}>{label}</option>)}
          </select>
        </label>
        <label class="check">
          <input type="checkbox" checked={options.withEncounter} onChange={(event) => { shell.options.value = { ...options, withEncounter: event.currentTarget.checked }; }} />
          <span>Send the encounter along</span>
        </label>
        <label class="check">
          <input type="checkbox" checked={options.needPatientBanner} onChange={(event) => { shell.options.value = { ...options, needPatientBanner: event.currentTarget.checked }; }} />
          <span>Ask the app to show the patient</span>
        </label>
      </details>
    </form>
  );
}

const GRANTS: readonly (readonly [GrantSet, string])[] = [
  ['as-asked', 'Everything it asks for'],
  ['read-only', 'Reading only'],
  ['no-observations', 'All but observations'],
  ['no-claims', 'All but claims'],
  ['no-notes', 'All but notes'],
  ['no-provenance', 'All but provenance'],
];
