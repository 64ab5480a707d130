import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLexicon, trieOf, type Phrase } from '../../../../src/domain/mentions/lexicon.ts';
import { matchPhrases } from '../../../../src/domain/mentions/match-phrases.ts';
import { unionTrie } from '../../../../src/domain/mentions/union-trie.ts';
import type { ConceptId } from '../../../../src/domain/model/index.ts';
import { tokenize } from '../../../../src/domain/text/tokens.ts';

const phrase = (words: string, code: string): Phrase => ({ words, concept: `icd:${code}` as ConceptId, codes: [code] });

describe('two tries as one', () => {
  it('the longest phrase of either wins; what both know means both, the first one first', () => {
    const lexicon = matchPhrases(unionTrie(trieOf([phrase('heart failure', 'I50.9'), phrase('cardiomyopathy', 'I42.0')]), trieOf([phrase('heart failure with quibbles', 'I50.Z'), phrase('cardiomyopathy', 'I42.00')])));
    const found = (text: string) => lexicon.match(tokenize(text)).map(({ from, to, codes }) => [from, to, codes]);
    expect(found('heart failure')).toEqual([[0, 2, ['I50.9']]]);
    expect(found('heart failure with quibbles')).toEqual([[0, 4, ['I50.Z']]]);
    expect(found('cardiomyopathy')).toEqual([[0, 1, ['I42.0', 'I42.00']]]);
    expect(found('nothing of it')).toEqual([]);
  });

  it('matches as one trie of all phrases would', () => {
    const word = fc.constantFrom('acute', 'heart', 'kidney', 'failure', 'pain', 'left', 'with', 'chronic');
    const phrases = fc.array(fc.tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom('A', 'B', 'C', 'D')).map(([words, code]) => phrase(words.join(' '), code)), { maxLength: 8 });
    fc.assert(fc.property(phrases, phrases, fc.array(word, { maxLength: 12 }), (first, second, words) => {
      const tokens = tokenize(words.join(' '));
      expect(matchPhrases(unionTrie(trieOf(first), trieOf(second))).match(tokens)).toEqual(buildLexicon([...first, ...second]).match(tokens));
    }), { numRuns: 500 });
  });
});
