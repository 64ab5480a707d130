import { describe, expect, it } from 'vitest';
import type { AttestationId, Choice, Decision, DecisionId, Person, Policy, ProposalId, Suggestion } from '../../../../src/domain/model/index.ts';
import { DEFAULT_POLICY } from '../../../../src/domain/model/index.ts';
import { attest, needsSecondPerson, offer, verifyClaim } from '../../../../src/domain/review/index.ts';
import { CLINICIAN, DIABETES, fakeChart, HEART_FAILURE, KNEE, OBESITY } from '../../../support/app-fakes.ts';

const CODER: Person = { reference: 'Practitioner/coder', name: 'Cora Example', role: 'coder' };
const ACCEPT: Choice = { kind: 'accept', target: 'encounter-diagnosis' };

type Asked = { readonly [K in 'confidence' | 'escalate']?: Partial<Policy[K]> };

function site({ confidence, escalate }: Asked): Policy {
  return { ...DEFAULT_POLICY, confidence: { ...DEFAULT_POLICY.confidence, ...confidence }, escalate: { ...DEFAULT_POLICY.escalate, ...escalate } };
}

function decided(suggestion: Suggestion, choice: Choice = ACCEPT): Decision {
  return { id: `d:${suggestion.id}` as DecisionId, suggestion, choice, seen: { notes: [], charted: [] }, at: '2026-11-18T10:00:00-06:00' };
}

function needing(suggestion: Suggestion, policy: Asked, choice: Choice = ACCEPT, who: Person = CLINICIAN): string | undefined {
  const decision = decided(suggestion, choice);
  return needsSecondPerson([decision], who, site(policy)).get(decision);
}

function proposedBy(who: string | null): NonNullable<Suggestion['proposal']> {
  return { task: { reference: 'Task/t1', version: '1' }, who, whoName: null, at: null, condition: null, claim: null };
}

const RISKY: Asked = { escalate: { highRiskCodes: ['E66.8'] } };
const about = { at: '2026-11-18T10:00:00-06:00', patient: 'Patient/p1', encounter: { reference: 'Encounter/e1', version: '1' } };

describe('what takes a second person by the site’s policy', () => {
  it('is nothing by default', () => {
    for (const one of [OBESITY, DIABETES, HEART_FAILURE, { ...OBESITY, confidence: 0.01 }]) expect(needing(one, {})).toBeUndefined();
  });

  it.each<[string, Suggestion, Asked, RegExp, Choice?]>([
    ['a code of the high-risk list', OBESITY, RISKY, /E66\.8 is on the site's list/],
    ['one written without its dot', OBESITY, { escalate: { highRiskCodes: ['e668'] } }, /list/],
    ['the code that is replaced', DIABETES, { escalate: { highRiskCodes: ['E11.9'] } }, /list/],
    ['the code that a person put instead', OBESITY, { escalate: { highRiskCodes: ['E66.9'] } }, /list/, { kind: 'modify', code: 'E66.9', title: 'Obesity', target: 'encounter-diagnosis' }],
    ['a removal from a claim', { ...HEART_FAILURE, charted: [{ reference: 'Claim/c1', version: '1' }] }, { escalate: { claimedRemovals: true } }, /off a claim/],
    ['a change of what was billed', { ...DIABETES, billed: true }, { escalate: { claimedRemovals: true } }, /off a claim/],
    ['a claim of the companion server', { ...HEART_FAILURE, charted: [{ reference: 'https://c.example/fhir/Claim/c1', version: '1' }] }, { escalate: { claimedRemovals: true } }, /off a claim/],
    ['a doubtful one', { ...OBESITY, confidence: 0.59 }, { confidence: { secondPersonBelow: 0.6 } }, /59 of 100 is below the 60/],
  ])('is %s', (_what, suggestion, policy, why, choice) => {
    expect(needing(suggestion, policy, choice)).toMatch(why);
  });

  it.each<[string, Suggestion, Asked, Choice?]>([
    ['another code', OBESITY, { escalate: { highRiskCodes: ['E67', 'C'] } }],
    ['a removal from no claim', HEART_FAILURE, { escalate: { claimedRemovals: true } }],
    ['an addition beside a claim', { ...OBESITY, billed: true }, { escalate: { claimedRemovals: true } }],
    ['one as sure as asked', { ...OBESITY, confidence: 0.6 }, { confidence: { secondPersonBelow: 0.6 } }],
    ['a rejection', OBESITY, RISKY, { kind: 'reject', reason: 'other' }],
    ['a deferral', OBESITY, RISKY, { kind: 'defer', reason: 'later' }],
    ['a service', { ...KNEE, confidence: 0.1 }, { confidence: { secondPersonBelow: 1 } }],
    ['taking back what was signed', { ...HEART_FAILURE, corrects: { reference: 'Provenance/p1', version: '1' } }, { confidence: { secondPersonBelow: 1 } }],
  ])('is not %s', (_what, suggestion, policy, choice) => {
    expect(needing(suggestion, policy, choice)).toBeUndefined();
  });

  it('is every change where too many are signed at once', () => {
    const decisions = [OBESITY, DIABETES, HEART_FAILURE].map((one) => decided(one));
    expect(needsSecondPerson(decisions, CLINICIAN, site({ escalate: { moreChangesThan: 2 } })).size).toBe(3);
    expect(needsSecondPerson(decisions, CLINICIAN, site({ escalate: { moreChangesThan: 3 } })).size).toBe(0);
  });

  it('has its two persons once another one proposed it, and never the same one twice', () => {
    expect(needing({ ...OBESITY, proposal: proposedBy(CODER.reference) }, RISKY)).toBeUndefined();
    expect(needing({ ...OBESITY, proposal: proposedBy(CLINICIAN.reference) }, RISKY)).toMatch(/list/);
    expect(needing({ ...OBESITY, proposal: proposedBy(null) }, RISKY)).toMatch(/list/);
    expect(needing({ ...OBESITY, proposal: proposedBy('unknown') }, RISKY, ACCEPT, { ...CLINICIAN, reference: 'unknown' })).toMatch(/list/);
    expect(needing({ ...OBESITY, proposal: proposedBy(CODER.reference) }, RISKY, { kind: 'modify', code: 'E66.812', title: 'Obesity, class 2', target: 'encounter-diagnosis' })).toMatch(/list/);
  });
});

describe('the gates', () => {
  it('attest nothing of it by one person, and all of it once two stand behind it', () => {
    const policy = site(RISKY);
    const alone = attest({ ...about, decisions: [decided(OBESITY), decided(DIABETES)], who: CLINICIAN, id: 'a1' as AttestationId, policy });
    expect(alone).toMatchObject({ ok: false, why: expect.stringContaining('E66.811 takes a second person here') as string });
    expect(attest({ ...about, decisions: [decided({ ...OBESITY, proposal: proposedBy(CODER.reference) })], who: CLINICIAN, id: 'a1' as AttestationId, policy }).ok).toBe(true);
  });

  it('let a clinician propose only what takes a second person', () => {
    const proposing = (decisions: readonly Decision[], asked: Asked) => offer({ ...about, decisions, who: CLINICIAN, id: 'p1' as ProposalId, chart: fakeChart(), policy: site(asked) });
    expect(proposing([decided(OBESITY)], RISKY).ok).toBe(true);
    expect(proposing([decided(OBESITY), decided(DIABETES)], RISKY)).toMatchObject({ ok: false, why: expect.stringContaining('only what takes a second person') as string });
    expect(proposing([decided(OBESITY)], {}).ok).toBe(false);
  });

  it('leave it out of a coder’s verification', () => {
    const policy = { ...site(RISKY), codersFinaliseClaims: true };
    const verified = verifyClaim({ ...about, decisions: [decided(OBESITY)], who: CODER, id: 'v1' as AttestationId, chart: fakeChart(), policy });
    expect(verified).toMatchObject({ ok: false, why: expect.stringContaining('E66.811') as string });
  });
});
