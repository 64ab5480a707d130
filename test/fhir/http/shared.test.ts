import { describe, expect, test } from 'vitest';
import type { FhirHttp, FhirReply, FhirRequest } from '../../../src/fhir/http/contract.ts';
import { FhirFault } from '../../../src/fhir/http/contract.ts';
import { sharingStatement } from '../../../src/fhir/http/shared.ts';

const STATEMENT: FhirReply = { status: 200, contentType: 'application/fhir+json', etag: null, location: null, json: { resourceType: 'CapabilityStatement' }, bytes: new Uint8Array() };
const { signal } = new AbortController();
const metadata: FhirRequest = { method: 'GET', url: 'metadata', signal };

/** What was sent on, and each request's answer. */
function counted(answer: () => Promise<FhirReply> = () => Promise.resolve(STATEMENT)): { http: FhirHttp; sent: string[] } {
  const sent: string[] = [];
  return { sent, http: sharingStatement({ base: 'https://ehr.example/fhir', request: ({ method, url }) => { sent.push(`${method} ${url}`); return answer(); } }) };
}

describe('what the server offers', () => {
  test('is asked once by two who ask at the same moment', async () => {
    const { http, sent } = counted();
    expect(await Promise.all([http.request(metadata), http.request(metadata)])).toEqual([STATEMENT, STATEMENT]);
    expect(sent).toEqual(['GET metadata']);
  });

  test('is asked again later: nothing is kept, a failure neither', async () => {
    let times = 0;
    const { http, sent } = counted(() => (++times === 1 ? Promise.reject(new FhirFault('network', 'No answer.')) : Promise.resolve(STATEMENT)));
    const both = await Promise.allSettled([http.request(metadata), http.request(metadata)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await http.request(metadata)).toEqual(STATEMENT);
    expect(sent).toHaveLength(2);
  });

  test('is asked for each who may cancel on their own', async () => {
    const { http, sent } = counted();
    await Promise.all([http.request(metadata), http.request({ ...metadata, signal: new AbortController().signal }), http.request({ method: 'GET', url: 'metadata' })]);
    expect(sent).toHaveLength(3);
  });

  test('is the only thing that is shared', async () => {
    const { http, sent } = counted();
    const read: FhirRequest = { method: 'GET', url: 'Patient/1', signal };
    const create: FhirRequest = { method: 'POST', url: 'Condition', signal };
    await Promise.all([read, read, create, create].map((request) => http.request(request)));
    expect(sent).toEqual(['GET Patient/1', 'GET Patient/1', 'POST Condition', 'POST Condition']);
  });
});
