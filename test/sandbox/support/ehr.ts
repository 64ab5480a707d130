import type { Bundle, Resource } from 'fhir/r4';
import type { SandboxOptions, TokenRequest } from '../../../src/sandbox/contract.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import type { Sandbox } from '../../../src/sandbox/server.ts';
import type { Store } from '../../../src/sandbox/records/store.ts';

/** A sandbox on a free port with two patients, their visits, two signed-in people, and nothing on disk. */
export function startEhr(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return startSandbox({ port: 0, dataFile: ':memory:', appDir: null, resources: [story()], ...options });
}

/** The same EHR with its resources in its own store, or on an outside server behind the proxy. */
export interface Backed {
  readonly ehr: Sandbox;
  /** Where the resources stand, past every scope. */
  readonly records: Store;
  close(): Promise<void>;
}

export const BACKENDS: readonly (readonly [string, (options?: Partial<SandboxOptions>) => Promise<Backed>])[] = [
  ['the own store', async (options) => {
    const ehr = await startEhr(options);
    return { ehr, records: ehr.store, close: () => ehr.close() };
  }],
  ['a proxy in front of an outside server', startProxy],
];

/** In front of the companion server of another sandbox: an R4 server that asks for no token. */
export async function startProxy(options: Partial<SandboxOptions> = {}): Promise<Backed> {
  const outside = await startSandbox({ port: 0, dataFile: ':memory:', appDir: null, companion: true, faults: true });
  const { fhirBase, store } = outside.companion ?? {};
  if (fhirBase === undefined || store === undefined) throw new Error('There is no companion server.');
  const ehr = await startEhr({ upstream: { fhir: fhirBase }, ...options });
  await ehr.seed();
  return { ehr, records: store, close: async () => { await ehr.close(); await outside.close(); } };
}

export interface Answer<T = Resource> { readonly status: number; readonly headers: Headers; readonly body: T; readonly text: string }

/** FHIR over HTTP with one token. */
export function clientOf(ehr: Sandbox, token: TokenRequest = { scope: 'user/*.cruds' }) {
  const bearer = ehr.accessToken(token);
  return async function call<T = Resource>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const response = await fetch(path.startsWith('http') ? path : `${ehr.fhirBase}/${path}`.replace(/\/$/, ''), {
      method,
      headers: { Authorization: `Bearer ${bearer}`, Accept: 'application/fhir+json', ...(body === undefined ? {} : { 'Content-Type': 'application/fhir+json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: (response.headers.get('content-type')?.includes('json') && text ? JSON.parse(text) : undefined) as T };
  };
}

export function idsIn(bundle: Bundle): string[] {
  return (bundle.entry ?? []).map((e) => `${e.resource?.resourceType}/${e.resource?.id}`);
}

export function condition(id: string | undefined, patient: string, code: string, more: object = {}): Resource {
  return {
    resourceType: 'Condition', ...(id ? { id } : {}), subject: { reference: `Patient/${patient}` },
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] },
    clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] },
    ...more,
  } as Resource;
}

function story(): Bundle {
  const all = [...user('doc', 'Silva', 'clinician'), ...user('cod', 'Okafor', 'coder'), ...record('a'), ...record('b')];
  return { resourceType: 'Bundle', type: 'collection', entry: all.map((resource) => ({ resource })) };
}

function user(id: string, family: string, role: string): Resource[] {
  return [
    { resourceType: 'Practitioner', id, name: [{ family, given: ['Ana'], prefix: ['Dr.'] }] } as Resource,
    { resourceType: 'PractitionerRole', id: `${id}-role`, meta: { tag: [{ system: 'https://countersign.dev/fhir/sandbox', code: 'user' }] }, practitioner: { reference: `Practitioner/${id}` }, code: [{ coding: [{ system: 'https://countersign.dev/fhir/role', code: role, display: role }] }] } as Resource,
  ];
}

function record(patient: string): Resource[] {
  return [
    { resourceType: 'Patient', id: patient, gender: 'female', birthDate: '1960-04-02', name: [{ family: `Müller ${patient}`, given: ['Eva'] }], identifier: [{ system: 'urn:mrn', value: `m-${patient}` }] } as Resource,
    { resourceType: 'Encounter', id: `${patient}-visit`, status: 'finished', class: { code: 'AMB' }, subject: { reference: `Patient/${patient}` }, period: { start: '2026-03-01T09:00:00Z', end: '2026-03-01T10:00:00Z' } } as Resource,
    condition(`${patient}-htn`, patient, 'I10', { encounter: { reference: `Encounter/${patient}-visit` } }),
    observation(`${patient}-bmi`, patient, 'vital-signs', 31.4, '2026-03-01T09:10:00Z'),
    observation(`${patient}-a1c`, patient, 'laboratory', 6.5, '2026-02-28'),
    { resourceType: 'Binary', id: `${patient}-note-text`, contentType: 'text/plain', data: Buffer.from(`Note of ${patient}: café.`).toString('base64') } as Resource,
    { resourceType: 'DocumentReference', id: `${patient}-note`, status: 'current', subject: { reference: `Patient/${patient}` }, content: [{ attachment: { contentType: 'text/plain', url: `Binary/${patient}-note-text` } }] } as Resource,
    { resourceType: 'Provenance', id: `${patient}-prov`, recorded: '2026-03-01T10:00:00Z', target: [{ reference: `Condition/${patient}-htn` }], agent: [{ who: { reference: 'Practitioner/doc' } }] } as Resource,
    { resourceType: 'Task', id: `${patient}-task`, status: 'requested', intent: 'order', for: { reference: `Patient/${patient}` }, focus: { reference: `Condition/${patient}-htn` } } as Resource,
  ];
}

function observation(id: string, patient: string, category: string, value: number, date: string): Resource {
  return {
    resourceType: 'Observation', id, status: 'final', subject: { reference: `Patient/${patient}` }, effectiveDateTime: date,
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: category }] }],
    code: { coding: [{ system: 'http://loinc.org', code: category === 'laboratory' ? '4548-4' : '39156-5', display: 'Something measured' }] },
    valueQuantity: { value, unit: '%', system: 'http://unitsofmeasure.org', code: '%' },
  } as Resource;
}

/** What the shell would hear on `/events` from now on. */
export async function listenTo({ url }: Sandbox): Promise<{ readonly heard: () => string; readonly stop: () => Promise<void> }> {
  const end = new AbortController();
  const stream = await fetch(`${url}/events`, { signal: end.signal });
  const seen: string[] = [];
  const reading = (async () => {
    for await (const chunk of (stream.body ?? new ReadableStream()) as unknown as AsyncIterable<Uint8Array>) seen.push(new TextDecoder().decode(chunk));
  })().catch(() => undefined);
  return { heard: () => seen.join(''), stop: async () => { end.abort(); await reading; } };
}
