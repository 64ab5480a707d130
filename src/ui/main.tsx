import type { ReviewParts } from '../app/review-line.ts';
import type { Session } from '../fhir/session/contract.ts';
import { render } from 'preact';
import { startReview } from '../app/review.ts';
import { listEncounters, searchPatients } from '../fhir/session/index.ts';
import { createWorkerEngine } from '../worker/client.ts';
import { browserParts } from './browser-parts.ts';
import { copyText } from './copy.ts';
import { saveFile } from './save-file.ts';
import { Root } from './screens/root.tsx';
import { siteConfig } from './site.ts';
import { createApp } from './state/app.ts';
import { browserIdle, watchIdle } from './state/idle.ts';
import { watchLeaving } from './state/leaving.ts';

/** The app's page: the engine loads its knowledge in the worker while the launch completes. */
function main(root: HTMLElement): void {
  const engine = createWorkerEngine();
  const site = siteConfig();
  const parts = browserParts(site, engine, () => app.say('This browser keeps nothing for this page: a reload would lose your decisions.'));
  const app = createApp({
    start: (onState) => startReview(parts, onState),
    search: (words, serviceDate, limit) => engine.search(words, serviceDate, limit),
    searchPatients: ({ http }, words) => searchPatients(http, words, new AbortController().signal),
    listEncounters: ({ http }, patient) => listEncounters(http, patient, new AbortController().signal),
    copy: copyText,
    saveLog: async (session) => saveFile('countersign-log.jsonl', await logOf(parts, session), 'application/jsonl'),
    policy: parts.policy, siteName: site.name, launchPage: 'launch.html', preferences: preferences(), tab: parts.store,
  });
  watchIdle(app, browserIdle());
  watchLeaving(app, globalThis.window);
  root.replaceChildren();
  render(<Root app={app} />, root);
}

/** Line by line, as the log gives it out; each with its end, so that the file is JSON Lines however it is cut. */
async function logOf(parts: ReviewParts, { ehr, user }: Session): Promise<readonly string[]> {
  const { log } = await parts.vault(ehr, user);
  const lines: string[] = [];
  for await (const line of log.export(parts.clock.now())) lines.push(line.endsWith('\n') ? line : `${line}\n`);
  return lines;
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
if (root !== null) main(root);
