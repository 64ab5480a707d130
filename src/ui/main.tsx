import { render } from 'preact';
import { DEFAULT_POLICY } from '../domain/model/index.ts';
import { startReview } from '../app/review.ts';
import { listEncounters, searchPatients } from '../fhir/session/index.ts';
import { createWorkerEngine } from '../worker/client.ts';
import { browserParts } from './browser-parts.ts';
import { copyText } from './copy.ts';
import { nowWithOffset } from './now.ts';
import { saveFile } from './save-file.ts';
import { Root } from './screens/root.tsx';
import { siteConfig } from './site.ts';
import { sitePolicy } from './site-policy.ts';
import { createApp } from './state/app.ts';
import { browserIdle, watchIdle } from './state/idle.ts';
import { watchLeaving } from './state/leaving.ts';

/** The app's page: the engine loads its knowledge in the worker while the launch completes. */
async function main(root: HTMLElement): Promise<void> {
  const engine = createWorkerEngine();
  const site = siteConfig();
  const decided = await sitePolicy({ ...DEFAULT_POLICY, ...site.policy });
  if (!decided.ok) {
    engine.close();
    const { PolicyTrouble } = await import('./screens/policy-trouble.tsx');
    root.replaceChildren();
    render(<PolicyTrouble {...decided} />, root);
    return;
  }
  const parts = browserParts(site, decided.policy, engine, () => app.say('This browser keeps nothing for this page: a reload would lose your decisions.'));
  const app = createApp({
    start: (onState) => startReview(parts, onState),
    search: (words, serviceDate, limit) => engine.search(words, serviceDate, limit),
    searchPatients: ({ http }, words) => searchPatients(http, words, new AbortController().signal),
    listEncounters: ({ http }, patient) => listEncounters(http, patient, new AbortController().signal),
    copy: copyText,
    now: nowWithOffset,
    saveFile,
    policy: parts.policy, siteName: site.name, launchPage: 'launch.html', preferences: preferences(), tab: parts.store,
  });
  watchIdle(app, browserIdle());
  watchLeaving(app, globalThis.window);
  root.replaceChildren();
  render(<Root app={app} />, root);
}

/** Null where the browser blocks storage: keyboard settings then hold until the page closes. */
function preferences(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

const root = document.getElementById('app');
if (root !== null) void main(root);
