import type { CapabilityStatement, OperationOutcome, Resource } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EhrProfile } from '../../src/sandbox/contract.ts';
import { EPIC } from '../../src/sandbox/imitation/epic.ts';
import { ORACLE } from '../../src/sandbox/imitation/oracle.ts';
import { launchOf, sentBack, smartApp } from './support/app.ts';
import { BACKENDS, clientOf, startEhr } from './support/ehr.ts';
import type { Backed } from './support/ehr.ts';

const TERMS = 'http://terminology.hl7.org/CodeSystem';
const status = (system: string, code: string) => ({ coding: [{ system: `${TERMS}/${system}`, code }] });

const problem = (changes: object = {}): object => ({
  resourceType: 'Condition', subject: { reference: 'Patient/a' }, category: [status('condition-category', 'problem-list-item')],
  clinicalStatus: status('condition-clinical', 'active'), verificationStatus: status('condition-ver-status', 'provisional'),
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E11.22' }], text: 'Type 2 diabetes with kidney disease' }, ...changes,
});
const note = (changes: object = {}): object => ({
  resourceType: 'DocumentReference', status: 'current', docStatus: 'final', type: { text: 'Countersign record' }, subject: { reference: 'Patient/a' },
  context: { encounter: [{ reference: 'Encounter/a-visit' }], period: { end: '2026-03-01T10:00:00Z' } },
  content: [{ attachment: { contentType: 'text/plain; charset=utf-8', data: 'Tm90ZQ==' } }], ...changes,
});
const provenance = (...targets: string[]): object => ({ resourceType: 'Provenance', recorded: '2026-03-01T10:00:00Z', target: targets.map((reference) => ({ reference })), agent: [{ who: { reference: 'Practitioner/doc' } }] });
const task = { resourceType: 'Task', status: 'requested', intent: 'order', for: { reference: 'Patient/a' } };
const transaction = { resourceType: 'Bundle', type: 'transaction', entry: [] };
const encounterDiagnosis = { category: [status('condition-category', 'encounter-diagnosis')] };

type Case = readonly [what: string, method: string, path: string, body: object | undefined, status: number, headers?: Record<string, string>];

const CASES: Readonly<Record<'epic' | 'oracle', readonly Case[]>> = {
  epic: [
    ['a transaction', 'POST', '', transaction, 405], ['a batch', 'POST', '', { ...transaction, type: 'batch' }, 405],
    ['deleting', 'DELETE', 'Condition/a-htn', undefined, 405], ['deleting by condition', 'DELETE', 'Condition?code=I10', undefined, 405],
    ['updating a Condition', 'PUT', 'Condition/a-htn', problem({ id: 'a-htn' }), 405], ['updating by condition', 'PUT', 'Condition?code=I10', problem(), 405],
    ['a conditional create', 'POST', 'Condition', problem(), 405, { 'If-None-Exist': 'code=E11.22' }],
    ['a problem, provisional, with code and text', 'POST', 'Condition', problem(), 201],
    ['with a note of 450 characters', 'POST', 'Condition', problem({ note: [{ text: 'x'.repeat(450) }] }), 201],
    ['with a note of 451 characters', 'POST', 'Condition', problem({ note: [{ text: 'x'.repeat(451) }] }), 400],
    ['with two notes', 'POST', 'Condition', problem({ note: [{ text: 'x' }, { text: 'y' }] }), 400],
    ['an encounter diagnosis', 'POST', 'Condition', problem(encounterDiagnosis), 400],
    ['both categories', 'POST', 'Condition', problem({ category: [status('condition-category', 'problem-list-item'), status('condition-category', 'encounter-diagnosis')] }), 400],
    ['a confirmed problem', 'POST', 'Condition', problem({ verificationStatus: status('condition-ver-status', 'confirmed') }), 400],
    ['an unconfirmed problem', 'POST', 'Condition', problem({ verificationStatus: status('condition-ver-status', 'unconfirmed') }), 400],
    ['no clinical status', 'POST', 'Condition', problem({ clinicalStatus: undefined }), 400],
    ['a code of another system', 'POST', 'Condition', problem({ code: { coding: [{ system: 'http://loinc.org', code: '1' }], text: 'x' } }), 400],
    ['a code without text', 'POST', 'Condition', problem({ code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E11.22' }] } }), 400],
    ['a SNOMED CT code', 'POST', 'Condition', problem({ code: { coding: [{ system: 'http://snomed.info/sct', code: '44054006' }], text: 'x' } }), 201],
    ['a plain-text note of the encounter', 'POST', 'DocumentReference', note(), 201], ['a preliminary one', 'POST', 'DocumentReference', note({ docStatus: 'preliminary' }), 201],
    ['an amended one', 'POST', 'DocumentReference', note({ docStatus: 'amended' }), 400], ['one without docStatus', 'POST', 'DocumentReference', note({ docStatus: undefined }), 400],
    ['a note in HTML', 'POST', 'DocumentReference', note({ content: [{ attachment: { contentType: 'text/html', data: 'Tm90ZQ==' } }] }), 400],
    ['a note with two attachments', 'POST', 'DocumentReference', note({ content: [{ attachment: { contentType: 'text/plain', data: 'eA==' } }, { attachment: { contentType: 'text/plain', data: 'eA==' } }] }), 400],
    ['a note without its encounter', 'POST', 'DocumentReference', note({ context: undefined }), 400], ['a note without type', 'POST', 'DocumentReference', note({ type: undefined }), 400],
    ['a Task', 'POST', 'Task', task, 405], ['a Provenance', 'POST', 'Provenance', provenance('Condition/a-htn'), 405], ['a Questionnaire', 'POST', 'Questionnaire', { resourceType: 'Questionnaire', status: 'active' }, 405],
    ['a Claim', 'POST', 'Claim', { resourceType: 'Claim' }, 404], ['reading Claims', 'GET', 'Claim?patient=a', undefined, 404], ['an AuditEvent', 'POST', 'AuditEvent', { resourceType: 'AuditEvent' }, 404],
    ['searching by tag', 'GET', 'Condition?patient=a&_tag=x', undefined, 400], ['searching Conditions by identifier', 'GET', 'Condition?patient=a&identifier=x', undefined, 400],
    ['searching Conditions', 'GET', 'Condition?patient=a', undefined, 200], ['reading Tasks', 'GET', 'Task?patient=a', undefined, 200],
    ['an old version', 'GET', 'Condition/a-htn/_history/1', undefined, 405], ['a history', 'GET', 'Condition/a-htn/_history', undefined, 405],
    ['a note as its bytes', 'GET', 'Binary/a-note-text', undefined, 200, { Accept: '*/*' }],
  ],
  oracle: [
    ['a transaction', 'POST', '', transaction, 405], ['deleting', 'DELETE', 'Condition/a-htn', undefined, 405], ['a conditional create', 'POST', 'Condition', problem(), 405, { 'If-None-Exist': 'code=E11.22' }],
    ['documents by patient', 'GET', 'DocumentReference?patient=a&_count=100', undefined, 200], ['documents by id', 'GET', 'DocumentReference?_id=a-note', undefined, 200],
    ['documents by encounter alone', 'GET', 'DocumentReference?encounter=a-visit', undefined, 400], ['101 documents', 'GET', 'DocumentReference?patient=a&_count=101', undefined, 400],
    ['a final note with one attachment', 'POST', 'DocumentReference', note(), 201], ['a preliminary note', 'POST', 'DocumentReference', note({ docStatus: 'preliminary' }), 422],
    ['two attachments', 'POST', 'DocumentReference', note({ content: [{ attachment: { contentType: 'text/plain', data: 'eA==' } }, { attachment: { contentType: 'text/plain', data: 'eA==' } }] }), 422],
    ['no end of the period', 'POST', 'DocumentReference', note({ context: { encounter: [{ reference: 'Encounter/a-visit' }] } }), 422],
    ['an encounter diagnosis', 'POST', 'Condition', problem({ ...encounterDiagnosis, verificationStatus: status('condition-ver-status', 'confirmed'), encounter: { reference: 'Encounter/a-visit' } }), 201],
    ['no category', 'POST', 'Condition', problem({ category: undefined }), 422], ['no clinical status', 'POST', 'Condition', problem({ ...encounterDiagnosis, clinicalStatus: undefined }), 422],
    ['a modifier', 'POST', 'Condition', problem({ modifierExtension: [{ url: 'urn:x', valueBoolean: true }] }), 422],
    ['an update under If-Match', 'PUT', 'Condition/a-htn', problem({ ...encounterDiagnosis, id: 'a-htn' }), 200, { 'If-Match': 'W/"1"' }], ['a stale one', 'PUT', 'Condition/a-htn', problem({ id: 'a-htn' }), 412, { 'If-Match': 'W/"1"' }],
    ['one without If-Match', 'PUT', 'Condition/a-htn', problem({ id: 'a-htn' }), 400],
    ['refuted', 'PUT', 'Condition/a-htn', problem({ id: 'a-htn', verificationStatus: status('condition-ver-status', 'refuted') }), 422, { 'If-Match': 'W/"2"' }],
    ['entered in error', 'PUT', 'Condition/a-htn', problem({ id: 'a-htn', clinicalStatus: undefined, verificationStatus: status('condition-ver-status', 'entered-in-error') }), 422, { 'If-Match': 'W/"2"' }],
    ['a Provenance with one target', 'POST', 'Provenance', provenance('Condition/a-htn'), 201], ['with two', 'POST', 'Provenance', provenance('Condition/a-htn', 'Encounter/a-visit'), 422],
    ['a Task', 'POST', 'Task', task, 404], ['a Claim', 'POST', 'Claim', { resourceType: 'Claim' }, 404], ['an AuditEvent', 'POST', 'AuditEvent', { resourceType: 'AuditEvent' }, 404],
    ['a Binary as any type', 'GET', 'Binary/a-note-text', undefined, 406, { Accept: '*/*' }], ['a Binary as its type', 'GET', 'Binary/a-note-text', undefined, 200, { Accept: 'text/plain' }],
  ],
};

describe.each(BACKENDS)('%s', (_where, start) => {
  describe.each(['epic', 'oracle'] as const)('as %s', (ehrProfile) => {
    let backed: Backed;
    beforeAll(async () => {
      backed = await start({ ehrProfile });
    });
    afterAll(() => backed.close());

    it.each(CASES[ehrProfile].map((each) => [each[0], each] as const))('%s', async (_what, [, method, path, body, expected, headers = {}]) => {
      const answer = await clientOf(backed.ehr)<OperationOutcome>(method, path, body, headers);
      expect([answer.status, answer.status < 400 ? null : answer.body.resourceType]).toEqual([expected, expected < 400 ? null : 'OperationOutcome']);
      if (answer.status === 400 || answer.status === 405 || answer.status === 422) expect(answer.text).toContain('(imitated)');
    });

    it('keeps no tags of clients, and answers a create without a body', async () => {
      const created = await clientOf(backed.ehr)('POST', 'Condition', problem({ meta: { tag: [{ system: 'urn:x', code: 'mine' }] }, identifier: [{ system: 'urn:x', value: 'mine' }] }));
      expect([created.status, created.text]).toEqual([201, '']);
      const id = created.headers.get('location')?.split('/').at(-3) ?? '';
      const kept = backed.records.read('Condition', id)?.resource as Resource & { identifier?: unknown };
      expect([kept.meta?.tag, kept.identifier]).toEqual([undefined, undefined]);
    });
  });
});

describe('what is offered', () => {
  it.each([['epic', EPIC, 'Epic (imitated by the Countersign sandbox)'], ['oracle', ORACLE, 'Oracle Health (imitated by the Countersign sandbox)']] as const)('as %s is what is taken', async (ehrProfile, vendor, name) => {
    const ehr = await startEhr({ ehrProfile });
    const statement = (await (await fetch(`${ehr.fhirBase}/metadata`)).json()) as CapabilityStatement;
    const rest = statement.rest?.[0];
    expect([statement.software?.name, rest?.interaction]).toEqual([name, undefined]);
    const writes = Object.fromEntries((rest?.resource ?? []).flatMap(({ type, interaction = [] }) => {
      const codes = interaction.map(({ code }) => code).filter((code) => code !== 'read' && code !== 'search-type');
      return codes.length === 0 ? [] : [[type, codes.toSorted()]];
    }));
    expect(writes).toEqual(Object.fromEntries(Object.entries(vendor.writes).map(([kind, offers]) => [kind, offers.toSorted()])));
    for (const absent of vendor.absent) expect(rest?.resource?.map(({ type }) => type)).not.toContain(absent);
    expect(rest?.resource?.flatMap(({ searchParam = [] }) => searchParam.map((parameter) => parameter.name))).not.toContain('_tag');
    expect(rest?.resource?.some(({ conditionalCreate }) => conditionalCreate)).toBe(false);
    await ehr.close();
  });

  it.each([EPIC, ORACLE])('every refusal of $name names its authority, and has a case', ({ rules, name }) => {
    expect(rules.filter(({ authority }) => authority.trim() === '')).toEqual([]);
    const cases = CASES[name === 'Epic' ? 'epic' : 'oracle'].filter(([, , , , expected]) => expected === 400 || expected === 422);
    const calls = cases.map(([, method, path, body, , headers = {}]) => ({
      on: `${path.split(/[/?]/)[0]}.${method === 'GET' ? 'search-type' : method === 'PUT' ? 'update' : 'create'}`,
      call: { method, path: path.split('?')[0] ?? '', query: new URLSearchParams(path.split('?')[1]), headers: Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value])), body: { kind: 'json' as const, value: body } },
    }));
    const firstBroken = calls.map(({ on, call }) => rules.find((rule) => rule.on === on && rule.broken(call)));
    const uncovered = rules.filter((rule) => !firstBroken.includes(rule) && !firstBroken.some((broken) => broken?.says === rule.says));
    expect(uncovered.map(({ on, says }) => `${on} ${says}`)).toEqual([]);
  });

  it.each<[EhrProfile, number, boolean]>([['generic', 3600, false], ['epic', 3600, true], ['oracle', 570, false]])('%s: tokens of %i seconds, messaging %s', async (ehrProfile, seconds, messaging) => {
    const ehr = await startEhr({ ehrProfile });
    const app = smartApp(ehr);
    const code = sentBack(await app.authorize({ launch: await launchOf(ehr) })).get('code') ?? '';
    const { body } = await app.token({ grant_type: 'authorization_code', code, redirect_uri: app.redirectUri, code_verifier: app.verifier });
    const { smart_web_messaging_handle: handle, smart_web_messaging_origin: origin } = body as typeof body & Record<string, unknown>;
    expect([body.expires_in, typeof handle, origin]).toEqual([seconds, messaging ? 'string' : 'undefined', messaging ? ehr.url : undefined]);
    await ehr.close();
  });
});
