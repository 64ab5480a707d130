import { describe, expect, it } from 'vitest';
import type { QueryPolicy } from '../../../../src/domain/model/index.ts';
import { DEFAULT_POLICY } from '../../../../src/domain/model/index.ts';
import { withoutAsked } from '../../../../src/domain/queries/asked-before.ts';
import { DRAFT, queryFact, sent } from '../../../support/queries.ts';
import { chart, note } from '../../../support/writing.ts';

const left = (on: Parameters<typeof chart>[0], policy: Partial<QueryPolicy> = {}, draft = DRAFT) => withoutAsked([draft], chart(on), { ...DEFAULT_POLICY.queries, ...policy }).length;
const answer = { who: 'Practitioner/dr', whoName: 'Dr. Test Person', at: '2026-10-20T10:00:00-05:00', choice: { kind: 'undetermined' }, words: 'Unable to determine' } as const;
const earlier = (more: Parameters<typeof queryFact>[0] = {}) => queryFact({ status: 'answered', encounter: 'Encounter/earlier', answer, ...more });

describe('a question is not drafted again', () => {
  it('while it waits, or where it was answered on these indicators', () => {
    expect(left({})).toBe(1);
    expect(left({ queries: [queryFact()] })).toBe(0);
    expect(left({ queries: [queryFact({ status: 'answered', answer })] })).toBe(0);
    expect(left({ queries: [queryFact({ status: 'cancelled' })] })).toBe(1);
    expect(left({ queries: [queryFact({ status: 'answered', answer, question: { ...sent().question, indicators: sent().question.indicators.slice(0, 1) } })] })).toBe(1);
  });

  it('nor where a colleague composed one of the same title', () => {
    expect(left({ queries: [queryFact({ question: { ...sent().question, rule: 'composed-1' } })] })).toBe(0);
    expect(left({ queries: [queryFact({ question: { ...sent().question, rule: 'composed-1', title: 'Clinical significance of sodium results' } })] })).toBe(1);
  });

  it('for the days that the policy says after an answer at an earlier visit', () => {
    expect(left({ queries: [earlier()] })).toBe(0);
    expect(left({ queries: [earlier()] }, { askAgainAfterDays: 30 })).toBe(1);
    expect(left({ queries: [earlier()] }, { askAgainAfterDays: null })).toBe(1);
    expect(left({ queries: [earlier({ status: 'open', answer: null })] })).toBe(1);
    expect(left({ queries: [earlier({ status: 'cancelled', answer: null })] })).toBe(1);
  });

  it('but of an illness that comes anew, each visit asks for itself', () => {
    const kidney = { ...DRAFT, rule: 'aki-no-diagnosis' };
    expect(left({ queries: [earlier({ question: { ...sent().question, rule: kidney.rule } })] }, {}, kidney)).toBe(1);
    expect(left({ queries: [queryFact({ question: { ...sent().question, rule: kidney.rule } })] }, {}, kidney)).toBe(0);
  });
});

describe('what a note tells as the answer to a query', () => {
  it.each([
    ['an addendum', 'Addendum 11/18. Query response: the eGFR results represent chronic kidney disease stage 3a.'],
    ['in the flow of a sentence', 'In response to the CDI query, the fall in eGFR is due to volume depletion.'],
    ['a coder\'s query', 'Response to coding query:\nUnable to determine the significance of the eGFR.'],
  ])('is an answer: %s', (_, text) => {
    expect(left({ notes: [note('n1', text)] })).toBe(0);
  });

  it.each([
    ['of another matter', 'Query response: pressure ulcer of the sacrum, stage 3.'],
    ['in the next paragraph, of something else', 'Query response: sacral ulcer, stage 3.\n\nLabs: eGFR 46.'],
    ['a query that is only announced', 'Coding query sent about eGFR results.'],
    ['the result alone', 'eGFR 46, was 48.'],
  ])('is none: %s', (_, text) => {
    expect(left({ notes: [note('n1', text)] })).toBe(1);
  });

  it('counts at this visit, in a note that stands, by whoever may diagnose', () => {
    const told = note('n1', 'Query response: eGFR results represent chronic kidney disease stage 3a.');
    expect(left({ notes: [{ ...told, encounter: 'Encounter/earlier' }] })).toBe(1);
    expect(left({ notes: [{ ...told, status: 'entered-in-error' }] })).toBe(1);
    expect(left({ notes: [{ ...told, author: { ...told.author, role: 'nurse' } }] })).toBe(1);
  });
});
