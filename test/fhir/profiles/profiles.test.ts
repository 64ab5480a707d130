import { describe, expect, it } from 'vitest';
import { profileServer } from '../../../src/fhir/profiles/index.ts';
import type { GrantedScopes } from '../../../src/fhir/session/contract.ts';
import { parseScopes } from '../../../src/fhir/session/scopes.ts';

const base = 'https://ehr.test/fhir';
const everything: GrantedScopes = { text: 'user/*.cruds', allows: () => true, canWrite: true };
const readOnly: GrantedScopes = { text: 'user/*.rs', allows: (_, interaction) => interaction === 'read' || interaction === 'search', canWrite: false };

function statement(types: readonly string[], interactions: readonly string[], more: object = {}, rest: object = { interaction: [{ code: 'transaction' }] }) {
  const resource = types.map((type) => ({ type, interaction: interactions.map((code) => ({ code })), versioning: 'versioned-update', conditionalCreate: true }));
  return { resourceType: 'CapabilityStatement', ...more, rest: [{ mode: 'client' }, { mode: 'server', resource, ...rest }] };
}

describe('what an EHR lets us write', () => {
  it('is what it offers and the scopes grant, of the kinds we write', () => {
    const capability = statement(['Patient', 'Condition', 'Claim', 'Encounter', 'Provenance'], ['read', 'create', 'update']);
    expect(profileServer({ capability, scopes: everything, base })).toEqual({
      name: 'generic', transaction: true, conditionalCreate: true, ifMatch: true,
      create: ['Condition', 'Claim', 'Encounter', 'Provenance'], update: ['Condition', 'Claim', 'Encounter', 'Provenance'], companion: null, activities: [],
    });
  });

  it('a kind that the token does not grant is not offered', () => {
    const scopes: GrantedScopes = { ...everything, allows: (kind) => kind === 'Condition' };
    expect(profileServer({ capability: statement(['Condition', 'Claim'], ['create', 'update']), scopes, base })).toMatchObject({ create: ['Condition'], update: ['Condition'] });
  });

  it('no write scope: nothing', () => {
    expect(profileServer({ capability: statement(['Condition'], ['create', 'update']), scopes: readOnly, base })).toMatchObject({ create: [], update: [] });
  });

  it('only creates are offered', () => {
    expect(profileServer({ capability: statement(['Condition'], ['create'], {}, {}), scopes: everything, base }))
      .toMatchObject({ transaction: false, create: ['Condition'], update: [], ifMatch: false });
  });

  it.each([undefined, null, 'x', [], {}, { resourceType: 'OperationOutcome' }, { resourceType: 'CapabilityStatement', rest: 'no' }])('a statement that cannot be read offers nothing (%#)', (capability) => {
    expect(profileServer({ capability, scopes: everything, base })).toEqual({ name: 'generic', transaction: false, conditionalCreate: false, ifMatch: false, create: [], update: [], companion: null, activities: [] });
  });

  it.each([
    [{ software: { name: 'Epic' } }, base, 'epic'],
    [{ publisher: 'Oracle Health' }, base, 'oracle'],
    [{}, 'https://fhir-ehr.cerner.com/r4/x', 'oracle'],
    [{ software: { name: 'HAPI FHIR Server' } }, base, 'generic'],
    [{ software: { name: 'Epicentre' } }, base, 'generic'],
  ] as const)('knows the vendor: %j %s', (more, at, name) => {
    expect(profileServer({ capability: statement([], [], more), scopes: everything, base: at }).name).toBe(name);
  });

  it('the site may name the vendor', () => {
    expect(profileServer({ capability: statement([], []), scopes: everything, base, known: 'epic' }).name).toBe('epic');
  });
});

describe('a grant that is limited to a category', () => {
  const kinds = ['Condition', 'DocumentReference', 'Task', 'Claim'];
  const offered = (scope: string, known?: 'epic' | 'generic') =>
    profileServer({ capability: statement(kinds, ['create', 'update']), scopes: parseScopes(scope), base, ...(known === undefined ? {} : { known }) }).create;
  it.each([
    ['user/Condition.cruds', undefined, ['Condition']],
    ['user/Condition.c?category=encounter-diagnosis', undefined, ['Condition']],
    ['user/Condition.c?category=http://terminology.hl7.org/CodeSystem/condition-category|encounter-diagnosis', undefined, ['Condition']],
    ['user/Condition.c?category=http%3A%2F%2Fterminology.hl7.org%2FCodeSystem%2Fcondition-category%7Cencounter-diagnosis', undefined, ['Condition']],
    ['user/Condition.c?category=problem-list-item,encounter-diagnosis', undefined, ['Condition']],
    ['user/Condition.c?category=problem-list-item', undefined, []],
    ['user/Condition.c?category=problem-list-item', 'epic', ['Condition']],
    ['user/Condition.c?category=encounter-diagnosis', 'epic', []],
    ['user/Condition.c?category=problem-list-item user/Condition.c?category=encounter-diagnosis', undefined, ['Condition']],
    ['user/Condition.c?category=encounter-diagnosis&code=I10', undefined, []],
    ['user/DocumentReference.c?category=clinical-note', 'epic', ['DocumentReference']],
    ['user/DocumentReference.c?category=clinical-note', undefined, []],
    ['user/Task.c?code=proposal', undefined, []],
    ['user/Task.c?code=proposal user/*.c', undefined, kinds],
  ] as const)('%s (%s): %j', (scope, known, create) => {
    expect(offered(scope, known)).toEqual(create);
  });
});

describe('beside the EHR', () => {
  const capability = statement(['Condition'], ['create', 'update']);
  const messaging = { handle: 'h', origin: 'https://ehr.test' };

  it('the companion server takes what it offers, whatever the scopes are', () => {
    const companion = statement(['Task', 'Claim', 'Provenance', 'Observation'], ['create', 'update']);
    expect(profileServer({ capability, scopes: readOnly, base, companion })).toMatchObject({
      create: [], companion: { transaction: true, conditionalCreate: true, ifMatch: true, create: ['Task', 'Claim', 'Provenance'], update: ['Task', 'Claim', 'Provenance'] },
    });
    expect(profileServer({ capability, scopes: everything, base, companion: {} }).companion).toMatchObject({ create: [], update: [] });
  });

  it.each([
    ['epic', messaging, 'user/*.rs', ['problem-review']],
    ['epic', null, 'user/*.rs messaging/ui.launchActivity', []],
    ['generic', messaging, 'user/*.rs', []],
    ['generic', messaging, 'user/*.rs messaging/ui.launchActivity', ['problem-review']],
    ['oracle', messaging, 'user/*.rs messaging/scratchpad', []],
  ] as const)('%s, messaging %j, granted %s: opens %j', (known, offered, scope, activities) => {
    expect(profileServer({ capability, scopes: parseScopes(scope), base, known, messaging: offered }).activities).toEqual(activities);
  });
});
