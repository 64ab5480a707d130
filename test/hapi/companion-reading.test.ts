import type { Provenance, Resource, Task } from 'fhir/r4';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StepId, SuggestionId, WriteAction, WriteStep } from '../../src/domain/model/index.ts';
import { decode } from '../../src/fhir/decode/index.ts';
import { encode } from '../../src/fhir/encode/index.ts';
import type { FhirHttp, FhirReply } from '../../src/fhir/http/contract.ts';
import { createReader } from '../../src/fhir/read/reader.ts';
import { parseScopes } from '../../src/fhir/session/scopes.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT, doctor, generic, quote } from '../support/writing.ts';
import type { Hapi } from './hapi.ts';
import { connect, emptyHapi, never } from './hapi.ts';

/** An EHR that holds the patient and the visit, and takes nothing. */
const ehr: FhirHttp = {
  base: 'https://ehr.test/fhir',
  request: ({ url }) => Promise.resolve(answer(url)),
};

function answer(url: string): FhirReply {
  const visit = { resourceType: 'Encounter', id: 'e1', status: 'finished', class: { code: 'AMB' }, subject: { reference: PATIENT } };
  const bodies: Record<string, unknown> = {
    metadata: { resourceType: 'CapabilityStatement', rest: [{ mode: 'server', resource: [{ type: 'Patient' }, { type: 'Encounter' }] }] },
    [PATIENT]: { resourceType: 'Patient', id: 'p1' }, [ENCOUNTER]: visit, Encounter: { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: visit }] },
  };
  const json = bodies[url.split('?')[0] ?? ''];
  return { status: json === undefined ? 404 : 200, contentType: 'application/fhir+json', etag: null, location: null, json, bytes: new Uint8Array() };
}

describe('HAPI as the site\'s companion server', () => {
  let hapi: Hapi;
  const plan = { purpose: 'countersign' as const, event: 'a1', who: doctor, at: SIGNED_AT, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '5' }, mode: 'single' as const, steps: [], cannot: [] };

  async function keep<T extends Resource>(action: WriteAction, encounter = ENCOUNTER): Promise<T> {
    const step: WriteStep = { id: 's' as StepId, key: `key-${action.kind}-${encounter}`, action, to: 'companion', handOver: null, after: [], says: '' };
    const encoding = encode(step);
    if (encoding.kind !== 'create') throw new Error('This test creates.');
    const places = { ehr: ehr.base, companion: hapi.http.base };
    const resource = encoding.resource({ plan: { ...plan, encounter: { reference: encounter, version: '5' } }, profile: generic, places, written: () => null });
    const { status, json } = await hapi.http.request({ method: 'POST', url: resource.resourceType, body: resource });
    expect(status).toBe(201);
    return json as T;
  }

  const rejection: WriteAction = {
    kind: 'attestation-provenance', of: [], statement: 'I reviewed the items listed here.', seen: [{ reference: 'DocumentReference/n1', version: '3' }], corrects: [],
    items: [{ suggestion: 's1' as SuggestionId, action: 'add', code: 'I10', from: null, choice: { kind: 'reject', reason: 'evidence-misread' }, evidence: ['sha256:x'] }],
  };
  const proposal: WriteAction = {
    kind: 'propose-item', conditionStep: null, claimStep: null, owners: [],
    item: { action: 'add', code: 'E66.811', title: 'Obesity, class 1', from: null, target: 'encounter-diagnosis', reason: null, charted: [], rules: [], evidence: [quote] },
  };

  beforeAll(async () => {
    await emptyHapi();
    hapi = await connect();
  });

  it('gives back what was kept of this visit, and nothing of another', async () => {
    const kept = await keep<Provenance>(rejection);
    const task = await keep<Task>(proposal);
    await keep<Provenance>(rejection, 'Encounter/e2');
    const where = { patient: 'p1', encounter: 'e1', clock: { now: () => SIGNED_AT }, companion: hapi.http };
    const chart = decode(await createReader({ http: ehr, scopes: parseScopes('user/*.rs') }, where).read(() => undefined, never));
    expect(chart.reads.filter((r) => r.query === 'companion server')).toMatchObject([{ kind: 'Claim', status: 'read', count: 0 }, { kind: 'Provenance', status: 'read', count: 1 }, { kind: 'Task', status: 'read', count: 1 }]);
    expect(chart.signed).toMatchObject([{
      source: { reference: `${hapi.http.base}/Provenance/${kept.id ?? ''}`, version: '1' }, who: doctor.reference, code: 'I10', choice: { kind: 'reject', reason: 'evidence-misread' }, evidence: ['sha256:x'],
      targets: [{ reference: ENCOUNTER, version: '5' }], seen: [{ reference: 'DocumentReference/n1', version: '3' }],
    }]);
    expect(chart.proposals).toMatchObject([{
      source: { reference: `${hapi.http.base}/Task/${task.id ?? ''}` }, status: 'open', proposer: doctor.reference, encounter: ENCOUNTER, item: { code: 'E66.811' },
      quotes: [{ document: 'DocumentReference/n1', version: '1', start: 0, end: 36 }],
    }]);
  });
});
