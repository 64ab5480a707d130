import type { Bundle } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { clientOf, condition, idsIn, startEhr } from './support/ehr.ts';
import { manyResources } from './support/many.ts';

let ehr: Sandbox;
let fhir: ReturnType<typeof clientOf>;

beforeAll(async () => {
  ehr = await startEhr();
  fhir = clientOf(ehr);
  await fhir('PUT', 'Condition/tagged', condition('tagged', 'a', 'E11.9', {
    meta: { tag: [{ system: 'urn:t', code: 'one' }], security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'AIAST' }], profile: ['http://example.org/p'] },
    identifier: [{ system: 'urn:key', value: 'a,b|c' }],
    onsetPeriod: { start: '2020-01', end: '2020-06' },
  }));
});
afterAll(() => ehr.close());

describe('a search finds', () => {
  it.each([
    ['Condition?patient=a', ['a-htn', 'tagged']],
    ['Condition?patient=Patient/a&code=I10', ['a-htn']],
    ['Condition?subject=Patient/a&code=http://hl7.org/fhir/sid/icd-10-cm|', ['a-htn', 'tagged']],
    ['Condition?code=http://hl7.org/fhir/sid/icd-10-cm|I10,http://hl7.org/fhir/sid/icd-10-cm|E11.9&patient=a', ['a-htn', 'tagged']],
    ['Condition?code=|I10', []],
    ['Condition?code=urn:other|I10', []],
    ['Condition?patient=a&code:not=I10', ['tagged']],
    ['Condition?patient=a&encounter:missing=true', ['tagged']],
    ['Condition?patient=a&encounter:missing=false', ['a-htn']],
    ['Condition?encounter=a-visit', ['a-htn']],
    ['Condition?_id=a-htn,b-htn', ['a-htn', 'b-htn']],
    ['Condition?_id=a-htn&patient=b', []],
    ['Condition?_tag=urn:t|one', ['tagged']],
    ['Condition?_security=AIAST', ['tagged']],
    ['Condition?_profile=http://example.org/p', ['tagged']],
    ['Condition?identifier=urn:key|a\\,b\\|c', ['tagged']],
    ['Condition?onset-date=2020-03', []],
    ['Condition?onset-date=ge2020-06', ['tagged']],
    ['Condition?onset-date=lt2020-02', ['tagged']],
    ['Condition?onset-date=sa2019&onset-date=eb2021', ['tagged']],
    ['Condition?clinical-status=active&patient=b', ['b-htn']],
    ['Observation?patient=a&category=laboratory', ['a-a1c']],
    ['Observation?patient=a&date=2026-03-01', ['a-bmi']],
    ['Observation?patient=a&date=ge2026-02-28&date=lt2026-03-01', ['a-a1c']],
    ['Observation?patient=a&date=gt2026-03-01T09:10:00Z', []],
    ['Observation?patient=a&date=le2026-02-28', ['a-a1c']],
    ['Observation?patient=a&date=ne2026-02-28', ['a-bmi']],
    ['Observation?patient=a&value-quantity=6.5', ['a-a1c']],
    ['Observation?patient=a&value-quantity=ge31.4|http://unitsofmeasure.org|%25', ['a-bmi']],
    ['Observation?patient=a&value-quantity=gt6||mg', []],
    ['Observation?patient=a&code:text=MEASURED', ['a-bmi', 'a-a1c']],
    ['Patient?name=muller', ['a', 'b']],
    ['Patient?family=uller', []],
    ['Patient?family:contains=ULLER a', ['a']],
    ['Patient?family:exact=Müller a', ['a']],
    ['Patient?family:exact=müller a', []],
    ['Patient?birthdate=1960', ['a', 'b']],
    ['Patient?identifier=urn:mrn|m-b', ['b']],
    ['Encounter?date=2026-03-01&patient=a', ['a-visit']],
    ['Provenance?target=Condition/a-htn', ['a-prov']],
    ['Task?focus=Condition/a-htn&status=requested', ['a-task']],
    ['PractitionerRole?practitioner=Practitioner/doc', ['doc-role']],
    ['DocumentReference?patient:Patient=a', ['a-note']],
    ['Condition?_lastUpdated=gt2020&patient=b', ['b-htn']],
    ['Condition?patient=nobody', []],
  ])('%s', async (query, expected) => {
    const { status, body } = await fhir<Bundle>('GET', query);
    expect(status).toBe(200);
    expect(idsIn(body).map((key) => key.split('/')[1])).toEqual(expected);
    expect(body.total).toBe(expected.length);
  });

  it('the same through POST _search, where the parameters stay out of the address', async () => {
    const { body } = await fhir<Bundle>('POST', 'Condition/_search', 'patient=a&code=I10', { 'Content-Type': 'application/x-www-form-urlencoded' });
    expect(idsIn(body)).toEqual(['Condition/a-htn']);
  });
});

describe('a search refuses', () => {
  it.each([
    ['Condition?patiant=a', /no search parameter "patiant"/],
    ['Condition?subject.name=x', /Chained/],
    ['Condition?constructor=x', /no search parameter "constructor"/],
    ['Condition?code:above=I10', /modifier :above/],
    ['Condition?recorded-date=yesterday', /takes a date/],
    ['Observation?value-quantity=much', /takes a number/],
    ['Condition?_count=-1', /whole number/],
    ['Condition?_sort=nothing', /no search parameter/],
    ['Condition?_include=Condition:code', /not a reference/],
    ['Condition?encounter:missing=perhaps', /true or false/],
  ])('%s with 400 and a sentence', async (query, sentence) => {
    const { status, body } = await fhir<{ resourceType: string; issue: { diagnostics: string }[] }>('GET', query);
    expect(status).toBe(400);
    expect(body.resourceType).toBe('OperationOutcome');
    expect(body.issue[0]?.diagnostics).toMatch(sentence);
  });

  it('an unknown kind with 404', async () => {
    expect((await fhir('GET', 'Nonsense?x=y')).status).toBe(404);
  });

  it('nothing unknown when asked to be lenient, and says what it went by', async () => {
    const { status, body } = await fhir<Bundle>('GET', 'Condition?patiant=a&code=I10', undefined, { Prefer: 'handling=lenient' });
    expect(status).toBe(200);
    expect(body.link?.[0]?.url).toBe(`${ehr.fhirBase}/Condition?code=I10`);
  });
});

describe('a search answers', () => {
  it('sorted, what has no value last', async () => {
    const { body } = await fhir<Bundle>('GET', 'Observation?patient=a&_sort=-date');
    expect(idsIn(body)).toEqual(['Observation/a-bmi', 'Observation/a-a1c']);
    const byOnset = await fhir<Bundle>('GET', 'Condition?patient=a&_sort=onset-date');
    expect(idsIn(byOnset.body)).toEqual(['Condition/tagged', 'Condition/a-htn']);
  });

  it('with what it refers to, and what refers to it, once', async () => {
    const { body } = await fhir<Bundle>('GET', 'Condition?_id=a-htn&_include=Condition:encounter&_include=Condition:patient&_revinclude=Provenance:target&_revinclude=Task:focus');
    expect(body.total).toBe(1);
    expect(body.entry?.map((e) => [`${e.resource?.resourceType}/${e.resource?.id}`, e.search?.mode])).toEqual([
      ['Condition/a-htn', 'match'], ['Encounter/a-visit', 'include'], ['Patient/a', 'include'], ['Provenance/a-prov', 'include'], ['Task/a-task', 'include'],
    ]);
  });

  it('only the count', async () => {
    const { body } = await fhir<Bundle>('GET', 'Condition?_summary=count');
    expect(body.total).toBe(3);
    expect(body.entry).toBeUndefined();
  });

  it('only the elements asked for, marked as a part', async () => {
    const { body } = await fhir<Bundle>('GET', 'Condition?_id=a-htn&_elements=code');
    const resource = body.entry?.[0]?.resource;
    expect(Object.keys(resource ?? {}).toSorted()).toEqual(['code', 'id', 'meta', 'resourceType', 'subject']);
    expect(resource?.meta?.tag?.[0]?.code).toBe('SUBSETTED');
  });

  it('page by page through opaque links, each resource once, though one is deleted meanwhile', async () => {
    ehr.load(manyResources(1, 25));
    const seen: string[] = [];
    let page = (await fhir<Bundle>('GET', 'Observation?patient=p0&_count=10')).body;
    expect(page.total).toBe(25);
    expect(page.link?.find((l) => l.relation === 'next')?.url).toMatch(new RegExp(`^${ehr.fhirBase}\\?_page=[\\w-]{24}$`));
    await fhir('DELETE', 'Observation/o0-24');
    for (;;) {
      seen.push(...idsIn(page));
      const next = page.link?.find((l) => l.relation === 'next')?.url;
      if (!next) break;
      page = (await fhir<Bundle>('GET', next)).body;
    }
    expect(new Set(seen).size).toBe(24);
    expect(seen).toHaveLength(24);
  });

  it('no page to another token', async () => {
    const page = (await fhir<Bundle>('GET', 'Observation?_count=1')).body;
    const next = page.link?.find((l) => l.relation === 'next')?.url ?? '';
    expect((await clientOf(ehr)('GET', next)).status).toBe(410);
    expect((await fhir('GET', `${ehr.fhirBase}?_page=guessed`)).status).toBe(410);
  });
});
