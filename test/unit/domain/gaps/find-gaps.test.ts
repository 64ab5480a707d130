import { describe, expect, it } from 'vitest';
import type { GapFinding } from '../../../../src/domain/model/index.ts';
import type { ChartBuilder } from '../../../support/chart.ts';
import { findGaps } from '../../../../src/domain/gaps/find-gaps.ts';
import { indexChart } from '../../../../src/domain/gaps/index-chart.ts';
import { DEFAULT_POLICY } from '../../../../src/domain/model/index.ts';
import { chart } from '../../../support/chart.ts';

const adult = chart().age(52);

function gap(from: ChartBuilder, rule: string): GapFinding | undefined {
  return findGaps(indexChart(from.build(), from.findings()), DEFAULT_POLICY).find((finding) => finding.rule === rule);
}

describe('evidence', () => {
  it('an open gap cites the result as charted, and what was searched for a diagnosis', () => {
    expect(gap(adult.bmi(31.4, '2026-10-20'), 'obesity-no-diagnosis')?.evidence).toEqual([
      { kind: 'fact', resource: 'Observation/o1', version: '1', code: '39156-5', label: 'Body mass index', value: 31.4, unit: 'kg/m2', date: '2026-10-20' },
      { kind: 'searched', what: ['E66', 'E88.82', 'O99.21'], kinds: ['Condition'], from: null, through: '2026-10-21', found: 0 },
      { kind: 'searched', what: ['overweight or obesity'], kinds: ['DocumentReference'], from: null, through: '2026-10-21', found: 0 },
      { kind: 'searched', what: ['an explanation of the body mass index'], kinds: ['DocumentReference'], from: null, through: '2026-10-21', found: 0 },
    ]);
  });

  it('a gap met by a note quotes the sentence and marks the words', () => {
    const text = 'Knee better.\nPlan: obese, counselled on diet.\nReturn in 3 months.';
    expect(gap(adult.bmi(31.4).note(text).says('E66.9', 'present', 'obese'), 'obesity-no-diagnosis')?.evidence.at(-1)).toMatchObject({
      kind: 'quote', document: 'DocumentReference/note-1', version: '1', quote: 'Plan: obese, counselled on diet.', marks: [{ start: text.indexOf('obese'), end: text.indexOf('obese') + 5 }],
    });
  });

  it('a rule that does not fire still says what was searched', () => {
    expect(gap(adult, 'ckd-no-diagnosis')).toMatchObject({ outcome: 'not-applicable', evidence: [{ kind: 'searched', from: '2024-10-21', through: '2026-10-21' }] });
  });

  it('both readings of both visits are cited', () => {
    const values = gap(adult.bp(142, 88, '2026-06-03').bp(148, 92), 'htn-no-diagnosis')?.evidence.flatMap((evidence) => (evidence.kind === 'fact' ? [`${evidence.value} on ${evidence.date}`] : []));
    expect(values).toEqual(['148 on 2026-10-21', '92 on 2026-10-21', '142 on 2026-06-03', '88 on 2026-06-03']);
  });
});

describe('cannot tell says what is missing, and never whose', () => {
  it('names the kind and how it ended', () => {
    expect(gap(adult.bmi(31.4).denied('Condition'), 'obesity-no-diagnosis')?.why).toBe('Cannot tell: problems and diagnoses were denied.');
  });

  it('names each of several reasons once', () => {
    expect(gap(adult.denied('Observation').failed('DocumentReference'), 'obesity-no-diagnosis')?.why)
      .toBe('Cannot tell: notes could not be read; vital signs and laboratory results were denied.');
  });

  it('names the unit that nobody knows', () => {
    expect(gap(adult.bmi(31.4, '2026-10-20', 'points'), 'obesity-no-diagnosis')?.why)
      .toBe('Cannot tell: Body mass index: a result decides nothing, its unit "points" is not one of kg/m2.');
  });

  it('a kind that no report mentions was not asked for, which is not empty', () => {
    const { reads: _, ...rest } = adult.bmi(31.4).build();
    const [finding] = findGaps(indexChart({ ...rest, reads: [] }, []), DEFAULT_POLICY).filter(({ rule }) => rule === 'obesity-no-diagnosis');
    expect(finding).toMatchObject({ outcome: 'cannot-tell', why: expect.stringContaining('problems and diagnoses were not asked for') });
  });

  it('a search by category covers that category only', () => {
    expect(gap(adult.bmi(31.4).partial('Condition', 'category=problem-list-item'), 'obesity-no-diagnosis')?.why)
      .toBe('Cannot tell: problems of the problem list were only partly read; diagnoses of encounters were not asked for.');
  });

  it('health concerns are not diagnoses: their failing hides nothing', () => {
    const { reads, ...rest } = adult.bmi(31.4).build();
    const byCategory = ['encounter-diagnosis', 'problem-list-item', 'health-concern'].map((category) => ({
      kind: 'Condition' as const, query: `category=${category}`, status: category === 'health-concern' ? 'failed' as const : 'read' as const, count: 0, why: null,
    }));
    const built = { ...rest, reads: [...reads.filter((report) => report.kind !== 'Condition'), ...byCategory] };
    expect(findGaps(indexChart(built, []), DEFAULT_POLICY).find(({ rule }) => rule === 'obesity-no-diagnosis')?.outcome).toBe('open');
  });

  it('a note that was not analysed may hold the words', () => {
    const snapshot = indexChart(adult.bmi(31.4).note('Plan: obese.').build(), []);
    expect(findGaps(snapshot, DEFAULT_POLICY).find(({ rule }) => rule === 'obesity-no-diagnosis')).toMatchObject({ outcome: 'cannot-tell', why: 'Cannot tell: 1 note was not analysed.' });
  });
});

it('a rule that the site switched off is not asked', () => {
  const snapshot = indexChart(adult.bmi(31.4).build(), []);
  expect(findGaps(snapshot, { ...DEFAULT_POLICY, rules: { ...DEFAULT_POLICY.rules, off: ['obesity-no-diagnosis'] } }).map(({ rule }) => rule)).not.toContain('obesity-no-diagnosis');
});

it('time counts back from the visit, not from today', () => {
  expect(gap(chart().asOf('2019-05-02T10:00:00-05:00').age(52).bmi(31.4, '2019-04-30'), 'obesity-no-diagnosis')?.outcome).toBe('open');
});

it('a chart without a day is refused', () => {
  expect(() => indexChart({ ...chart().build(), asOf: '2026' }, [])).toThrow(RangeError);
});

it('a result without a date is not forgotten', () => {
  expect(gap(adult.result('39156-5', 33, 'kg/m2', null, 'vital-signs'), 'obesity-no-diagnosis')).toMatchObject({ outcome: 'cannot-tell', why: expect.stringContaining('it has no date') });
});
