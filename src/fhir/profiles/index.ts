import type { ServerAbilities, ServerProfile } from '../../domain/model/index.ts';
import type { GrantedScopes, Interaction, Session } from '../session/contract.ts';

/**
 * What this EHR, and the site's companion server beside it, let the app write: what their CapabilityStatements offer, in the EHR *and* the
 * token grants. Without a write scope, nothing in the EHR.
 * @param capability the CapabilityStatement as it came; what cannot be read of it counts as not offered.
 * @param known overrules the vendor guessed from the statement and the address.
 * @param companion the companion server's CapabilityStatement; null where the site has none, or it did not answer. No token is sent there, so no scope narrows it.
 * @param messaging the launch's SMART Web Messaging, or null
 */
export function profileServer({ capability, scopes, base, known, companion = null, messaging = null }: {
  readonly capability: unknown;
  readonly scopes: GrantedScopes;
  readonly base: string;
  readonly known?: ServerProfile['name'];
  readonly companion?: unknown;
  readonly messaging?: Session['messaging'];
}): ServerProfile {
  const name = known ?? vendor(capability, base);
  return {
    name,
    ...abilities(capability, (kind, interaction) => scopes.canWrite && scopes.allows(kind, interaction) && coversOurs(kind, scopes.narrowedTo?.(kind, interaction) ?? null, name)),
    companion: companion === null ? null : abilities(companion, () => true),
    activities: messaging !== null && opensProblems(name, scopes) ? ['problem-review'] : [],
  };
}

function abilities(capability: unknown, isGranted: (kind: string, interaction: Interaction) => boolean): ServerAbilities {
  const rest = serverRest(capability);
  const kinds = list(rest['resource']).filter(isRecord);
  const granted = (interaction: 'create' | 'update') => kinds
    .filter((kind) => interactions(kind).includes(interaction))
    .map((kind) => String(kind['type']))
    .filter((type) => WRITTEN_KINDS.includes(type) && isGranted(type, interaction));
  const create = granted('create');
  const update = granted('update');
  const all = (types: readonly string[], offers: (kind: Record<string, unknown>) => boolean) =>
    types.length > 0 && kinds.filter((kind) => types.includes(String(kind['type']))).every(offers);
  return {
    transaction: interactions(rest).some((code) => code === 'transaction'),
    conditionalCreate: all(create, (kind) => kind['conditionalCreate'] === true),
    ifMatch: all(update, (kind) => kind['versioning'] === 'versioned-update'),
    create,
    update,
  };
}

/** The kinds that a countersignature, a proposal, a question, its notice, its answer or the log's anchor writes. */
const WRITTEN_KINDS: readonly string[] = ['Condition', 'Claim', 'Encounter', 'Provenance', 'Task', 'QuestionnaireResponse', 'DocumentReference', 'Communication'];

/**
 * Whether a grant that is limited to searches (`user/Condition.c?category=…`, SMART App Launch 2) covers what the app writes of that kind.
 * Diagnoses go to the encounter (at Epic to the problem list, which alone it takes); filed notes carry a category at Epic only. Any other
 * limit is one that the app cannot be sure to keep to, so nothing is planned on it.
 * @param narrowed null where the grant has no limit
 */
function coversOurs(kind: string, narrowed: readonly string[] | null, name: ServerProfile['name']): boolean {
  if (narrowed === null) return true;
  const category = OUR_CATEGORY[kind]?.[name === 'epic' ? 'epic' : 'others'] ?? null;
  return category !== null && narrowed.some((query) => [...new URLSearchParams(query)].every(([parameter, value]) =>
    parameter === 'category' && value.split(',').some((token) => token.slice(token.indexOf('|') + 1) === category)));
}

const OUR_CATEGORY: Readonly<Record<string, Readonly<Record<'epic' | 'others', string | null>>>> = {
  Condition: { epic: 'problem-list-item', others: 'encounter-diagnosis' },
  DocumentReference: { epic: 'clinical-note', others: null },
};

/**
 * SMART Web Messaging 1.0 has no list of activities: an EHR that grants `messaging/ui.launchActivity` opens some, and Epic opens its
 * problem activity. An EHR that does not know the activity answers so, and the app then hands over words to copy.
 */
function opensProblems(name: ServerProfile['name'], scopes: GrantedScopes): boolean {
  return name === 'epic' || scopes.text.split(/\s+/).includes('messaging/ui.launchActivity');
}

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
