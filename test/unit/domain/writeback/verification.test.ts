import type { Claim, Provenance } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import type { AttestationId, Chart, Choice, Decision, Person, Policy, Suggestion, Verification, WritePlan } from '../../../../src/domain/model/index.ts';
import { DEFAULT_POLICY } from '../../../../src/domain/model/index.ts';
import { reopenVerification, verifyClaim } from '../../../../src/domain/review/index.ts';
import { planVerification } from '../../../../src/domain/writeback/index.ts';
import { encode } from '../../../../src/fhir/encode/index.ts';
import { validate } from '../../../../src/sandbox/fhir/validate.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT, accept, actionsOf, chart, claim, coder, condition, decided, doctor, generic, note, oracle, proposalFact, proposedCard, removal, specified, suggestion } from '../../../support/writing.ts';

const policy: Policy = { ...DEFAULT_POLICY, codersFinaliseClaims: true };
const documented = suggestion('add', 'I10');
const shot = suggestion('add', '90471', { system: 'cpt', title: 'Vaccine by injection: first', evidence: [] });

function verify(decisions: readonly Decision[], on: Chart = chart(), who: Person = coder, by: Policy = policy) {
  return verifyClaim({ decisions, who, at: SIGNED_AT, id: 'v1' as AttestationId, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' }, chart: on, policy: by });
}

function verified(suggestions: readonly Suggestion[], on: Chart = chart()): Verification {
  const made = verify(suggestions.map((one) => decided(one, accept, on)), on);
  if (!made.ok) throw new Error(made.why);
  return made.verification;
}

function plan(suggestions: readonly Suggestion[], on: Chart = chart(), profile = generic): WritePlan {
  return planVerification({ verification: verified(suggestions, on), chart: on, profile, policy });
}

describe('a draft claim is verified', () => {
  it('by a coder, where the policy lets coders finalise claims', () => {
    expect(verify([decided(documented)]).ok).toBe(true);
  });

  it.each<[string, Person, Policy]>([
    ['not where the policy does not', coder, DEFAULT_POLICY], ['not by a clinician, who countersigns', doctor, policy],
    ['not by a CDI specialist', { ...coder, role: 'cdi' }, policy], ['not by an auditor', { ...coder, role: 'auditor' }, policy],
  ])('%s', (_, who, by) => {
    expect(verify([decided(documented)], chart(), who, by)).toMatchObject({ ok: false, why: expect.stringContaining('policy') as string });
  });
});

describe('what a coder does not verify is left out, with the reason', () => {
  const stood = condition('c1', 'E11.9');
  const nurses = { ...note('n1', 'Hypertension, at goal on lisinopril.'), type: 'nursing' as const, author: { name: null, reference: 'Practitioner/rn', role: 'nurse' as const } };
  it.each<[string, Suggestion, Choice, Chart, string]>([
    ['a removal', removal('E11.9', 'only-negated', stood), accept, chart({ conditions: [stood] }), 'clinician'],
    ['a diagnosis that only a nurse wrote', documented, accept, chart({ notes: [nurses] }), 'no provider'],
    ['a diagnosis of a draft note', documented, accept, chart({ notes: [{ ...note('n1', 'Hypertension, at goal on lisinopril.'), status: 'preliminary' }] }), 'no provider'],
    ['a diagnosis of another encounter\'s note', documented, accept, chart({ notes: [{ ...note('n1', 'Hypertension.'), encounter: 'Encounter/e0' }] }), 'no provider'],
    ['a diagnosis that rests on chart facts', suggestion('add', 'E66.811', { evidence: [] }), accept, chart(), 'no provider'],
    ['another code than was suggested', documented, { kind: 'modify', code: 'I15.9', title: '', target: 'encounter-diagnosis' }, chart(), 'propose'],
    ['a problem-list item', documented, { kind: 'accept', target: 'problem-list-item' }, chart(), 'problem list'],
    ['what is rejected', documented, { kind: 'reject', reason: 'evidence-misread' }, chart(), 'propose'],
    ['an answer to a proposal', proposedCard(proposalFact('I10')), accept, chart(), 'clinician'],
    ['a change of a billed encounter', specified('E11.9', 'E11.22', stood), accept, chart({ conditions: [stood], claims: [claim('k1', ['E11.9'], { status: 'active' })] }), 'compliance'],
  ])('%s', (_, one, choice, on, why) => {
    const made = verify([decided(one, choice, on), decided(shot)], on);
    expect(made).toMatchObject({ ok: true, leftOut: [{ why: expect.stringContaining(why) as string }] });
    expect(made.ok && made.verification.decisions.map(({ suggestion: { code } }) => code)).toEqual(['90471']);
  });
});

describe('the plan of a verification', () => {
  const stood = condition('c1', 'E11.9');
  const on = chart({ conditions: [stood], claims: [claim('k1', ['E11.9'])] });

  it('changes the draft claim and records it; no Condition, no encounter', () => {
    const made = plan([documented, specified('E11.9', 'E11.22', stood), shot], on);
    expect(made.purpose).toBe('verify-claim');
    expect(new Set(made.steps.map(({ action }) => action.kind))).toEqual(new Set(['update-claim', 'machine-provenance', 'attestation-provenance']));
    expect(made.steps[0]?.says).toBe('Update the draft claim: E11.22, I10; add 90471 ×1');
    expect(actionsOf(made, 'attestation-provenance').map(({ items }) => items.map(({ code }) => code))).toEqual([['I10', 'E11.22', '90471']]);
  });

  it('leaves a line that points to the diagnosis itself to a clinician', () => {
    const named = chart({ conditions: [stood], claims: [claim('k1', [], { diagnoses: [{ sequence: 1, coding: null, condition: 'Condition/c1' }] })] });
    const made = plan([specified('E11.9', 'E11.22', stood), documented], named);
    expect(made.cannot).toMatchObject([{ why: expect.stringContaining('a clinician changes') as string }]);
    expect(actionsOf(made, 'update-claim')[0]?.diagnoses.map(({ diagnosis }) => diagnosis?.code)).toEqual(['E11.9', 'I10']);
  });

  it('is refused where the policy changed meanwhile, or for another patient', () => {
    const verification = verified([documented]);
    expect(() => planVerification({ verification, chart: chart(), profile: generic, policy: DEFAULT_POLICY })).toThrow('Nothing was planned');
    expect(() => planVerification({ verification: { ...verification, patient: 'Patient/p2' }, chart: chart(), profile: generic, policy })).toThrow('another patient');
  });

  it('is told in a filed note where no server takes provenance, under its own name', () => {
    const made = plan([documented], chart(), { ...oracle, create: ['DocumentReference'] });
    expect(actionsOf(made, 'file-note')[0]?.text).toMatch(/^Countersign record: verification of the draft claim\nVerified by Coder Test Person/);
  });

  it('has Provenance of the activity and the role, and does not make the coder the provider', () => {
    const made = plan([documented]);
    const resources = made.steps.map((step) => {
      const encoding = encode(step);
      if (encoding.kind !== 'create') throw new Error('Nothing stands there to change.');
      return encoding.resource({ plan: made, profile: generic, written: () => ({ reference: 'Claim/k1', version: '1' }) });
    });
    for (const resource of resources) expect(() => { validate(resource); }).not.toThrow();
    expect((resources.find(({ resourceType }) => resourceType === 'Claim') as Claim).provider).toMatchObject({ display: 'The billing practitioner of the visit' });
    expect((resources.at(-1) as Provenance)).toMatchObject({ activity: { coding: [{ code: 'verify' }] }, agent: [{ role: [{ text: 'coder' }], who: { reference: coder.reference } }], target: [{ reference: 'Claim/k1/_history/1' }] });
  });
});

describe('a stored verification', () => {
  const verification = verified([documented]);

  it('opens again as it was', () => {
    expect(reopenVerification(JSON.parse(JSON.stringify(verification)), policy)).toEqual({ ok: true, verification });
  });

  it.each<[string, unknown, Policy, string]>([
    ['changed after it was made', { ...verification, at: '2026-11-21T00:00:00Z' }, policy, 'changed after'],
    ['cut', { id: 'v1' }, policy, 'cannot be read'],
    ['under another policy', verification, DEFAULT_POLICY, 'policy'],
  ])('is refused: %s', (_, stored, by, why) => {
    expect(reopenVerification(stored, by)).toMatchObject({ ok: false, why: expect.stringContaining(why) as string });
  });
});
