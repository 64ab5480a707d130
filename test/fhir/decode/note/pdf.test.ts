import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../../src/fhir/decode/note/pdf/pdf-reader.ts';
import { pdfText } from '../../../../src/fhir/decode/note/pdf/pdf.ts';
import type { PdfPages } from '../../../../src/fhir/decode/note/pdf/pages.ts';
import { linesOf, pdfOf } from '../../../support/pdf.ts';
import type { PdfOptions, PdfText } from '../../../support/pdf.ts';

const pagesOf = async (pages: readonly (readonly PdfText[])[], options?: PdfOptions): Promise<PdfPages> => {
  const found = await readPdf(pdfOf(pages, options), () => 0);
  if ('status' in found) throw new Error(found.why);
  return found;
};
const read = async (...pages: readonly (readonly PdfText[])[]) => pdfText(await pagesOf(pages));

const PROSE = ['Patient returns with dyspnea on', 'exertion for two weeks, without', 'chest pain or fever. Denies any', 'swelling of the legs. No cough,', 'no wheezing, sleeps on one pil-', 'low as before the last visit.'];
const MORE = ['Echocardiogram shows a reduced', 'ejection fraction of 35 percent', 'and a dilated left ventricle. A', 'diuretic was begun today and is', 'well tolerated so far by her at', 'home, with daily weights taken.'];

test('a page is left on its way where it takes too long: a small file may unpack into far more than the memory holds', async () => {
  let asked = 0;
  const spent = (): number => { asked += 1; return asked > 3 ? 31_000 : 0; };
  expect(await readPdf(pdfOf([Array.from({ length: 2000 }, (_, i) => ({ text: 'word', x: 72, y: i }))]), spent)).toMatchObject({ status: 'cannot-read-yet', why: expect.stringContaining('more than 30 seconds') as string });
});

describe('the lines of a page', () => {
  test('are put together from top to bottom, whatever order they are drawn in', async () => {
    expect((await read([{ text: 'second', x: 72, y: 700 }, { text: 'first', x: 72, y: 714 }, { text: 'end', x: 120, y: 700 }])).text).toBe('first\nsecond end');
  });

  test('keep their ends and hyphens as printed', async () => {
    expect((await read(linesOf(PROSE))).text).toBe(PROSE.join('\n'));
  });

  test('a larger gap ends a block, larger letters are a heading', async () => {
    const { text, blocks } = await read([{ text: 'Assessment', x: 72, y: 740, size: 16 }, ...linesOf(['Obesity, class 3, and', 'hypertension.', '', 'Return in a month.'])]);
    expect(blocks.map((b) => `${b.kind}: ${text.slice(b.start, b.end)}`)).toEqual(['heading: Assessment', 'paragraph: Obesity, class 3, and\nhypertension.', 'paragraph: Return in a month.']);
  });

  test('words drawn apart are words, letters drawn close are one', async () => {
    expect((await read([{ text: 'No', x: 72, y: 700 }, { text: 'fever', x: 90, y: 700 }, { text: 'hyper', x: 72, y: 680 }, { text: 'tension', x: 98, y: 680 }])).text).toBe('No fever\nhypertension');
  });

  test('a raised letter stands in its line', async () => {
    expect((await read([{ text: '31 kg/m', x: 72, y: 700 }, { text: '2', x: 112, y: 704, size: 7 }])).text).toMatch(/^31 kg\/m ?2$/);
  });

  test('a table is read across', async () => {
    const cells = [['BMI', '31.4'], ['A1c', '7.2'], ['BP', '140/90'], ['HR', '72'], ['SpO2', '97']].flatMap(([name = '', value = ''], i) => [{ text: name, x: 72, y: 700 - 14 * i }, { text: value, x: 300, y: 700 - 14 * i }]);
    expect((await read(cells)).text).toBe('BMI\t31.4\nA1c\t7.2\nBP\t140/90\nHR\t72\nSpO2\t97');
  });

  test('columns of text are read one after the other, the title above them first', async () => {
    const { text } = await read([...linesOf(['Cardiology consultation'], { y: 760 }), ...linesOf(PROSE, { x: 72 }), ...linesOf(MORE, { x: 320 })]);
    expect(text.replaceAll('\n\n', '\n')).toBe(['Cardiology consultation', ...PROSE, ...MORE].join('\n'));
  });

  test('turned text comes last', async () => {
    expect((await read([{ text: 'DRAFT', x: 40, y: 400, turned: true }, ...linesOf(['Obesity.', 'Plan.'])])).text).toMatch(/^Obesity\.\nPlan\.\s+DRAFT$/);
  });

  test('a page that is shown turned is read as shown', async () => {
    expect(pdfText(await pagesOf([[{ text: 'one', x: 300, y: 100, turned: true }, { text: 'two', x: 320, y: 100, turned: true }]], { rotate: 90 })).text).toBe('one\ntwo');
  });
});

describe('pages', () => {
  test('end a block, but not a sentence', async () => {
    const { text, blocks } = await read(linesOf(['There is no evidence of']), linesOf(['pneumonia.']), linesOf(['Plan: rest.']));
    expect(text).toBe('There is no evidence of\npneumonia.\n\nPlan: rest.');
    expect(blocks).toHaveLength(2);
  });

  test('running titles and page numbers are left out, but for the first top', async () => {
    const page = (number: number, lines: readonly string[]) => [{ text: 'Progress note', x: 72, y: 770 }, ...linesOf(lines), { text: `Page ${number} of 3`, x: 280, y: 30 }];
    const { text } = await read(page(1, ['Obesity, class 3, without']), page(2, ['hypertension.', 'Sleep study', 'ordered.', 'Diet.']), page(3, ['Return in May.', 'a', 'b', 'c']));
    expect(text).toMatch(/^Progress note\s+Obesity, class 3, without\nhypertension\./);
    expect(text.match(/Progress note/g)).toHaveLength(1);
    expect(text).not.toContain('Page');
  });

  test('without text among others are said to be missing', async () => {
    expect(await read(linesOf(['Obesity.']), [])).toMatchObject({ text: 'Obesity.', missing: expect.stringContaining('Page 2') as string });
  });
});

test('the source map leads to page and item', async () => {
  const pages = await pagesOf([linesOf(['one', '  two  ']), [{ text: 'four', x: 200, y: 700 }, { text: 'three', x: 72, y: 700 }]]);
  const { text, sourceMap } = pdfText(pages);
  expect(text).toBe('one\ntwo\nthree\tfour');
  expect(sourceMap.length).toBeGreaterThan(3);
  for (const { start, end, from, to, item } of sourceMap) expect(pages.pages[(item?.page ?? 0) - 1]?.[item?.index ?? -1]?.text.slice(from, to)).toBe(text.slice(start, end));
});

describe('a PDF that cannot be read', () => {
  test.each([
    ['a scan', pdfOf([[], []]), 'cannot-read-yet', 'without text'],
    ['one with a password', pdfOf([linesOf(['x'])], { encrypted: true }), 'cannot-read-yet', 'password'],
    ['a damaged one', new TextEncoder().encode('%PDF-1.7 and then nothing'), 'failed', 'damaged'],
    ['one of too many pages', pdfOf(Array.from({ length: 301 }, () => [])), 'cannot-read-yet', '300 pages'],
  ])('%s', async (_, bytes, status, why) => {
    expect(await readPdf(bytes, () => 0)).toMatchObject({ status, why: expect.stringContaining(why) as string });
  });

  test('one for which no time is left', async () => { expect(await readPdf(pdfOf([linesOf(['x'])]), () => 60_000)).toMatchObject({ status: 'cannot-read-yet' }); });

  test('its bytes stay with their owner', async () => {
    const bytes = pdfOf([linesOf(['x'])]);
    await readPdf(bytes, () => 0);
    expect(bytes.length).toBeGreaterThan(100);
  });
});
