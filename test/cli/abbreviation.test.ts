import { describe, expect, it } from 'vitest';
import { jsonLines, run } from './run.ts';

const line = (id: number, text: string, abbreviation: string) => ({ id, text, start: text.indexOf(abbreviation), end: text.indexOf(abbreviation) + abbreviation.length });

describe('countersign abbreviation', () => {
  it('says what an abbreviation stands for where it stands, with its codes and the reason', async () => {
    const { code, answers } = await run(['abbreviation'], jsonLines(
      line(1, 'Optic neuritis, periventricular lesions on brain MRI, oligoclonal bands. MS, start ocrelizumab', 'MS'),
      line(2, 'Opening snap and diastolic rumble, echo: mitral valve area 1.1 cm2. MS', 'MS'),
    ));
    expect(code).toBe(0);
    expect(answers).toMatchObject([
      { id: 1, expansion: 'multiple sclerosis', codes: [expect.stringMatching(/^G35/)], why: expect.stringContaining('for multiple sclerosis') },
      { id: 2, expansion: 'mitral stenosis', codes: [expect.stringMatching(/^I/)], why: expect.stringContaining('for mitral stenosis') },
    ]);
  });

  it('says that the context does not decide, and what it could stand for', async () => {
    const { answers } = await run(['abbreviation'], jsonLines(line(1, 'Seen by XQZ.', 'XQZ'), line(2, 'Family says AI was noted.', 'AI')));
    expect(answers[0]).toEqual({ id: 1, expansion: null, codes: [], why: expect.stringContaining('in no table') });
    expect(answers[1]).toEqual({ id: 2, expansion: null, codes: [], why: expect.stringContaining('could stand for') });
  });

  it('takes what the note defines, and what the lexicon alone knows', async () => {
    const { answers } = await run(['abbreviation'], jsonLines(line(1, 'Mitral stenosis (MS). MRI of the brain today.', 'MS'), line(2, 'Known essential hypertension.', 'essential hypertension')));
    expect(answers[0]).toMatchObject({ expansion: 'mitral stenosis', why: 'The note says itself what “MS” stands for: “Mitral stenosis”.' });
    expect(answers[1]).toMatchObject({ codes: ['I10'] });
  });

  it('refuses a span that is none', async () => {
    const { code, answers } = await run(['abbreviation'], jsonLines({ id: 1, text: 'MS', start: 1, end: 9 }, { id: 2, text: 'MS' }));
    expect(code).toBe(1);
    expect(answers).toMatchObject([{ id: 1, error: { message: expect.stringContaining('does not lie') } }, { id: 2, error: { message: expect.stringContaining('"start" and "end"') } }]);
  });
});
