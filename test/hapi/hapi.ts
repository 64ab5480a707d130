import type { Bundle, FhirResource } from 'fhir/r4';
import type { Analysis, Chart, ServerProfile } from '../../src/domain/model/index.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import { createDirectEngine } from '../../src/app/engine.ts';
import type { FhirHttp } from '../../src/fhir/http/contract.ts';
import { createGuardedHttp } from '../../src/fhir/http/guarded.ts';
import { profileServer } from '../../src/fhir/profiles/index.ts';
import type { ChartBundle } from '../../src/fhir/read/contract.ts';
import { createReader } from '../../src/fhir/read/reader.ts';
import type { Writer } from '../../src/fhir/send/contract.ts';
import { createWriter } from '../../src/fhir/send/index.ts';
import type { GrantedScopes } from '../../src/fhir/session/contract.ts';
import { parseScopes } from '../../src/fhir/session/scopes.ts';
import { loadKnowledge } from '../../src/knowledge/node/index.ts';
import { FakeFhir } from '../support/fake-fhir.ts';
import { sharedBundle, story } from '../support/fixtures.ts';
import { SIGNED_AT } from '../support/writing.ts';

export const never = new AbortController().signal;

/** HAPI as one person's session sees it. It asks for no token: what is tested is its FHIR, not a sign-in. */
export interface Hapi {
  readonly http: FhirHttp;
  readonly scopes: GrantedScopes;
  readonly profile: ServerProfile;
  /** Addresses in the order they were asked for, without the base. */
  readonly asked: readonly string[];
  /** Statuses of all writes that were answered, in order. */
  readonly writeStatuses: readonly number[];
  writer(as?: ServerProfile): Writer;
  read(patient: string, encounter: string): Promise<ChartBundle>;
  /** All that stand of one kind, in no order. */
  all<T extends FhirResource>(type: T['resourceType']): Promise<readonly T[]>;
  get<T extends FhirResource>(reference: string): Promise<T>;
  put(resource: FhirResource): Promise<void>;
}

/**
 * @param lose so many writes are done by the server, and their answers get lost
 * @param beforeWrite what another hand does when the first write is on its way
 */
export async function connect({ lose = 0, beforeWrite }: { readonly lose?: number; readonly beforeWrite?: () => Promise<void> } = {}): Promise<Hapi> {
  const base = hapiBase();
  const asked: string[] = [];
  const writeStatuses: number[] = [];
  let left = lose;
  let another = beforeWrite;
  const http = createGuardedHttp({
    base,
    token: () => null,
    refresh: () => Promise.reject(new Error('There is no sign-in here.')),
    fetch: async (input, init) => {
      asked.push((input instanceof Request ? input.url : input.toString()).replace(base, ''));
      if (init?.method === 'GET') return fetch(input, init);
      const first = another;
      another = undefined;
      await first?.();
      const response = await fetch(input, init);
      writeStatuses.push(response.status);
      if (left === 0) return response;
      left -= 1;
      await response.arrayBuffer();
      throw new TypeError('The connection was lost.');
    },
  });
  const scopes = parseScopes('user/*.cruds');
  const get = async (url: string): Promise<unknown> => {
    const { status, json } = await http.request({ method: 'GET', url });
    if (status !== 200) throw new Error(`GET ${url} was answered with ${status}`);
    return json;
  };
  const profile = profileServer({ capability: await get('metadata'), scopes, base });
  return {
    http, scopes, profile, asked, writeStatuses,
    writer: (as = profile) => createWriter(http, as, () => SIGNED_AT),
    read: (patient, encounter) => createReader({ http, scopes }, { patient, encounter, clock: { now: () => SIGNED_AT } }).read(() => undefined, never),
    async all<T extends FhirResource>(type: T['resourceType']) {
      const { entry = [], link = [] } = await get(`${type}?_count=50`) as Bundle;
      if (link.some(({ relation }) => relation === 'next')) throw new Error(`There are more ${type} than one page holds`);
      return entry.map(({ resource }) => resource as T);
    },
    get: async <T>(reference: string) => await get(reference) as T,
    put: (resource) => post(`${resource.resourceType}/${resource.id ?? ''}`, 'PUT', resource),
  };
}

/** Nothing of an earlier test is left: neither resources nor their versions. */
export async function emptyHapi(): Promise<void> {
  await post('$expunge', 'POST', { resourceType: 'Parameters', parameter: [{ name: 'expungeEverything', valueBoolean: true }] });
}

/** What test/support/ward.ts refers to: HAPI answers a dangling reference with 400. */
export const AROUND_THE_WARD: readonly FhirResource[] = [
  { resourceType: 'Patient', id: 'p1' },
  { resourceType: 'Practitioner', id: 'dr' },
  { resourceType: 'Coverage', id: 'c1', status: 'active', beneficiary: { reference: 'Patient/p1' }, payor: [{ reference: 'Patient/p1' }] },
  { resourceType: 'DocumentReference', id: 'n1', status: 'current', subject: { reference: 'Patient/p1' }, content: [{ attachment: { contentType: 'text/plain', data: 'Tm90ZQ==' } }] },
];

/** One story of `fhir-fixtures/`, with the people whom it refers to. */
export async function loadStory(slug: string): Promise<void> {
  await post('', 'POST', sharedBundle());
  await post('', 'POST', story(slug).bundle);
}

/** Each under its own id, in one transaction, so that they may refer to each other. The ward's own address becomes relative: HAPI refuses references to other servers. */
export async function load(resources: readonly FhirResource[]): Promise<void> {
  const entry = resources.map((resource) => ({ resource, request: { method: 'PUT' as const, url: `${resource.resourceType}/${resource.id ?? ''}` } }));
  const bundle = JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry }).replaceAll(`${new FakeFhir().base}/`, '');
  await post('', 'POST', JSON.parse(bundle));
}

let engine: ReturnType<typeof createDirectEngine> | null = null;

export async function analyse(bundle: ChartBundle): Promise<{ readonly chart: Chart; readonly analysis: Analysis }> {
  engine ??= createDirectEngine(await loadKnowledge());
  return engine.analyze(bundle, DEFAULT_POLICY, { onChart: () => undefined, onNote: () => undefined }, never);
}

function hapiBase(): string {
  const base = process.env['COUNTERSIGN_HAPI'];
  if (base === undefined) throw new Error('These tests need a running server: start them with `npm run test:hapi`.');
  return base;
}

/** Past everything of ours, as another program would. */
async function post(path: string, method: 'POST' | 'PUT', body: unknown): Promise<void> {
  const response = await fetch(`${hapiBase()}/${path}`.replace(/\/$/, ''), { method, headers: { 'content-type': 'application/fhir+json' }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}
