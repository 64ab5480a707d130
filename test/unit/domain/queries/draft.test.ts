import { describe, expect, it } from 'vitest';
import type { QueryDraft } from '../../../../src/domain/model/index.ts';
import type { ChartBuilder } from '../../../support/chart.ts';
import { findGaps } from '../../../../src/domain/gaps/find-gaps.ts';
import { indexChart } from '../../../../src/domain/gaps/index-chart.ts';
import { DEFAULT_POLICY } from '../../../../src/domain/model/index.ts';
import { draftQueries } from '../../../../src/domain/queries/draft.ts';
import { chart } from '../../../support/chart.ts';

const adult = chart().age(52);

function queriesOf(from: ChartBuilder, policy = DEFAULT_POLICY): readonly QueryDraft[] {
  const snapshot = indexChart(from.build(), from.findings());
  return draftQueries(findGaps(snapshot, DEFAULT_POLICY), snapshot, policy);
}

describe('what is asked follows from the indicators', () => {
  it('a BMI of 31.4 offers class 1 and overweight, not class 3', () => {
    const [query] = queriesOf(adult.bmi(31.4, '2026-10-20'));
    expect(query).toMatchObject({
      rule: 'obesity-no-diagnosis', topic: 'obesity-no-diagnosis', title: 'Clinical significance of body mass index', format: 'multiple-choice',
      options: ['Obesity, class 1', 'Overweight', 'Body mass index without a weight diagnosis', 'Other (please specify)', 'Unable to determine'],
    });
    expect(query?.indicators.map((indicator) => indicator.text)).toEqual(['Body mass index: 31.4 kg/m² on 2026-10-20']);
  });

  it('an earlier BMI stands beside the newest as the trend, and adds no option', () => {
    const [query] = queriesOf(adult.bmi(36.2, '2026-02-01').bmi(34.1, '2026-10-20'));
    expect(query?.indicators.map((indicator) => indicator.text)).toEqual(['Body mass index: 34.1 kg/m² on 2026-10-20', 'Body mass index: 36.2 kg/m² on 2026-02-01']);
    expect(query?.options).not.toContain('Obesity, class 2');
  });

  it('a computed BMI shows what it was computed from, as charted', () => {
    const [query] = queriesOf(adult.weight(254, '[lb_av]').height(70, '[in_i]', '2024-03-01'));
    expect(query?.indicators.map((indicator) => indicator.text)).toEqual([
      'Body weight: 254 lb on 2026-10-21', 'Body height: 70 in on 2024-03-01 (body mass index calculated from these: 36.4 kg/m²)',
    ]);
    expect(query?.options[0]).toBe('Obesity, class 2');
  });

  it('an eGFR of 48 offers stage 3a only; 44 beside it adds stage 3b', () => {
    const [stage3a] = queriesOf(adult.egfr(51, '2026-05-04').egfr(48, '2026-10-12'));
    expect(stage3a?.options).toEqual(['Chronic kidney disease, stage 3a', 'Reduced eGFR without chronic kidney disease', 'Other (please specify)', 'Unable to determine']);
    const [both] = queriesOf(adult.egfr(51, '2026-05-04').egfr(44, '2026-10-12'));
    expect(both?.options.slice(0, 2)).toEqual(['Chronic kidney disease, stage 3b', 'Chronic kidney disease, stage 3a']);
  });

  it('"<15" offers stage 5, not stage 4', () => {
    const [query] = queriesOf(adult.egfr(14, '2026-05-04').egfr(15, '2026-10-12', 'mL/min/{1.73_m2}', { comparator: '<' }));
    expect(query?.options).toContain('Chronic kidney disease, stage 5');
    expect(query?.options).not.toContain('Chronic kidney disease, stage 4');
  });

  it('what a note tells is shown in its own words, with the day of the note', () => {
    const [query] = queriesOf(adult.note('Body mass index today is 36.2.'));
    expect(query?.indicators.map((indicator) => indicator.text)).toEqual(['“Body mass index today is 36.2.”, noted on 2026-10-21']);
    expect(query?.options[0]).toBe('Obesity, class 2');
  });

  it('A1c in mmol/mol is shown in the unit of the chart', () => {
    const [query] = queriesOf(adult.a1c(53, '2026-04-02', 'mmol/mol').a1c(54, '2026-10-12', 'mmol/mol'));
    expect(query?.indicators[0]?.text).toBe('Hemoglobin A1c: 54 mmol/mol on 2026-10-12');
  });
});

describe('what is not asked', () => {
  it('nothing where nothing is open', () => {
    expect(queriesOf(adult.bmi(31.4).problem('E66.811'))).toEqual([]);
    expect(queriesOf(adult.denied('Observation'))).toEqual([]);
  });

  it('nothing of a rule that the site switched off', () => {
    expect(queriesOf(adult.bmi(31.4), { ...DEFAULT_POLICY, rules: { ...DEFAULT_POLICY.rules, off: ['obesity-no-diagnosis'] } })).toEqual([]);
  });

  it('nothing for a care gap: there is nothing for a provider to clarify', () => {
    const snapshot = indexChart(adult.bmi(31.4).build(), []);
    const gaps = findGaps(snapshot, DEFAULT_POLICY).map((gap) => ({ ...gap, kind: 'care' as const }));
    expect(draftQueries(gaps, snapshot, DEFAULT_POLICY)).toEqual([]);
  });
});
