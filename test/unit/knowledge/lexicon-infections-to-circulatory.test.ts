import { describe, expect, test } from 'vitest';
import { readLexicon } from '../../../scripts/icd10cm/read-lexicon.ts';
import { buildLexicon } from '../../../src/domain/mentions/lexicon.ts';
import type { ConceptId } from '../../../src/domain/model/index.ts';
import { tokenize } from '../../../src/domain/text/tokens.ts';

const lexicon = buildLexicon(readLexicon().flatMap(({ concept, says, codes }) => says.map((words) => ({ words, concept: `syn:${concept}` as ConceptId, codes }))));
const meant = (text: string) => lexicon.match(tokenize(text)).map(({ codes }) => codes[0]);

describe('case reports name findings by noun and site, in any order', () => {
  test.each([
    ['thrombosis of the inferior vena cava', 'I82.220'],
    ['thrombus in the vena cava', 'I82.220'],
    ['occlusion of the internal carotid artery', 'I65.29'],
    ['aneurysm of the common iliac artery', 'I72.3'],
    ['celiac trunk stenosis', 'I77.4'],
    ['sagittal sinus thrombosis', 'I67.6'],
    ['paralysis of the VI cranial nerve', 'H49.20'],
    ['fourth cranial nerve paresis', 'H49.10'],
    ['papillary oedema', 'H47.10'],
    ['detachment of the neurosensory retina', 'H33.20'],
    ['atrophy of the optic papilla', 'H47.20'],
    ['leiomyosarcoma of the colon', 'C18.9'],
    ['pulmonary epidermoid carcinoma', 'C34.90'],
    ['teratoma of the testis', 'C62.90'],
    ['hemangioma of the parotid', 'D18.09'],
    ['decrease in platelets', 'D69.6'],
    ['increase in the number of leukocytes', 'D72.829'],
    ['infection by HIV', 'B20'],
    ['P. jirovecii pneumonia', 'B59'],
  ])('%s is %s', (words, code) => {
    expect(meant(words)).toEqual([code]);
  });
});

describe('the Index decides between two senses', () => {
  test.each([
    ['secondary hyperparathyroidism', 'N25.81'],
    ['nonrenal secondary hyperparathyroidism', 'E21.1'],
    ['meningoencephalitis', 'G04.90'],
    ['herpetic meningoencephalitis', 'B00.4'],
    ['ruptured aortic aneurysm', 'I71.8'],
    ['papillitis', 'H46.00'],
    ['methicillin-resistant Staphylococcus aureus', 'B95.62'],
    ['methicillin-sensitive Staphylococcus aureus', 'B95.61'],
    ['acute limb ischemia', 'I99.8'],
    ['chronic limb ischemia', 'I73.9'],
  ])('%s is %s', (words, code) => {
    expect(meant(words)).toEqual([code]);
  });
});

describe('words that are loose in visit notes name nothing by themselves', () => {
  test.each(['tumor markers', 'varices', 'vegetations', 'ST elevation', 'mucous membranes are dry', 'alcohol intake', 'an AV fistula in the left arm', 'lymph node involvement'])('%s', (words) => {
    expect(meant(words)).toEqual([]);
  });
});
