import type { Claim, Condition, DocumentReference, FhirResource, Provenance, Task } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { EXTENSION, toCompanion } from '../../../src/fhir/encode/index.ts';
import { FhirFault } from '../../../src/fhir/http/contract.ts';
import { createWriter } from '../../../src/fhir/send/index.ts';
import type { FakeOptions } from '../../support/fake-fhir.ts';
import { FakeFhir } from '../../support/fake-fhir.ts';
import { fill } from '../../support/ward.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT } from '../../support/writing.ts';
import { COMPANION, everything, openTask } from './plans.ts';

const never = new AbortController().signal;
const where = { patient: 'p1', encounter: 'e1' };
const places = { ehr: 'https://ehr.test/fhir', companion: COMPANION };
const icd = (code: string) => ({ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] });

const condition = (id: string, more: Partial<Condition> = {}): Condition =>
  ({ resourceType: 'Condition', id, code: icd('i109'), subject: { reference: PATIENT }, encounter: { reference: ENCOUNTER }, recorder: { reference: 'Practitioner/x', display: 'Dr. X' }, recordedDate: '2026-11-20', ...more });
const document = (id: string, more: Partial<DocumentReference> = {}): DocumentReference =>
  ({ resourceType: 'DocumentReference', id, status: 'current', subject: { reference: PATIENT }, context: { encounter: [{ reference: ENCOUNTER }] }, author: [{ reference: 'Practitioner/x' }], date: '2026-11-20T11:00:00Z', content: [], ...more });
const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  resourceType: 'Claim', id, status: 'draft', use: 'claim', type: {}, patient: { reference: PATIENT }, created: '2026-11-20', provider: { reference: 'Practitioner/x' }, priority: {}, insurance: [],
  diagnosis: [{ sequence: 1, diagnosisCodeableConcept: icd('E11.22') }, { sequence: 2, diagnosisCodeableConcept: icd('I10') }], item: [{ sequence: 1, productOrService: {}, encounter: [{ reference: ENCOUNTER }] }], ...more,
});
const signed = (id: string, target: string, more: Partial<Provenance> = {}): Provenance => ({
  resourceType: 'Provenance', id, target: [{ reference: target }], recorded: '2026-11-20T11:00:00Z', agent: [{ who: { reference: 'Practitioner/x', display: 'Dr. X' } }],
  extension: [{ url: EXTENSION.decision, extension: [{ url: 'suggestion', valueString: 'add::I10' }, { url: 'code', valueString: 'I10' }] }], ...more,
});

function setUp(resources: readonly FhirResource[], options: FakeOptions = {}, besides: readonly FhirResource[] | null = null) {
  const ehr = new FakeFhir(options);
  fill(ehr);
  const known = new Set(['Condition/c1', 'Condition/c2', 'Condition/c3', 'Claim/k1']);
  for (const resource of resources) ehr.put(resource);
  const beside = besides === null ? null : new FakeFhir({ base: COMPANION });
  for (const resource of besides ?? []) beside?.put(resource);
  const writer = createWriter(ehr, everything, () => SIGNED_AT, beside);
  return { ehr, beside, known, since: async (signal = never) => writer.since(where, known, signal) };
}

describe('what came to the encounter since it was read', () => {
  it('is nothing where all is known', async () => {
    expect(await setUp([]).since()).toEqual({ newcomers: [], unchecked: [] });
  });

  const cases: readonly (readonly [string, FhirResource, readonly object[]])[] = [
    ['a diagnosis, with its code and the dot', condition('n1'), [{ kind: 'Condition', source: { reference: 'Condition/n1', version: '1' }, code: 'I10.9', who: 'Dr. X', at: '2026-11-20' }]],
    ['a diagnosis without an ICD code', condition('n1', { code: { text: 'x' } }), [{ code: null }]],
    ['a diagnosis of another visit: no', condition('n1', { encounter: { reference: 'Encounter/e2' } }), []],
    ['a diagnosis of another patient: no', condition('n1', { subject: { reference: 'Patient/p2' } }), []],
    ['a draft claim, once for each code', claim('n1'), [{ kind: 'Claim', code: 'E11.22', who: 'Practitioner/x' }, { code: 'I10' }]],
    ['a draft claim that names no visit', claim('n1', { item: [] }), [{ kind: 'Claim' }, { kind: 'Claim' }]],
    ['a claim that was sent: no', claim('n1', { status: 'active' }), []],
    ['a draft claim of another visit: no', claim('n1', { item: [{ sequence: 1, productOrService: {}, encounter: [{ reference: 'Encounter/e2' }] }] }), []],
    ['a proposal', openTask(), [{ kind: 'Task', source: { reference: 'Task/t1' }, code: 'I10', who: 'Casey Test Specialist', at: SIGNED_AT }]],
    ['a Task that is no proposal: no', { ...openTask(), code: { text: 'Call the patient' } } satisfies Task, []],
    ['a note', document('n1'), [{ kind: 'DocumentReference', source: { reference: 'DocumentReference/n1' }, code: null, who: 'Practitioner/x', at: '2026-11-20T11:00:00Z' }]],
    ['a note of another visit: no', document('n1', { context: { encounter: [{ reference: 'Encounter/e2' }] } }), []],
    ['a record that this app filed: no', document('n1', { type: { text: 'Countersign record' } }), []],
    ['a countersignature on the encounter, with code and suggestion', signed('s1', ENCOUNTER), [{ kind: 'Provenance', source: { reference: 'Provenance/s1' }, code: 'I10', suggestion: 'add::I10', who: 'Dr. X' }]],
    ['a countersignature on a diagnosis of the encounter', signed('s1', 'Condition/c1'), [{ kind: 'Provenance' }]],
    ['a Provenance of another kind', signed('s1', 'Claim/k1', { extension: [] }), [{ kind: 'Provenance', code: null }]],
  ];
  it.each(cases)('%s', async (_, resource, expected) => {
    const { newcomers, unchecked } = await setUp([resource]).since();
    expect(unchecked).toEqual([]);
    expect(newcomers).toHaveLength(expected.length);
    expect(newcomers).toMatchObject(expected);
  });

  it('on the companion server is named by its whole address', async () => {
    const beside = [openTask('companion'), toCompanion(claim('k9'), places, ENCOUNTER), toCompanion(signed('s1', 'Condition/c1'), places, ENCOUNTER), toCompanion(signed('s2', 'Condition/x'), places, 'Encounter/e2')];
    const { known, since } = setUp([], {}, beside);
    expect((await since()).newcomers.map((n) => [n.source.reference, n.code, n.who])).toEqual([
      [`${COMPANION}/Task/t1`, 'I10', 'Casey Test Specialist'], [`${COMPANION}/Claim/k9`, 'E11.22', 'Practitioner/x'], [`${COMPANION}/Claim/k9`, 'I10', 'Practitioner/x'], [`${COMPANION}/Provenance/s1`, 'I10', 'Dr. X'],
    ]);
    known.add(`${COMPANION}/Task/t1`);
    expect((await since()).newcomers.map((n) => n.kind)).toEqual(['Claim', 'Claim', 'Provenance']);
  });
});

describe('what could not be asked is not empty', () => {
  it.each([['Claim', 404, 'not-asked'], ['Task', 405, 'not-asked'], ['Provenance', 400, 'not-asked'], ['Claim', 403, 'denied'], ['Claim', 500, 'failed'], ['DocumentReference', 400, 'failed'], ['DocumentReference', 404, 'not-asked']] as const)('a search of %s that ends in %d: %s', async (kind, status, ended) => {
    const { since } = setUp([condition('n1')], { refusesSearch: { [kind]: status } });
    const { newcomers, unchecked } = await since();
    expect(unchecked).toMatchObject([{ kind, at: 'ehr', status: ended, why: expect.stringContaining('EHR') }]);
    expect(newcomers.map((n) => n.kind)).toEqual(['Condition']);
  });

  it('a lost answer: failed', async () => {
    const { ehr, since } = setUp([]);
    ehr.fail((r) => r.url.startsWith('DocumentReference'), { kind: 'lost', fault: 'network', after: false });
    expect((await since()).unchecked).toMatchObject([{ kind: 'DocumentReference', status: 'failed' }]);
  });

  it('another patient\'s resource among the rest: partial', async () => {
    expect((await setUp([condition('n1', { subject: { reference: 'Patient/p2' } })], { ignoresSearch: true }).since()).unchecked).toMatchObject([{ kind: 'Condition', status: 'partial' }]);
  });

  it('what is signed in other charts is no news here, where a server answers a search for `target` with everybody\'s', async () => {
    const { newcomers, unchecked } = await setUp([signed('s1', 'Encounter/e2'), signed('s2', 'Condition/of-somebody-else'), signed('s3', ENCOUNTER)], { ignoresSearch: true }).since();
    expect(newcomers.map((n) => n.source.reference)).toEqual(['Provenance/s3']);
    expect(unchecked).toEqual([]);
  });

  it('a companion server that is away: each of its kinds failed', async () => {
    const { beside, since } = setUp([], {}, []);
    for (let at = 0; at < 3; at += 1) beside?.fail(() => true, { kind: 'lost', fault: 'timeout', after: false });
    expect((await since()).unchecked.map((u) => [u.kind, u.at, u.status])).toEqual([['Task', 'companion', 'failed'], ['Claim', 'companion', 'failed'], ['Provenance', 'companion', 'failed']]);
  });

  it('a search that wants a category is asked by category', async () => {
    const { ehr, since } = setUp([condition('n1', { category: [{ coding: [{ code: 'encounter-diagnosis' }] }] })]);
    ehr.fail((r) => r.url.startsWith('Condition?patient=Patient%2Fp1&_count'), { kind: 'status', status: 400, after: false });
    expect(await since()).toMatchObject({ newcomers: [{ source: { reference: 'Condition/n1' } }], unchecked: [] });
  });

  it('is cancelled as a fault, not as an empty answer', async () => {
    await expect(setUp([]).since(AbortSignal.abort())).rejects.toBeInstanceOf(FhirFault);
  });
});

it('odd resources throw nothing', async () => {
  const odd = [null, 'x', 7, [null], ['x'], [{}], {}];
  for (const make of [() => condition('n1'), () => claim('n1'), () => openTask(), () => document('n1'), () => signed('s1', ENCOUNTER)]) {
    for (const name of Object.keys(make()).filter((n) => n !== 'resourceType' && n !== 'id' && n !== 'target')) {
      for (const value of odd) {
        const { ehr, since } = setUp([make()]);
        Object.assign(ehr.current(`${make().resourceType}/${make().id ?? ''}`), { [name]: value });
        await expect(since()).resolves.toHaveProperty('newcomers');
      }
    }
  }
});
