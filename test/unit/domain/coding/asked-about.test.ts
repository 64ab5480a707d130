import { expect, test } from 'vitest';
import { askedAbout } from '../../../../src/domain/coding/asked-about.ts';
import type { Statement } from '../../../../src/domain/coding/statements.ts';
import type { GapFinding, Suggestion } from '../../../../src/domain/model/index.ts';

const WORDS = { kind: 'quote', document: 'DocumentReference/1', version: null, note: '1', start: 0, end: 40, quote: '', marks: [{ start: 0, end: 22 }] };
const CONFLICT = gap('provider-conflict', 'open');
const SAID = [said('N17.0', { start: 0, end: 22 })];

test('a code that rests on words which an open conflict quotes waits for the answer', () => {
  expect(askedAbout(suggestion('N17.0', 'N17.9'), [CONFLICT], SAID)).toMatch(/^Asked about/);
});

test('what the same words say beside the matter does not wait', () => {
  expect(askedAbout(suggestion('I95.9'), [CONFLICT], SAID)).toBeNull();
});

test('a question that is met, or asks only what a finding means, holds nothing back', () => {
  expect(askedAbout(suggestion('N17.0', 'N17.9'), [gap('provider-conflict', 'met')], SAID)).toBeNull();
  expect(askedAbout(suggestion('N17.0', 'N17.9'), [gap('hf-type-query', 'open')], SAID)).toBeNull();
});

test('the code that an answer names follows from it', () => {
  expect(askedAbout(suggestion('N17.0', 'N17.9'), [CONFLICT], [...SAID, said('N17.0', { start: 9, end: 20 }, 'query-answer')])).toBeNull();
});

function gap(rule: string, outcome: GapFinding['outcome']): GapFinding {
  return { rule, version: '1.0.0', topic: rule, kind: 'documentation', title: 'Conflict', authority: [], outcome, why: '', evidence: [WORDS] } as unknown as GapFinding;
}

function suggestion(code: string, from?: string): Suggestion {
  return { action: from === undefined ? 'add' : 'specify', code, ...(from === undefined ? {} : { from }), evidence: [WORDS] } as unknown as Suggestion;
}

function said(code: string, mention: { readonly start: number; readonly end: number }, extractor = 'plain'): Statement {
  return { code, mention, note: { id: extractor === 'plain' ? '1' : '2', extractor } } as unknown as Statement;
}
