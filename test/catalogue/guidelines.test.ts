import { describe, expect, test } from 'vitest';
import { answering, differences, guidelineCases, sections } from '../support/guideline-cases.ts';

const cases = guidelineCases();
const answer = await answering();

describe.each(sections().map((section) => [section] as const))('%s', (section) => {
  const own = cases.filter((one) => one.section === section);

  test('has an encounter in which the guideline applies, and a look-alike in which it does not', () => {
    for (const kind of [/^fires(?:-\d+)?\.txt$/, /^look-alike(?:-\d+)?\.txt$/]) expect(own.filter(({ file }) => kind.test(file)).length).toBeGreaterThan(0);
    expect(own.filter(({ file }) => !/^(?:fires|look-alike)(?:-\d+)?\.txt$/.test(file))).toEqual([]);
  });

  test.each(own.map((one) => [one.file, one] as const))('%s is coded as a coder would', async (_, one) => {
    expect(one.guideline).toMatch(/^[IV]+\.[\w.–-]+(?:, [IV]+\.[\w.–-]+)* \| \S/);
    expect(differences(await answer(one), one)).toEqual([]);
  });
});
