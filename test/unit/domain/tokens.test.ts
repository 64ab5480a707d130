import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../src/domain/text/tokens.ts';

const norms = (text: string) => tokenize(text).map((token) => token.norm);
const quotes = (text: string) => tokenize(text).map((token) => text.slice(token.start, token.end));

describe('tokenize', () => {
  test('keeps stages, codes and decimals whole', () => {
    expect(norms('CKD 3b (N18.32), A1c 7.5%, S72.001A, F32.A')).toEqual(['ckd', '3b', 'n18.32', 'a1c', '7.5', 's72.001a', 'f32.a']);
  });

  test('a full stop without a space after it ends the word', () => {
    expect(norms('Low B12.The A1c is 9.The end.E11')).toEqual(['low', 'b12', 'the', 'a1c', 'is', '9', 'the', 'end', 'e11']);
  });

  test('splits at hyphen and slash', () => {
    expect(norms('type-2 c/o')).toEqual(['type', '2', 'c', 'o']);
  });

  test("drops the possessive 's from the norm, not from the span", () => {
    expect(norms("Crohn's Alzheimer’s")).toEqual(['crohn', 'alzheimer']);
    expect(quotes("Crohn's Alzheimer’s")).toEqual(["Crohn's", 'Alzheimer’s']);
  });

  test('keeps a contraction whole, with one kind of apostrophe', () => {
    expect(norms("doesn't doesn’t 'quoted'")).toEqual(["doesn't", "doesn't", 'quoted']);
  });

  test('folds diacritics, composed and combining alike', () => {
    expect(norms('Sjögren Sjo\u0308gren Ménière œdema')).toEqual(['sjogren', 'sjogren', 'meniere', 'oedema']);
  });

  test('offsets count UTF-16 units past emoji and CRLF', () => {
    const text = '😀 pain\r\n👩‍⚕️ e\u0301tat';
    expect(tokenize(text).map((token) => [token.start, token.norm])).toEqual([[3, 'pain'], [15, 'etat']]);
    expect(quotes(text)).toEqual(['pain', 'e\u0301tat']);
  });

  test('a soft hyphen does not break a word', () => {
    expect(norms('hyper\u00adtension')).toEqual(['hypertension']);
  });

  test('tells what is written in capitals', () => {
    expect(tokenize('AIDS aids PVCs T2DM A Xa 2024').map((token) => token.caps ?? false)).toEqual([true, false, true, true, false, false, false]);
  });
});
