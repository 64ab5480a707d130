import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDirectEngine } from '../../src/app/engine.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import type { ChartBundle } from '../../src/fhir/read/contract.ts';
import { loadKnowledge } from '../../src/knowledge/node/index.ts';
import { generatedNote } from '../support/generated-notes.ts';
import { card, openReview, openWorld, type World } from './support.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

const NOTES = 150;

/** The build takes the engine's tables out of its code and puts them back in the worker: nothing may be lost on the way. */
test('the worker as it is built gives what the engine gives in Node', async () => {
  const { page } = await openReview(world, { slug: 'busy-chart' });
  await card(page, 'N39.0').waitFor();
  const texts = Array.from({ length: NOTES }, (_, n) => generatedNote(n));
  const asked = { bundle: withoutTexts(), policy: DEFAULT_POLICY, texts };
  const url = page.workers()[0]?.url() ?? '';

  const inWorker = await page.evaluate(({ address, bundle, policy, texts: sent }) => new Promise<string>((done) => {
    const worker = new Worker(address, { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<{ kind: string; analysis?: unknown }>) => {
      if (data.kind === 'analyzed' || data.kind === 'fault') { worker.terminate(); done(JSON.stringify(data.analysis ?? data)); }
    });
    const attachments = sent.map((text, at) => ({ document: `DocumentReference/d${at}`, index: 0, contentType: 'text/plain', bytes: new TextEncoder().encode(text) }));
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- see above
    worker.postMessage({ kind: 'analyze', id: 1, bundle: { ...bundle, attachments }, policy });
  }), { ...asked, address: url });

  const attachments = texts.map((text, at) => ({ document: `DocumentReference/d${at}`, index: 0, contentType: 'text/plain', bytes: new TextEncoder().encode(text) }));
  const { analysis } = await createDirectEngine(await loadKnowledge())
    .analyze({ ...asked.bundle, attachments }, DEFAULT_POLICY, { onChart: () => undefined, onNote: () => undefined }, new AbortController().signal);
  expect(analysis.findings).toHaveLength(NOTES);
  expect(analysis.suggestions.length).toBeGreaterThan(10);
  expect(JSON.parse(inWorker)).toEqual(JSON.parse(JSON.stringify(analysis)));
});

function withoutTexts(): ChartBundle {
  const documents = Array.from({ length: NOTES }, (_, at) => ({
    resourceType: 'DocumentReference' as const, id: `d${at}`, status: 'current' as const, docStatus: 'final' as const, date: '2026-11-18T09:30:00Z',
    context: { encounter: [{ reference: 'Encounter/e1' }] }, content: [{ attachment: { contentType: 'text/plain' } }],
  }));
  return {
    base: '', patient: 'Patient/p1', encounter: 'Encounter/e1', reads: [], readAt: '2026-11-20T12:00:00Z', attachments: [],
    resources: [{ resourceType: 'Encounter', id: 'e1', status: 'finished', class: { code: 'AMB' }, period: { start: '2026-11-18T09:00:00Z', end: '2026-11-18T09:30:00Z' } } as ChartBundle['resources'][number], ...documents],
  };
}
