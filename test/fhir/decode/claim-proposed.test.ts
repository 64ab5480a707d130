import type { Claim, Coding, Meta, Resource } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import type { StepId, WriteAction, WriteStep } from '../../../src/domain/model/index.ts';
import { decodeClaim } from '../../../src/fhir/decode/claim.ts';
import { references } from '../../../src/fhir/decode/parse.ts';
import { encode } from '../../../src/fhir/encode/index.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT, doctor, generic } from '../../support/writing.ts';

const context = {
  plan: { purpose: 'propose' as const, event: 'p1', who: doctor, at: SIGNED_AT, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' }, mode: 'single' as const, steps: [], cannot: [] },
  profile: generic, written: () => null,
};
const diagnoses = [{ sequence: 1, was: [], diagnosis: { code: 'I10', title: 'Essential (primary) hypertension' }, link: null }];
const step = (action: WriteAction): WriteStep => ({ id: 's' as StepId, key: 'k', action, to: 'ehr', handOver: null, after: [], says: '' });

function made(kind: 'propose-claim' | 'create-claim'): Claim {
  const encoding = encode(step({ kind, diagnoses, serviced: '2026-11-20', coverage: null }));
  if (encoding.kind !== 'create') throw new Error('A claim is created.');
  return { ...(encoding.resource(context) as Claim), id: 'k1' };
}

function countersigned(current: Claim): Claim {
  const encoding = encode(step({ kind: 'update-claim', claim: { reference: 'Claim/k1', version: '1' }, diagnoses, serviced: '2026-11-20' }));
  if (encoding.kind !== 'update') throw new Error('A claim is updated.');
  return encoding.change(current, context).resource as Claim;
}

const isProposed = (claim: Resource): boolean => decodeClaim(claim as Claim, references('https://ehr.test/fhir')).proposed;
const union = (a: readonly Coding[] | undefined, b: readonly Coding[] | undefined): Coding[] => [...(a ?? []), ...(b ?? [])];

describe('a claim is proposed', () => {
  const proposed = made('propose-claim');
  const { security = [], tag = [] }: Meta = proposed.meta ?? {};

  it('until a clinician countersigns it', () => {
    expect(isProposed(proposed)).toBe(true);
    expect(isProposed(countersigned(proposed))).toBe(false);
  });

  it('no longer, even where the server keeps tags and labels over an update that leaves them out', () => {
    const after = countersigned(proposed);
    expect(isProposed({ ...after, meta: { ...after.meta, tag: union(tag, after.meta?.tag), security: union(security, after.meta?.security) } })).toBe(false);
  });

  it('also where the server drops the label: what nobody countersigned must not count as charted', () => {
    expect(isProposed({ ...proposed, meta: { tag } })).toBe(true);
    expect(isProposed(countersigned({ ...proposed, meta: { tag } }))).toBe(false);
  });

  it.each<[string, Claim]>([
    ['drafted by a clinician', made('create-claim')],
    ['asserted by other software', { ...proposed, meta: { security } }],
    ['sent since', { ...proposed, status: 'active' }],
  ])('not where it was %s', (_, claim) => { expect(isProposed(claim)).toBe(false); });
});
