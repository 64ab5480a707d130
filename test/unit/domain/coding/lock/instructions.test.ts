import { describe, expect, it } from 'vitest';
import { instructionLines } from '../../../../../src/knowledge/import/instruction-lines.ts';
import { loadKnowledge } from '../../../../../src/knowledge/node/index.ts';

const instructions = (await loadKnowledge()).instructions!;

describe('Excludes1 of the tabular list', () => {
  it.each<[string, string, string | null, string]>([
    ['E11.9', 'E10.9', 'E11', 'type 1 beside type 2'],
    ['J06.9', 'J02.0', 'J06', 'said at one of the two alone'],
    ['I12.9', 'I15.0', 'I12', 'hypertension with kidney disease, and due to it'],
    ['Z87.891', 'F17.210', 'Z87.891', 'former and current smoking'],
    ['R73.03', 'E11.9', 'R73.0', 'raised glucose and diabetes'],
    ['M54.50', 'M51.26', 'M54.5', 'low back pain and a displaced disc'],
    ['G63', 'E11.42', 'G63', 'a part of a range: E08–E13 with .42'],
    ['S01.01XA', 'S02.0XXB', 'S01', 'a part of a range: open fractures'],
    ['R29.810', 'I69.392', 'R29.810', 'a part of a range by its last characters'],
    ['R05.1', 'J20.9', null, 'no exclusion: a symptom beside its cause is another rule'],
    ['G63', 'E11.41', null, 'outside the part of the range'],
    ['S01.01XA', 'S02.0XXA', null, 'a closed fracture'],
    ['J45.40', 'J44.9', null, 'Excludes2 alone'],
    ['I10', 'I10', null, 'the same code'],
    ['E11.9', 'Q9Z.99', null, 'no such code'],
  ])('%s beside %s: %s (%s)', (a, b, at) => {
    expect(instructions.excludes1(a, b)?.at ?? null).toBe(at);
    expect(instructions.excludes1(b, a) === null).toBe(at === null);
  });

  it('is read with or without the dot', () => {
    expect(instructions.excludes1('e119', 'E10.9')).toEqual({ at: 'E11', by: 'e119', narrow: false });
  });

  it('excludes the whole where either code does, whichever is asked of first', () => {
    for (const [a, b] of [['E08.3553', 'E10.9'], ['M80.072K', 'M84.452A']] as const) {
      expect([instructions.excludes1(a, b)?.narrow, instructions.excludes1(b, a)?.narrow]).toEqual([false, false]);
    }
  });
});

describe('what the tabular list asks for', () => {
  it('names the etiology that comes before a manifestation', () => {
    const [first] = instructions.codeFirst('F02.80');
    expect(first).toMatchObject({ at: 'F02', kind: 'code-first' });
    expect(['G30.9', 'G20.A1', 'G31.83'].map(first!.covers)).toEqual([true, true, true]);
    expect(first!.covers('I10')).toBe(false);
  });

  it('keeps what asks only where the record gives cause apart from what always asks', () => {
    expect(instructions.useAdditional('I12.9').map(({ names, conditional }) => ({ names, conditional }))).toContainEqual({ names: ['N18.1-N18.4', 'N18.9'], conditional: true });
    expect(instructions.codeFirst('T25.611A').every(({ conditional }) => conditional)).toBe(true);
  });

  it('takes an adverse effect for the code that ends so, wherever that character stands', () => {
    const drug = instructions.useAdditional('D59.0').find(({ names }) => names.some((name) => name.startsWith('T36')));
    expect(['T36.0X5A', 'T39.015A', 'T50.905D'].map(drug!.covers)).toEqual([true, true, true]);
    expect(['T36.0X1A', 'T39.011A', 'T51.0X1A'].map(drug!.covers)).toEqual([false, false, false]);
  });

  it('is inherited from the section and the chapter', () => {
    expect(instructions.useAdditional('J18.9').some(({ at, covers }) => at === 'chapter 10' && covers('F17.210'))).toBe(true);
    expect(instructions.useAdditional('I10').some(({ at, covers }) => at === 'I10-I1A' && covers('Z87.891'))).toBe(true);
  });

  it('is inherited by codes that FY2027 adds', () => {
    expect(instructions.codeFirst('I42.00').map(({ at, names }) => ({ at, names }))).toEqual([{ at: 'I42', names: ['O99.4'] }]);
  });

  it('says nothing of a code that the list lacks', () => {
    expect(instructions.useAdditional('QZ9.9')).toEqual([]);
  });
});

describe('reading a line', () => {
  const known = new Set(['A15', 'E08', 'E13', 'J65', 'M36', 'N18', 'N181', 'N184', 'T36', 'T50', 'S52']);
  const read = (kind: 'excludes1' | 'code-first' | 'use-additional', ...lines: string[]) => instructionLines([{ kind, lines }], (plain) => known.has(plain), () => undefined);

  it.each([
    ['takes the codes in brackets, where there are any', 'pneumoconiosis with tuberculosis, any type in A15 (J65)', ['J65']],
    ['takes others where no bracket has one', 'conditions classifiable to N18.-', ['N18']],
    ['keeps a range', 'stage (N18.1-N18.4)', ['N181-N184']],
    ['takes no vitamin for a code', 'deficiency of vitamin B12 (NOS)', null],
    ['keeps the part of a range', 'drug (T36-T50 with fifth or sixth character 1-4)', ['T36-T50@$:1,2,3,4']],
    ['keeps the part after the dot', 'diabetic (E08-E13 with .51-.52)', ['E08-E13@4:51,52']],
    ['leaves a line without a code out', 'newborn atelectasis', null],
  ])('%s', (_, line, targets) => {
    expect(read('excludes1', line)[0]?.targets ?? null).toEqual(targets);
  });

  it('tells an exclusion of one condition of several from an exclusion of the code', () => {
    const listed = new Set(['E782', 'E109']);
    const titles: Readonly<Record<string, string>> = { E782: 'Mixed hyperlipidemia', E109: 'Type 1 diabetes mellitus without complications' };
    const kinds = instructionLines([{ kind: 'excludes1', lines: ['xanthomatosis localized to tendons (E78.2)', 'type 1 diabetes (E10.9)'] }], (plain) => listed.has(plain), (plain) => titles[plain]).map(({ kind, targets }) => [kind, targets]);
    expect(kinds).toEqual([['x', ['E109']], ['n', ['E782']]]);
    expect(instructions.excludes1('M67.A01', 'E78.2')).toMatchObject({ narrow: true });
  });

  it('refuses a part of a range that it does not understand', () => {
    expect(() => read('excludes1', 'fracture (S52.- with whichever character fits)')).toThrow(/not understood/);
  });

  it('takes the words of a head for those below it', () => {
    expect(read('use-additional', 'code to identify:', 'kidney disease (N18.-)')).toEqual([{ kind: 'u', conditional: true, targets: ['N18'] }]);
  });
});
