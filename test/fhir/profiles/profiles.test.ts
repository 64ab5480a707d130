import { describe, expect, it } from 'vitest';
import { profileServer } from '../../../src/fhir/profiles/index.ts';
import type { GrantedScopes } from '../../../src/fhir/session/contract.ts';

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
      create: ['Condition', 'Claim', 'Encounter', 'Provenance'], update: ['Condition', 'Claim', 'Encounter', 'Provenance'],
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
    expect(profileServer({ capability, scopes: everything, base })).toEqual({ name: 'generic', transaction: false, conditionalCreate: false, ifMatch: false, create: [], update: [] });
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
