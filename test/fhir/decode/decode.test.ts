import type { DocumentReference, Encounter, Observation, Resource } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/fhir/decode/index.ts';
import { readChart } from '../../../src/fhir/decode/read-chart.ts';
import { decodeText } from '../../../src/fhir/decode/note/charset.ts';
import type { AttachmentContent, ChartBundle } from '../../../src/fhir/read/contract.ts';
import { RESOURCE_KINDS } from '../../../src/domain/model/index.ts';
import type { ReadReport } from '../../../src/domain/model/index.ts';

const utf8 = (words: string) => new TextEncoder().encode(words);

const encounter: Encounter = {
  resourceType: 'Encounter', id: 'e1', status: 'finished', class: { code: 'AMB' }, subject: { reference: 'Patient/p1' },
  period: { start: '2026-02-18T09:00:00-06:00', end: '2026-02-18T09:40:00-06:00' },
  participant: [{ individual: { reference: 'https://ehr.test/fhir/Practitioner/dr1' } }],
  diagnosis: [{ condition: { reference: 'Condition/c1/_history/2' } }],
};
const patient: Resource = { resourceType: 'Patient', id: 'p1', gender: 'female', birthDate: '1974-03-02', name: [{ family: 'Okafor', given: ['Ada'] }] } as Resource;
const document: DocumentReference = {
  resourceType: 'DocumentReference', id: 'd1', meta: { versionId: '3' }, status: 'current', docStatus: 'final', date: '2026-02-18T09:45:00-06:00',
  type: { coding: [{ system: 'http://loinc.org', code: '11506-3' }], text: 'Progress note' }, author: [{ reference: 'Practitioner/dr1' }],
  content: [{ attachment: { contentType: 'text/plain' } }], context: { encounter: [{ reference: 'Encounter/e1' }] },
};

function bundle(resources: readonly Resource[], attachments: readonly AttachmentContent[] = []): ChartBundle {
  const reads: ReadReport[] = RESOURCE_KINDS.map((kind) => {
    const count = resources.filter((r) => r.resourceType === kind).length;
    return { kind, query: 'patient', status: 'read', count, why: null };
  });
  return { base: 'https://ehr.test/fhir', patient: 'Patient/p1', encounter: 'Encounter/e1', resources, attachments, reads, readAt: '2026-03-01T12:00:00Z' };
}

const plain = (words: string, contentType = 'text/plain'): AttachmentContent => ({ document: 'DocumentReference/d1', index: 0, contentType, bytes: utf8(words) });
const noteFrom = (content: AttachmentContent, ...more: Resource[]) => decode(bundle([patient, encounter, document, ...more], [content])).notes[0];

describe('the encounter', () => {
  test.each([
    ['AMB', 'office'], ['VR', 'office'], ['EMER', 'ed'], ['OBSENC', 'observation'], ['IMP', 'inpatient'], ['ACUTE', 'inpatient'], ['NONAC', 'inpatient'], ['HH', 'office'], ['imp', 'inpatient'],
  ])('class %s is coded as %s', (code, setting) => { expect(decode(bundle([{ ...encounter, class: { code } } as Encounter])).encounter.setting).toBe(setting); });

  test('references lose base and version', () => {
    const chart = decode(bundle([patient, encounter]));
    expect(chart.encounter).toMatchObject({ practitioners: ['Practitioner/dr1'], diagnoses: ['Condition/c1'] });
    expect(chart.patient).toMatchObject({ birthDate: '1974-03-02', sex: 'female', displayName: 'Ada Okafor' });
  });

  test.each([
    [{ period: { start: '2026-02-18T09:00:00Z', end: '2026-02-18T10:00:00Z' }, status: 'finished' }, '2026-02-18T10:00:00Z'],
    [{ period: { start: '2026-02-18T09:00:00Z' }, status: 'in-progress' }, '2026-03-01T12:00:00Z'],
    [{ period: { start: '2026-02-18T09:00:00Z' }, status: 'finished' }, '2026-02-18T09:00:00Z'],
    [{ period: { end: '2026-02-18' }, status: 'finished' }, '2026-02-18T23:59:59Z'],
  ])('%j counts as of %s', (changes, asOf) => { expect(decode(bundle([{ ...encounter, ...changes }])).asOf).toBe(asOf); });

  test('that could not be read is coded as an outpatient one, and the rest stays', () => {
    const chart = decode(bundle([patient, document], [plain('HTN')]));
    expect(chart.encounter).toMatchObject({ status: 'unknown', setting: 'office', source: { reference: 'Encounter/e1' } });
    expect(chart.notes).toHaveLength(1);
  });
});

describe('a note', () => {
  test('keeps where it came from', () => {
    expect(noteFrom(plain('Assessment: obesity.\r\n'))).toMatchObject({
      id: 'DocumentReference/d1#0', document: { reference: 'DocumentReference/d1', version: '3' }, type: 'progress', typeCode: '11506-3', status: 'final',
      encounter: 'Encounter/e1', text: 'Assessment: obesity.\r\n', sourceMap: [{ start: 0, end: 22, from: 0, to: 22 }], extractor: 'plain/1',
    });
  });

  test('that is empty is a read note with empty text', () => {
    const note = noteFrom(plain(''));
    expect(note).toMatchObject({ text: '', sourceMap: [], blocks: [] });
    expect(note?.hashes.text).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('without a server version is named by its hash', () => {
    const { meta: _meta, ...bare } = document;
    const note = decode(bundle([encounter, bare], [plain('')])).notes[0];
    expect(note?.document.version).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('in HTML is extracted', async () => {
    const prepared = async (content: AttachmentContent) => {
      const whole = bundle([patient, encounter, document], [content]);
      return (await readChart(whole)).notes[0];
    };
    expect(await prepared(plain('<h2>Plan</h2><p>Diet &amp; exercise</p>', 'text/html; charset=utf-8'))).toMatchObject({ text: 'Plan\n\nDiet & exercise', extractor: 'html/2' });
    expect((await prepared(plain('<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p/>Plan</body></html>', 'application/xhtml+xml')))?.text).toBe('Plan');
  });

  test('of 5 MB is read', () => {
    const words = 'Patient denies chest pain, dyspnea or fever today.\n'.repeat(100_000);
    expect(noteFrom(plain(words))?.text).toHaveLength(words.length);
  });

  test.each([
    [{ status: 'superseded' }, 'superseded'], [{ status: 'entered-in-error' }, 'entered-in-error'], [{ docStatus: 'preliminary' }, 'preliminary'], [{ docStatus: undefined }, 'unknown'],
  ])('with %j is %s', (changes, status) => {
    expect(decode(bundle([encounter, { ...document, ...changes }], [plain('x')])).notes[0]?.status).toBe(status);
  });

  test('that another replaces is superseded', () => {
    const newer: DocumentReference = { ...document, id: 'd2', relatesTo: [{ code: 'replaces', target: { reference: 'DocumentReference/d1' } }] };
    const notes = decode(bundle([encounter, document, newer], [plain('old'), { ...plain('new'), document: 'DocumentReference/d2' }])).notes;
    expect(notes.map((n) => [n.text, n.status])).toEqual([['old', 'superseded'], ['new', 'final']]);
  });

  test('that cannot be read is listed with the reason', () => {
    const { unreadable, notes } = decode(bundle([encounter, document], [{ document: 'DocumentReference/d1', index: 0, contentType: 'application/pdf', failure: { status: 'cannot-read-yet', why: 'PDF documents cannot be read yet.' } }]));
    expect(notes).toEqual([]);
    expect(unreadable).toMatchObject([{ status: 'cannot-read-yet', title: 'Progress note', encounter: 'Encounter/e1' }]);
    expect(decode(bundle([encounter, document])).unreadable).toMatchObject([{ status: 'failed' }]);
  });
});

describe('the encoding of an attachment', () => {
  test.each([
    ['UTF-8', [0xc3, 0xa9], 'text/plain', 'é', null],
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0x61], 'text/plain; charset=iso-8859-1', 'a', null],
    ['UTF-16 with a byte order mark', [0xff, 0xfe, 0x61, 0x00], 'text/plain', 'a', null],
    ['as stated', [0xe9], 'text/plain; charset="ISO-8859-1"', 'é', null],
    ['windows-1252 where it is not UTF-8', [0x93, 0x61, 0x94], 'text/plain', '“a”', 'windows-1252'],
    ['as the markup says', [...utf8('<meta charset="koi8-r">'), 0xc1], 'text/html', '<meta charset="koi8-r">а', null],
  ])('%s', (_name, bytes, contentType, text, assumed) => { expect(decodeText(new Uint8Array(bytes), contentType)).toEqual({ text, assumed }); });

  test('that nobody knows makes the note unreadable', () => {
    expect(decodeText(utf8('x'), 'text/plain; charset=ebcdic-xx')).toEqual({ failure: expect.stringContaining('not known') as string });
    expect(decodeText(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2]), 'text/plain')).toEqual({ failure: expect.stringContaining('not text') as string });
  });

  test('is told in the extractor where it was assumed', () => {
    expect(noteFrom({ document: 'DocumentReference/d1', index: 0, contentType: 'text/plain', bytes: new Uint8Array([0x63, 0x61, 0x66, 0xe9]) })).toMatchObject({ text: 'café', extractor: 'plain/1; windows-1252 assumed' });
  });
});

const practitioner = (more: object) => ({ resourceType: 'Practitioner', id: 'dr1', name: [{ family: 'Reyes', given: ['Sam'] }], ...more }) as Resource;
const role = (code: object) => ({ resourceType: 'PractitionerRole', id: 'r1', practitioner: { reference: 'Practitioner/dr1' }, code: [code] }) as Resource;

describe('whose words a note holds', () => {
  test.each<[string, Resource[], string]>([
    ['nobody knows', [practitioner({})], 'unknown'],
    ['PractitionerRole.code', [practitioner({ qualification: [{ code: { text: 'MD' } }] }), role({ text: 'Registered nurse' })], 'nurse'],
    ['a code of HL7 practitioner-role', [practitioner({}), role({ coding: [{ code: 'doctor' }] })], 'provider'],
    ['a resident', [practitioner({ qualification: [{ code: { text: 'MD' } }] }), role({ text: 'Resident physician' })], 'resident'],
    ['a nurse practitioner', [practitioner({}), role({ text: 'Nurse practitioner' })], 'provider'],
    ['NUCC: student in training', [practitioner({}), role({ coding: [{ code: '390200000X' }] })], 'resident'],
    ['a medical student', [practitioner({}), role({ text: 'Medical student' })], 'student'],
    ['Practitioner.qualification', [practitioner({ qualification: [{ code: { text: 'Registered dietitian' } }] })], 'ancillary'],
    ['the suffix of the name', [practitioner({ name: [{ text: 'Sam Reyes, PA-C' }] })], 'provider'],
    ['the suffix RN', [practitioner({ name: [{ family: 'Reyes', suffix: ['BSN', 'RN'] }] })], 'nurse'],
  ])('%s', (_name, people, expected) => { expect(noteFrom(plain('x'), ...people)?.author.role).toBe(expected); });

  test.each([
    ['Plan: rest.\nElectronically signed by Ruth Adeyemi, MD 10/14/2026', 'provider'], ['Signed: Sam Reyes, RN', 'nurse'],
    ['Signed by Kim Osei, medical student\nCosigned by Ruth Adeyemi, MD', 'student'], ['Consent was signed by patient, MD aware.'.padEnd(1200, '.'), 'unknown'],
  ])('the signature line of %j', (text, expected) => { expect(noteFrom(plain(text))?.author.role).toBe(expected); });

  test('a person contained in the document is read like one beside it', () => {
    const doctor = { resourceType: 'Practitioner', id: 'me', name: [{ text: 'Ruth Adeyemi' }], qualification: [{ code: { text: 'MD' } }] } as const;
    const post = { resourceType: 'PractitionerRole', id: 'as', practitioner: { reference: '#me' }, code: [{ coding: [{ code: 'nurse' }] }] } as const;
    const by = (reference: string) => ({ ...document, contained: [doctor, post], author: [{ reference }] }) as unknown as DocumentReference;
    expect(decode(bundle([encounter, by('#me')], [plain('x')])).notes[0]?.author).toEqual({ name: 'Ruth Adeyemi', reference: null, role: 'provider' });
    expect(decode(bundle([encounter, by('#as')], [plain('x')])).notes[0]?.author).toEqual({ name: 'Ruth Adeyemi', reference: null, role: 'nurse' });
  });

  test('an empty entry among what a document replaces harms nothing', () => {
    const odd = { ...document, relatesTo: [null] } as unknown as DocumentReference;
    expect(decode(bundle([encounter, odd], [plain('x')])).notes).toHaveLength(1);
  });

  test('the type of note decides last', () => {
    const nursing: DocumentReference = { ...document, type: { coding: [{ system: 'http://loinc.org', code: '34746-8' }] } };
    expect(decode(bundle([encounter, nursing], [plain('x')])).notes[0]).toMatchObject({ type: 'nursing', author: { role: 'nurse' } });
    const own: DocumentReference = { ...document, author: [{ reference: 'Patient/p1' }] };
    expect(decode(bundle([encounter, own], [plain('x')])).notes[0]?.author.role).toBe('patient');
  });

  test.each([['Emergency department note', 'ed'], ['Discharge summary', 'discharge'], ['Nursing note', 'nursing'], ['History and physical', 'hp'], ['Operative note', 'procedure'], ['Advance directive', 'other']])('%s is of type %s', (text, type) => {
    expect(decode(bundle([encounter, { ...document, type: { text } } as DocumentReference], [plain('x')])).notes[0]?.type).toBe(type);
  });
});

describe('facts', () => {
  test('an observation with its quantity in UCUM', () => {
    const bmi: Observation = { resourceType: 'Observation', id: 'o1', status: 'final', code: { coding: [{ system: 'http://loinc.org', code: '39156-5' }] }, effectivePeriod: { start: '2026-02-01', end: '2026-02-02' }, valueQuantity: { value: 31.4, unit: 'kg per m2', system: 'http://unitsofmeasure.org', code: 'kg/m2', comparator: '>' } };
    expect(decode(bundle([encounter, bmi])).observations[0]).toMatchObject({ date: '2026-02-02', quantity: { value: 31.4, unit: 'kg/m2', comparator: '>' } });
  });

  test('a machine\'s condition is known as one', () => {
    const condition = { resourceType: 'Condition', id: 'c1', subject: {}, meta: { security: [{ code: 'AIAST' }] }, category: [{ coding: [{ code: 'encounter-diagnosis' }, { code: 'local' }] }], code: { text: 'Obesity' }, verificationStatus: { coding: [{ code: 'unconfirmed' }] } } as Resource;
    const ours = { ...condition, meta: { tag: [{ system: 'https://countersign.dev/fhir/CodeSystem/record', code: 'proposal' }] } } as Resource;
    expect(decode(bundle([encounter, ours])).conditions[0]).toMatchObject({ machineAsserted: true });
    expect(decode(bundle([encounter, condition])).conditions[0]).toMatchObject({ machineAsserted: true, categories: ['encounter-diagnosis'], verificationStatus: 'unconfirmed', clinicalStatus: null, text: 'Obesity' });
  });

  test('a claim\'s ICD-10-CM code is found beside a translation that stands first', () => {
    const concept = { coding: [{ system: 'http://snomed.info/sct', code: '44054006' }, { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E11.9' }] };
    const claim = { resourceType: 'Claim', id: 'k1', status: 'draft', use: 'claim', diagnosis: [{ sequence: 1, diagnosisCodeableConcept: concept }] } as unknown as Resource;
    expect(decode(bundle([encounter, claim])).claims[0]?.diagnoses[0]?.coding?.code).toBe('E11.9');
  });

  test('a claim with its encounters, dates and diagnoses', () => {
    const claim = { resourceType: 'Claim', id: 'k1', status: 'draft', use: 'claim', type: { coding: [{ code: 'professional' }] }, created: '2026-02-18T10:00:00Z', item: [{ sequence: 1, encounter: [{ reference: 'Encounter/e1' }], servicedDate: '2026-02-18' }], diagnosis: [{ sequence: 1, diagnosisCodeableConcept: { coding: [{ system: 's', code: 'E66.811' }] } }, { sequence: 2, diagnosisReference: { reference: 'Condition/c1' } }] } as unknown as Resource;
    expect(decode(bundle([encounter, claim])).claims[0]).toMatchObject({ type: 'professional', created: '2026-02-18', encounters: ['Encounter/e1'], serviced: [{ start: '2026-02-18', end: '2026-02-18' }], diagnoses: [{ sequence: 1, coding: { code: 'E66.811' } }, { sequence: 2, condition: 'Condition/c1' }] });
  });

  test.each([
    [['encounter-diagnosis', 'problem']], [['encounter-diagnosis', '55607006']], [['encounter-diagnosis', 'problem-list-item', 'problem']],
  ])('categories %j stand on the problem list too', (codes) => {
    const condition = { resourceType: 'Condition', id: 'c9', category: codes.map((code) => ({ coding: [{ code }] })) } as unknown as Resource;
    expect(decode(bundle([encounter, condition])).conditions[0]?.categories).toEqual(['encounter-diagnosis', 'problem-list-item']);
  });

  test('a code system named by its OID is the one that FHIR names by URL', () => {
    const condition = { resourceType: 'Condition', id: 'c9', code: { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.90', code: 'I10' }] } } as unknown as Resource;
    expect(decode(bundle([encounter, condition])).conditions[0]?.codings).toEqual([{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I10', display: null }]);
  });

  test('a drug contained in its request', () => {
    const request = { resourceType: 'MedicationRequest', id: 'm1', status: 'active', intent: 'order', contained: [{ resourceType: 'Medication', id: 'x', code: { text: 'Metformin 500 mg' } }], medicationReference: { reference: '#x' } } as unknown as Resource;
    expect(decode(bundle([encounter, request])).medications[0]).toMatchObject({ text: 'Metformin 500 mg' });
  });

  test('a provenance with the versions it speaks of', () => {
    const provenance = { resourceType: 'Provenance', id: 'v1', target: [{ reference: 'Condition/c1/_history/2' }], recorded: '2026-02-18T10:00:00Z', agent: [{ who: { reference: 'Practitioner/dr1' } }] } as unknown as Resource;
    expect(decode(bundle([encounter, provenance])).provenances[0]).toMatchObject({ targets: [{ reference: 'Condition/c1', version: '2' }], agents: ['Practitioner/dr1'] });
  });
});

describe('a resource that is not as FHIR says costs itself alone', () => {
  test.each<[string, object]>([
    ['text for a number', { resourceType: 'Observation', id: 'bad', valueQuantity: { value: 'high' } }],
    ['an object for a list', { resourceType: 'Observation', id: 'bad', code: { coding: { code: 'x' } } }],
    ['null all over', { resourceType: 'Observation', id: 'bad', code: 5, category: 'x' }],
  ])('%s', (_name, bad) => {
    const good = { resourceType: 'Observation', id: 'good', status: 'final', code: {} } as Resource;
    const chart = decode(bundle([encounter, good, bad as Resource]));
    expect(chart.observations.map((o) => o.source.reference)).toEqual(['Observation/good']);
    expect(chart.reads.find((r) => r.kind === 'Observation')).toMatchObject({ status: 'partial', why: expect.stringContaining('1 of 2') as string });
    expect(decode(bundle([encounter, bad as Resource])).reads.find((r) => r.kind === 'Observation')?.status).toBe('failed');
  });

  test('a practitioner that cannot be read does not take the note along', () => {
    const chart = decode(bundle([encounter, document, { resourceType: 'Practitioner', id: 'dr1', name: 'Sam' } as unknown as Resource], [plain('x')]));
    expect(chart.notes[0]?.author).toEqual({ name: null, reference: 'Practitioner/dr1', role: 'unknown' });
    expect(chart.reads.find((r) => r.kind === 'Practitioner')?.status).toBe('failed');
  });
});
