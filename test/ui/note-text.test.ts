import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellEnds, chunksOf, marksOf, piecesOf } from '../../src/ui/state/note-text.ts';
import { quoteOf } from '../support/app-fakes.ts';

const lines = fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constant('')), { maxLength: 40 }).map((all) => all.join('\n'));

describe('a note cut into chunks', () => {
  it('is the same text when joined, whatever the text and the size', () => {
    fc.assert(fc.property(lines, fc.integer({ min: 2, max: 200 }), (text, size) => {
      expect(chunksOf(text, size).map((chunk) => text.slice(chunk.start, chunk.end)).join('')).toBe(text);
    }));
  });

  it('is cut at line ends where there are any', () => {
    const text = 'one line\n'.repeat(2_000);
    for (const chunk of chunksOf(text).slice(0, -1)) expect(text[chunk.end - 1]).toBe('\n');
  });

  it('is cut even where five megabytes have no line end, never inside a character', () => {
    const text = '😀'.repeat(1_250_000);
    const chunks = chunksOf(text);
    expect(chunks.length).toBeGreaterThan(500);
    expect(chunks.every((chunk) => (chunk.end - chunk.start) % 2 === 0)).toBe(true);
  });
});

describe('cells of a table', () => {
  const divided = (text: string): string => text.split('').map((sign, at) => (cellEnds(text).has(at) ? '|' : sign)).join('');

  it('end at the tabs of a line that has one between words, empty cells too', () => {
    expect(divided('Condition\tYes\tNo\nGout\t\tx\n\tYes\tNo')).toBe('Condition|Yes|No\nGout||x\n|Yes|No');
  });

  it('are none where a line is indented', () => {
    expect(cellEnds('Plan\n\tRest\n\t\tIce\t\n').size).toBe(0);
  });
});

describe('the marked pieces of a chunk', () => {
  it('join to the chunk, and mark exactly the words', () => {
    const span = fc.tuple(fc.nat(400), fc.nat(30)).map(([start, length]) => ({ start, end: start + length + 1 }));
    fc.assert(fc.property(lines, fc.array(span, { maxLength: 5 }), (text, spans) => {
      const inside = spans.filter((s) => s.end <= text.length);
      const marks = marksOf(inside.map((mark) => ({ ...quoteOf('Class 1 obesity'), marks: [mark] })));
      const pieces = chunksOf(text, 50).flatMap((chunk) => piecesOf(text, chunk, [], marks));
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.filter((piece) => piece.kind === 'mark').map((piece) => piece.text).join('')).toBe(marks.map((m) => text.slice(m.start, m.end)).join(''));
    }));
  });

  it('a mark that runs over two chunks is marked in both', () => {
    const pieces = [{ start: 0, end: 5 }, { start: 5, end: 10 }].flatMap((chunk) => piecesOf('abcdefghij', chunk, [], [{ start: 3, end: 7 }]));
    expect(pieces.map((piece) => [piece.text, piece.kind])).toEqual([['abc', 'plain'], ['de', 'mark'], ['fg', 'mark'], ['hij', 'plain']]);
  });

  it('a mark is left out where it runs into the one before, whatever lies between', () => {
    const marks = [{ start: 0, end: 10 }, { start: 2, end: 5 }, { start: 6, end: 12 }, { start: 12, end: 14 }];
    expect(marksOf(marks.map((mark) => ({ ...quoteOf('Class 1 obesity'), marks: [mark] })))).toEqual([marks[0], marks[3]]);
  });

  it('a quote without marks is marked whole', () => {
    expect(marksOf([{ ...quoteOf('Class 1 obesity'), marks: [], start: 4, end: 9 }])).toEqual([expect.objectContaining({ start: 4, end: 9 })]);
  });
});
