import fc from 'fast-check';
import type { Resource } from 'fhir/r4';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { clientOf, startEhr } from './support/ehr.ts';

let ehr: Sandbox;
let fhir: ReturnType<typeof clientOf>;
let written: Resource[];

beforeAll(async () => {
  ehr = await startEhr();
  fhir = clientOf(ehr);
  written = ['Patient', 'Encounter', 'Condition', 'Observation', 'DocumentReference', 'Provenance', 'Task', 'PractitionerRole'].flatMap((kind) => [...ehr.store.candidates(kind)].map((c) => c.resource));
});
afterAll(() => ehr.close());

const junk = fc.constantFrom<unknown>(null, 1, 'x', '', true, [], {}, [null], [[]], { a: 1 });
const steps = fc.array(fc.nat(20), { minLength: 1, maxLength: 5 });

it('a resource with anything in any place is taken or refused, and never makes the server fail', async () => {
  await fc.assert(fc.asyncProperty(fc.nat(1000), steps, junk, async (which, path, value) => {
    const original = written[which % written.length] as Resource;
    const broken = replaced(original, path, value);
    const { status } = await fhir('PUT', `${original.resourceType}/${original.id}`, broken);
    expect(status).toBeLessThan(500);
    const entry = { resource: broken, fullUrl: 'urn:uuid:1', request: { method: 'POST', url: original.resourceType, ifNoneExist: 'identifier=x' } };
    expect((await fhir('POST', '', { resourceType: 'Bundle', type: 'transaction', entry: [replaced(entry, path.slice(1), value)] })).status).toBeLessThan(500);
  }), { numRuns: 300 });
});

it('and where it is loaded, searches still answer', async () => {
  await fc.assert(fc.asyncProperty(fc.nat(1000), steps, junk, async (which, path, value) => {
    const original = written[which % written.length] as Resource;
    const refusal = loading({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: replaced(original, path, value) }] });
    expect(refusal ?? 'It was loaded.').toMatch(/^[A-Z].*\.$/s);
    for (const query of ['patient=a', '_sort=patient', 'date=ge2026', 'identifier=x', '_revinclude=Provenance:target']) expect((await fhir('GET', `${original.resourceType}?${query}`)).status).toBeLessThan(500);
  }), { numRuns: 200 });
});

it('a document whose content has no attachment is taken or refused in words', () => {
  const document = written.find(({ resourceType }) => resourceType === 'DocumentReference');
  const refusal = loading({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: { ...document, content: [{}] } }] });
  expect(refusal ?? 'It was loaded.').toMatch(/^[A-Z].*\.$/s);
});

function loading(bundle: unknown): string | null {
  try {
    ehr.load(bundle);
    return null;
  } catch (error) {
    return error instanceof TypeError || !(error instanceof Error) ? String(error) : error.message;
  }
}

/** A copy with another value at the place that the steps lead to. */
function replaced(value: unknown, [step = 0, ...rest]: readonly number[], by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return by;
  const inner = rest.length === 0 ? by : replaced((value as Record<string, unknown>)[key], rest, by);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === key ? inner : item));
  return { ...value, [key]: inner };
}
