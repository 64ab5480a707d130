import { describe, expect, it } from 'vitest';
import { childReadings } from '../../../../src/domain/coding/body-mass-child.ts';
import { chart } from '../../../support/chart.ts';
import { noteFrom } from '../../../support/notes.ts';

const codeOf = (text: string, codes: readonly string[] = []) => childReadings(chart().build(), [noteFrom(text)], codes).map(({ code }) => code);

describe('a child’s body mass index by percentile (Z68.5-)', () => {
  it.each([
    ['BMI 3rd percentile', 'Z68.51'], ['BMI 16.2 (50th percentile)', 'Z68.52'], ['BMI-for-age 88th %ile', 'Z68.53'], ['BMI at the 96th percentile', 'Z68.54'], ['BMI 31, >99th percentile, 125% of the 95th percentile', 'Z68.55'], ['BMI 99th percentile, 142% of the 95th', 'Z68.56'],
  ])('%s → %s', (text, code) => {
    expect(codeOf(text)).toEqual([code]);
  });

  it('from the 99th on the class of obesity decides, and without one nothing does', () => {
    expect(codeOf('BMI 99th percentile', ['E66.812'])).toEqual(['Z68.55']);
    expect(codeOf('BMI 99th percentile', ['E66.9'])).toEqual([]);
  });

  it.each(['Height 90th percentile.', 'BMI 22.4', 'Weight at the 97th percentile'])('%s: no percentile of the body mass index', (text) => {
    expect(codeOf(text)).toEqual([]);
  });

  it('a percentile measured at this visit counts where no note says one; of another encounter it does not', () => {
    const here = chart().result('59576-9', 91, '%', undefined, 'vital-signs', { at: true }).build();
    expect(childReadings(here, [], []).map(({ code }) => code)).toEqual(['Z68.53']);
    const there = chart().result('59576-9', 91, '%', undefined, 'vital-signs', { at: 'an encounter that was not read' }).build();
    expect(childReadings(there, [], [])).toEqual([]);
  });
});
