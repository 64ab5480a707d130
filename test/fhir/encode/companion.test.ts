import type { Provenance, Task } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { fromCompanion, subjectTag, toCompanion } from '../../../src/fhir/encode/index.ts';

const places = { ehr: 'https://ehr.test/fhir', companion: 'https://companion.test/fhir' };

const task: Task = {
  resourceType: 'Task', status: 'requested', intent: 'proposal', for: { reference: 'Patient/p1' }, requester: { reference: 'Practitioner/cdi', display: 'Casey' },
  focus: { reference: 'Condition/c1' }, reasonReference: { reference: 'https://companion.test/fhir/Claim/k1' },
  input: [{ type: { text: 'quote' }, valueReference: { reference: 'DocumentReference/n1/_history/3', extension: [{ url: 'v', valueString: '3' }] } }],
};

describe('what goes to the companion server', () => {
  const there = toCompanion(task, places, 'Encounter/e1');

  it('names the EHR\'s resources logically, its own relatively, and the visit by a tag', () => {
    expect(there).toMatchObject({
      for: { type: 'Patient', identifier: { system: 'https://ehr.test/fhir', value: 'Patient/p1' } },
      requester: { type: 'Practitioner', identifier: { value: 'Practitioner/cdi' }, display: 'Casey' },
      reasonReference: { reference: 'Claim/k1' },
      input: [{ valueReference: { type: 'DocumentReference', identifier: { value: 'DocumentReference/n1' }, extension: [{ valueString: '3' }] } }],
    });
    expect(JSON.stringify(there)).not.toContain('"reference":"Patient');
    expect(there.meta?.tag).toEqual([subjectTag(places.ehr, 'e1')]);
  });

  it('reads back as it was, but for versions, which stand beside', () => {
    const { meta: _, ...back } = fromCompanion(there, places);
    expect(back).toEqual({ ...task, input: [{ type: { text: 'quote' }, valueReference: { reference: 'DocumentReference/n1', extension: [{ url: 'v', valueString: '3' }] } }] });
  });

  it('goes there and back any number of times unchanged, tagged once', () => {
    const again = toCompanion(fromCompanion(there, places), places, 'Encounter/e1');
    expect(again).toEqual(there);
  });

  it('leaves alone what is no reference into the EHR: contained resources, another server\'s, identifiers of records', () => {
    const provenance: Provenance = {
      resourceType: 'Provenance', recorded: '2026-11-20T10:15:00Z', contained: [{ resourceType: 'Device', id: 'd' }], agent: [{ who: { reference: '#d' } }],
      target: [{ type: 'Provenance', identifier: { system: 'https://elsewhere.test/fhir', value: 'Provenance/1' } }],
    };
    const { meta: _, ...moved } = toCompanion(provenance, places, 'Encounter/e1');
    expect(moved).toEqual(provenance);
    expect(fromCompanion(provenance, places)).toEqual(provenance);
  });
});

it('the tag tells apart visits and EHRs, and not how the visit is named', () => {
  const code = (ehr: string, encounter: string) => subjectTag(ehr, encounter).code;
  expect(code('https://ehr.test/fhir', 'Encounter/e1')).toBe(code('https://ehr.test/fhir', 'e1'));
  expect(code('https://ehr.test/fhir', 'e1')).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set([code('https://ehr.test/fhir', 'e1'), code('https://ehr.test/fhir', 'e2'), code('https://other.test/fhir', 'e1')]).size).toBe(3);
});
