import { describe, expect, it } from 'vitest';
import type { FhirResource } from 'fhir/r4';
import { createWriter } from '../../../src/fhir/send/index.ts';
import { FakeFhir } from '../../support/fake-fhir.ts';
import { fill, planFor, wardWithClaim } from '../../support/ward.ts';
import { SIGNED_AT, generic } from '../../support/writing.ts';

const never = new AbortController().signal;

/** Servers keep what validation did not stop: what a change is made on may be malformed in any place. */
describe('what stands there is not as FHIR says', () => {
  const odd = [null, 'x', 7, [null], ['x'], [{}], {}];
  const places: readonly (readonly [string, readonly string[]])[] = [
    ['Condition/c1', ['meta', 'category', 'code', 'clinicalStatus', 'verificationStatus', 'subject', 'text']],
    ['Condition/c3', ['meta', 'category', 'subject']],
    ['Claim/k1', ['meta', 'diagnosis', 'item', 'insurance', 'patient']],
    ['Encounter/e1', ['meta', 'diagnosis', 'subject']],
  ];
  it.each(places.flatMap(([reference, names]) => names.map((name) => [reference, name] as const)))('%s.%s: each step gets its receipt, and nothing throws', async (reference, name) => {
    for (const value of odd) {
      for (const profile of [generic, { ...generic, transaction: false }]) {
        const server = new FakeFhir({});
        fill(server, wardWithClaim);
        const plan = planFor(wardWithClaim, profile);
        const stands = server.current(reference);
        Object.assign(stands, { [name]: value } as Partial<FhirResource>);
        const writer = createWriter(server, profile, () => SIGNED_AT);
        const receipts = await writer.send(plan, () => undefined, never);
        expect(receipts).toHaveLength(plan.steps.length);
        for (const step of plan.steps) await writer.lookUp(plan, step, never);
      }
    }
  });
});
