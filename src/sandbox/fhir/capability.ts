import type { CapabilityStatement, CapabilityStatementRestResource, CapabilityStatementRestSecurity } from 'fhir/r4';
import { searchDefinitions, structures } from '../definitions/definitions.ts';

/**
 * What this server offers, and nothing that it does not.
 * @param origin where the authorisation server is; null where nothing is asked for a token
 */
export function capabilityStatement(base: string, origin: string | null, started: string): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: started,
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    software: { name: origin === null ? 'Countersign embedded companion server' : 'Countersign embedded sandbox EHR' },
    implementation: { description: 'For trying and testing on this computer only; never for real patients.', url: base },
    rest: [{
      mode: 'server',
      ...(origin === null ? {} : { security: smartSecurity(origin) }),
      resource: structures.kinds.map(resourceOf),
      interaction: [{ code: 'transaction' }, { code: 'batch' }],
    }],
  };
}

/** How to sign in, for those who do not read `.well-known/smart-configuration`. */
export function smartSecurity(origin: string): CapabilityStatementRestSecurity {
  return {
    cors: true,
    service: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' }] }],
    extension: [{
      url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
      extension: [{ url: 'authorize', valueUri: `${origin}/auth/authorize` }, { url: 'token', valueUri: `${origin}/auth/token` }, { url: 'revoke', valueUri: `${origin}/auth/revoke` }],
    }],
  };
}

function resourceOf(kind: string): CapabilityStatementRestResource {
  const parameters = searchDefinitions.parameters[kind] ?? {};
  const references = Object.entries(parameters).filter(([, p]) => p.type === 'reference').map(([name]) => `${kind}:${name}`);
  return {
    type: kind as CapabilityStatementRestResource['type'],
    interaction: [{ code: 'read' }, { code: 'vread' }, { code: 'update' }, { code: 'delete' }, { code: 'history-instance' }, { code: 'history-type' }, { code: 'create' }, { code: 'search-type' }],
    versioning: 'versioned-update',
    readHistory: true,
    updateCreate: true,
    conditionalCreate: true,
    conditionalRead: 'not-match',
    conditionalUpdate: true,
    conditionalDelete: 'single',
    referencePolicy: ['literal', 'logical', 'enforced'],
    ...(references.length > 0 ? { searchInclude: references } : {}),
    searchParam: Object.entries(parameters).map(([name, { type }]) => ({ name, type })),
  };
}
