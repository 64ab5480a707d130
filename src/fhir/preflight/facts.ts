import { RESOURCE_KINDS } from '../../domain/model/index.ts';
import type { ResourceKind } from '../../domain/model/index.ts';
import { PATIENT_SEARCHES } from '../read/kinds.ts';
import type { Interaction } from '../session/contract.ts';
import { parseScopes } from '../session/scopes.ts';
import type { Blocker } from './ask.ts';

type Document = Readonly<Record<string, unknown>>;

export interface ServerFacts {
  readonly software: string | null;
  readonly fhirVersion: string | null;
  readonly transaction: boolean;
  readonly batch: boolean;
  /** Kinds with conditional create, and with `versioned-update` (If-Match). */
  readonly conditionalCreate: readonly string[];
  readonly ifMatch: readonly string[];
}

/** What a CapabilityStatement says of the server as a whole. */
export function serverFacts(capability: Document): ServerFacts {
  const rest = serverRest(capability);
  const kinds = objects(rest['resource']);
  const named = (offers: (kind: Document) => boolean) => kinds.filter(offers).map((kind) => String(kind['type']));
  const software = object(capability['software']);
  return {
    software: [software['name'], software['version']].filter((word) => typeof word === 'string').join(' ') || null,
    fhirVersion: text(capability['fhirVersion']),
    transaction: codes(rest['interaction']).includes('transaction'),
    batch: codes(rest['interaction']).includes('batch'),
    conditionalCreate: named((kind) => kind['conditionalCreate'] === true),
    ifMatch: named((kind) => kind['versioning'] === 'versioned-update'),
  };
}

export interface SmartFacts {
  readonly authorize: string | null;
  readonly token: string | null;
  readonly pkceS256: boolean;
  readonly capabilities: readonly string[];
  /** Null where the server does not list them. */
  readonly scopesSupported: readonly string[] | null;
  /** Scopes asked for that the list does not hold; null where there is none. The list need not be complete (SMART App Launch 2.2). */
  readonly scopesNotListed: readonly string[] | null;
}

/** @param asked the scopes that the app would ask for, parted by blanks */
export function smartFacts(smart: Document, asked: string): SmartFacts {
  const supported = smart['scopes_supported'] === undefined ? null : texts(smart['scopes_supported']);
  return {
    authorize: text(smart['authorization_endpoint']),
    token: text(smart['token_endpoint']),
    pkceS256: texts(smart['code_challenge_methods_supported']).includes('S256'),
    capabilities: texts(smart['capabilities']),
    scopesSupported: supported,
    scopesNotListed: supported === null ? null : asked.split(/\s+/).filter((scope) => scope !== '' && !isListed(scope, supported)),
  };
}

const INTERACTIONS: readonly Interaction[] = ['create', 'read', 'update', 'delete', 'search'];

function isListed(scope: string, supported: readonly string[]): boolean {
  if (supported.includes(scope)) return true;
  const [, kind] = /^(?:patient|user|system)\/(\*|[A-Z][A-Za-z]*)\./.exec(scope) ?? [];
  if (kind === undefined) return false;
  const [one, all] = [parseScopes(scope), parseScopes(supported.join(' '))];
  return (kind === '*' ? RESOURCE_KINDS : [kind]).every((each) => INTERACTIONS.every((interaction) => !one.allows(each, interaction) || all.allows(each, interaction)));
}

/** What keeps the app from this EHR altogether, of what both documents say. */
export function blockersIn(server: ServerFacts | null, smart: SmartFacts | null): readonly Blocker[] {
  return [
    ...(server === null || server.fhirVersion?.startsWith('4.0') === true ? [] : [{
      what: 'not-r4', why: `The server speaks FHIR ${server.fhirVersion ?? 'of no stated version'}, not R4 (4.0.1).`, ask: 'The base address of the EHR\'s FHIR R4 API.',
    } as const]),
    ...(smart === null || (smart.authorize !== null && smart.token !== null) ? [] : [{
      what: 'no-endpoints', why: 'The SMART configuration names no authorization_endpoint or no token_endpoint.', ask: 'A SMART configuration with both, for apps that launch with a user.',
    } as const]),
    ...(smart === null || smart.pkceS256 ? [] : [{
      what: 'no-pkce', why: 'The sign-in does not offer PKCE with S256, which SMART App Launch 2 requires.', ask: 'PKCE with S256 (code_challenge_methods_supported), for public clients.',
    } as const]),
  ];
}

export interface KindFacts {
  readonly kind: ResourceKind;
  /** How a review reads it: by a search for the patient, by search for references that others bring, or one by one. */
  readonly how: 'patient' | 'reference' | 'read';
  /** Null: the server does not say. */
  readonly offered: boolean | null;
  /** The search parameter that a review would use; null where the server lists none of those that it knows. */
  readonly by: string | null;
  /** Whether the server lists these; null where it does not: many take them all the same. */
  readonly count: true | null;
  readonly tag: true | null;
}

/** Each kind that a review reads, as the server offers it. */
export function kindFacts(capability: Document): readonly KindFacts[] {
  const rest = serverRest(capability);
  const kinds = new Map(objects(rest['resource']).map((kind) => [String(kind['type']), kind]));
  const everywhere = names(rest['searchParam']);
  return RESOURCE_KINDS.map((kind) => {
    const offer = kinds.get(kind);
    const { how, interaction, by } = WAYS[kind] ?? { how: 'patient' as const, interaction: 'search-type', by: PATIENT_SEARCHES.find((search) => search.kind === kind)?.by ?? [] };
    const listed = [...everywhere, ...names(offer?.['searchParam'])];
    const said = codes(offer?.['interaction']);
    return {
      kind, how,
      offered: kinds.size === 0 ? null : offer !== undefined && (said.length === 0 || said.includes(interaction)),
      by: by.find((name) => listed.includes(name)) ?? null,
      count: listed.includes('_count') || null,
      tag: listed.includes('_tag') || null,
    };
  });
}

const WAYS: Partial<Record<ResourceKind, { readonly how: KindFacts['how']; readonly interaction: string; readonly by: readonly string[] }>> = {
  Patient: { how: 'read', interaction: 'read', by: [] },
  Binary: { how: 'read', interaction: 'read', by: [] },
  Provenance: { how: 'reference', interaction: 'search-type', by: ['target', 'patient'] },
  Practitioner: { how: 'reference', interaction: 'search-type', by: ['_id'] },
  PractitionerRole: { how: 'reference', interaction: 'search-type', by: ['practitioner', '_id'] },
};

function serverRest(capability: Document): Document {
  return objects(capability['rest']).find((rest) => rest['mode'] === 'server') ?? {};
}

function codes(value: unknown): readonly string[] {
  return objects(value).map((item) => String(item['code']));
}

function names(value: unknown): readonly string[] {
  return objects(value).map((item) => String(item['name']));
}

function objects(value: unknown): readonly Document[] {
  return Array.isArray(value) ? value.filter((item): item is Document => typeof item === 'object' && item !== null) : [];
}

function object(value: unknown): Document {
  return typeof value === 'object' && value !== null ? (value as Document) : {};
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
