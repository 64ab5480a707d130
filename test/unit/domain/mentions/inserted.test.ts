import { describe, expect, test } from 'vitest';
import { buildLexicon } from '../../../../src/domain/mentions/lexicon.ts';
import { namesIn } from '../../../../src/domain/mentions/names.ts';
import type { ConceptId } from '../../../../src/domain/model/index.ts';
import { tokenize } from '../../../../src/domain/text/tokens.ts';

const phrase = (words: string, code: string) => ({ words, concept: `syn:${words}` as ConceptId, codes: [code] });
const lexicon = buildLexicon([phrase('mass in kidney', 'N28.89'), phrase('mass', '-'), phrase('cyst', 'X'), phrase('kidney cyst', 'N28.1'), phrase('stone in bladder', 'N21.0')]);
const named = (text: string) => {
  const tokens = tokenize(text);
  return namesIn(text, tokens, lexicon).map(({ concept, from, to }) => [concept, text.slice(tokens[from]!.start, tokens[to - 1]!.end)]);
};

describe('a size and "located" may stand inside a name', () => {
  test.each([
    ['a mass of 3 cm in the kidney', 'mass of 3 cm in the kidney'],
    ['a mass of about 6 x 3 cm in maximum diameter in the left kidney', 'mass of about 6 x 3 cm in maximum diameter in the left kidney'],
    ['mass measuring 2.5cm located in the kidney', 'mass measuring 2.5cm located in the kidney'],
    ['mass situated in the kidney', 'mass situated in the kidney'],
  ])('%s', (text, words) => {
    expect(named(text)).toEqual([['syn:mass in kidney', words]]);
  });
});

describe('what is no size of the finding divides nothing', () => {
  test.each(['kidney of 11 cm, cyst elsewhere', 'kidney of 11 cm with cyst', 'a stone of note in the bladder', 'stone of 3 days in the bladder'])('%s', (text) => {
    expect(named(text).map(([concept]) => concept)).not.toContainEqual(expect.stringMatching(/kidney|bladder/));
  });
});

test('words that begin a size without end take no longer than other words', () => {
  const text = 'mass of 3 x 3 x '.repeat(60_000);
  const started = performance.now();
  expect(named(text)).toHaveLength(60_000);
  expect(performance.now() - started).toBeLessThan(3_000);
});
