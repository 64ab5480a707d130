import { describe, expect, test } from 'vitest';
import { compileCues } from '../../../../src/domain/mentions/assertion/cue-trie.ts';
import { matchCues, matchEach } from '../../../../src/domain/mentions/assertion/match-cues.ts';
import type { AnyRow } from '../../../../src/domain/mentions/assertion/cue-row.ts';
import { HISTORY } from '../../../../src/domain/mentions/assertion/cues/history.ts';
import { HYPOTHETICAL } from '../../../../src/domain/mentions/assertion/cues/hypothetical.ts';
import { NEGATION } from '../../../../src/domain/mentions/assertion/cues/negation.ts';
import { PEOPLE } from '../../../../src/domain/mentions/assertion/cues/people.ts';
import { SCOPE_ENDS } from '../../../../src/domain/mentions/assertion/cues/scope-ends.ts';
import { UNCERTAINTY } from '../../../../src/domain/mentions/assertion/cues/uncertainty.ts';
import { wordsIn } from '../../../../src/domain/mentions/assertion/words.ts';
import { tokenize } from '../../../../src/domain/text/tokens.ts';

const wordsOf = (text: string) => wordsIn(text, { start: 0, end: text.length }, tokenize(text));
const row = (kind: 'negation' | 'history', ...say: string[]): AnyRow => ({ kind, looks: 'ahead', reach: 'list', say });
const found = (rows: readonly AnyRow[], text: string) => matchCues(compileCues([rows]), wordsOf(text)).map(({ row: { say }, from, to }) => [say[0], from, to]);

/** As the tables mean it: each choice in turn, beside the first of the others; what may be left out, left out and said. */
function writtenOut(way: string): string[] {
  const parts = way.split(/(<[^<>]*>\??)/).filter((part) => part !== '').map((part) => (part.startsWith('<') ? [...part.replace(/^<|>\??$/g, '').split('|'), ...(part.endsWith('?') ? [''] : [])] : [part]));
  return parts.flatMap((choices, at) => choices.map((choice) => parts.map((others, i) => (i === at ? choice : others[0])).join('')));
}

describe('the cue tables', () => {
  test.each(Object.entries({ NEGATION, UNCERTAINTY, HISTORY, HYPOTHETICAL, PEOPLE, SCOPE_ENDS }))('every way to say a row of %s is found, whole', (_, table: readonly AnyRow[]) => {
    const faults = table.flatMap((one) => one.say.flatMap((way) => {
      const cues = compileCues([[{ ...one, say: [way] }]]);
      return writtenOut(way).filter((text) => {
        const words = wordsOf(text);
        return !matchEach(cues, words).some(({ from, to }) => from === 0 && to === words.length);
      });
    }));
    expect(faults).toEqual([]);
  });
});

describe('compiled cues', () => {
  test('take the longest row, and what it covers is taken', () => {
    expect(found([row('negation', 'no'), row('negation', 'no <evidence|sign>? of'), row('history', 'of')], 'no sign of it, no of')).toEqual([['no <evidence|sign>? of', 0, 3], ['no <evidence|sign>? of', 5, 7]]);
  });

  test('leave up to four words open, but not across punctuation', () => {
    const rows = [row('history', 'exposed … to')];
    expect(found(rows, 'exposed to it, exposed at work last week to it')).toEqual([['exposed … to', 0, 2], ['exposed … to', 4, 10]]);
    expect(found(rows, 'exposed at work, to it')).toEqual([]);
    expect(found(rows, 'exposed at work all of last week to it')).toEqual([]);
  });

  test('take a number in digits or in words', () => {
    const rows = [row('history', '# <days|weeks> ago')];
    expect(found(rows, '12 days ago, two weeks ago').map(([, from, to]) => [from, to])).toEqual([[0, 3]]);
    expect(found([row('history', 'stopped # days ago')], 'stopped two days ago')).toEqual([['stopped # days ago', 0, 4]]);
    expect(found([row('history', 'stopped # days ago')], 'stopped those days ago')).toEqual([]);
  });

  test('tell each row that says the same words, once and in the order of the tables', () => {
    expect(found([row('negation', 'denies', '<denies|denied>'), row('history', 'denied'), row('negation', 'was <denied>')], 'denied')).toEqual([['denies', 0, 1], ['denied', 0, 1]]);
  });
});
