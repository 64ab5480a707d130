import type { Instant, Policy, WritePlan, WriteReceipt } from '../../src/domain/model/index.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import type { Engine } from '../../src/app/parts.ts';
import type { ReviewLine } from '../../src/app/review-line.ts';
import type { ReviewState } from '../../src/app/review-state.ts';
import { startReview } from '../../src/app/review.ts';
import { readChart } from '../../src/fhir/decode/read-chart.ts';
import { createGuardedHttp } from '../../src/fhir/http/guarded.ts';
import type { FhirHttp } from '../../src/fhir/http/contract.ts';
import { profileServer } from '../../src/fhir/profiles/index.ts';
import { createReader } from '../../src/fhir/read/index.ts';
import { createWriter } from '../../src/fhir/send/index.ts';
import type { Session } from '../../src/fhir/session/contract.ts';
import { parseScopes } from '../../src/fhir/session/scopes.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import type { Vault } from '../../src/store/contract.ts';
import { openVault } from '../../src/store/index.ts';
import { DRAFT } from '../support/queries.ts';
import { MemoryStore, fakeAnalysis } from '../support/app-fakes.ts';
import type { Mode, Scene, StepKind } from './scenes.ts';
import { ADVISOR } from './scenes.ts';

const POLICY: Policy = { ...DEFAULT_POLICY, queries: { ...DEFAULT_POLICY.queries, escalateTo: ADVISOR } };

/** What a tab has of its browser: clock, database, network. */
export interface Browser {
  now(): Instant;
  readonly indexedDB: IDBFactory;
  /** Every request of the app goes through here. */
  fetch(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response>;
  /** For the next attempt, in milliseconds. */
  patience(): number;
  /** Null: the browser has no Web Locks, so that a dead tab's lease runs out. */
  readonly locks?: null;
  /** False: the sign-in has ended, and only a new launch gives a token. */
  mayRefresh(): boolean;
}

/** The whole app in one tab, from the sign-in on: its real line, reader, writer and vault over HTTP; only the engine finds what the scene says. */
export interface Tab {
  readonly line: ReviewLine;
  state(): ReviewState;
  /** Until the line stands in one of these. */
  until(...phases: readonly ReviewState['phase'][]): Promise<ReviewState>;
  /** All receipts that were shown, in order. */
  readonly shown: readonly WriteReceipt[];
  /** The plan that is or was carried out; null before the signature. */
  plan(): WritePlan | null;
  vault(): Promise<Vault>;
}

/** @param number no two tabs of one device have the same: their ids tell them apart */
export function openTab({ ehr, scene, mode, struck, device, number }: {
  readonly ehr: Sandbox; readonly scene: Scene; readonly mode: Mode; readonly struck: StepKind; readonly device: Browser; readonly number: number;
}): Tab {
  const shown: WriteReceipt[] = [];
  const waiting = new Set<() => void>();
  let state: ReviewState = { phase: 'launching' };
  let plan: WritePlan | null = null;
  let vault: Promise<Vault> | null = null;
  let ids = 0;
  const clock = { now: () => device.now() };
  const session = sessionOf(ehr, scene, device);
  const companion = companionOf(ehr, scene, device);
  const line = startReview({
    connect: async () => session,
    reader: (at, where) => createReader(at, { ...where, clock, companion }),
    writer: async (at, signal) => writerOf(at, mode, companion, clock, signal),
    vault: (base, user) => (vault = openVault({ ehr: base, user: user.reference, now: () => clock.now(), indexedDB: device.indexedDB, channel: null, ...(device.locks === null ? { locks: null } : {}) })),
    engine: fixedEngine(scene, struck), store: new MemoryStore(), policy: POLICY, clock, handOver: async () => true,
    ids: { next: () => `${String(number).padStart(8, '0')}-0000-4000-8000-${String(++ids).padStart(12, '0')}` },
  }, (next) => {
    state = next;
    if (next.phase === 'writing' || next.phase === 'done') {
      plan = next.plan;
      for (const receipt of next.receipts) if (!shown.includes(receipt)) shown.push(receipt);
    }
    for (const wake of waiting) wake();
  });
  return {
    line, shown, state: () => state, plan: () => plan,
    until: (...phases) => new Promise((done) => {
      const look = (): void => {
        if (!phases.includes(state.phase)) return;
        waiting.delete(look);
        done(state);
      };
      waiting.add(look);
      look();
    }),
    vault: () => {
      if (vault === null) throw new Error('No vault was opened.');
      return vault;
    },
  };
}

function sessionOf(ehr: Sandbox, { who, scope }: Scene, device: Browser): Session {
  let token = ehr.accessToken({ scope, user: who.reference.replace('Practitioner/', '') });
  const http = createGuardedHttp({
    base: ehr.fhirBase, token: () => token, fetch: (input, init) => device.fetch(input, init),
    get timeout() { return device.patience(); },
    refresh: async () => {
      if (!device.mayRefresh()) throw new Error('The refresh token has ended.');
      token = ehr.accessToken({ scope, user: who.reference.replace('Practitioner/', '') });
    },
  });
  return {
    http, ehr: ehr.fhirBase, mode: 'ehr', patient: 'p1', encounter: 'e1', user: who, scopes: parseScopes(scope), needPatientBanner: false, messaging: null,
    signOut: async () => undefined, notices: [],
  };
}

function companionOf(ehr: Sandbox, { companion }: Scene, device: Browser): FhirHttp | null {
  if (!companion || ehr.companion === null) return null;
  return createGuardedHttp({
    base: ehr.companion.fhirBase, token: () => null, refresh: () => Promise.reject(new Error('There is no sign-in.')), fetch: (input, init) => device.fetch(input, init),
    get timeout() { return device.patience(); },
  });
}

async function writerOf({ http, scopes }: Session, mode: Mode, companion: FhirHttp | null, clock: { now(): Instant }, signal: AbortSignal): ReturnType<Parameters<typeof startReview>[0]['writer']> {
  const offers = async (of: FhirHttp): Promise<unknown> => (await of.request({ method: 'GET', url: 'metadata', signal })).json;
  const [capability, beside] = await Promise.all([offers(http), companion === null ? null : offers(companion)]);
  const profile = profileServer({ capability, scopes, base: http.base, companion: beside });
  return createWriter(http, { ...profile, transaction: mode === 'transaction' }, () => clock.now(), companion);
}

function fixedEngine(scene: Scene, struck: StepKind): Engine {
  return {
    async analyze(bundle, _policy, listener, signal) {
      const chart = await readChart(bundle, signal);
      listener.onChart(chart);
      return { chart, analysis: fakeAnalysis({ suggestions: scene.suggest(chart, struck), queries: scene.deed === 'ask' ? [DRAFT] : [] }) };
    },
    search: async () => [],
    close: () => undefined,
  };
}
