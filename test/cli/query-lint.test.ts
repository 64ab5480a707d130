import { describe, expect, it } from 'vitest';
import { jsonLines, run } from './run.ts';

const QUERY = {
  title: 'Sodium 3/2', indicators: ['Na 121 on 3/2', 'Nephrology 3/2: "fluid restrict 1 L"'], question: 'Please clarify the diagnosis treated with fluid restriction in this patient.',
  options: ['Hyponatremia', 'Low sodium, not clinically significant', 'Other (please specify)', 'Unable to determine'], format: 'multiple-choice',
};

describe('countersign query-lint', () => {
  it('says what stands against a query, where, and by which rule', async () => {
    const question = 'Please clarify the low sodium. It would raise the DRG.';
    const { code, answers } = await run(['query-lint'], jsonLines({ id: 1, query: QUERY }, { id: 2, query: { ...QUERY, question } }));
    expect(code).toBe(0);
    expect(answers).toEqual([
      { id: 1, compliant: true, violations: [] },
      { id: 2, compliant: false, violations: [{ code: 'mentions-reimbursement', message: expect.stringContaining('DRG'), where: { part: 'question', start: question.indexOf('DRG'), end: question.indexOf('DRG') + 3 } }] },
    ]);
  });

  it('refuses a line that is no query, and goes on', async () => {
    const { code, answers } = await run(['query-lint'], jsonLines({ id: 1 }, { id: 2, query: { ...QUERY, format: 'essay' } }, { id: 3, query: QUERY }));
    expect(code).toBe(1);
    expect(answers).toMatchObject([{ id: 1, error: { message: expect.stringContaining('"query"'), line: 1 } }, { id: 2, error: { message: expect.stringContaining('multiple-choice') } }, { id: 3, compliant: true }]);
  });
});
