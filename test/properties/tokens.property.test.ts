import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from '../../src/domain/text/tokens.ts';

const clinical = oneof(
  string({ unit: 'grapheme' }),
  string({ unit: 'binary' }),
  array(constantFrom('a', 'S', "'", '’', '.', '3', '-', '\r\n', '\u0301', '😀', '\ud83d', 'é', '\u00ad', '\u200d', ' ', 'E11.9', '½', 'ß'), { maxLength: 40 }).map((parts) => parts.join('')),
);

test('tokens ascend, do not overlap, are not empty and lie within the text', () => {
  assert(property(clinical, (text) => {
    let last = 0;
    for (const token of tokenize(text)) {
      expect(token.start).toBeGreaterThanOrEqual(last);
      expect(token.end).toBeGreaterThan(token.start);
      expect(token.norm).not.toBe('');
      last = token.end;
    }
    expect(last).toBeLessThanOrEqual(text.length);
  }));
});

test('every letter and digit lies in a token', () => {
  assert(property(clinical, (text) => {
    const covered = new Set(tokenize(text).flatMap((token) => Array.from({ length: token.end - token.start }, (_, i) => token.start + i)));
    for (const found of text.matchAll(/[\p{L}\p{N}]/gu)) expect(covered.has(found.index)).toBe(true);
  }));
});

test('a token reads the same alone as in its text', () => {
  assert(property(clinical, (text) => {
    for (const token of tokenize(text)) {
      const quote = text.slice(token.start, token.end);
      expect(tokenize(quote)).toEqual([{ ...token, start: 0, end: quote.length }]);
    }
  }));
});

test('composed and decomposed spelling give the same norms', () => {
  assert(property(string({ unit: constantFrom('é', 'ö', 'a', 'B', '7', ' ', '-', 'ç', 'ñ') }), (text) => {
    expect(tokenize(text.normalize('NFD')).map((token) => token.norm)).toEqual(tokenize(text.normalize('NFC')).map((token) => token.norm));
  }));
});
