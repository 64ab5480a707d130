import { expect, it } from 'vitest';
import type { Statement } from '../../../../../src/domain/coding/visit-level/visit.ts';
import { quoteOf } from '../../../../../src/domain/coding/visit-level/visit.ts';
import { NOTE } from '../../../../support/app-fakes.ts';

const noteOf = (text: string): Statement => ({ note: { ...NOTE, text }, start: 0, end: text.length, text, part: 'assessment', opensLine: true, mentions: [] });

it('quotes the statement around the words, without its blanks, with the words marked', () => {
  const quote = quoteOf(noteOf('  Add amlodipine 5 mg daily. '), { start: 6, end: 16 });
  expect(quote).toMatchObject({ quote: 'Add amlodipine 5 mg daily.', start: 2, end: 28, marks: [{ start: 6, end: 16 }] });
});

it('quotes the words alone where the statement is longer than anybody reads', () => {
  expect(quoteOf(noteOf(`amlodipine ${'and so on '.repeat(60)}`), { start: 0, end: 10 }).quote).toBe('amlodipine');
});
