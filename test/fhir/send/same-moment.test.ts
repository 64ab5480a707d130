import { describe, expect, it } from 'vitest';
import type { FhirHttp } from '../../../src/fhir/http/contract.ts';
import { createWriter } from '../../../src/fhir/send/index.ts';
import { FakeFhir } from '../../support/fake-fhir.ts';
import { fill, planFor, wardWithClaim } from '../../support/ward.ts';
import { SIGNED_AT, generic } from '../../support/writing.ts';

const never = new AbortController().signal;

/** What a second tab does, after this one has looked and before its first write arrives. */
function afterOurLook(server: FakeFhir, secondTab: () => Promise<unknown>, isOurs: (url: string) => boolean): FhirHttp {
  let done = false;
  return {
    base: server.base,
    async request(request) {
      if (!done && request.method !== 'GET' && isOurs(request.url)) {
        done = true;
        await secondTab();
      }
      return server.request(request);
    },
  };
}

/** HAPI answers a stale If-Match with 409, the specification with 412. */
describe.each([409, 412] as const)('the same countersignature from a second tab at the same moment, where stale is %i', (staleStatus) => {
  it.each([
    ['in one transaction', true, (url: string) => url === ''],
    ['one by one', false, (url: string) => url === 'Encounter/e1'],
  ] as const)('%s: what the other tab wrote stands, and is no conflict', async (_, transaction, isOurs) => {
    const server = new FakeFhir({ staleStatus });
    fill(server);
    const profile = { ...generic, transaction };
    const plan = planFor(wardWithClaim, profile);
    const send = (http: FhirHttp) => createWriter(http, profile, () => SIGNED_AT).send(plan, () => undefined, never);
    const receipts = await send(afterOurLook(server, () => send(server), isOurs));
    expect(receipts.filter((r) => r.outcome !== 'written' || r.conflict !== undefined)).toEqual([]);
    expect((await send(server)).map((r) => r.resource)).toEqual(receipts.map((r) => r.resource));
  });
});
