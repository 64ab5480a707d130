import type { ServerProfile } from '../../domain/model/index.ts';
import type { GrantedScopes } from '../session/contract.ts';

/**
 * What this EHR lets the app write: what its CapabilityStatement offers *and* the token grants. Without a write scope, nothing.
 * @param capability the CapabilityStatement as it came; what cannot be read of it counts as not offered.
 * @param known overrules the vendor guessed from the statement and the address.
 */
export function profileServer({ capability, scopes, base, known }: {
  readonly capability: unknown;
  readonly scopes: GrantedScopes;
  readonly base: string;
  readonly known?: ServerProfile['name'];
}): ServerProfile {
  const rest = serverRest(capability);
  const kinds = list(rest['resource']).filter(isRecord);
  const granted = (interaction: 'create' | 'update') => kinds
    .filter((kind) => scopes.canWrite && interactions(kind).includes(interaction))
    .map((kind) => String(kind['type']))
    .filter((type) => WRITTEN_KINDS.includes(type) && scopes.allows(type, interaction));
  const create = granted('create');
  const update = granted('update');
  const all = (types: readonly string[], offers: (kind: Record<string, unknown>) => boolean) =>
    types.length > 0 && kinds.filter((kind) => types.includes(String(kind['type']))).every(offers);
  return {
    name: known ?? vendor(capability, base),
    transaction: interactions(rest).some((code) => code === 'transaction'),
    conditionalCreate: all(create, (kind) => kind['conditionalCreate'] === true),
    ifMatch: all(update, (kind) => kind['versioning'] === 'versioned-update'),
    create,
    update,
    companion: null,
    activities: [],
  };
}

/** The kinds that a countersignature writes. */
const WRITTEN_KINDS: readonly string[] = ['Condition', 'Claim', 'Encounter', 'Provenance'];

function serverRest(capability: unknown): Record<string, unknown> {
  if (!isRecord(capability) || capability['resourceType'] !== 'CapabilityStatement') return {};
  return list(capability['rest']).filter(isRecord).find((rest) => rest['mode'] === 'server') ?? {};
}

function interactions(of: Record<string, unknown>): readonly string[] {
  return list(of['interaction']).flatMap((interaction) => (isRecord(interaction) && typeof interaction['code'] === 'string' ? [interaction['code']] : []));
}

function vendor(capability: unknown, base: string): ServerProfile['name'] {
  const software = isRecord(capability) && isRecord(capability['software']) ? capability['software']['name'] : undefined;
  const publisher = isRecord(capability) ? capability['publisher'] : undefined;
  const words = [software, publisher, hostOf(base)].filter((word) => typeof word === 'string').join(' ').toLowerCase();
  if (/\bepic\b/.test(words)) return 'epic';
  return /\bcerner\b|\boracle\b|\bmillennium\b/.test(words) ? 'oracle' : 'generic';
}

function hostOf(base: string): string {
  return URL.parse(base)?.hostname ?? '';
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
