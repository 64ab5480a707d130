import { describe, expect, test } from 'vitest';
import { readLexicon } from '../../../scripts/icd10cm/read-lexicon.ts';
import { buildLexicon } from '../../../src/domain/mentions/lexicon.ts';
import type { ConceptId } from '../../../src/domain/model/index.ts';
import { tokenize } from '../../../src/domain/text/tokens.ts';

const lexicon = buildLexicon(readLexicon().flatMap(({ concept, says, codes }) => says.map((words) => ({ words, concept: `syn:${concept}` as ConceptId, codes }))));
const meant = (text: string) => lexicon.match(tokenize(text)).map(({ codes }) => codes[0]);

describe('the Index decides the code of a bare word', () => {
  test.each([
    ['endocarditis', 'I38'],
    ['diverticulosis', 'K57.90'],
    ['sigmoid diverticulosis', 'K57.30'],
    ['diverticulitis', 'K57.92'],
    ['atrophic gastritis', 'K29.40'],
    ['chronic diarrhea', 'K52.9'],
    ['osteonecrosis', 'M87.9'],
    ['open-angle glaucoma', 'H40.10X0'],
    ['pollen allergy', 'J30.1'],
    ['inferior myocardial infarction', 'I21.19'],
    ['pneumoperitoneum', 'K66.8'],
    ['a torn rotator cuff', 'M75.100'],
  ])('%s is %s', (words, code) => {
    expect(meant(words)).toEqual([code]);
  });
});

describe('blindness without its category (guideline I.C.7.b)', () => {
  test.each([
    ['blindness', 'H54.7'],
    ['blind in one eye', 'H54.60'],
    ['blind in the left eye', 'H54.62'],
    ['blind in both eyes', 'H54.3'],
  ])('%s is %s', (words, code) => {
    expect(meant(words)).toEqual([code]);
  });
});

describe('words that are also something else name nothing by themselves', () => {
  test.each(['placed in left lateral decubitus', 'a double-blind trial', 'allergic to corn', 'felt cold', 'orthostatic vitals', 'the ECF volume'])('%s', (words) => {
    expect(meant(words)).toEqual([]);
  });
});
