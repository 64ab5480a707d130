import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOfWords } from '../../../../src/domain/text/words-hash.ts';

describe('words by their hash', () => {
  test('are known again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (words) => {
      expect(hashOfWords(words)).toBe(hashOfWords(words));
      expect(hashOfWords(words)).toMatch(/^[0-9a-f]{16}$/);
    }), { numRuns: 300 });
  });

  test('are told apart where one number, one letter or their order differs, 400,000 times', () => {
    const hashes = new Set<string>();
    let many = 0;
    const take = (words: string): void => { hashes.add(hashOfWords(words)); many += 1; };
    for (let n = 0; n < 200_000; n++) take(`weight ${n} pounds`);
    for (let n = 0; n < 100_000; n++) take(`${'a'.repeat(n % 500)}b${'a'.repeat(Math.floor(n / 500))}`);
    for (let n = 0; n < 100_000; n++) take(`=${String.fromCharCode(97 + (n % 26), 97 + (Math.floor(n / 26) % 26), 97 + (Math.floor(n / 676) % 26), 97 + (Math.floor(n / 17_576) % 26))}`);
    expect(hashes.size).toBe(many);
  });

  test('each half of the digits alone tells most of them apart', () => {
    const words = Array.from({ length: 50_000 }, (_, n) => `temperature ${n} at ${n % 24}:00`);
    for (const half of [0, 8]) expect(new Set(words.map((each) => hashOfWords(each).slice(half, half + 8))).size).toBeGreaterThan(49_980);
  });
});
