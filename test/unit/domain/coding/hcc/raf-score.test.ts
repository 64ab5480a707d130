import { describe, expect, it } from 'vitest';
import { rafScore } from '../../../../../src/domain/coding/hcc/raf-score.ts';
import { segmentOf, type Member } from '../../../../../src/domain/coding/hcc/segments.ts';
import { loadHcc, loadHccFactors } from '../../../../../src/knowledge/node/hcc.ts';
import { ORACLE } from './oracle.ts';

const [model, factors] = [await loadHcc(), await loadHccFactors()];
const MAN: Member = { age: 70, sex: 'male', orec: '0', dual: '00' };
const score = (codes: string, member: Partial<Member> = {}) => rafScore({ ...MAN, ...member, codes: codes.split(' ').filter((code) => code !== '') }, model, factors);

describe('the score of V28 for 2026', () => {
  it.each([
    ['a man of 70 with diabetes, heart failure and angina', 'E1169 I5030 I509 I211 I209 R05', {}, 1.034],
    ['the same with sepsis', 'E1169 I5030 I509 I211 I209 R05 A4154', {}, 1.534],
    ['a man of 75 with diabetic kidney disease and heart failure', 'E1122 N1832 I130 I5022', { age: 75 }, 1_443 / 1000],
    ['a man of 58 with full Medicaid, entitled by disability', 'F200 F1120 J449 I5022 I4891', { age: 58, orec: '1', dual: '02' }, 3.133],
    ['a woman of 80 without any diagnosis', '', { age: 80, sex: 'female' }, 0.524],
  ] as const)('%s', (_who, codes, member, raw) => {
    expect(score(codes, member).raf.raw).toBe(raw);
  });

  it.each(ORACLE)('at %d, %s, orec %s, dual %s, segment %s with %s is %d, as another implementation says', (age, sex, orec, dual, segment, codes, raw) => {
    expect(score(codes, { age, sex, orec, dual, ...(segment === null ? {} : { segment }) }).raf.raw).toBe(raw);
  });

  it('is normalized by 1.067 and paid less 5.9 %, each to three decimals', () => {
    expect(score('E1169 I5030').raf).toEqual({ segment: 'CNA', raw: 1.034, normalized: 0.969, payment: 0.912 });
  });

  it('takes codes with the dot, in any case, and more than once', () => {
    expect(score('e11.69 I50.30 I50.30')).toEqual(score('E1169 I5030'));
  });
});

describe('the categories that count', () => {
  it('are those at the top of their hierarchy', () => {
    expect(score('E1122 E119 E1010').hccs).toEqual(['36']);
  });

  it('hold both of a code that has two', () => {
    expect(score('I132').hccs).toEqual(['226', '326']);
  });

  it('have an assist device only beside heart failure', () => {
    expect(score('Z95811').hccs).toEqual([]);
    expect(score('Z95811 I5022').hccs).toEqual(['223']);
  });

  it('follow the edits by age and sex', () => {
    const breast = 'C50911';
    expect(score(breast, { age: 49, orec: '1' }).hccs).toEqual(['22']);
    expect(score(breast, { age: 50, orec: '1' }).hccs).toEqual(['23']);
    expect(score('D66').hccs).toEqual(['111']);
    expect(score('D66', { sex: 'female' }).hccs).toEqual(['112']);
  });

  it('have none of a diagnosis with two categories that an edit finds invalid', () => {
    expect(score('I70241', { age: 14, orec: '1' }).hccs).toEqual([]);
    expect(score('I70241').hccs).toEqual(['263']);
  });

  it.each(['E43', 'E44.0', 'D69.6', 'F32.0', 'F33.9', 'I73.9', 'N18.9', 'E66.811', 'E66.812', 'I10'])('are none for %s', (code) => {
    expect(score(code).hccs).toEqual([]);
  });
});

describe('the segment', () => {
  it.each([
    [70, '00', 'CNA'], [64, '00', 'CND'], [70, '02', 'CFA'], [40, '04', 'CFD'], [65, '01', 'CPA'], [64.9, '06', 'CPD'], [70, '08', 'CFA'], [70, '09', 'CNA'],
  ] as const)('at %d with dual status %s is %s', (age, dual, segment) => {
    expect(segmentOf({ ...MAN, age, dual })).toBe(segment);
  });

  it('of a new enrollee counts age, sex and Medicaid alone; 64 by age counts as 65', () => {
    const enrollee = { segment: 'NE', sex: 'female' } as const;
    expect(score('E1122', { ...enrollee, age: 64 }).raf.raw).toBe(score('', { ...enrollee, age: 65 }).raf.raw);
    expect(score('', { ...enrollee, age: 64, orec: '2' }).raf.raw).not.toBe(score('', { ...enrollee, age: 65 }).raf.raw);
  });
});
