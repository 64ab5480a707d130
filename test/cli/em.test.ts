import { expect, it } from 'vitest';
import { jsonLines, run } from './run.ts';

const NOTE = 'T2DM. A1c 8.9 today, was 7.8.\nT2DM not at goal. Increase metformin to 1000 bid. RTC 3 mo.';

it('levels a visit and quotes the words behind every cell', async () => {
  const { answers: [answer], code } = await run(['em'], jsonLines({ id: 'v1', note: NOTE, patientType: 'established', setting: 'office', age: 55 }));
  expect(code).toBe(0);
  expect(answer).toMatchObject({ id: 'v1', code: '99214', problems: 'moderate', data: 'minimal', risk: 'moderate', byTime: false, minutes: null, modifiers: [], also: [] });
  const why = answer!['why'] as { element: string; quote: string; start: number; end: number }[];
  expect(new Set(why.map(({ element }) => element))).toEqual(new Set(['problems', 'data', 'risk']));
  for (const { quote, start, end } of why) expect(NOTE.slice(start, end)).toBe(quote);
});

it('says why a visit has no code', async () => {
  const { answers: [answer] } = await run(['em'], jsonLines({ id: 1, note: 'MyChart message reply: labs normal, same dose.', patientType: 'established', setting: 'office' }));
  expect(answer).toMatchObject({ code: null, problems: null });
  expect(answer!['why']).toMatchObject([{ element: 'none', quote: expect.stringContaining('MyChart message') }]);
});

it('prints a code beside the visit once for each unit', async () => {
  const { answers: [answer] } = await run(['em'], jsonLines({ id: 1, note: 'Fatigue, complex. Total time today 72 minutes.', patientType: 'established', setting: 'office', payer: 'Aetna' }));
  expect(answer).toMatchObject({ code: '99215', byTime: true, minutes: 72, also: ['99417', '99417'] });
});

it('answers a bad line with an error line, and the next one all the same', async () => {
  const { answers, code } = await run(['em'], jsonLines({ id: 1, note: NOTE, setting: 'spa' }, { id: 2 }, { id: 3, note: NOTE, patientType: 'established', setting: 'office' }));
  expect(code).toBe(1);
  expect(answers[0]).toMatchObject({ id: 1, error: { line: 1, message: expect.stringContaining('"setting" must be one of office') } });
  expect(answers[1]).toMatchObject({ id: 2, error: { line: 2 } });
  expect(answers[2]).toMatchObject({ id: 3, code: '99214' });
});

it('cannot tell an office code of a patient who may be new', async () => {
  const { answers: [answer] } = await run(['em'], jsonLines({ id: 1, note: 'Sore throat. Strep pharyngitis. Amoxicillin 500 bid.', setting: 'office' }));
  expect(answer).toMatchObject({ code: null, why: [{ element: 'none', says: expect.stringContaining('new or established') }] });
});
