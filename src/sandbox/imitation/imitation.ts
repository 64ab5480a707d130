import type { CapabilityStatement, CapabilityStatementRestResource, Resource } from 'fhir/r4';
import type { EhrProfile } from '../contract.ts';
import { FhirError } from '../fhir/outcome.ts';
import type { FhirCall, FhirReply } from '../fhir/reply.ts';
import { EPIC } from './epic.ts';
import { ORACLE } from './oracle.ts';
import type { Offer, Vendor } from './vendor.ts';

/** A vendor's EHR, played in front of the own store or of an outside server: what it refuses, drops and offers. */
export interface Imitation {
  /** Seconds that an access token lives there; null: as everywhere. */
  readonly tokenSeconds: number | null;
  /** SMART Web Messaging in its shell. */
  readonly messaging: boolean;
  /** The request as that EHR would take it. @throws FhirError where it would not */
  admit(call: FhirCall): FhirCall;
  /** The answer as that EHR would give it. @throws FhirError */
  present(call: FhirCall, reply: FhirReply): FhirReply;
  capability(statement: CapabilityStatement): CapabilityStatement;
}

const VENDORS: Record<EhrProfile, Vendor | null> = { generic: null, epic: EPIC, oracle: ORACLE };

/** Null for `generic`: nothing is imitated. */
export function imitationOf(profile: EhrProfile): Imitation | null {
  const vendor = VENDORS[profile];
  return vendor && imitate(vendor);
}

function imitate(vendor: Vendor): Imitation {
  return {
    tokenSeconds: vendor.tokenSeconds,
    messaging: vendor.messaging,
    admit: (call) => {
      const asked = interactionOf(call);
      const kind = call.path.split('/')[0] ?? '';
      if (asked === 'transaction') throw refusal(vendor, 405, 'not-supported', 'neither takes a transaction nor a batch');
      if (vendor.absent.includes(kind)) throw refusal(vendor, 404, 'not-supported', `has no ${kind}`);
      if (!offers(vendor, kind, asked)) throw refusal(vendor, 405, 'not-supported', `does not offer ${asked} on ${kind}`);
      const parameter = [...call.query.keys(), ...(call.body.kind === 'form' ? call.body.parameters.keys() : [])].map((name) => name.split(':')[0] ?? '').find((name) => unsearchable(vendor, kind, name));
      if (asked === 'search-type' && parameter) throw refusal(vendor, 400, 'not-supported', `does not search ${kind} by ${parameter}`);
      const broken = vendor.rules.find((rule) => rule.on === `${kind}.${asked}` && rule.broken(call));
      if (broken) throw refusal(vendor, broken.status, 'business-rule', broken.says);
      return asked === 'create' || asked === 'update' ? { ...call, body: withoutDropped(vendor, kind, call.body) } : call;
    },
    present: (call, reply) => {
      const asked = interactionOf(call);
      if (reply.raw && vendor.binaryAcceptIsContentType && mediaType(call.headers['accept']) !== mediaType(reply.raw.contentType)) {
        throw refusal(vendor, 406, 'not-supported', 'gives a Binary only where Accept is its content type');
      }
      if ((asked === 'create' || asked === 'update') && reply.status < 300) return { status: reply.status, headers: reply.headers };
      return reply;
    },
    capability: (statement) => capabilityOf(vendor, statement),
  };
}

/** R4's name of what is asked; null where it is none. */
export type Interaction = Offer | 'transaction' | 'patch' | 'conditional create' | 'conditional update' | 'conditional delete';

function interactionOf({ method, path, query, headers }: FhirCall): Interaction | null {
  const [kind = '', id, history] = path.split('/');
  const condition = [...query.keys()].some((name) => name !== '_format' && name !== '_pretty');
  switch (method) {
    case 'GET': case 'HEAD':
      if (kind === '' || id === undefined) return 'search-type';
      if (id === '_history') return 'history-type';
      return history === undefined ? 'read' : path.split('/').length === 4 ? 'vread' : 'history-instance';
    case 'POST':
      if (kind === '') return 'transaction';
      if (id === '_search') return 'search-type';
      return headers['if-none-exist'] === undefined ? 'create' : 'conditional create';
    case 'PUT':
      return condition || id === undefined ? 'conditional update' : 'update';
    case 'DELETE':
      return condition || id === undefined ? 'conditional delete' : 'delete';
    case 'PATCH':
      return 'patch';
    default:
      return null;
  }
}

/** Reading and searching every kind that it has; writing what its table lists. */
function offers(vendor: Vendor, kind: string, asked: Interaction | null): boolean {
  if (asked === 'read' || asked === 'search-type') return true;
  return (vendor.writes[kind] ?? []).some((offer) => offer === asked);
}

function unsearchable(vendor: Vendor, kind: string, parameter: string): boolean {
  return (vendor.unsearchable['*'] ?? []).includes(parameter) || (vendor.unsearchable[kind] ?? []).includes(parameter);
}

function withoutDropped(vendor: Vendor, kind: string, body: FhirCall['body']): FhirCall['body'] {
  const dropped = vendor.drops[kind];
  if (body.kind !== 'json' || dropped === undefined) return body;
  const kept = Object.entries(body.value as Resource).filter(([name]) => !dropped.includes(name));
  return { kind: 'json', value: Object.fromEntries(kept) };
}

function mediaType(header: string | undefined): string {
  return (header ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** R4 CapabilityStatement of what is left: profileServer recognises the vendor by the software's name. */
function capabilityOf(vendor: Vendor, statement: CapabilityStatement): CapabilityStatement {
  return {
    ...statement,
    software: { name: `${vendor.name} (imitated by the Countersign sandbox)` },
    rest: (statement.rest ?? []).map(({ interaction: _whole, ...rest }) => ({
      ...rest,
      resource: (rest.resource ?? []).filter(({ type }) => !vendor.absent.includes(type)).map((resource) => resourceOf(vendor, resource)),
    })),
  };
}

function resourceOf(vendor: Vendor, { searchParam = [], interaction = [], ...resource }: CapabilityStatementRestResource): CapabilityStatementRestResource {
  return {
    ...resource,
    interaction: interaction.filter(({ code }) => offers(vendor, resource.type, code as Interaction)),
    versioning: (vendor.writes[resource.type] ?? []).includes('update') ? 'versioned-update' : 'versioned',
    readHistory: false,
    updateCreate: false,
    conditionalCreate: false,
    conditionalUpdate: false,
    conditionalDelete: 'not-supported',
    searchParam: searchParam.filter(({ name }) => !unsearchable(vendor, resource.type, name)),
  };
}

function refusal(vendor: Vendor, status: number, code: ConstructorParameters<typeof FhirError>[1], what: string): FhirError {
  return new FhirError(status, code, `${vendor.name} (imitated) ${what}.`);
}
