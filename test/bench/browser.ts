import { against, median, milliseconds, quantile, repeat, type Measure } from './measure.ts';
import { card, launchAddress, openPage, openWorld, type World } from '../journey/support.ts';

const RUNS = 7;

/** In Chromium on the long chart: from the launch to the first card, and from the O key to the marked words. */
export async function benchBrowser(): Promise<readonly Measure[]> {
  const world = await openWorld();
  try {
    const resources = world.ehr.store.record('busy-chart').length;
    await once(world);
    const runs = await repeat(RUNS, () => once(world));
    const cards = runs.map((run) => run.cards);
    const jumps = runs.flatMap((run) => run.jumps);
    const readies = await repeat(RUNS, () => readyOnce(world));
    return [
      against(`engine ready in the worker, from its creation (median of ${RUNS})`, median(readies), milliseconds(median(readies)), { atMost: 400, words: '≤ 400 ms' }),
      against(`launch to first card, ${resources} resources (median of ${RUNS})`, median(cards), milliseconds(median(cards)), { atMost: 1500, words: '≤ 1.5 s' }),
      { what: `launch to first card, p95 (the slowest of ${RUNS})`, value: milliseconds(quantile(cards, 0.95)) },
      against(`O key to the marked words in sight (median of ${jumps.length})`, median(jumps), milliseconds(median(jumps)), { atMost: 100, words: '≤ 100 ms' }),
    ];
  } finally {
    await world.close();
  }
}

/** A context of its own: nothing cached, nobody signed in. */
async function once(world: World): Promise<{ readonly cards: number; readonly jumps: readonly number[] }> {
  const { page, context } = await openPage(world);
  await context.addInitScript(watch);
  await page.goto(await launchAddress(world, { slug: 'busy-chart' }));
  await card(page, 'N39.0').waitFor();
  const { began, shown } = await page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench);
  const jumps: number[] = [];
  for (const code of ['N39.0', 'I48.21', 'E03.9']) {
    await card(page, code).focus();
    await page.keyboard.press('o');
    await page.getByRole('region', { name: 'Text of the note' }).waitFor();
    jumps.push(await page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.jump));
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Text of the note' }).waitFor({ state: 'detached' });
  }
  await context.close();
  return { cards: shown - began, jumps };
}

/** Milliseconds from the creation of the worker, as the app creates it while it signs in, to its first answer. Nothing is cached. */
async function readyOnce(world: World): Promise<number> {
  const { page, context } = await openPage(world);
  await context.addInitScript(probe);
  await page.goto(await launchAddress(world, { slug: 'busy-chart' }));
  const ready = await page.waitForFunction(() => (globalThis as unknown as { ready?: number }).ready);
  const took = await ready.jsonValue();
  await context.close();
  return took ?? Number.NaN;
}

/** Runs in the page, before its own code: asks every worker for the analysis of an empty chart, under a number that the app never uses. */
function probe(): void {
  const Created = globalThis.Worker;
  globalThis.Worker = class extends Created {
    constructor(url: string | URL, options?: WorkerOptions) {
      const began = performance.now();
      super(url, options);
      this.addEventListener('message', ({ data }: MessageEvent<{ readonly kind: string; readonly id: number }>) => {
        if (data.id === -1 && data.kind === 'started') Object.assign(globalThis, { ready: performance.now() - began });
      });
      const bundle = { base: '', patient: 'Patient/p', encounter: 'Encounter/e', resources: [], reads: [], attachments: [], readAt: '2026-11-20T12:00:00Z' };
      // A worker has no origin to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- see above
      this.postMessage({ kind: 'analyze', id: -1, bundle, policy: { rules: { off: [], thresholds: {}, add: [] }, valueSets: {}, confidence: { show: 0, openEvidenceBelow: 0, secondPersonBelow: 0 } } });
    }
  };
}

interface Bench {
  /** When launch.html was asked for, over the pages of the sign-in; milliseconds since the epoch. */
  readonly began: number;
  /** When the first card stood in a frame. */
  readonly shown: number;
  /** Milliseconds from the key to the frame in which the marked words are in sight. */
  readonly jump: number;
}

/** Runs in the page, before its own code. */
function watch(): void {
  if (location.pathname.endsWith('launch.html')) sessionStorage.setItem('bench.began', String(performance.timeOrigin));
  const bench = { began: Number(sessionStorage.getItem('bench.began')), shown: 0, jump: 0 };
  Object.assign(globalThis, { bench });
  const look = (): void => {
    if (document.querySelector('article') === null) { requestAnimationFrame(look); return; }
    bench.shown = performance.timeOrigin + performance.now();
  };
  requestAnimationFrame(look);
  addEventListener('keydown', ({ key, timeStamp }) => {
    if (key !== 'o') return;
    const find = (): void => {
      const box = document.querySelector('.viewer mark')?.getBoundingClientRect();
      if (box === undefined || box.top < 0 || box.bottom > innerHeight) { requestAnimationFrame(find); return; }
      bench.jump = performance.now() - timeStamp;
    };
    requestAnimationFrame(find);
  }, true);
}
