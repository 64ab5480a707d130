import { describe, expect, test } from 'vitest';
import { numeralForm, wordForm } from '../../../../src/domain/text/word-forms.ts';

describe('one form for all spellings of a word', () => {
  test.each([
    ['haemorrhage', 'hemorrhage'], ['diarrhoea', 'diarrhea'], ['oesophagus', 'esophagus'], ['tumour', 'tumor'], ['behavioural', 'behavioral'], ['fibre', 'fiber'], ['localised', 'localized'], ['paralysed', 'paralyzed'],
    ['labelling', 'labeling'], ['sulphate', 'sulfate'], ['disk', 'disc'], ['neurone', 'neuron'],
  ])('British %s, American %s', (british, american) => expect(wordForm(british)).toBe(wordForm(american)));

  test.each([
    ['fractures', 'fracture'], ['biopsies', 'biopsy'], ['metastases', 'metastasis'], ['diagnoses', 'diagnosis'], ['bursae', 'bursa'], ['carcinomata', 'carcinoma'], ['bronchi', 'bronchus'], ['feet', 'foot'], ['abscesses', 'abscess'], ['stenoses', 'stenosis'],
  ])('many %s, one %s', (many, one) => expect(wordForm(many)).toBe(wordForm(one)));

  test.each(['diabetes', 'herpes', 'pelvis', 'uterus', 'aids', 'lens', 'illness'])('%s is one', (word) => expect(wordForm(word)).toBe(word));

  test('a word that the language of the program knows is a word', () => {
    for (const word of ['constructor', 'constructors', 'valueof', 'prototype']) expect(wordForm(word)).toMatch(/^[a-z]+$/);
  });

  test('Roman numerals are numbers where one is meant', () => {
    expect(numeralForm('iiib', 'stage')).toBe('3b');
    expect(numeralForm('iv', 'the')).toBe('iv');
  });
});
