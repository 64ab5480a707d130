import type { Resource } from 'fhir/r4';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RESOURCE_KINDS } from '../../../src/domain/model/index.ts';
import { decode } from '../../../src/fhir/decode/index.ts';
import { subjectTag } from '../../../src/fhir/encode/companion.ts';
import type { FhirReply } from '../../../src/fhir/http/contract.ts';
import { readCompanion } from '../../../src/fhir/read/companion.ts';

const EHR = 'https://ehr.test/fhir';
const FIELDS = ['id', 'meta', 'extension', 'status', 'code', 'type', 'content', 'context', 'subject', 'encounter', 'input', 'output', 'target', 'agent', 'entity', 'diagnosis', 'item', 'securityLabel', 'focus', 'requester', 'relatesTo', 'contained'];
const NAMES = ['url', 'coding', 'reference', 'extension', 'attachment', 'security', 'tag', 'encounter', 'code', 'system', 'value', 'identifier', 'type'];
const json = fc.jsonValue({ maxDepth: 2 });
const some = { maxKeys: 4 };
const junk = fc.dictionary(fc.constantFrom(...FIELDS), fc.oneof(json, fc.array(fc.dictionary(fc.constantFrom(...NAMES), json, some), { maxLength: 3 })), some);
const ours = { Task: { code: { coding: [{ system: 'https://countersign.dev/fhir/CodeSystem/task', code: 'proposal' }] } }, Provenance: { extension: [{ url: 'https://countersign.dev/fhir/StructureDefinition/attestation-statement', valueString: 'x' }, { url: 'https://countersign.dev/fhir/StructureDefinition/decision' }] } };

test('whatever a server sends, decoding ends with a chart', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...RESOURCE_KINDS), junk, fc.boolean()), { maxLength: 4 }), (sent) => {
    const resources = sent.map(([resourceType, more, likeOurs]) => ({ ...(likeOurs && resourceType in ours ? ours[resourceType as keyof typeof ours] : {}), ...more, resourceType })) as unknown as Resource[];
    const reads = RESOURCE_KINDS.map((kind) => ({ kind, query: 'patient', status: 'read' as const, count: resources.filter((r) => r.resourceType === kind).length, why: null }));
    const chart = decode({ base: EHR, patient: 'Patient/p1', encounter: 'Encounter/e1', resources, attachments: [], reads, readAt: '2026-03-01T12:00:00Z' });
    expect(chart.encounter.source.reference).toBe('Encounter/e1');
    expect(chart.tasks.length + chart.proposals.length).toBeLessThanOrEqual(2 * resources.length);
  }), { numRuns: 2000 });
});

test('whatever a companion server sends, reading it ends with a report', async () => {
  const tag = subjectTag(EHR, 'Encounter/e1');
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(junk, fc.boolean()), { maxLength: 4 }), async (sent) => {
    const entry = sent.map(([more, isTagged], at) => ({ resource: { ...more, resourceType: 'Task', ...(isTagged ? { id: `t${at}`, meta: { tag: [tag] } } : {}) } }));
    const reply: FhirReply = { status: 200, contentType: 'application/fhir+json', etag: null, location: null, json: { resourceType: 'Bundle', entry }, bytes: new Uint8Array() };
    const found = await readCompanion({ ask: () => Promise.resolve(reply), base: 'https://companion.test/fhir', ehr: EHR, patient: 'Patient/p1', encounter: 'Encounter/e1' }, 'Task');
    expect(found.reads).toHaveLength(1);
    expect(found.resources.every((r) => r.id?.startsWith('https://companion.test/fhir/Task/t'))).toBe(true);
  }), { numRuns: 2000 });
});
