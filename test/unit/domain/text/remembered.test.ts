import { expect, test, vi } from 'vitest';
import { remembered } from '../../../../src/domain/text/remembered.ts';

test('a word that is remembered is worked out once', () => {
  const make = vi.fn<(word: string) => number>((word) => word.length);
  const lengthOf = remembered(10, make);
  expect([lengthOf('fever'), lengthOf('cough'), lengthOf('fever'), lengthOf('')]).toEqual([5, 5, 5, 0]);
  expect(make).toHaveBeenCalledTimes(3);
});

test('however many words come, the answers stay right and no more than the most are kept', () => {
  const make = vi.fn<(word: string) => string>((word) => `${word}!`);
  const shout = remembered(100, make);
  for (let n = 0; n < 5_000; n++) expect(shout(`word ${n}`)).toBe(`word ${n}!`);
  make.mockClear();
  for (let n = 4_999; n >= 4_900; n--) shout(`word ${n}`);
  expect(make).not.toHaveBeenCalled();
  expect(shout('word 0')).toBe('word 0!');
  expect(make).toHaveBeenCalledTimes(1);
});

test('any letters come through, halves of pairs too', () => {
  const same = remembered(10, (word) => word);
  for (const word of ['a\u0301', '😀', '\ud83d', '\ude00', 'ﬁ']) expect(same(word)).toBe(word);
});
