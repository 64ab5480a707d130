import type { Bundle, Resource } from 'fhir/r4';
import { EXTENSION } from '../../src/fhir/encode/index.ts';
import type { FaultRule } from '../../src/sandbox/contract.ts';
import { faultKind } from '../../src/sandbox/faults.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import type { Vault } from '../../src/store/contract.ts';
import { openVault } from '../../src/store/index.ts';
import { SIGNED_AT } from '../support/writing.ts';
import { IDBFactory } from './browser.ts';
import type { Fault } from './faults.ts';
import { PATIENCE } from './faults.ts';
import { keysOf } from './records.ts';
import type { Mode, Scene, StepKind } from './scenes.ts';
import type { Tab } from './tab.ts';
import { openTab } from './tab.ts';

type Fetch = typeof fetch;

interface Place {
  readonly ehr: Sandbox;
  readonly scene: Scene;
  readonly mode: Mode;
  readonly struck: StepKind;
  /** Null: nothing goes wrong. */
  readonly fault: Fault | null;
}

/** A browser that sees every request leave, and lets the fault strike when the one with the step does. */
export class Device {
  readonly #place: Place;
  readonly #indexedDB = new IDBFactory();
  #clock = Date.parse(SIGNED_AT);
  #tabs = 0;
  #signedIn = true;
  #closed: { readonly promise: Promise<void>; readonly resolve: () => void; is: boolean } = closing();
  #struck: { readonly key: string; readonly at: number } | null = null;

  #turn: Promise<void> = Promise.resolve();
  #deaf = false;

  constructor(place: Place) {
    this.#place = place;
  }

  /** The step's key, and when it was struck by this machine's clock, in milliseconds; null until then. */
  get struck(): { readonly key: string; readonly at: number } | null { return this.#struck; }

  get isClosed(): boolean { return this.#closed.is; }

  get signInIsOver(): boolean { return !this.#signedIn; }

  /** How often a person tries: who is refused each time gives up after the app was opened anew. */
  get patience(): number {
    const strikes = this.#place.fault?.strikes;
    return strikes?.by === 'server' && strikes.forGood === true && this.#place.scene.ehr === 'generic' ? 2 : 4;
  }

  /** A person opens the app, after the lease of a dead tab has run out. */
  open(): Tab {
    if (this.#closed.is) this.#clock += AFTER_A_LEASE;
    this.#closed = closing();
    this.#signedIn = true;
    const life = { isOver: false };
    const { fault } = this.#place;
    const tab: Tab = openTab({
      ...this.#place, number: ++this.#tabs,
      device: {
        now: () => this.#now(), indexedDB: this.#indexedDB, ...(fault?.strikes.by === 'tab' ? { locks: null } : {}),
        mayRefresh: () => this.#signedIn,
        patience: () => (isSlow(fault) && this.#struck === null && tab.plan() !== null ? PATIENCE : 30_000),
        fetch: (input, init) => (life.isOver ? NEVER : this.#send(tab, life, input, plainly(init))),
      },
    });
    return tab;
  }

  /** Until the work is done, or its tab is gone. */
  async orClosed(work: Promise<unknown>): Promise<void> {
    await Promise.race([work, this.#closed.promise]);
  }

  /** Whatever was wrong with the server for a while is over. */
  async heal(): Promise<void> {
    if (this.#deaf) await this.#arm([]);
    this.#deaf = false;
  }

  vault(): Promise<Vault> {
    const { ehr, scene } = this.#place;
    return openVault({ ehr: ehr.fhirBase, user: scene.who.reference, now: () => this.#now(), indexedDB: this.#indexedDB, channel: null, locks: null });
  }

  async #send(tab: Tab, life: { isOver: boolean }, input: Parameters<Fetch>[0], init: RequestInit | undefined): Promise<Response> {
    const strikes = this.#place.fault?.strikes;
    const key = strikes === undefined || init?.method === 'GET' ? null : this.#stepIn(tab, init?.body);
    const again = strikes?.by === 'server' && strikes.forGood === true;
    if (init?.method === 'GET') return fetch(input, init);
    if (strikes === undefined || key === null || (this.#struck !== null && !again)) return this.#inTurn(() => fetch(input, init));
    this.#struck ??= { key, at: performance.now() };
    switch (strikes.by) {
      case 'clock':
        this.#clock += strikes.years * YEAR;
        return fetch(input, init);
      case 'tab':
        if (strikes.closed === 'after') await (await fetch(input, init)).arrayBuffer();
        this.#clock += (strikes.years ?? 0) * YEAR;
        life.isOver = true;
        this.#closed.is = true;
        this.#closed.resolve();
        return NEVER;
      case 'server':
        if (strikes.signInEnds === true) this.#signedIn = false;
        this.#deaf = strikes.deaf === true;
        return this.#inTurn(async () => {
          await this.#arm([{ ...placeOf(input, init, this.#place.ehr), times: 1, effect: strikes.effect }, ...(this.#deaf ? DEAF : [])]);
          return fetch(input, init);
        });
    }
  }

  /** One write at a time, so that no other takes the rule that is meant for this one. */
  async #inTurn(send: () => Promise<Response>): Promise<Response> {
    const before = this.#turn;
    const turn = closing();
    this.#turn = turn.promise;
    await before;
    return send().finally(turn.resolve);
  }

  /** The key of the step that is to be struck, where this body carries it. */
  #stepIn(tab: Tab, body: unknown): string | null {
    if (typeof body !== 'string') return null;
    const { struck } = this.#place;
    if (struck === 'anchor-log') return body.includes(EXTENSION.anchor) ? keysOf(JSON.parse(body) as Parameters<typeof keysOf>[0])[0] ?? null : null;
    const key = tab.plan()?.steps.find(({ action, to }) => action.kind === struck && to !== 'hand')?.key;
    return key !== undefined && body.includes(key) && isCarried(key, JSON.parse(body)) ? key : null;
  }

  async #arm(rules: readonly FaultRule[]): Promise<void> {
    const { status } = await fetch(`${this.#place.ehr.url}/sandbox/api/faults`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(rules) });
    if (status >= 300) throw new Error(`The sandbox took no faults (${status}).`);
  }

  #now(): string {
    return new Date(this.#clock).toISOString().replace('Z', '+00:00');
  }
}

/** A body may name the key of a step that comes after it, as the closing of a question names its answer's; of a patch, the words are all there is. */
function isCarried(key: string, body: unknown): boolean {
  if (!isResource(body)) return true;
  const resources = body.resourceType === 'Bundle' ? (body as Bundle).entry?.flatMap(({ resource }) => resource ?? []) ?? [] : [body];
  return resources.some((resource) => keysOf(resource).includes(key));
}

function isResource(body: unknown): body is Resource {
  return typeof body === 'object' && body !== null && 'resourceType' in body;
}

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** A lease is 30 seconds long (src/store/exclusive.ts). */
const AFTER_A_LEASE = 31_000;

const NEVER = new Promise<never>(() => undefined);

const DEAF: readonly FaultRule[] = [
  { method: 'GET', times: 1000, effect: { type: 'status', status: 500 } },
  { method: 'GET', kind: 'companion', times: 1000, effect: { type: 'status', status: 500 } },
];

/** On one machine, packing answers costs more than sending them. */
function plainly(init: RequestInit | undefined): RequestInit {
  const headers = new Headers(init?.headers);
  headers.set('accept-encoding', 'identity');
  return { ...init, headers };
}

function isSlow(fault: Fault | null): boolean {
  return fault?.strikes.by === 'server' && fault.strikes.effect.type === 'slow';
}

function placeOf(input: Parameters<Fetch>[0], init: RequestInit | undefined, { fhirBase, companion }: Sandbox): Pick<FaultRule, 'method' | 'kind'> {
  const url = input instanceof Request ? input.url : input.toString();
  const beside = companion !== null && url.startsWith(companion.fhirBase);
  const base = beside ? companion.fhirBase : fhirBase;
  const kind = faultKind(url.slice(base.length).replace(/^\//, '').replace(/\?.*$/, ''), new URLSearchParams());
  return { method: init?.method === 'PUT' ? 'PUT' : 'POST', kind: beside ? `companion/${kind}` : kind };
}

function closing(): { readonly promise: Promise<void>; readonly resolve: () => void; is: boolean } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => { resolve = done; });
  return { promise, resolve, is: false };
}
