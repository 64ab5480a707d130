import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, type Person, type Policy, type Suggestion } from '../../../src/domain/model/index.ts';
import { CLINICIAN, DIABETES, fakeAnalysis, fakeChart, FakeDevice, fakeEngine, fakeGap, fakeSession, FakeWriter, OBESITY, QUERY, WHOLE } from '../../support/app-fakes.ts';
import { settle, start, TO_ENCOUNTER } from './start.ts';

const HIGH_RISK: Policy = { ...DEFAULT_POLICY, escalate: { ...DEFAULT_POLICY.escalate, highRiskCodes: ['E66'] } };

/** An EHR that takes Tasks. */
function taking(): FakeWriter {
  const writer = new FakeWriter();
  Object.assign(writer.profile, { create: ['Condition', 'Claim', 'Provenance', 'Task'], update: ['Condition', 'Claim', 'Encounter', 'Task'] });
  return writer;
}

describe('what takes a second person', () => {
  it('becomes a proposal to a colleague when the first one signs, and confirms nothing', async () => {
    const writer = taking();
    const { line, until, now } = start({ policy: HIGH_RISK, writer: async () => writer });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    await until('countersigning');
    await line.sign([OBESITY.id]);
    expect(now()).toMatchObject({ phase: 'done', plan: { purpose: 'propose', who: CLINICIAN } });
    expect([...new Set(writer.sent.flat().map(({ action: { kind } }) => kind))].filter((kind) => !kind.startsWith('propose-') && kind !== 'machine-provenance')).toEqual([]);
  });

  it('is not signed in one list with what one person signs', async () => {
    const writer = taking();
    const { line, until, now } = start({ policy: HIGH_RISK, writer: async () => writer });
    await until('reviewing');
    for (const { id } of [OBESITY, DIABETES]) line.decide(id, TO_ENCOUNTER);
    line.toCountersign();
    await line.sign([OBESITY.id, DIABETES.id]);
    expect(now()).toMatchObject({ phase: 'countersigning', trouble: expect.stringContaining('E66.811 takes a second person here') as string });
    expect(writer.sent).toEqual([]);
  });

  it('is signed by another clinician as the colleague proposed it', async () => {
    const writer = taking();
    const proposal = {
      source: { reference: 'Task/t1', version: '1' }, status: 'open', proposer: 'Practitioner/first', proposerName: 'Dr. First', at: '2026-11-18T09:00:00-06:00', encounter: 'Encounter/e1',
      item: { action: 'add', code: 'E66.811', title: 'Obesity, class 1', from: null, target: 'encounter-diagnosis', reason: null, charted: [], rules: [] },
      quotes: [], facts: [], condition: null, claim: null, answer: null,
    } as const;
    const { line, until, now } = start({ policy: HIGH_RISK, engine: fakeEngine(fakeChart({ reads: WHOLE, proposals: [proposal] })), writer: async () => writer });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    await line.sign([OBESITY.id]);
    expect(now()).toMatchObject({ phase: 'done', plan: { purpose: 'countersign' } });
  });
});

describe('evidence that the site wants opened', () => {
  const device = new FakeDevice();
  const looking = (suggestion: Suggestion) => start({ device, engine: fakeEngine(fakeChart({ reads: WHOLE }), fakeAnalysis({ suggestions: [suggestion] })) });

  it('comes before accepting, and takes back what was accepted unread before the site asked', async () => {
    const before = looking(OBESITY);
    await before.until('reviewing');
    expect(before.line.decide(OBESITY.id, TO_ENCOUNTER)).toBe(true);
    await settle();

    const strict = looking({ ...OBESITY, evidenceFirst: true });
    await strict.until('reviewing');
    expect(strict.open().decisions.size).toBe(0);
    expect(strict.open().notices.join()).toContain('dropped');
    expect(strict.line.decide(OBESITY.id, TO_ENCOUNTER)).toBe(false);
    strict.line.open(OBESITY.id);
    expect(strict.line.decide(OBESITY.id, TO_ENCOUNTER)).toBe(true);
  });
});

describe('the kinds of gaps that a role is shown', () => {
  const gaps = [fakeGap('a1c-due', { kind: 'care' }), fakeGap('ckd-undocumented', { kind: 'documentation' })];
  const coder: Person = { reference: 'Practitioner/coder', name: 'Cora Example', role: 'coder' };

  it.each([
    ['all by default', DEFAULT_POLICY.audiences.coder, ['a1c-due', 'ckd-undocumented'], 1],
    ['care gaps alone, and no questions with them', ['care'], ['a1c-due'], 0],
    ['documentation gaps alone', ['documentation'], ['ckd-undocumented'], 1],
    ['none', [], [], 0],
  ] as const)('are %s', async (_what, kinds, shown, questions) => {
    const policy: Policy = { ...DEFAULT_POLICY, audiences: { ...DEFAULT_POLICY.audiences, coder: kinds } };
    const { until, open } = start({ policy, session: fakeSession({ user: coder }), engine: fakeEngine(fakeChart({ reads: WHOLE }), fakeAnalysis({ gaps, queries: [QUERY] })) });
    await until('reviewing');
    expect(open().analysis.gaps.map(({ rule }) => rule)).toEqual(shown);
    expect(open().analysis.queries).toHaveLength(questions);
  });
});
