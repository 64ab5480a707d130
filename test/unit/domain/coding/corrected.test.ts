import { beforeAll, describe, expect, it } from 'vitest';
import { proposeCodes } from '../../../../src/domain/coding/propose.ts';
import { DEFAULT_POLICY, type Knowledge } from '../../../../src/domain/model/index.ts';
import { loadKnowledge } from '../../../../src/knowledge/node/index.ts';
import { chart, type ChartBuilder } from '../../../support/chart.ts';

let knowledge: Knowledge;
beforeAll(async () => { knowledge = await loadKnowledge(); });

const propose = (built: ChartBuilder) => proposeCodes(built.build(), built.findings(), knowledge, DEFAULT_POLICY);
const codes = (built: ChartBuilder) => propose(built).suggestions.map(({ code }) => code).toSorted();

const LEFT = chart().note('A/P: otitis externa, left ear.', { date: '2026-11-18T09:00:00-06:00' }).says('H60.92', 'present', 'otitis externa, left', 'assessment');
const later = (text: string): ChartBuilder => LEFT.note(text, { date: '2026-11-18T17:00:00-06:00' });

describe('a correction by its author', () => {
  it('puts the condition on the other side, and shows both sentences', () => {
    const built = later('Correction: otitis externa on the RIGHT, not the left.').says('H60.91', 'present', 'otitis externa on the RIGHT', 'addendum');
    expect(codes(built)).toEqual(['H60.91']);
    expect(propose(built).leftOut).toMatchObject([{
      code: 'H60.92', why: 'Its author corrected it later on this visit.',
      evidence: [{ quote: 'A/P: otitis externa, left ear.' }, { quote: 'Correction: otitis externa on the RIGHT, not the left.', completes: true }],
    }]);
  });

  it('takes it back', () => {
    expect(codes(later('My note of this morning is in error: no otitis externa.').says('H60.92', 'absent', 'otitis externa', 'addendum'))).toEqual([]);
  });

  it('may stand further down in the same note', () => {
    const built = chart().note('A/P: otitis externa, left ear. Correction: otitis externa, right ear.')
      .says('H60.92', 'present', 'otitis externa, left', 'assessment').says('H60.91', 'present', 'otitis externa, right', 'assessment');
    expect(codes(built)).toEqual(['H60.91']);
  });
});

describe('what looks like one and leaves the first note as it is', () => {
  it.each([
    ['no word of correction: both sides may be ill', 'Otitis externa on the right now, too.', 'H60.91', 'present', 'Otitis externa on the right'],
    ['another condition', 'Correction: right knee osteoarthritis.', 'M17.11', 'present', 'right knee osteoarthritis'],
    ['denied without a word of correction', 'No otitis externa on the phone.', 'H60.92', 'absent', 'otitis externa'],
  ] as const)('%s', (_, text, code, status, words) => {
    expect(codes(later(text).says(code, status, words, 'addendum'))).toContain('H60.92');
  });

  it('written before it', () => {
    expect(codes(LEFT.note('Correction: otitis externa on the right.', { date: '2026-11-18T07:00:00-06:00' }).says('H60.91', 'present', 'otitis externa on the right', 'addendum'))).toEqual(['H60.91', 'H60.92']);
  });

  it('a nurse’s', () => {
    const built = LEFT.note('Correction: otitis externa on the right.', { date: '2026-11-18T17:00:00-06:00', role: 'nurse' }).says('H60.91', 'present', 'otitis externa on the right', 'addendum');
    expect(codes(built)).toEqual(['H60.92']);
  });
});
