import { describe, expect, it } from 'vitest';
import { ageRange } from '../../../../../src/domain/coding/lock/age.ts';
import { lockCodes, type LockContext } from '../../../../../src/domain/coding/lock/lock.ts';
import type { Suggestion } from '../../../../../src/domain/model/index.ts';
import { loadKnowledge } from '../../../../../src/knowledge/node/index.ts';
import { suggested } from '../../../../support/suggested.ts';

const { codeSets, instructions, edits } = await loadKnowledge();
const fy2026 = codeSets.inForce('2026-03-01')!;
const fy2027 = codeSets.inForce('2026-11-01')!;

const context = (options: Partial<LockContext> = {}): LockContext => ({
  codeSet: fy2026, otherReleases: [fy2027], age: null, edits, instructions, setting: 'office', ...options,
});
const lock = (suggestions: readonly (string | Suggestion)[], charted: readonly string[] = [], options: Partial<LockContext> = {}) =>
  lockCodes(suggestions.map((one) => (typeof one === 'string' ? suggested(one) : one)), charted, context(options));
const codes = (locked: ReturnType<typeof lock>) => locked.allowed.map(({ code }) => code);

describe('a code that is not valid on the day of service is held back, with the reason', () => {
  it.each([
    ['E11', 'needs-more', /group of codes/],
    ['S52.501', 'a seventh character', /needs a seventh character/],
    ['S52.501ZZ', 'no such code', /S52.501ZZ/],
    ['S52.501Z', 'a seventh character that the code does not take', /placeholders and the seventh character/],
    ['T15.0A', 'placeholders left out', /T15.0/],
    ['W19', 'placeholder and seventh character left out', /needs a seventh character/],
    ['S06.1X7D', 'a later encounter after death', /seventh character/],
    ['E11.999', 'beneath a code that ends there', /no code E11.999 beneath/],
    ['I42.00', 'of the next release', /FY2027 and not of FY2026/],
    ['Q99.Z', 'never in the list', /Q99/],
    ['B12', 'never in the list', /not a code of ICD-10-CM/],
    ['e119', 'not written as in the list', /E11.9/],
    ['', 'empty', /not a code/],
  ])('%s (%s)', (code, _, why) => {
    const { allowed, refused } = lock([code, 'I10']);
    expect(allowed.map((one) => one.code)).toEqual(['I10']);
    expect(refused.map((one) => one.why).join()).toMatch(why);
  });

  it.each([
    ['M72.2', ['M72.2'], []],
    ['I42.0', ['I42.0'], []],
    ['Z68.1', ['Z68.1', 'E43'], ['E43']],
    ['I42.00', [], ['I42.00']],
    ['M67.A09', [], ['M67.A09']],
  ])('%s: FY2026 and FY2027 by the day of service', (code, then, now) => {
    const beside = code.startsWith('Z68') ? ['E43'] : [];
    expect(codes(lock([code, ...beside])).toSorted()).toEqual(then.toSorted());
    expect(codes(lock([code, ...beside], [], { codeSet: fy2027, otherReleases: [fy2026] }))).toEqual(now);
  });

  it('lets valid codes pass: with placeholder, with seven characters of their own, of chapter U', () => {
    const valid = ['T15.01XA', 'S06.1X7A', 'M86.8X1', 'U07.1', 'C4A.9', 'T78.40XA'];
    expect(codes(lock(valid))).toEqual(valid);
  });

  it('lets a removal name a code that never was: that is why it goes', () => {
    expect(lock([suggested('E11.999', { action: 'remove' })]).allowed).toHaveLength(1);
  });

  it('leaves codes of services alone', () => {
    expect(codes(lock([suggested('J1885', { system: 'hcpcs' })]))).toEqual(['J1885']);
  });
});

describe('age', () => {
  it.each<[string, string | null, boolean, string]>([
    ['O24.410', '1950-05-01', false, 'past 64'],
    ['O24.410', '1999-05-01', true, 'of age'],
    ['O24.410', null, true, 'age not known'],
    ['Z00.129', '2000-05-01', false, 'an adult at a child’s examination'],
    ['Z00.129', '2018-05-01', true, 'a child'],
    ['P07.30', '1990-05-01', true, 'a perinatal condition throughout life (I.C.16.a.4)'],
    ['Z38.00', '2020-05-01', false, 'born, at five years'],
    ['I25.10', '2011-06-01', false, 'adult disease at 14'],
    ['I25.10', '2011', true, 'may be 15 already: only the year is known'],
  ])('%s, born %s: %s (%s)', (code, born, passes) => {
    expect(codes(lock([code, 'R05.1'], [], { age: ageRange(born, '2026-03-01') })).includes(code)).toBe(passes);
  });

  it('counts completed years, and takes a birth after the visit for unknown', () => {
    expect(ageRange('2010-03-02', '2026-03-01')).toEqual({ least: 15, most: 15 });
    expect(ageRange('2010', '2026-03-01')).toEqual({ least: 15, most: 16 });
    expect(ageRange('2027-01-01', '2026-03-01')).toBeNull();
    expect(ageRange('unknown', '2026-03-01')).toBeNull();
  });
});

describe('Excludes1', () => {
  it('keeps the better supported of two suggestions, and asks about the other', () => {
    const { allowed, refused, findings } = lock([suggested('E10.9', { confidence: 0.5 }), suggested('E11.9', { confidence: 0.9 })]);
    expect(allowed.map(({ code }) => code)).toEqual(['E11.9']);
    expect(refused.map(({ suggestion }) => suggestion.code)).toEqual(['E10.9']);
    expect(findings).toMatchObject([{ kind: 'conflict', rule: 'excludes1', codes: ['E10.9', 'E11.9'], fix: expect.stringContaining('unrelated') }]);
  });

  it('keeps the condition before the symptom, however sure the symptom is', () => {
    expect(codes(lock([suggested('R73.03', { confidence: 0.99 }), suggested('E11.9', { confidence: 0.6 })]))).toEqual(['E11.9']);
  });

  it('keeps that to which the other’s note sends, where nothing else tells them apart', () => {
    expect(codes(lock(['G63', 'E11.42']))).toEqual(['E11.42']);
    expect(codes(lock(['E11.42', 'G63']))).toEqual(['E11.42']);
  });

  it('never touches what is charted: both stay, with a question', () => {
    const { allowed, findings } = lock(['E11.9'], ['E10.9']);
    expect(allowed.map(({ code }) => code)).toEqual(['E11.9']);
    expect(findings).toMatchObject([{ kind: 'conflict', codes: ['E11.9', 'E10.9'] }]);
  });

  it('asks nothing about what is removed or replaced by the same suggestions', () => {
    expect(lock([suggested('E11.9'), suggested('E10.9', { action: 'remove' })], ['E10.9']).findings).toEqual([]);
    expect(lock([suggested('E11.22', { action: 'specify', from: 'E10.22' })], ['E10.22']).findings).toEqual([]);
  });

  it('lets what only Excludes2 names stand together', () => {
    expect(codes(lock(['J44.9', 'J45.40']))).toEqual(['J44.9', 'J45.40']);
  });
});

describe('manifestations', () => {
  it('stand behind their etiology', () => {
    expect(codes(lock(['F02.80', 'G30.9']))).toEqual(['G30.9', 'F02.80']);
  });

  it('are held back where nothing can come before them', () => {
    expect(lock(['F02.80']).refused.map(({ why }) => why).join()).toMatch(/I\.A\.13/);
    expect(codes(lock(['F02.80'], ['G30.9']))).toEqual(['F02.80']);
  });
});
