import type { Bundle } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BACKENDS, clientOf, condition, idsIn } from './support/ehr.ts';
import type { Backed } from './support/ehr.ts';

/** Two implementations of one rule: whatever a scope opens or closes, the proxy does as the own store does. */
const SCOPES: readonly (readonly [string, string | undefined])[] = [
  ['user/*.rs', undefined], ['user/*.cruds', undefined], ['user/Condition.rs', undefined], ['user/Condition.c', undefined], ['user/Condition.u user/Condition.s', undefined], ['user/Condition.d user/Task.d', undefined],
  ['patient/*.rs', 'a'], ['patient/*.cruds', 'a'], ['patient/*.*', 'b'], ['patient/Condition.cruds patient/Patient.r', 'a'], ['patient/Provenance.cruds patient/Task.cruds', 'a'], ['patient/Binary.r patient/DocumentReference.rs', 'b'],
  ['user/Observation.rs?category=laboratory', undefined], ['patient/Observation.cruds?category=vital-signs', 'a'], ['user/Condition.s patient/*.r', 'a'], ['user/Provenance.cruds patient/*.rs', 'a'], ['user/Condition.cruds?code=I10 user/Patient.r', undefined], ['', undefined],
];
const KINDS = ['Patient', 'Encounter', 'Condition', 'Observation', 'DocumentReference', 'Binary', 'Provenance', 'Task', 'Practitioner', 'AuditEvent'];
const IDS: Readonly<Record<string, string>> = { Patient: '', Encounter: '-visit', Condition: '-htn', Observation: '-a1c', DocumentReference: '-note', Binary: '-note-text', Provenance: '-prov', Task: '-task' };

const READS = KINDS.flatMap((kind) => [
  kind, `${kind}?_summary=count`, `${kind}?_count=1`, `${kind}?_elements=id`, `${kind}/_history`, `${kind}/not-there`, `${kind}/not-there/_history`,
  ...(kind in IDS ? ['a', 'b'].flatMap((who) => [`${kind}/${who}${IDS[kind]}`, `${kind}/${who}${IDS[kind]}/_history`, `${kind}/${who}${IDS[kind]}/_history/1`, `${kind}/${who}${IDS[kind]}/_history/7`]) : []),
]).concat([
  'Condition?patient=a', 'Condition?patient=b', 'Condition?subject=Patient/b&code=I10', 'Condition?_include=Condition:patient', 'Condition?_revinclude=Provenance:target&_revinclude=Task:focus', 'Provenance?target=Condition/b-htn&_include=Provenance:target',
  'Observation?category=laboratory', 'Observation?patient=a,b&_sort=-date', 'Observation?category:not=laboratory', 'Task?focus=Condition/a-htn', 'Binary?_id=a-note-text,b-note-text', 'DocumentReference?_include=DocumentReference:subject', 'Encounter?_has:x=y', 'Nonsense', '$op', 'Condition/$op', '_history',
]);

const provenance = (...targets: string[]) => ({ resourceType: 'Provenance', recorded: '2026-03-01T10:00:00Z', target: targets.map((reference) => ({ reference })), agent: [{ who: { reference: 'Practitioner/doc' } }] });
const bundle = (type: string, ...entry: unknown[]) => ({ resourceType: 'Bundle', type, entry });
const keyed = (who: string) => condition(undefined, who, 'I10', { identifier: [{ system: 'urn:k', value: who }] });
const post = (resource: object, more: object = {}, fullUrl = 'urn:uuid:1') => ({ fullUrl, resource, request: { method: 'POST', url: (resource as { resourceType: string }).resourceType, ...more } });

type Write = readonly [method: string, path: string, body?: object, headers?: Record<string, string>];
const WRITES: readonly Write[] = ['a', 'b'].flatMap((who): Write[] => [
  ['POST', 'Condition', condition(undefined, who, 'I10')], ['POST', 'Condition', keyed(who), { 'If-None-Exist': `identifier=urn:k|${who}` }], ['PUT', `Condition/${who}-htn`, condition(`${who}-htn`, who, 'I10')], ['PUT', `Condition/${who}-htn`, condition(`${who}-htn`, who, 'J45.909')],
  ['PUT', `Condition/${who}-new`, condition(`${who}-new`, who, 'I10')], ['PUT', `Condition/a-htn`, condition('a-htn', who, 'I10')], ['PUT', `Condition?identifier=urn:k|${who}`, keyed(who)], ['PUT', `Condition/${who}-htn`, condition(`${who}-htn`, who, 'I10'), { 'If-Match': 'W/"77"' }],
  ['POST', 'Provenance', provenance(`Condition/${who}-htn`)], ['POST', 'Provenance', provenance('Condition/a-htn', `Condition/${who}-htn`)], ['DELETE', `Task/${who}-gone`], ['DELETE', `Condition?identifier=urn:k|${who}`], ['PUT', `Task/${who}-task`, { resourceType: 'Task', id: `${who}-task`, status: 'completed', intent: 'order', for: { reference: `Patient/${who}` } }],
  ['POST', '', bundle('transaction', post(provenance('urn:uuid:1'), {}, 'urn:uuid:2'), post(condition(undefined, who, 'I10')))], ['POST', '', bundle('transaction', post(keyed(who), { ifNoneExist: `identifier=urn:k|${who}` }))],
  ['POST', '', bundle('transaction', { resource: condition(`${who}-put`, who, 'I10'), request: { method: 'PUT', url: `Condition/${who}-put` } }, { request: { method: 'DELETE', url: `Task/${who}-none` } })],
  ['POST', '', bundle('transaction', post(provenance(`Condition?identifier=urn:k|${who}`)))], ['POST', '', bundle('batch', post(condition(undefined, who, 'I10')), { request: { method: 'GET', url: `Condition/${who}-htn` } }, { request: { method: 'GET', url: 'Condition' } })],
  ['POST', 'Organization', { resourceType: 'Organization', name: 'x' }], ['POST', 'Condition', { resourceType: 'Patient' }], ['PUT', 'Condition/other', condition('different', who, 'I10')], ['DELETE', `Condition/${who}-put`], ['DELETE', `Condition/${who}-new`],
]);

/** Enough that a scope which is not looked at somewhere would show. */
it('are compared in more than 2,000 requests', () => expect(SCOPES.length * (READS.length + WRITES.length)).toBeGreaterThan(2000));

const backed: Backed[] = [];
beforeAll(async () => {
  backed.push(...(await Promise.all(BACKENDS.map(([, start]) => start()))));
});
afterAll(() => Promise.all(backed.map((each) => each.close())));

interface Seen { readonly status: number; readonly ids: readonly string[]; readonly total: number | undefined; readonly inside: readonly (string | undefined)[] }

async function ask(where: Backed, scope: string, patient: string | undefined, [method, path, body, headers]: Write): Promise<Seen> {
  const answer = await clientOf(where.ehr, { scope, ...(patient ? { patient } : {}) })<Bundle>(method, path, body, headers);
  const isBundle = (answer.body as Bundle | undefined)?.resourceType === 'Bundle';
  const written = isBundle && answer.body.type.endsWith('-response');
  return {
    status: answer.status,
    // New resources get other names in each.
    ids: isBundle && !written && method === 'GET' ? idsIn(answer.body).filter((id) => !/[0-9a-f]{8}-/.test(id)).toSorted((a, b) => a.localeCompare(b)) : [],
    total: isBundle ? answer.body.total : undefined,
    inside: written ? (answer.body.entry ?? []).map((entry) => entry.response?.status.slice(0, 3)) : [],
  };
}

describe.each(SCOPES)('with "%s" of %s', (scope, patient) => {
  it('reads and searches come to the same', async () => {
    const differing: unknown[] = [];
    for (const path of READS) {
      const [own, proxy] = await Promise.all(backed.map((where) => ask(where, scope, patient, ['GET', path])));
      if (JSON.stringify(own) !== JSON.stringify(proxy)) differing.push({ path, own, proxy });
    }
    expect(differing).toEqual([]);
  });

  it('writes come to the same, and leave the same behind', async () => {
    const differing: unknown[] = [];
    for (const write of WRITES) {
      const [own, proxy] = await Promise.all(backed.map((where) => ask(where, scope, patient, write)));
      if (JSON.stringify(own) !== JSON.stringify(proxy) && !bothRefuse(own, proxy)) differing.push({ write: write.slice(0, 2), own, proxy });
    }
    expect(differing).toEqual([]);
    const [own, proxy] = backed.map(({ records }) => ['Condition', 'Provenance', 'Task', 'Organization'].map((kind) => [...records.candidates(kind)].length));
    expect(proxy).toEqual(own);
  });
});

/** Where a write is both stale and out of scope, either may be said. */
function bothRefuse(...answers: readonly (Seen | undefined)[]): boolean {
  return answers.every((answer) => answer?.status === 403 || answer?.status === 412);
}
