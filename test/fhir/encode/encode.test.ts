import { describe, expect, it } from 'vitest';
import type { Claim, CodeableConcept, Condition, Encounter, Provenance } from 'fhir/r4';
import type { Chart, RemovalReason, ServerProfile, StepId, WriteAction, WritePlan } from '../../../src/domain/model/index.ts';
import type { EncodeContext } from '../../../src/fhir/encode/index.ts';
import { EXTENSION, STEP_SYSTEM, encode, localReference } from '../../../src/fhir/encode/index.ts';
import { planWrites } from '../../../src/domain/writeback/index.ts';
import { validate } from '../../../src/sandbox/fhir/validate.ts';
import { FakeFhir } from '../../support/fake-fhir.ts';
import { CHARTED, fill, planFor, wardWithClaim, wardWithoutClaim } from '../../support/ward.ts';
import { SIGNED_AT, accept, attested, chart, condition as charted, decided, generic, quote, removal, specified, stepOf, suggestion } from '../../support/writing.ts';

const server = new FakeFhir();
fill(server);

/** What a step of this kind makes of the ward's resources. */
function made(plan: WritePlan, kind: WriteAction['kind'], profile: ServerProfile = generic) {
  const step = plan.steps.find((s) => s.id === stepOf(plan, kind));
  if (step === undefined) throw new Error('No such step.');
  const context: EncodeContext = { plan, profile, written: (id) => ({ reference: `Condition/${numbered(id)}`, version: '7' }) };
  const encoding = encode(step);
  const resource = encoding.kind === 'create' ? encoding.resource(context) : encoding.change(server.current(encoding.of.reference), context).resource;
  expect(() => validate(resource)).not.toThrow();
  return { step, resource };
}

function numbered(id: StepId): string {
  return id.slice(-4);
}

const everything = planFor(wardWithClaim, generic);
const withoutClaim = planFor(wardWithoutClaim, generic);
const code = (concept: CodeableConcept | undefined) => concept?.coding?.map((c) => c.code).join(',');

describe('a new Condition', () => {
  const { resource, step } = made(everything, 'create-condition');
  const condition = resource as Condition;

  it('is a confirmed, active encounter diagnosis in ICD-10-CM with the dot, by the person who signed', () => {
    expect(condition).toMatchObject({
      clinicalStatus: { coding: [{ code: 'active' }] }, verificationStatus: { coding: [{ code: 'confirmed' }] },
      category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-category', code: 'encounter-diagnosis' }] }],
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I10', display: 'Title of I10' }] },
      subject: { reference: 'Patient/p1' }, encounter: { reference: 'Encounter/e1' }, recordedDate: SIGNED_AT,
      recorder: { reference: 'Practitioner/dr' }, asserter: { reference: 'Practitioner/dr' },
    });
  });

  it('carries the step\'s key as identifier and as tag', () => {
    expect(condition.identifier).toEqual([{ system: STEP_SYSTEM, value: step.key }]);
    expect(condition.meta?.tag).toEqual([{ system: STEP_SYSTEM, code: step.key }]);
  });

  it('refers to its evidence by version, without words of the note', () => {
    expect(condition.evidence?.[0]?.detail?.[0]).toMatchObject({ reference: 'DocumentReference/n1/_history/1' });
    expect(JSON.stringify(condition)).not.toContain('lisinopril');
  });

  it('is provisional on the problem list of Epic', () => {
    const epic: ServerProfile = { ...generic, name: 'epic' };
    const plan = planWrites({ attestation: attested([decided(suggestion('add', 'I10'), { kind: 'accept', target: 'problem-list-item' })]), chart: chart(), profile: epic });
    expect(made(plan, 'create-condition', epic).resource).toMatchObject({ verificationStatus: { coding: [{ code: 'provisional' }] }, category: [{ coding: [{ code: 'problem-list-item' }] }] });
  });
});

describe('a changed Condition keeps what is not meant', () => {
  it('recoded: the new code alone, confirmed; unknown elements stay; the generated narrative, which told the old code, goes', () => {
    const before = server.current('Condition/c1') as Condition;
    const condition = made(everything, 'recode-condition').resource as Condition;
    expect(condition.code).toEqual({ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E11.22', display: 'Title of E11.22' }], text: 'Title of E11.22' });
    expect(condition.extension).toEqual(before.extension);
    expect(condition.recordedDate).toBe(before.recordedDate);
    expect(condition.text).toBeUndefined();
  });

  const statuses: readonly (readonly [RemovalReason, string, string | undefined])[] = [
    ['only-negated', 'refuted', 'active'],
    ['only-family', 'entered-in-error', undefined],
    ['only-other-person', 'entered-in-error', undefined],
    ['superseded-note', 'entered-in-error', undefined],
    ['not-mentioned', 'entered-in-error', undefined],
    ['resolved', 'confirmed', 'resolved'],
    ['uncertain-outpatient', 'provisional', 'active'],
  ];
  it.each(statuses)('withdrawn, %s: %s, clinically %s', (reason, verification, clinical) => {
    const plan = planFor(wardWithClaim, generic, [removal('J44.9', reason, CHARTED.unsupported)]);
    const condition = made(plan, 'withdraw-condition').resource as Condition;
    expect(code(condition.verificationStatus)).toBe(verification);
    expect(code(condition.clinicalStatus)).toBe(clinical);
    expect(code(condition.code)).toBe('J44.9,1');
  });

  it('entered in error goes without an abatement too, which R4 allows only beside a clinical status (con-4)', () => {
    const abated = { ...(server.current('Condition/c1') as Condition), abatementDateTime: '2026-01-01' };
    const plan = planFor(wardWithClaim, generic, [removal('J44.9', 'only-family', CHARTED.unsupported)]);
    const step = plan.steps.find((s) => s.action.kind === 'withdraw-condition');
    const encoding = step === undefined ? null : encode(step);
    const written = encoding?.kind === 'update' ? encoding.change(abated, { plan, profile: generic, written: () => null }).resource : null;
    expect(written).not.toHaveProperty('abatementDateTime');
    expect(written).not.toHaveProperty('clinicalStatus');
  });

  it('released: off the encounter, on the problem list as it was', () => {
    const before = server.current('Condition/c3') as Condition;
    const condition = made(everything, 'release-condition').resource as Condition;
    expect(condition.category?.map(code)).toEqual(['problem-list-item']);
    expect([condition.verificationStatus, condition.clinicalStatus, condition.code]).toEqual([before.verificationStatus, before.clinicalStatus, before.code]);
  });

  it('a narrative that a person added to stays', () => {
    const added = { ...(server.current('Condition/c1') as Condition), text: { status: 'additional' as const, div: '<div/>' } };
    const step = everything.steps.find((s) => s.action.kind === 'recode-condition');
    const encoding = step === undefined ? null : encode(step);
    expect(encoding?.kind === 'update' ? encoding.change(added, { plan: everything, profile: generic, written: () => null }).resource : null).toHaveProperty('text.status', 'additional');
  });
});

describe('the draft claim', () => {
  it('new: a draft that names the encounter, points to its diagnoses, and says what is not known', () => {
    const claim = made(withoutClaim, 'create-claim').resource as Claim;
    expect(claim).toMatchObject({
      status: 'draft', use: 'claim', created: SIGNED_AT, patient: { reference: 'Patient/p1' }, provider: { reference: 'Practitioner/dr' },
      insurance: [{ coverage: { reference: 'Coverage/c1' } }],
      item: [{ encounter: [{ reference: 'Encounter/e1' }], servicedDate: '2026-11-20', diagnosisSequence: [1, 2], productOrService: { text: 'Service not coded yet' } }],
    });
    expect(claim.diagnosis?.map((d) => code(d.diagnosisCodeableConcept))).toEqual(['E11.22', 'I10']);
  });

  it('new, with many diagnoses: the line points to four', () => {
    const many = Array.from({ length: 6 }, (_, index) => suggestion('add', `E1${index}.9`));
    const claim = made(planFor(chart(), generic, many), 'create-claim').resource as Claim;
    expect(claim.diagnosis).toHaveLength(6);
    expect(claim.item?.[0]?.diagnosisSequence).toEqual([1, 2, 3, 4]);
  });

  it('new, without coverage: the required reference says so', () => {
    const claim = made(planFor(chart({ coverages: [] }), generic, [suggestion('add', 'I10')]), 'create-claim').resource as Claim;
    expect(claim.insurance[0]?.coverage).toMatchObject({ display: expect.stringContaining('No coverage was found'), extension: [{ valueCode: 'unknown' }] });
  });

  it('whose diagnosis points to a Condition that is replaced by a new one points there', () => {
    const shared = charted('c3', 'K21.9', { categories: ['encounter-diagnosis', 'problem-list-item'] });
    const byReference = { ...(server.current('Claim/k1') as Claim), diagnosis: [{ sequence: 1, diagnosisReference: { reference: 'https://ehr.test/fhir/Condition/c3' } }] };
    const on: Chart = { ...wardWithClaim, claims: wardWithClaim.claims.map((c) => ({ ...c, diagnoses: [{ sequence: 1, coding: null, condition: 'Condition/c3' }] })) };
    const plan = planWrites({ attestation: attested([decided(specified('K21.9', 'K21.00', shared), accept, on)]), chart: on, profile: generic });
    const step = plan.steps.find((s) => s.action.kind === 'update-claim');
    const encoding = step === undefined ? null : encode(step);
    const changed = encoding?.kind === 'update' ? encoding.change(byReference, { plan, profile: generic, written: () => ({ reference: 'Condition/new', version: null }) }).resource as Claim : null;
    expect(changed?.diagnosis).toEqual([{ sequence: 1, diagnosisReference: { reference: 'Condition/new' } }]);
  });
});

describe('the encounter', () => {
  it('loses what left, in any form of reference, and names what came', () => {
    const encounter = made(everything, 'update-encounter').resource as Encounter;
    expect(encounter.diagnosis).toEqual([{ condition: { reference: `Condition/${numbered(stepOf(everything, 'create-condition'))}` } }]);
    expect(encounter.status).toBe('in-progress');
  });
});

describe('provenance', () => {
  it('of the software: AIAST, a device, the version read, offsets and hash of the quote but not its words, rules with authority', () => {
    const provenance = made(everything, 'machine-provenance').resource as Provenance;
    expect(provenance.meta?.security?.[0]?.code).toBe('AIAST');
    expect(provenance).toMatchObject({
      contained: [{ resourceType: 'Device', id: 'countersign', type: { coding: [{ code: 'Artificial-Intelligence' }] } }],
      agent: [{ who: { reference: '#countersign' } }], recorded: SIGNED_AT, reason: [{ coding: [{ code: 'AIAST' }] }],
      entity: [{ role: 'source', what: { reference: 'DocumentReference/n1/_history/1' } }],
    });
    const [mark] = provenance.entity?.[0]?.extension ?? [];
    expect(mark?.url).toBe(EXTENSION.quote);
    expect(Object.fromEntries((mark?.extension ?? []).map((e) => [e.url, e.valueString ?? e.valueInteger]))).toEqual({
      documentReference: 'DocumentReference/n1', attachment: 0, version: '1', start: 0, end: 36,
      hash: 'sha256:770bf5ef7fde36b762c095a1c8debf0bad4bebba017d2d3460c2b729079463ce',
    });
    expect(JSON.stringify(provenance)).not.toContain('lisinopril');
    expect(provenance.extension?.find((e) => e.url === EXTENSION.rule)?.extension?.map((e) => e.valueString)).toEqual(['provider-statement', '1', 'ICD-10-CM Guidelines FY2027 I.A.19']);
  });

  it('of a removal gives its reason, and what was searched', () => {
    const searched = { kind: 'searched', what: ['J44.9'], kinds: ['DocumentReference'], from: null, through: '2026-11-20', found: 0 } as const;
    const fact = { kind: 'fact', resource: 'Observation/o1', version: '2', code: '4548-4', label: 'Hemoglobin A1c', date: null } as const;
    const on = { ...removal('J44.9', 'not-mentioned', CHARTED.unsupported), evidence: [searched, fact, quote] };
    const provenance = made(planFor(wardWithClaim, generic, [on]), 'machine-provenance').resource as Provenance;
    expect(provenance.reason?.map(code)).toEqual(['AIAST', 'not-mentioned']);
    expect(provenance.extension?.find((e) => e.url === EXTENSION.searched)?.extension).toContainEqual({ url: 'found', valueInteger: 0 });
    expect(provenance.entity?.map((e) => e.what.reference)).toEqual(['DocumentReference/n1/_history/1', 'Observation/o1/_history/2']);
  });

  it('of the person: verifier, statement, verification signature without data, the decision, and the versions looked at', () => {
    const provenance = made(everything, 'attestation-provenance').resource as Provenance;
    expect(provenance).toMatchObject({
      target: [{ reference: expect.stringMatching(/^Condition\/.{4}\/_history\/7$/), extension: [{ url: EXTENSION.version, valueString: '7' }] }],
      agent: [{ type: { coding: [{ code: 'verifier' }] }, who: { reference: 'Practitioner/dr' } }],
      signature: [{ type: [{ system: 'urn:iso-astm:E1762-95:2013', code: '1.2.840.10065.1.12.1.5' }], when: SIGNED_AT, who: { reference: 'Practitioner/dr' } }],
    });
    expect(provenance.signature?.[0]?.data).toBeUndefined();
    expect(provenance.extension?.[0]).toEqual({ url: EXTENSION.statement, valueString: expect.stringContaining('not a signature on a note') });
    expect(provenance.extension?.[1]?.extension?.map((e) => e.valueString ?? e.valueCode)).toEqual(['add::I10', 'add', 'I10', 'accept', 'encounter-diagnosis', expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(provenance.agent[0]).not.toHaveProperty('onBehalfOf');
  });

  it.each(['machine-provenance', 'attestation-provenance'] as const)('%s of a write that a person took over by hand stands on the encounter: R4 wants a target, and an empty list is none', (kind) => {
    const step = everything.steps.find((s) => s.action.kind === kind)!;
    const encoding = encode(step);
    if (encoding.kind !== 'create') throw new Error('It is created.');
    const provenance = encoding.resource({ plan: everything, profile: generic, written: () => null }) as Provenance;
    expect(provenance.target.map((t) => t.reference)).toEqual(['Encounter/e1/_history/1']);
  });

  it('of a rejection stands on the encounter, with its reason', () => {
    const plan = planWrites({ attestation: attested([decided(suggestion('add', 'E66.811'), { kind: 'reject', reason: 'other', text: 'Athlete' })]), chart: chart(), profile: generic });
    const provenance = made(plan, 'attestation-provenance').resource as Provenance;
    expect(provenance.target[0]?.reference).toBe('Encounter/e1/_history/1');
    expect(provenance.extension?.[1]?.extension?.slice(3)).toEqual([{ url: 'choice', valueCode: 'reject' }, { url: 'reason', valueCode: 'other' }, { url: 'text', valueString: 'Athlete' }, { url: 'evidence', valueString: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });
});

it.each([
  ['Condition/1', 'Condition/1'], ['https://x.test/r4/Condition/1', 'Condition/1'], ['https://x.test/r4/Condition/1/_history/2', 'Condition/1'],
  ['urn:uuid:00000000-0000-0000-0000-000000000000', null], ['#c', null], [undefined, null],
])('the local form of %s is %s', (reference, local) => {
  expect(localReference(reference)).toBe(local);
});
