import { describe, expect, test } from 'vitest';
import { buildLexicon, type Phrase } from '../../../src/domain/mentions/lexicon.ts';
import type { ConceptId } from '../../../src/domain/model/index.ts';
import { otherOrders, spokenTitle } from '../../../src/domain/mentions/title-phrases.ts';
import { tokenize } from '../../../src/domain/text/tokens.ts';

const phrase = (words: string, ...codes: string[]): Phrase => ({ words, concept: `syn:${words}` as ConceptId, codes });
const lexicon = buildLexicon([
  phrase('diabetes', 'E11.9'), phrase('type 2 diabetes', 'E11.9'), phrase('diabetes type 2 with nephropathy', 'E11.21'),
  phrase('carcinoma of breast', 'C50.919'), phrase('=PAD', 'I73.9'), phrase('oedema', 'R60.9'), phrase('hemorrhoids', 'K64.9'),
  phrase('kidney stone', 'N20.0'), phrase('kidney stones', 'N20.9'),
]);
const found = (text: string) => {
  const tokens = tokenize(text);
  return lexicon.match(tokens).map(({ from, to, codes }) => [text.slice(tokens[from]!.start, tokens[to - 1]!.end), ...codes]);
};

describe('the lexicon', () => {
  test('finds the longest phrase, then goes on behind it', () => {
    expect(found('Type 2 diabetes, diabetes type 2 with nephropathy; diabetes.')).toEqual([
      ['Type 2 diabetes', 'E11.9'], ['diabetes type 2 with nephropathy', 'E11.21'], ['diabetes', 'E11.9'],
    ]);
  });

  test('falls back to the shorter phrase when the longer one breaks off', () => {
    expect(found('diabetes type 2 with cough')).toEqual([['diabetes', 'E11.9']]);
  });

  test('reads of and the inside a phrase, not at its ends', () => {
    expect(found('carcinoma of the breast of the')).toEqual([['carcinoma of the breast', 'C50.919']]);
    expect(found('carcinoma breast')).toEqual([['carcinoma breast', 'C50.919']]);
  });

  test('takes Roman numerals after type as numbers', () => {
    expect(found('type II diabetes')).toEqual([['type II diabetes', 'E11.9']]);
    expect(found('IV diabetes')).toEqual([['diabetes', 'E11.9']]);
  });

  test('makes no difference between British and American, one and many', () => {
    expect(found('edema, haemorrhoid')).toEqual([['edema', 'R60.9'], ['haemorrhoid', 'K64.9']]);
  });

  test('wants capitals where the word means something else in small letters', () => {
    expect(found('PAD on the pad')).toEqual([['PAD', 'I73.9']]);
  });

  test('keeps the codes of phrases that read alike, the first one first', () => {
    expect(found('kidney stones')).toEqual([['kidney stones', 'N20.0', 'N20.9']]);
  });

  test('finds nothing in nothing', () => {
    expect(lexicon.match([])).toEqual([]);
  });
});

describe('titles as they are spoken', () => {
  test.each([
    ['Essential (primary) hypertension', ['Essential (primary) hypertension', 'Essential hypertension']],
    ['Heart failure, unspecified', ['Heart failure, unspecified', 'Heart failure']],
    ['Unspecified asthma, uncomplicated', ['Unspecified asthma, uncomplicated', 'asthma, uncomplicated', 'asthma']],
    ['Pneumonia, unspecified organism', ['Pneumonia, unspecified organism', 'Pneumonia']],
    ['Acute bronchitis NOS', ['Acute bronchitis NOS', 'Acute bronchitis']],
    ['Other specified disorders of bone', []],
  ])('%s', (title, spoken) => {
    expect(spokenTitle(title, false)).toEqual(spoken);
  });

  test('an injury keeps its site', () => {
    expect(spokenTitle('Abrasion, unspecified hip', true)).toEqual(['Abrasion, unspecified hip', 'Abrasion, hip']);
  });

  test('are turned where people turn them', () => {
    expect(otherOrders('Pain in right knee')).toEqual(['right knee Pain']);
    expect(otherOrders('Malignant neoplasm of sigmoid colon')).toContain('sigmoid colon cancer');
    expect(otherOrders('Otitis media, right ear')).toEqual(['right ear Otitis media']);
    expect(otherOrders('Bennett\'s fracture, right')).toEqual(['right Bennett\'s fracture', 'right Bennett\'s fracture', 'Bennett\'s fracture right']);
    expect(otherOrders('Asthma, with exacerbation')).toEqual([]);
  });
});
