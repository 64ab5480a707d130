import type { GapFinding, QuoteEvidence, Span, Suggestion } from '../model/index.ts';
import type { Statement } from './statements.ts';
import { category } from './hierarchy.ts';

/**
 * Why a suggestion waits for an answer: an open question quotes the very words that it rests on, as contradicted or undecided, and a code
 * beside it would answer in the provider's stead (ICD-10-CM Guidelines I.B.14, III.B; AHIMA/ACDIS 2022). Null where nothing asks about it,
 * or where it already rests on an answer.
 */
export function askedAbout({ code, from, evidence }: Suggestion, gaps: readonly GapFinding[], said: readonly Statement[]): string | null {
  const quotes = evidence.filter((one) => one.kind === 'quote');
  if (said.some(({ note, code: stated }) => note.extractor === 'query-answer' && stated === code)) return null;
  const asking = gaps.find((gap) => gap.outcome === 'open' && DECIDING.has(gap.rule) && gap.evidence.some((asked) => asked.kind === 'quote' && quotes.some((own) => isOfSameWords(own, asked))
    && said.some((one) => isWithin(one, asked) && [code, from ?? code].some((of) => category(of) === category(one.code)))));
  return asking === undefined ? null : `Asked about: ${asking.title}. The code follows from the answer.`;
}

/** Questions that doubt the documented words themselves; the others ask what a finding means, beside what is documented. */
const DECIDING: ReadonlySet<string> = new Set(['provider-conflict', 'same-note-conflict', 'cancer-status-query', 'acute-event-status-query', 'ckd-stage-conflict', 'weight-class-conflict']);

function isOfSameWords(own: QuoteEvidence, asked: QuoteEvidence): boolean {
  return own.note === asked.note && own.marks.some((mark) => asked.marks.some((other) => overlaps(mark, other)));
}

function isWithin({ note, mention }: Statement, asked: QuoteEvidence): boolean {
  return note.id === asked.note && asked.marks.some((mark) => overlaps(mark, mention));
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
