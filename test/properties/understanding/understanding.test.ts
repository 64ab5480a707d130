import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertSpan } from '../../../src/domain/mentions/assertion/assert.ts';
import { assertTarget } from '../../../src/domain/mentions/assert-target.ts';
import { readLanguage } from '../../../src/domain/text/language.ts';
import { readNote } from '../../../src/domain/mentions/read-note.ts';

const WORDS = ['no', 'denies', 'fever', 'chest pain', ',', '.', ';', ':', '?', 'but', 'or', 'h/o', 's/p', 'mother', 'wife', 'if', 'likely', 'r/o', 'vs', 'resolved', '2008', '3 years ago', 'PMH:', 'FH:', 'A/P:', '## Plan', '\n', '\r\n', '\n\n', '- ', '1. ', '[ ]', '[x]', '(', ')', '(-)', 'é', 'e\u0301', '😀', '\u00a0', 'Dr.', '?PE', 'No', 'Yes', 'CHF', '|', '\t', 'Yes [ ] No [x]', 'x', '[Yes] / No', '---|---', 'Condition | Yes | No', 'never', 'It was ruled out.', 'Also had', 'He also has', 'father had MI.', 'ADDENDUM 3/4:', 'Denies:', 'RETURN PRECAUTIONS', 'S', '\n=====\n', '\r', '\u202e', '\u0000', '\ud83d', 'שלום', '"que los las con por"'];
const noteText = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 120 }),
);

/** Together more than 10,000 cases. */
const RUNS = { numRuns: 2100 };

describe('any note', () => {
  test('sections lie end to end; each begins with its header', () => {
    fc.assert(fc.property(noteText, (text) => {
      const { sections } = readNote(text);
      expect(sections.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      for (const { start, end, header } of sections) expect(header.start >= start && header.end <= end && header.start <= header.end).toBe(true);
    }), RUNS);
  });

  test('sentences are in order, do not overlap, begin and end on no space, and miss no letter', () => {
    fc.assert(fc.property(noteText, (text) => {
      let last = 0;
      for (const { start, end } of readNote(text).sentences) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(last, start)).not.toMatch(/\p{L}/u);
        expect(text.slice(start, end)).not.toMatch(/^[ \t\r\n]|[ \t\r\n]$/);
        last = end;
      }
      expect(text.slice(last)).not.toMatch(/\p{L}/u);
    }), RUNS);
  });

  test('every cue is verbatim and in order, and the same question has the same answer', () => {
    fc.assert(fc.property(noteText, fc.nat(), fc.nat(), (text, a, b) => {
      const start = text.length === 0 ? 0 : a % text.length;
      const end = Math.min(text.length, start + 1 + (b % 12));
      const found = assertTarget(text, { start, end });
      expect(assertTarget(text, { start, end })).toEqual(found);
      let last = -1;
      for (const cue of found?.cues ?? []) {
        expect(text.slice(cue.start, cue.end)).toBe(cue.text);
        expect(cue.start).toBeGreaterThanOrEqual(last);
        last = cue.start;
      }
    }), RUNS);
  });

  test('line ends do not matter to what is said', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...WORDS.filter((word) => !/[\r\ud83d]/.test(word))), { maxLength: 30 }), (words) => {
      const text = `${words.join(' ')} fever`;
      const carriage = text.replaceAll('\n', '\r\n');
      expect(assertTarget(carriage, lastFive(carriage))?.status).toBe(assertTarget(text, lastFive(text))?.status);
    }), RUNS);
  });

  test('whole stretches in another language lie in order within the text, and the same note is in the same language', () => {
    fc.assert(fc.property(noteText, (text) => {
      const { tokens } = readNote(text);
      const found = readLanguage(text, tokens);
      expect(readLanguage(text, tokens)).toEqual(found);
      let last = 0;
      for (const { start, end } of found.foreign) {
        expect(start >= last && end > start && end <= text.length).toBe(true);
        last = end;
      }
    }), RUNS);
  });
});

function lastFive(text: string): { start: number; end: number } {
  return { start: text.length - 5, end: text.length };
}

describe('hostile text takes linear time', () => {
  const MB = 2 ** 20;
  test.each([
    ['no no no', 'no ', MB], ['brackets', '[([', MB], ['emoji', '😀', MB],
    ...[['closing', ')])'], ['points', '.'], ['points and spaces', '. '], ['colons', ':'], ['headers', 'PMH: x. FH: y. '], ['question marks', '?'], ['answers', 'a? no '], ['line feeds', '\n'],
    ['spaces', ' '], ['carriage returns', '\r\n'], ['hashes', '#'], ['one word', 'a'], ['dashes', ' - '], ['years', 'in 2008 '], ['boxes', '[ ]'], ['marks', 'e\u0301\u0301'], ['fillers', 'no clear '], ['who', 'mother and '], ['commas', 'or, '], ['closers', 'it resolved '],
    ['lines without a colon', 'No.\n'], ['pipes', 'a | '], ['tabs', 'a\t'], ['rows', 'a | x | no\n'], ['choices', 'Fever Yes [ ] No [x]\n'], ['answers below', 'a?\nno\n'], ['lists', 'RETURN PRECAUTIONS\n- a\n'], ['underlines', 'Results\n---\n'],
    ['quotations', '"que los las" '], ['lone returns', 'a\r'], ['combining marks', '\u0301'], ['right to left', '\u202eשלום '], ['lone surrogates', '\ud83d'], ['control characters', '\u0000'],
    ].map(([name, piece]) => [name!, piece!, MB / 4] as const),
  ] as const)('%s', (_, piece, length) => {
    const text = `${piece.repeat(Math.ceil(length / piece.length))} fever`;
    const read = readNote(text);
    readLanguage(text, read.tokens);
    for (let i = 0; i < read.sentences.length; i++) assertSpan(read.sentences[i]!, read.frame(i));
    expect(text.slice(read.sentences.at(-1)!.start)).toContain('fever');
  }, 20_000);
});
