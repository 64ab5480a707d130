import { describe, expect, test } from 'vitest';
import { analyzeNote } from '../../../../src/domain/engine.ts';
import type { Mention } from '../../../../src/domain/model/index.ts';
import { plainNote } from '../../../../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../../../../src/knowledge/node/index.ts';

const knowledge = await loadKnowledge();

function mentions(text: string): readonly Mention[] {
  return analyzeNote(plainNote({ id: 'n', text, type: 'progress', date: '2026-11-01' }), { ageYears: null, sex: 'unknown', setting: 'outpatient', noteType: 'progress', authorRole: 'provider', serviceDate: '2026-11-01' }, knowledge).mentions;
}

describe('names with a word in common', () => {
  const quotes = (text: string): readonly string[] => mentions(text).map((mention) => `${mention.codes[0]} ${mention.text}`);

  test('are quoted with the word that they share', () => {
    expect(quotes('Known liver, lung and bone metastases.')).toEqual(['C78.7 liver, lung and bone metastases', 'C78.00 lung and bone metastases', 'C79.51 bone metastases']);
    expect(quotes('Pain in left knee and right shoulder.')).toEqual(['M25.562 Pain in left knee', 'M25.511 Pain in left knee and right shoulder']);
  });

  test('are denied together', () => {
    expect(mentions('Denies chest or abdominal pain.').map(({ assertion }) => assertion.status)).toEqual(['absent', 'absent']);
  });

  test('what an instrument or a list has before its comma is no name', () => {
    expect(quotes('He lifts weights and weight loss is noted.')).toEqual(['R63.4 weight loss']);
    expect(quotes('Numbness in his leg and back pain.').map((quote) => quote.slice(0, 5))).toEqual(['R20.0', 'M54.9']);
  });
});

describe('the history of a family', () => {
  test('names the disease of the relative too', () => {
    expect(mentions('Father with diabetes.').map(({ codes, assertion }) => [codes[0], assertion.status])).toEqual([['Z83.3', expect.anything()], ['E11.9', 'family']]);
    expect(mentions('Family history of colon cancer.').map(({ codes, assertion }) => [codes[0], assertion.status])).toEqual([['Z80.0', expect.anything()], ['C18.9', 'family']]);
  });

  test('a history of the patient’s own stays one', () => {
    expect(mentions('Personal history of colon cancer.').map(({ codes }) => codes[0])).toEqual(['Z85.038']);
  });
});
