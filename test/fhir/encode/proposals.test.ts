import type { Claim, Condition, DocumentReference, FhirResource, Provenance, Task } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import type { RejectReason, ServerProfile, WriteAction, WritePlan } from '../../../src/domain/model/index.ts';
import type { EncodeContext } from '../../../src/fhir/encode/index.ts';
import { EXTENSION, RECORD, STEP_SYSTEM, TASK, claimFile, encode } from '../../../src/fhir/encode/index.ts';
import { isMarkedProposed } from '../../../src/fhir/encode/parts.ts';
import { validate } from '../../../src/sandbox/fhir/validate.ts';
import { SIGNED_AT, doctor, generic, quote } from '../../support/writing.ts';
import { answerPlan, anchorPlan, head, item, openTask, planOf, proposalPlan, specialist, makeStep } from '../send/plans.ts';

const epic: ServerProfile = { ...generic, name: 'epic' };
const oracle: ServerProfile = { ...generic, name: 'oracle' };

function made<T extends FhirResource>(type: T['resourceType'], plan: WritePlan, kind: WriteAction['kind'], current?: FhirResource, profile: ServerProfile = generic): T {
  const at = plan.steps.find((s) => s.action.kind === kind);
  if (at === undefined) throw new Error(`No ${kind}.`);
  const context: EncodeContext = { plan, profile, written: (id) => ({ reference: id.startsWith('propose-claim') ? 'Claim/k9' : 'Condition/c9', version: '1' }) };
  const encoding = encode(at);
  const resource = encoding.kind === 'create' ? encoding.resource(context) : encoding.change(current as FhirResource, context).resource;
  expect(() => validate(resource)).not.toThrow();
  expect(resource.resourceType).toBe(type);
  return resource as T;
}

describe('a proposed Condition', () => {
  it('is unconfirmed, marked as software\'s and as a proposal, on the encounter, recorded and asserted by no clinician', () => {
    const condition = made<Condition>('Condition', proposalPlan(), 'propose-condition');
    expect(condition).toMatchObject({
      verificationStatus: { coding: [{ code: 'unconfirmed' }] }, clinicalStatus: { coding: [{ code: 'active' }] }, category: [{ coding: [{ code: 'encounter-diagnosis' }] }],
      meta: { security: [{ code: 'AIAST' }], tag: [{ system: STEP_SYSTEM }, { system: RECORD, code: 'proposal' }] },
      recorder: { reference: 'Practitioner/cdi' }, recordedDate: SIGNED_AT, subject: { reference: 'Patient/p1' }, encounter: { reference: 'Encounter/e1' },
    });
    expect(condition).not.toHaveProperty('asserter');
    expect(JSON.stringify(condition)).not.toContain('lisinopril');
  });

  it.each([epic, oracle])('is provisional where the EHR knows no unconfirmed ($name)', (profile) => {
    expect(made<Condition>('Condition', proposalPlan(), 'propose-condition', undefined, profile).verificationStatus?.coding?.[0]?.code).toBe('provisional');
  });

  it('is no proposal any more once a clinician confirms it', () => {
    const proposed = { ...made<Condition>('Condition', proposalPlan(), 'propose-condition'), id: 'c1' };
    const plan = planOf('countersign', doctor, [makeStep({ kind: 'recode-condition', condition: { reference: 'Condition/c1', version: '1' }, from: 'I10', diagnosis: item, evidence: [] })]);
    const confirmed = made<Condition>('Condition', plan, 'recode-condition', proposed);
    expect([isMarkedProposed(proposed.meta), isMarkedProposed(confirmed.meta)]).toEqual([true, false]);
    expect(confirmed.meta?.security).toBeUndefined();
    expect(confirmed.verificationStatus?.coding?.[0]?.code).toBe('confirmed');
  });
});

describe('a proposed claim', () => {
  const claim = made<Claim>('Claim', proposalPlan(), 'propose-claim');
  const update = makeStep({ kind: 'update-claim', claim: { reference: 'Claim/k9', version: '1' }, diagnoses: [{ sequence: 1, was: [1], diagnosis: item, link: null }], serviced: '2026-11-20' });
  const taken = made<Claim>('Claim', planOf('countersign', doctor, [update]), 'update-claim', { ...claim, id: 'k9' });

  it('is a draft, marked, entered by the proposer, of a provider yet to be named', () => {
    expect(claim).toMatchObject({ status: 'draft', use: 'claim', meta: { security: [{ code: 'AIAST' }] }, enterer: { reference: 'Practitioner/cdi' }, provider: { display: 'The clinician who countersigns' } });
    expect(isMarkedProposed(claim.meta)).toBe(true);
  });

  it('is the clinician\'s once it is countersigned: unmarked, and they are its provider', () => {
    expect(isMarkedProposed(taken.meta)).toBe(false);
    expect(taken.meta?.security).toBeUndefined();
    expect(taken.provider).toEqual({ reference: 'Practitioner/dr', display: 'Dr. Test Person' });
  });

  it('stays unmarked where a server kept the old tags over the update (FHIR R4 tag updates)', () => {
    const kept = { ...taken.meta, tag: [...claim.meta?.tag ?? [], ...taken.meta?.tag ?? []], security: claim.meta?.security ?? [] };
    expect(isMarkedProposed(kept)).toBe(false);
  });

  it('a draft that was never proposed keeps its provider, and gets no such tag', () => {
    const plain = { ...claim, id: 'k9', meta: {}, provider: { reference: 'Practitioner/other' } };
    const changed = made<Claim>('Claim', planOf('countersign', doctor, [update]), 'update-claim', plain);
    expect(changed.provider).toEqual({ reference: 'Practitioner/other' });
    expect(changed.meta?.tag).toEqual([{ system: STEP_SYSTEM, code: update.key }]);
  });

  it('goes to a file where no server takes claims, as FHIR JSON that a person can read', () => {
    const plan = proposalPlan();
    const files = plan.steps.map((s) => claimFile(s, plan, generic));
    expect(files.filter((f) => f !== null)).toHaveLength(1);
    expect(JSON.parse(files[1] ?? '')).toEqual(claim);
    expect(files[1]).toContain('\n  "status": "draft"');
  });

  it('that is changed by hand goes to a file that names the draft, and keeps the place of a line that could not be read', () => {
    const byHand = makeStep({ kind: 'update-claim', claim: { reference: 'Claim/k9', version: '1' }, diagnoses: [{ sequence: 1, was: [2], diagnosis: item, link: null }, { sequence: 2, was: [3], diagnosis: null, link: null }], serviced: '2026-11-20' }, { to: 'hand' });
    const file = JSON.parse(claimFile(byHand, planOf('countersign', doctor, [byHand]), generic) ?? '') as Claim;
    expect(() => validate(file)).not.toThrow();
    expect(file.related?.[0]?.claim?.reference).toBe('Claim/k9');
    expect(file.diagnosis?.map((d) => [d.sequence, d.diagnosisCodeableConcept?.coding?.[0]?.code, d.diagnosisReference?.extension?.[0]?.valueCode])).toEqual([[1, 'I10', undefined], [2, undefined, 'unknown']]);
  });
});

describe('the Task of a proposal', () => {
  const task = made<Task>('Task', proposalPlan(), 'propose-item');
  const inputs = (name: string) => (task.input ?? []).filter((i) => i.type.text === name);

  it('is requested of the first owner by the proposer, for this visit, on the Condition and the claim that came along', () => {
    expect(task).toMatchObject({
      status: 'requested', intent: 'proposal', code: { coding: [{ system: TASK, code: 'proposal' }] }, for: { reference: 'Patient/p1' }, encounter: { reference: 'Encounter/e1' },
      requester: { reference: 'Practitioner/cdi' }, owner: { reference: 'Practitioner/dr' }, focus: { reference: 'Condition/c9' }, reasonReference: { reference: 'Claim/k9' }, authoredOn: SIGNED_AT,
    });
  });

  it('holds what makes the card again: action, code, rules with authority, evidence by place and hash, never its words', () => {
    expect(inputs('action')[0]?.valueCode).toBe('add');
    expect(inputs('code')[0]?.valueCoding).toEqual({ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I10', display: item.title });
    expect(inputs('target')[0]?.valueCode).toBe('encounter-diagnosis');
    expect(inputs('rule')[0]?.extension?.[0]?.extension?.map((e) => e.valueString)).toEqual(['provider-statement', '1', 'ICD-10-CM Guidelines FY2027 I.A.19', 'The provider states it.']);
    expect(inputs('quote')[0]).toMatchObject({ valueReference: { reference: 'DocumentReference/n1/_history/1' }, extension: [{ url: EXTENSION.quote }] });
    expect(inputs('fact')[0]?.valueReference?.reference).toBe('Observation/o1/_history/2');
    expect(inputs('searched')[0]?.extension?.[0]?.url).toBe(EXTENSION.searched);
    expect(JSON.stringify(task)).not.toContain(quote.kind === 'quote' ? quote.quote : '');
  });

  it('of a removal names the reason and what stands in the chart', () => {
    const removal = { ...item, action: 'remove' as const, reason: 'not-mentioned' as const, from: null, charted: [{ reference: 'Condition/c2', version: '3' }] };
    const plan = planOf('propose', specialist, [makeStep({ kind: 'propose-item', item: removal, conditionStep: null, claimStep: null, owners: [] })]);
    const alone = made<Task>('Task', plan, 'propose-item');
    expect(alone.input?.find((i) => i.type.text === 'charted')?.valueReference?.reference).toBe('Condition/c2/_history/3');
    expect(alone.input?.find((i) => i.type.text === 'reason')?.valueCoding?.code).toBe('not-mentioned');
    for (const name of ['focus', 'reasonReference', 'owner']) expect(alone).not.toHaveProperty(name);
  });

  const answers: readonly (readonly ['accepted' | 'declined' | 'cancelled', string, RejectReason | null, string | null])[] = [
    ['accepted', 'completed', null, null], ['declined', 'rejected', 'evidence-misread', 'Of her mother.'], ['declined', 'rejected', 'other', '  '], ['cancelled', 'cancelled', null, null],
  ];
  it.each(answers)('answered %s is %s, with who, when and why', (answer, status, reason, text) => {
    const plan = planOf('countersign', doctor, [makeStep({ kind: 'answer-proposal', task: { reference: 'Task/t1', version: '1' }, answer, reason, text })]);
    const before = openTask();
    const after = made<Task>('Task', plan, 'answer-proposal', before);
    expect(after.status).toBe(status);
    expect(after.statusReason?.coding?.[0]?.code).toBe(reason ?? undefined);
    expect(after.statusReason?.text).toBe(text === null || text.trim() === '' ? undefined : text);
    expect(after.output?.map((o) => o.valueCode ?? o.valueReference?.reference ?? o.valueDateTime)).toEqual([answer, 'Practitioner/dr', SIGNED_AT]);
    expect(after.input).toEqual(before.input);
  });
});

describe('a filed note', () => {
  const words = (note: DocumentReference) => new TextDecoder().decode(Uint8Array.from(atob(note.content[0]?.attachment.data ?? ''), (c) => c.charCodeAt(0)));

  it('is plain text in UTF-8, final, of this visit, and says in type, title, text and tag what it is', () => {
    const note = made<DocumentReference>('DocumentReference', proposalPlan(), 'file-note');
    expect(note).toMatchObject({
      status: 'current', docStatus: 'final', type: { coding: [{ system: 'http://loinc.org', code: '34109-9' }], text: 'Countersign record' }, subject: { reference: 'Patient/p1' },
      author: [{ reference: 'Practitioner/cdi' }], context: { encounter: [{ reference: 'Encounter/e1' }], period: { end: SIGNED_AT } }, description: 'Countersign record: proposal',
      content: [{ attachment: { contentType: 'text/plain', title: 'Countersign record: proposal' } }],
    });
    expect(note.content).toHaveLength(1);
    expect(note).not.toHaveProperty('category');
    expect(words(note)).toBe('Countersign record\n\nI10 is proposed – bitte prüfen.');
    expect(note.meta?.tag).toContainEqual({ system: RECORD, code: 'countersign' });
  });

  it.each([['proposal', 'preliminary'], ['anchor', 'preliminary'], ['attestation', 'final']] as const)('at Epic a %s is %s, in its category', (purpose, docStatus) => {
    const plan = planOf('countersign', doctor, [makeStep({ kind: 'file-note', purpose, title: 'x', text: 'y' })]);
    const note = made<DocumentReference>('DocumentReference', plan, 'file-note', undefined, epic);
    expect(note).toMatchObject({ docStatus, category: [{ coding: [{ code: 'clinical-note' }] }], description: 'Countersign record: x' });
    expect(words(note)).toBe('Countersign record\n\ny');
  });
});

describe('a countersigned problem at Epic', () => {
  it('is provisional, with code and words, and one short note on how it came about', () => {
    const plan = planOf('countersign', doctor, [makeStep({ kind: 'create-condition', diagnosis: { code: 'I10', title: '' }, target: 'problem-list-item', evidence: [quote] })]);
    const condition = made<Condition>('Condition', plan, 'create-condition', undefined, epic);
    expect(condition).toMatchObject({ verificationStatus: { coding: [{ code: 'provisional' }] }, code: { coding: [{ code: 'I10' }], text: 'I10' } });
    expect(condition.note).toEqual([{ text: 'Suggested by software (Countersign, rule-based), reviewed and countersigned by Dr. Test Person on 2026-11-20.' }]);
    const long = planOf('countersign', { ...doctor, name: 'x'.repeat(900) }, plan.steps);
    expect(made<Condition>('Condition', long, 'create-condition', undefined, epic).note?.[0]?.text).toHaveLength(450);
  });
});

describe('Provenance', () => {
  it('of the log\'s head stands on the encounter, and holds nothing of the record', () => {
    const provenance = made<Provenance>('Provenance', anchorPlan(), 'anchor-log');
    expect(provenance.target[0]?.reference).toBe('Encounter/e1/_history/1');
    const parts = provenance.extension?.find((e) => e.url === EXTENSION.anchor)?.extension ?? [];
    expect(Object.fromEntries(parts.map((e) => [e.url, e.valueString ?? e.valueInteger]))).toEqual({ ...head });
  });

  it('of a correction names the events that it corrects: here, on another server, or on a device', () => {
    const entities = made<Provenance>('Provenance', answerPlan(), 'attestation-provenance').entity?.filter((e) => e.role === 'revision').map((e) => e.what);
    expect(entities).toEqual([
      { type: 'Provenance', identifier: { system: 'https://companion.test/fhir', value: 'Provenance/p9' } },
      { reference: 'Provenance/p8' },
      { type: 'Provenance', identifier: { system: 'https://countersign.dev/fhir/device-memory', value: 'device:a0' } },
    ]);
  });

  it('of a decision tells what it replaces, and which evidence the signer saw', () => {
    const decision = { suggestion: 'specify:E11.9:E11.22' as never, action: 'specify', code: 'E11.22', from: 'E11.9', choice: { kind: 'accept', target: 'encounter-diagnosis' }, evidence: ['aa', 'bb'] } as const;
    const plan = planOf('countersign', doctor, [makeStep({ kind: 'attestation-provenance', of: [], statement: 's', items: [decision], seen: [], corrects: [] })]);
    const parts = made<Provenance>('Provenance', plan, 'attestation-provenance').extension?.find((e) => e.url === EXTENSION.decision)?.extension?.map((e) => [e.url, e.valueString ?? e.valueCode]);
    expect(parts).toEqual([
      ['suggestion', 'specify:E11.9:E11.22'], ['action', 'specify'], ['code', 'E11.22'], ['from', 'E11.9'], ['choice', 'accept'], ['target', 'encounter-diagnosis'], ['evidence', 'aa'], ['evidence', 'bb'],
    ]);
  });
});
