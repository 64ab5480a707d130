import type { Resource } from 'fhir/r4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sensitivityOf } from '../../../src/fhir/decode/sensitivity.ts';

const THO = 'http://terminology.hl7.org/CodeSystem';
const labelled = (...security: readonly unknown[]) => ({ resourceType: 'DocumentReference', meta: { security } }) as unknown as Resource;

describe('a label that makes a note sensitive', () => {
  it.each([
    [`${THO}/v3-Confidentiality`, ['R', 'V']],
    [`${THO}/v3-ActCode`, ['ETH', 'HIV', 'PSY', 'PSYTHPN', 'SUD', 'SDV', 'SEX', 'STD', 'TBOO', 'ADOL', 'MH', 'BH', 'GDIS', 'NORDSCLCD', '42CFRPart2', 'PROCESSINLINELABEL']],
    [`${THO}/v3-ActUSPrivacyLaw`, ['42CFRPart2', 'HIPAAPsyNotes', 'HIPAASelfPay', 'Title38Section7332']],
    ['http://hl7.org/fhir/v3/Confidentiality', ['R']],
    ['http://hl7.org/fhir/v3/ActCode', ['HIV']],
    [`${THO.replace('CodeSystem', 'ValueSet')}/v3-ConfidentialityClassification`, ['V']],
    ['urn:oid:2.16.840.1.113883.5.25', ['R']],
    ['urn:oid:2.16.840.1.113883.5.4', ['SUD']],
  ])('of %s: %j', (system, codes) => {
    for (const code of codes) expect(sensitivityOf(labelled({ system, code }))).toEqual([code]);
  });

  it.each<[string, unknown, string]>([
    ['of a system that nobody knows', { system: 'https://ehr.test/labels', code: 'SECRET' }, 'https://ehr.test/labels|SECRET'],
    ['of no system, even if it looks harmless', { code: 'N' }, '|N'],
    ['a new code of a known system', { system: `${THO}/v3-ActCode`, code: 'NEWPOLICY' }, 'v3-ActCode|NEWPOLICY'],
    ['a retired code', { system: `${THO}/v3-Confidentiality`, code: 'PSY' }, 'v3-Confidentiality|PSY'],
    ['in another case', { system: `${THO}/v3-Confidentiality`, code: 'n' }, 'v3-Confidentiality|n'],
    ['without a code', { display: 'Restricted' }, 'unreadable label'],
    ['that is no coding', 'R', 'unreadable label'],
    ['named like what every object has', { system: 'constructor', code: 'toString' }, 'constructor|toString'],
    ['whose code is named like what every object has', { system: `${THO}/v3-ActCode`, code: 'constructor' }, 'v3-ActCode|constructor'],
  ])('is one %s', (_, label, code) => {
    expect(sensitivityOf(labelled(label))).toEqual([code]);
  });

  it('may stand in a document\'s securityLabel, in a Composition\'s confidentiality, or in labels that are no list', () => {
    expect(sensitivityOf({ resourceType: 'DocumentReference', securityLabel: [{ coding: [{ system: `${THO}/v3-ActCode`, code: 'SUD' }] }, { text: 'Keep from family' }] } as Resource)).toEqual(['SUD', 'unreadable label']);
    expect(sensitivityOf({ resourceType: 'Composition', confidentiality: 'R' } as Resource)).toEqual(['R']);
    expect(sensitivityOf({ resourceType: 'Condition', meta: { security: { code: 'R' } } } as unknown as Resource)).toEqual(['unreadable label']);
  });

  it('is told once', () => {
    const R = { system: `${THO}/v3-Confidentiality`, code: 'R' };
    expect(sensitivityOf(labelled(R, R, null))).toEqual(['R']);
  });
});

describe('a label that does not', () => {
  it.each([
    [`${THO}/v3-Confidentiality`, ['N', 'L', 'M', 'U']],
    [`${THO}/v3-ActCode`, ['ENCRYPT', 'AUDIT', 'PERSISTLABEL', 'MINEC']],
    [`${THO}/v3-ActUSPrivacyLaw`, ['HIPAANOPP']],
    [`${THO}/v3-ObservationValue`, ['AIAST', 'CLINAST', 'PATAST', 'SUBSETTED']],
    [`${THO}/v3-ActReason`, ['HTEST', 'TREAT']],
  ])('of %s: %j', (system, codes) => {
    for (const code of codes) expect(sensitivityOf(labelled({ system, code }))).toEqual([]);
  });

  it('is one that is not there: a tag, a profile, another element of the same name', () => {
    expect(sensitivityOf({ resourceType: 'DocumentReference', meta: { tag: [{ system: `${THO}/v3-Confidentiality`, code: 'R' }], profile: ['R'] } })).toEqual([]);
    expect(sensitivityOf({ resourceType: 'Observation', securityLabel: [{ coding: [{ code: 'R' }] }], confidentiality: 'R' } as unknown as Resource)).toEqual([]);
    expect(sensitivityOf({ resourceType: 'DocumentReference' })).toEqual([]);
  });
});

it('never throws, and takes nothing that it cannot read for harmless', () => {
  fc.assert(fc.property(fc.anything(), (junk) => {
    const found = sensitivityOf({ resourceType: 'DocumentReference', meta: { security: junk } } as unknown as Resource);
    const isNothing = junk === undefined || junk === null || (Array.isArray(junk) && junk.every((item) => item === null || item === undefined));
    expect(found.length > 0).toBe(!isNothing);
  }), { numRuns: 2000 });
});
