import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Analysis, AuditEntry, Chart, Suggestion } from '../../../src/domain/model/index.ts';
import type { OutboxEntry } from '../../../src/store/contract.ts';
import type { ReviewState } from '../../../src/app/review-state.ts';
import type { ReviewLine } from '../../../src/app/review-line.ts';
import { signableOf, startReview } from '../../../src/app/review.ts';
import { BUNDLE, CLINICIAN, DIABETES, fakeAnalysis, fakeChart, FakeDevice, fakeEngine, fakeNote, fakeParts, fakeSession, HEART_FAILURE, OBESITY, WHOLE } from '../../support/app-fakes.ts';
import { condition } from '../../support/writing.ts';
import { Ehr, EhrWriter, gatedVault } from './ehr.ts';

/**
 * Two tabs of one person on one device. Every way to the outside waits at a gate, and chance says which of the waiting goes on next,
 * so that each run is another interleaving of the two.
 */
describe('two tabs', () => {
  it('of two patients never mix: no write, decision, log or outbox entry of one carries the other’s ids', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.integer(), scripts, async (seed, [one, two]) => {
      const { device, ehr, states } = await run(seed, [{ name: 'alpha', script: one }, { name: 'beta', script: two }]);
      for (const { plan, step } of ehr.writes.values()) expectOf(bare(plan.encounter.reference), { plan, step });
      for (const { times } of ehr.writes.values()) expect(times).toBe(1);
      for (const [encounter, kept] of shelfOf(device).kept) expectOf(encounter, kept);
      for (const entry of shelfOf(device).log.filter(({ event }) => event.kind !== 'review-closed')) expectOf(entry.encounter, entry);
      for (const entry of shelfOf(device).stored) expectOf(entry.encounter, entry);
      for (const [name, seen] of states) for (const state of seen) expectOf(name, shownIn(state));
    }), { numRuns: 200 });
  });

  it('on one patient write no item twice, even where the server does not show yet what was written', { timeout: 60_000 }, async () => {
    let written = 0;
    await fc.assert(fc.asyncProperty(fc.integer(), scripts, async (seed, [one, two]) => {
      const { device, ehr } = await run(seed, [{ name: 'alpha', script: one }, { name: 'alpha', script: two }]);
      for (const { times } of ehr.writes.values()) expect(times).toBe(1);
      const actions = ehr.written().map(({ action }) => action);
      const items = actions.flatMap((action) => (action.kind === 'attestation-provenance' && action.of.length === 0 ? action.items.map(({ suggestion }) => suggestion) : []));
      expect(items).toEqual([...new Set(items)]);
      for (const kind of ['create-condition', 'recode-condition', 'withdraw-condition'] as const) expect(actions.filter((action) => action.kind === kind).length).toBeLessThanOrEqual(1);
      const attested = shelfOf(device).log.flatMap(({ event }) => (event.kind === 'attested' ? event.decisions : []));
      expect(attested).toEqual([...new Set(attested)]);
      written += actions.length;
    }), { numRuns: 200 });
    expect(written).toBeGreaterThan(400);
  });
});

const ACTS = ['accept obesity', 'reject obesity', 'accept diabetes', 'remove heart failure', 'accept obesity and sign', 'accept obesity and sign', 'undo', 'sign', 'sign', 'finish', 'back', 'again', 'wait'] as const;
type Act = (typeof ACTS)[number];

const scripts = fc.tuple(fc.array(fc.constantFrom(...ACTS), { minLength: 4, maxLength: 14 }), fc.array(fc.constantFrom(...ACTS), { minLength: 4, maxLength: 14 }));

interface Tab { readonly name: string; readonly script: readonly Act[] }

async function run(seed: number, tabs: readonly Tab[]) {
  const device = new FakeDevice();
  const ehr = new Ehr();
  const turns = new Turns(seed);
  const states: (readonly [string, ReviewState[]])[] = [];
  const all = tabs.map(async ({ name, script }) => {
    const seen: ReviewState[] = [];
    states.push([name, seen]);
    const line = startReview(partsOf(name, device, ehr, turns), (state) => seen.push(state));
    for (const act of script) {
      await until(seen, turns);
      perform(line, seen.at(-1), act);
      await turns.gate();
    }
    await until(seen, turns);
  });
  await turns.drive(Promise.all(all));
  return { device, ehr, states };
}

function perform(line: ReviewLine, state: ReviewState | undefined, act: Act): void {
  if (state === undefined || !('open' in state)) return;
  switch (act) {
    case 'accept obesity': line.decide(OBESITY.id, { kind: 'accept', target: 'encounter-diagnosis' }); return;
    case 'reject obesity': line.decide(OBESITY.id, { kind: 'reject', reason: 'evidence-misread' }); return;
    case 'accept diabetes': line.decide(DIABETES.id, { kind: 'accept', target: 'encounter-diagnosis' }); return;
    case 'remove heart failure': line.open(HEART_FAILURE.id); line.decide(HEART_FAILURE.id, { kind: 'accept', target: 'encounter-diagnosis' }); return;
    case 'accept obesity and sign':
      line.decide(OBESITY.id, { kind: 'accept', target: 'encounter-diagnosis' });
      line.toCountersign();
      void line.sign([OBESITY.id]);
      return;
    case 'undo': line.undo(OBESITY.id); return;
    case 'sign': line.toCountersign(); void line.sign(signableOf(state.open).map(({ suggestion: { id } }) => id)); return;
    case 'finish': line.toReceipts(); void line.retryFailed(); return;
    case 'back': line.toReview(); return;
    case 'again': line.again(); return;
    case 'wait':
  }
}

/** Until the screen waits for the person. */
async function until(seen: readonly ReviewState[], turns: Turns): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    const state = seen.at(-1);
    if (state !== undefined && (state.phase === 'reviewing' || state.phase === 'done' || (state.phase === 'countersigning' && !state.checking))) return;
    await turns.gate();
  }
  throw new Error(`It hangs while ${seen.at(-1)?.phase ?? 'nothing was shown'}.`);
}

/** Chance, from a seed: a failed run is run again alike. */
class Turns {
  readonly #waiting: (() => void)[] = [];
  #state: number;

  constructor(seed: number) { this.#state = seed >>> 0; }

  readonly gate = (): Promise<void> => new Promise((go) => { this.#waiting.push(go); });

  async drive(work: Promise<unknown>): Promise<void> {
    const over = new AbortController();
    const end = work.finally(() => over.abort());
    end.catch(() => undefined);
    while (!over.signal.aborted || this.#waiting.length > 0) {
      await new Promise((done) => { setImmediate(done); });
      const [go] = this.#waiting.splice(this.#next() % Math.max(1, this.#waiting.length), 1);
      go?.();
    }
    await end;
  }

  /** Numerical Recipes' linear congruence; its high bits. */
  #next(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return this.#state >>> 8;
  }
}

function partsOf(name: string, device: FakeDevice, ehr: Ehr, turns: Turns): ReturnType<typeof fakeParts> {
  let snapshot = new Set<string>();
  return fakeParts({
    device, session: fakeSession({ patient: name, encounter: name }), vault: gatedVault(device, turns.gate), writer: async () => new EhrWriter(ehr, turns.gate),
    reader: () => ({
      read: async () => {
        await turns.gate();
        snapshot = new Set([...ehr.writes.values()].filter(({ plan }) => plan.encounter.reference === `Encounter/${name}`).map(({ step }) => step.action.kind));
        await turns.gate();
        return { ...BUNDLE, patient: name, encounter: name };
      },
    }),
    engine: { ...fakeEngine(), analyze: (...asked) => fakeEngine(chartOf(name), analysisOf(name, snapshot)).analyze(...asked) },
  });
}

/** Everything in it is named after its patient, so that a mix-up cannot hide. */
function chartOf(name: string): Chart {
  const chart = fakeChart({ reads: WHOLE });
  return {
    ...chart, patient: { ...chart.patient, source: { reference: `Patient/${name}`, version: '1' } },
    encounter: { ...chart.encounter, source: { reference: `Encounter/${name}`, version: '1' } },
    notes: [{ ...fakeNote(`note-${name}`, 'Progress note', 'Class 1 obesity.'), encounter: `Encounter/${name}` }],
    conditions: [condition(`dm-${name}`, 'E11.9', { encounter: `Encounter/${name}` }), condition(`hf-${name}`, 'I50.9', { encounter: `Encounter/${name}` })],
  };
}

/** What is written is no longer suggested. */
function analysisOf(name: string, written: ReadonlySet<string>): Analysis {
  const own = (suggestion: Suggestion, on: string | null): Suggestion => ({
    ...suggestion, charted: on === null ? [] : [{ reference: `Condition/${on}-${name}`, version: '1' }],
    evidence: [{ kind: 'fact', resource: `Observation/o-${name}`, version: '1', code: '39156-5', label: 'BMI', date: null }],
  });
  return fakeAnalysis({
    suggestions: [
      ...(written.has('create-condition') ? [] : [own(OBESITY, null)]),
      ...(written.has('recode-condition') ? [] : [own(DIABETES, 'dm')]),
      ...(written.has('withdraw-condition') ? [] : [own(HEART_FAILURE, 'hf')]),
    ],
  });
}

function shelfOf(device: FakeDevice): { readonly kept: ReadonlyMap<string, unknown>; readonly log: readonly AuditEntry[]; readonly stored: readonly OutboxEntry[] } {
  const shelf = device.users.get(`${fakeSession().ehr}|${CLINICIAN.reference}`);
  if (shelf === undefined) throw new Error('Nothing was kept.');
  return shelf;
}

/** What the person sees of one visit; that other visits wait is told by their encounter, and by nothing else. */
function shownIn(state: ReviewState): unknown {
  if (!('open' in state)) return state.phase;
  const { waitingElsewhere: _told, session: _session, ...open } = state.open;
  return [{ ...open, decisions: [...open.decisions], elsewhere: [...open.elsewhere], remembered: [...open.remembered] }, 'plan' in state ? [state.plan, state.receipts] : null];
}

function expectOf(name: string, value: unknown): void {
  expect(JSON.stringify(value)).not.toContain(name === 'alpha' ? 'beta' : 'alpha');
}

function bare(reference: string): string {
  return reference.split('/').at(-1) ?? reference;
}
