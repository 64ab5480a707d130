import { describe, expect, test } from 'vitest';
import { formLines } from '../../../../src/domain/text/form-lines.ts';

const read = (text: string) => formLines(text).map(({ start, end, says, by }) => [text.slice(start, end), says, text.slice(by.start, by.end)]);

describe('choices of a form, one marked', () => {
  test.each([
    ['Vertigo  Yes ☐  No ☒', 'no', 'No'],
    ['Tuberculosis: Yes [ ] No [x]', 'no', 'No'],
    ['Falls: [x] Yes [ ] No', 'yes', 'Yes'],
    ['Do you smoke? ( ) Y (x) N', 'no', 'N'],
    ['Hernia: __ Yes _x_ No', 'no', 'No'],
    ['Fever  Yes  [No]', 'no', '[No]'],
    ['Cough  (Yes) / No', 'yes', '(Yes)'],
    ['Pregnant: No ☒ Yes ☐', 'no', 'No'],
  ] as const)('%s: %s', (line, says, by) => {
    expect(read(line)).toEqual([[line, says, by]]);
  });

  test('two on a line', () => {
    expect(read('Cough Yes [x] No [ ]   Rash Yes [ ] No [x]')).toEqual([['Cough Yes [x] No [ ]', 'yes', 'Yes'], ['Rash Yes [ ] No [x]', 'no', 'No']]);
  });

  test('nothing is answered where none or both are marked, or the mark may belong to either', () => {
    for (const line of ['Fever Yes No', 'Fever [ ] Yes [ ] No', 'Fever [x] Yes [x] No', 'Fever Yes [x] No']) expect(read(line)).toEqual([]);
  });

  test('prose is no form', () => {
    expect(read('Yes, no fever (x2 days). She said yes or no [sic].')).toEqual([]);
  });
});

describe('rows of tables', () => {
  test('a condition and its answer, by pipe or tab', () => {
    expect(read('Diabetes | No\n| Asthma | Yes |\nGout\tdenies')).toEqual([['Diabetes | No', 'no', 'No'], ['Asthma | Yes', 'yes', 'Yes'], ['Gout\tdenies', 'no', 'denies']]);
  });

  test('pairs side by side', () => {
    expect(read('Diabetes | No | Asthma | Yes')).toEqual([['Diabetes | No', 'no', 'No'], ['Asthma | Yes', 'yes', 'Yes']]);
  });

  test('a head whose first cell is empty', () => {
    for (const head of ['\tYes\tNo', '| | Yes | No |']) {
      expect(read(`${head}\n${head.startsWith('|') ? '| Diabetes | | x |' : 'Diabetes\t\tx'}`)).toMatchObject([[expect.stringMatching(/^Diabetes/), 'no', 'No']]);
    }
  });

  test('a column for yes and one for no: the head of the marked one answers', () => {
    const text = 'Condition | Yes | No\n---|---|---\nHypertension | x | \nStroke | | x\nGout | | ';
    expect(read(text).slice(0, 2)).toEqual([['Hypertension | x', 'yes', 'Yes'], ['Stroke | | x', 'no', 'No']]);
    expect(read(text)).toHaveLength(2);
  });

  test('other cells tell by their words', () => {
    expect(read('Mother | Alzheimer disease\nAppendicitis | 2010 | resolved')).toEqual([['Mother | Alzheimer disease', null, 'Alzheimer disease'], ['Appendicitis | 2010 | resolved', null, '2010']]);
  });

  test('long cells, indented lines and list numbers are no rows', () => {
    expect(read(`${'x'.repeat(90)}\tNo\n\tindented\n1.\tHTN\nHPI:\tcough`)).toEqual([]);
  });
});
