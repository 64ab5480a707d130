import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { buildLexicon } from '../../src/domain/mentions/lexicon.ts';
import type { ConceptId } from '../../src/domain/model/index.ts';
import { tokenize } from '../../src/domain/text/tokens.ts';
import { cpuTime } from '../support/cpu-time.ts';

const word = constantFrom('heart', 'failure', 'acute', 'chronic', 'kidney', 'of', 'the', 'disease', 'type', 'II', '2');
const wording = array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const phrases = array(wording, { maxLength: 12 });
const built = (wordings: readonly string[]) => buildLexicon(wordings.map((words) => ({ words, concept: words as ConceptId, codes: [words] })));

test('matches ascend, do not overlap and lie within the tokens', () => {
  assert(property(phrases, array(word, { maxLength: 60 }), (wordings, words) => {
    const tokens = tokenize(words.join(' '));
    let last = 0;
    for (const match of built(wordings).match(tokens)) {
      expect(match.from).toBeGreaterThanOrEqual(last);
      expect(match.to).toBeGreaterThan(match.from);
      last = match.to;
    }
    expect(last).toBeLessThanOrEqual(tokens.length);
  }));
});

test('every phrase that is more than little words is found alone', () => {
  assert(property(phrases, (wordings) => {
    const lexicon = built(wordings);
    const contents = wordings.map((words) => words.replace(/\b(?:of|the)\b/g, ' ').trim()).filter((words) => words !== '');
    for (const content of contents) expect(lexicon.match(tokenize(content))[0]?.codes.length).toBeGreaterThan(0);
  }));
});

test('finds the same whatever stands before and behind', () => {
  assert(property(phrases, wording, (wordings, words) => {
    const lexicon = built(wordings);
    const alone = lexicon.match(tokenize(words)).map(({ from, to, concept }) => ({ from: from + 2, to: to + 2, concept }));
    const within = lexicon.match(tokenize(`zzz yyy ${words} xxx`)).map(({ from, to, concept }) => ({ from, to, concept }));
    expect(within).toEqual(alone);
  }));
});

test('stays linear on text made to mislead it', () => {
  const lexicon = built(['acute acute acute acute acute acute acute acute acute acute acute acute kidney', 'acute of the kidney']);
  const time = (count: number) => {
    const tokens = tokenize('acute of the '.repeat(count));
    return cpuTime(() => lexicon.match(tokens));
  };
  time(20_000);
  expect(time(200_000)).toBeLessThan(Math.max(20, time(20_000)) * 40);
});
