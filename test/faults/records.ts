import type { DocumentReference, Provenance, Resource } from 'fhir/r4';
import { EXTENSION, STEP_SYSTEM } from '../../src/fhir/encode/index.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import type { Store } from '../../src/sandbox/records/store.ts';

const KINDS = ['Patient', 'Practitioner', 'Coverage', 'Encounter', 'DocumentReference', 'Condition', 'Claim', 'Task', 'Provenance', 'QuestionnaireResponse', 'Communication', 'Observation'] as const;

/** What stands on the two servers, past every scope. */
export interface Records {
  readonly ehr: readonly Resource[];
  readonly companion: readonly Resource[];
}

export function recordsOf({ store, companion }: Sandbox): Records {
  return { ehr: all(store), companion: companion === null ? [] : all(companion.store) };
}

/** Nothing else stands there then, each in version 1. */
export function restore({ store, companion }: Sandbox, { ehr, companion: beside }: Records): void {
  store.clear();
  companion?.store.clear();
  for (const resource of ehr) put(store, resource);
  if (companion !== null) for (const resource of beside) put(companion.store, resource);
}

/** Every resource that carries this step's key, on either server. */
export function carrying({ ehr, companion }: Records, key: string): readonly Resource[] {
  return [...ehr, ...companion].filter((resource) => keysOf(resource).includes(key));
}

export function keysOf(resource: Resource): readonly string[] {
  const identifiers = (resource as { readonly identifier?: unknown }).identifier;
  const named = Array.isArray(identifiers) ? (identifiers as readonly { readonly system?: string; readonly value?: string }[]) : [];
  const keys = [
    ...named.flatMap(({ system, value }) => (system === STEP_SYSTEM && value !== undefined ? [value] : [])),
    ...(resource.meta?.tag ?? []).flatMap(({ system, code }) => (system === STEP_SYSTEM && code !== undefined ? [code] : [])),
  ];
  return [...new Set(keys)];
}

/** Heads of the log that are kept there: not the same from try to try, since the log tells of each try. */
export function anchorsIn({ ehr, companion }: Records): readonly { readonly key: string; readonly count: number }[] {
  return [...ehr, ...companion].flatMap((resource) => {
    const count = resource.resourceType === 'Provenance' ? countIn(resource as Provenance) : resource.resourceType === 'DocumentReference' ? countNoted(resource as DocumentReference) : undefined;
    return count === undefined ? [] : [{ key: keysOf(resource)[0] ?? '', count }];
  });
}

function countIn({ extension = [] }: Provenance): number | undefined {
  return extension.find(({ url }) => url === EXTENSION.anchor)?.extension?.find(({ url }) => url === 'count')?.valueInteger;
}

function countNoted({ description, content }: DocumentReference): number | undefined {
  if (description !== 'Countersign record: head of the review log') return undefined;
  const text = Buffer.from(content[0]?.attachment.data ?? '', 'base64').toString('utf8');
  return Number(/ held (\d+) entries /.exec(text)?.[1]);
}

/** All but the anchors, with their versions, in a form that two runs share: what was created is named by what it is, and no server's time is left. */
export function comparable(records: Records, before: Records): readonly string[] {
  const anchored = new Set(anchorsIn(records).map(({ key }) => key));
  const known = new Set([...before.ehr, ...before.companion].map(nameOf));
  const created = [...records.ehr, ...records.companion].filter((resource) => !known.has(nameOf(resource)));
  const names = created.map((resource) => [nameOf(resource), `${resource.resourceType}/of-${keysOf(resource)[0] ?? 'nobody'}`] as const);
  return [...records.ehr.map((resource) => ['EHR', resource] as const), ...records.companion.map((resource) => ['companion', resource] as const)]
    .filter(([, resource]) => !keysOf(resource).some((key) => anchored.has(key)))
    .map(([server, { meta = {}, ...resource }]) => {
      const { lastUpdated: _, ...rest } = meta;
      const text = JSON.stringify({ ...resource, id: `${resource.resourceType}/${resource.id}`, meta: rest });
      return `${server}: ${names.reduce((words, [name, label]) => words.replaceAll(name, label), text)}`;
    })
    .toSorted();
}

function all(store: Store): readonly Resource[] {
  return KINDS.flatMap((kind) => [...store.candidates(kind)].map(({ resource }) => resource));
}

function put(store: Store, resource: Resource): void {
  store.write({ ...resource, id: resource.id ?? '' }, 'PUT');
}

function nameOf({ resourceType, id = '' }: Resource): string {
  return `${resourceType}/${id}`;
}
