import { describe, expect, test } from 'vitest';
import { parseScopes } from '../../../src/fhir/session/scopes.ts';

describe('what the token was granted', () => {
  test.each<[string, string, Parameters<ReturnType<typeof parseScopes>['allows']>[1], boolean]>([
    ['user/Condition.cruds', 'Condition', 'update', true],
    ['user/Condition.rs', 'Condition', 'update', false],
    ['user/Condition.rs', 'Claim', 'read', false],
    ['patient/*.rs', 'Claim', 'search', true],
    ['patient/*.*', 'Claim', 'delete', true],
    ['user/Condition.read', 'Condition', 'search', true],
    ['user/Condition.write', 'Condition', 'create', true],
    ['user/Condition.write', 'Condition', 'read', false],
    ['system/Observation.s', 'Observation', 'read', false],
    ['patient/Observation.rs?category=laboratory', 'Observation', 'search', true],
    ['user/Encounter.rus', 'Encounter', 'create', false],
    ['user/Condition.sdurc', 'Condition', 'read', false],
    ['launch openid fhirUser online_access', 'Patient', 'read', false],
    ['', 'Patient', 'read', false],
  ])('%j lets %s %s: %j', (text, kind, interaction, expected) => { expect(parseScopes(text).allows(kind, interaction)).toBe(expected); });

  test.each([['user/*.rs', false], ['user/*.rs user/Task.c', true], ['patient/*.read', false], ['launch openid', false], ['patient/Claim.write', true]])('%j can write: %j', (text, expected) => {
    expect(parseScopes(text).canWrite).toBe(expected);
  });

  test('a grant limited to a search is known as limited, unless another is not', () => {
    const lab = 'patient/Observation.rs?category=http%3A%2F%2Fterminology.hl7.org%2FCodeSystem%2Fobservation-category%7Claboratory';
    expect(parseScopes(lab).narrowedTo?.('Observation', 'search')).toEqual(['category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory']);
    expect(parseScopes(`${lab} patient/Observation.rs`).narrowedTo?.('Observation', 'search')).toBeNull();
    expect(parseScopes(lab).narrowedTo?.('Condition', 'search')).toBeNull();
  });
});
