import type { Condition } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { versioned } from '../../../src/fhir/encode/parts.ts';
import { holds } from '../../../src/fhir/send/standing.ts';

function resting(on: string, version: string): Condition {
  return { resourceType: 'Condition', subject: { reference: 'Patient/p1' }, evidence: [{ detail: [versioned({ reference: on, version })] }] };
}

/** What HAPI keeps of it. */
function withoutVersions(condition: Condition): Condition {
  return JSON.parse(JSON.stringify(condition).replaceAll(/\/_history\/[^/"]+/g, '')) as Condition;
}

describe('what was meant, beside what a server kept', () => {
  const meant = resting('DocumentReference/n1', '3');

  it('stands where the server only cut versions from references', () => {
    expect(withoutVersions(meant)).not.toEqual(meant);
    expect(holds(withoutVersions(meant), meant)).toBe(true);
  });

  it('does not stand where the reference leads to another version or another resource', () => {
    expect(holds(withoutVersions(resting('DocumentReference/n1', '4')), meant)).toBe(false);
    expect(holds(resting('DocumentReference/n1', '4'), meant)).toBe(false);
    expect(holds(withoutVersions(resting('DocumentReference/n2', '3')), meant)).toBe(false);
  });
});
