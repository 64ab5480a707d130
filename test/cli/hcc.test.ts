import { describe, expect, it } from 'vitest';
import { jsonLines, run } from './run.ts';

describe('countersign hcc', () => {
  it('scores codes with or without the dot', async () => {
    const { code, answers } = await run(['hcc'], jsonLines(
      { id: 'a', age: 70, sex: 'male', codes: ['E11.69', 'I50.30', 'I209', 'i10'] },
      { id: 'b', age: 58, sex: 'male', orec: '1', dual: '02', codes: ['F200', 'F1120', 'J449', 'I5022', 'I4891'] },
      { id: 'c', age: '80', sex: 'female', codes: [] },
    ));
    expect(code).toBe(0);
    expect(answers).toMatchObject([
      { id: 'a', hccs: ['37', '226'], unmapped: [], warnings: [] },
      { id: 'b', hccs: ['137', '151', '226', '238', '280'], raf: { segment: 'CFD', raw: 3.133, normalized: 2.936, payment: 2.763 }, unmapped: [], warnings: [] },
      { id: 'c', hccs: [], raf: { segment: 'CNA', raw: 0.524, normalized: 0.491, payment: 0.462 } },
    ]);
  });

  it('calculates codes that cannot be reported on the day, and warns', async () => {
    const { code, answers } = await run(['hcc'], jsonLines({ id: 1, age: 70, sex: 'male', codes: ['I42.0', 'ZZZ99'] }, { id: 2, age: 70, sex: 'male', codes: ['I42.0'], serviceDate: '2026-03-01' }));
    expect(code).toBe(0);
    expect(answers[0]).toMatchObject({ hccs: ['227'], warnings: [expect.stringContaining('I42.0 is a header in FY2027'), expect.stringContaining('ZZZ.99 is no code of FY2027')] });
    expect(answers[1]).toMatchObject({ hccs: ['227'], warnings: [] });
  });

  it('says which codes the tables cannot know, and what does not fit together', async () => {
    const { answers } = await run(['hcc'], jsonLines(
      { id: 1, age: 70, sex: 'male', codes: ['E11.A', 'I42.00', 'I10'] },
      { id: 2, age: 40, sex: 'female', segment: 'CNA', orec: 1, dual: 2, codes: [] },
      { id: 3, age: 40, sex: 'female', codes: [] },
      { id: 4, age: 70, sex: 'female', orec: '2', codes: [], serviceDate: '2019-05-01' },
    ));
    expect(answers).toMatchObject([
      { hccs: [], unmapped: ['E11.A', 'I42.00'], warnings: [] },
      { raf: { segment: 'CNA', raw: 0 }, warnings: [expect.stringContaining('of 65 and above')] },
      { raf: { segment: 'CND', raw: 0.288 }, warnings: [expect.stringContaining('orec 1')] },
      { warnings: [expect.stringContaining('No loaded code-set release'), expect.stringContaining('another model')] },
    ]);
  });

  it('says what to do with a line that it cannot score, and goes on', async () => {
    const member = { age: 70, sex: 'male', codes: [] };
    const { code, answers } = await run(['hcc'], jsonLines(
      { ...member, id: 1, age: 'old' }, { ...member, id: 2, sex: 'x' }, { ...member, id: 3, codes: 'E11.9' }, { ...member, id: 4, codes: [7] },
      { ...member, id: 5, orec: '7' }, { ...member, id: 6, dual: '33' }, { ...member, id: 7, segment: 'XX' }, { ...member, id: 8, serviceDate: 'today' }, { ...member, id: 9 },
    ));
    expect(code).toBe(1);
    const messages = answers.slice(0, 8).map(({ error }) => (error as { message: string }).message);
    expect(messages).toEqual(['"age"', '"sex"', '"codes"', '"codes"', '"orec"', '"dual"', '"segment"', '"serviceDate"'].map((field) => expect.stringContaining(field)));
    expect(answers[8]).toMatchObject({ id: 9, raf: { segment: 'CNA' } });
  });

  it('explains itself', async () => {
    expect((await run(['hcc', '--help'])).output).toContain('"unmapped"');
  });
});
