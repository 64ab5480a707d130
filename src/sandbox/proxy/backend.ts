import type { Bundle, BundleEntry, CapabilityStatement, CapabilityStatementRestResource } from 'fhir/r4';
import type { ChangeEvent } from '../contract.ts';
import { holdsKind, searchDefinitions } from '../definitions/definitions.ts';
import type { FhirBackend } from '../fhir/backend.ts';
import { binaryOf, bodyOf, bundleIn, historyQuery, preferred, present } from '../fhir/call.ts';
import { smartSecurity } from '../fhir/capability.ts';
import { FhirError } from '../fhir/outcome.ts';
import { errorReply, replyWith } from '../fhir/reply.ts';
import type { FhirCall, FhirReply } from '../fhir/reply.ts';
import { routeOf } from '../fhir/route.ts';
import { parseQuery } from '../fhir/search/query.ts';
import { callOf, responseEntry } from '../fhir/transaction.ts';
import { guardUpstream } from './guarded.ts';
import type { GuardedUpstream } from './guarded.ts';
import { createProxyPages } from './pages.ts';
import type { ProxyPages } from './pages.ts';
import { passTransaction } from './transaction.ts';
import type { Upstream } from './upstream.ts';

/**
 * An outside FHIR server behind this sandbox's sign-in.
 * @param tell hears of each patient in whose record something was written through here
 */
export function upstreamBackend(upstream: Upstream, origin: string, tell: (change: ChangeEvent) => void): FhirBackend {
  const pages = createProxyPages();
  return {
    base: upstream.base,
    capability: capabilityOf(upstream, origin),
    answer: async (call, rights) => {
      const guarded = guardUpstream(upstream, rights);
      const reply = await handle(call, guarded, pages);
      await tellOf(guarded, tell);
      return reply;
    },
  };
}

async function handle(call: FhirCall, guarded: GuardedUpstream, pages: ProxyPages): Promise<FhirReply> {
  const route = routeOf(call);
  const conditions = { ifMatch: call.headers['if-match'], ifNoneExist: call.headers['if-none-exist'], prefer: call.headers['prefer'] };
  switch (route.to) {
    case 'bundle': {
      const bundle = bundleIn(call);
      return bundle.type === 'transaction' ? passTransaction(bundle, guarded) : runBatch(bundle, guarded, pages);
    }
    case 'page':
      return pages.page(guarded, route.token);
    case 'search': {
      const form = call.body.kind === 'form' ? call.body.parameters : null;
      guarded.access.demand('s', route.kind);
      const query = parseQuery(route.kind, [...call.query, ...(form ?? [])], !/handling=lenient/.test(call.headers['prefer'] ?? ''));
      return pages.search(guarded, query, form !== null);
    }
    case 'read':
      return asRead(call, await guarded.read(route.kind, route.id));
    case 'read-version':
      return asRead(call, await guarded.readVersion(route.kind, route.id, route.version));
    case 'history':
      return history(call, route.kind, route.id, guarded, pages);
    case 'create': {
      const resource = call.body.kind === 'raw' ? binaryOf(call, call.body, route.kind) : bodyOf(call, route.kind);
      return preferred(call, await guarded.create(resource, conditions), `${route.kind} written`);
    }
    case 'update':
      return preferred(call, await guarded.update(bodyOf(call, route.kind, route.id), route.id, conditions), `${route.kind} written`);
    case 'update-conditionally': {
      const found = await guarded.only(route.kind, call.query.toString());
      const body = bodyOf(call, route.kind, found?.resource.id);
      const id = found?.resource.id ?? body.id;
      // Under the version that matched, so that no other hand comes between.
      const ifMatch = conditions.ifMatch ?? found?.headers['ETag'];
      return preferred(call, await (id === undefined ? guarded.create(body, { prefer: conditions.prefer }) : guarded.update(body, id, { ...conditions, ifMatch })), `${route.kind} written`);
    }
    case 'remove':
      return guarded.remove(route.kind, route.id, conditions);
    case 'remove-conditionally': {
      guarded.access.demand('d', route.kind);
      const found = await guarded.only(route.kind, call.query.toString());
      return found?.resource.id === undefined ? { status: 204, headers: {} } : guarded.remove(route.kind, found.resource.id, conditions);
    }
  }
}

/** Each entry by itself: one may fail and the others stand. */
async function runBatch(bundle: Bundle, guarded: GuardedUpstream, pages: ProxyPages): Promise<FhirReply> {
  const entry: BundleEntry[] = [];
  for (const item of bundle.entry ?? []) {
    try {
      entry.push(responseEntry(await handle(callOf(item, guarded.upstream.base), guarded, pages)));
    } catch (error) {
      entry.push(responseEntry(errorReply(error)));
    }
  }
  return replyWith(200, { resourceType: 'Bundle', type: 'batch-response', entry } as Bundle);
}

function asRead(call: FhirCall, reply: FhirReply): FhirReply {
  const { resource } = reply;
  return resource && reply.status === 200 ? present(call, { ...reply, resource }) : reply;
}

async function history(call: FhirCall, kind: string, id: string | null, guarded: GuardedUpstream, pages: ProxyPages): Promise<FhirReply> {
  const { since, count } = historyQuery(call);
  const visible = await guarded.history(kind, id);
  if (visible === null) {
    const query = new URLSearchParams([...call.query].filter(([name]) => name === '_since' || name === '_count'));
    return pages.pass(guarded, await guarded.upstream.ask({ method: 'GET', path: call.path, query }), { kind, interaction: 'r', query: null });
  }
  const wanted = visible.filter((version) => since === null || Date.parse(version.response?.lastModified ?? version.resource?.meta?.lastUpdated ?? '') >= since);
  const entry = wanted.slice(0, count);
  return replyWith(200, {
    resourceType: 'Bundle', type: 'history', total: wanted.length,
    link: [{ relation: 'self', url: `${guarded.upstream.base}/${call.path}` }],
    ...(entry.length > 0 ? { entry } : {}),
  } as Bundle);
}

/** What the outside server offers and lets through here, with our sign-in. */
function capabilityOf({ statement, base }: Upstream, origin: string): CapabilityStatement {
  return {
    ...statement,
    url: `${base}/metadata`,
    software: { name: `${statement.software?.name ?? 'A FHIR server'} (behind the Countersign sandbox)` },
    implementation: { description: 'For trying and testing on this computer only; never for real patients.', url: base },
    format: ['application/fhir+json', 'json'],
    rest: (statement.rest ?? []).filter(({ mode }) => mode === 'server').map(({ operation: _operations, compartment: _compartments, ...rest }) => ({
      ...rest,
      security: smartSecurity(origin),
      resource: (rest.resource ?? []).filter(({ type }) => holdsKind(type)).map(resourceOf),
      interaction: [...(rest.interaction ?? []).filter(({ code }) => code === 'transaction'), { code: 'batch' as const }],
    })),
  };
}

const PASSED = new Set(['read', 'vread', 'update', 'delete', 'history-instance', 'history-type', 'create', 'search-type']);

function resourceOf({ operation: _operations, interaction = [], searchParam = [], ...resource }: CapabilityStatementRestResource): CapabilityStatementRestResource {
  const known = searchDefinitions.parameters[resource.type] ?? {};
  return { ...resource, interaction: interaction.filter(({ code }) => PASSED.has(code)), searchParam: searchParam.filter(({ name }) => name in known) };
}

async function tellOf(guarded: GuardedUpstream, tell: (change: ChangeEvent) => void): Promise<void> {
  if (guarded.wrote.length === 0) return;
  const kinds = new Map<string, Set<string>>();
  try {
    await guarded.records.learn(guarded.wrote);
  } catch (error) {
    // The write stands; only whose record it belongs to cannot be found out now.
    if (!(error instanceof FhirError)) throw error;
  }
  for (const resource of guarded.wrote) {
    for (const patient of guarded.records.patientsOf(resource)) kinds.set(patient, (kinds.get(patient) ?? new Set()).add(resource.resourceType));
  }
  for (const [patient, changed] of kinds) tell({ patient, kinds: [...changed] });
}
