import type { Provenance } from 'fhir/r4';
import { expect, it } from 'vitest';
import { references } from '../../../src/fhir/decode/parse.ts';
import { decodeProvenance } from '../../../src/fhir/decode/provenance.ts';
import { versioned } from '../../../src/fhir/encode/parts.ts';

const written: Provenance = {
  resourceType: 'Provenance', id: 'v1', recorded: '2026-11-20T10:15:00-06:00', agent: [{ who: { reference: 'Practitioner/dr' } }],
  target: [versioned({ reference: 'Condition/c1', version: '2' })],
};

it.each([
  ['as it was written', written],
  ['by a server that cuts versions from references, as HAPI does', { ...written, target: [{ ...written.target[0], reference: 'Condition/c1' }] }],
])('the version that a provenance speaks of is read back, %s', (_, provenance) => {
  expect(decodeProvenance(provenance, references('https://ehr.test/fhir')).targets).toEqual([{ reference: 'Condition/c1', version: '2' }]);
});
