import type { AssertionStatus } from '../../model/index.ts';
import type { Snapshot } from '../index-chart.ts';
import type { NotedExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { noteWords } from '../lookup/note-words.ts';
import { quoteOf, searched } from './evidence.ts';
import { isBy, unseenNotes } from './provider-notes.ts';
import { holdsTerm } from './terms.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function noted(name: string, words: readonly string[], of: Partial<Omit<NotedExpression, 'op' | 'name' | 'words'>> = {}): NotedExpression {
  return { op: 'noted', name, words, beside: [], except: [], by: 'anyone', visit: 'this', is: 'affirmed', ...of };
}

/** The author's words decide, read as any mention's are (docs/assertion.md): "no dyspnea", "mother has dyspnea" and "return if dyspnea" do not affirm it. */
export function evaluateNoted({ name, words, beside, except, by, visit, is }: NotedExpression, snapshot: Snapshot): Verdict {
  for (const hit of noteWords(snapshot).find(words)) {
    const { indexed, sentence, start, end } = hit;
    if ((visit === 'this' && !indexed.thisVisit) || !isBy(indexed, by)) continue;
    const text = indexed.note.text.slice(sentence.start, sentence.end);
    if ((except.length > 0 && holdsTerm(text, except)) || (beside.length > 0 && !holdsTerm(text, beside))) continue;
    if (COUNTED[is].has(hit.asserted().status)) return yes([quoteOf(indexed, sentence, [{ start, end }])]);
  }
  const unseen = unseenNotes(snapshot, by);
  if (unseen.length > 0) return cannotTell(unseen);
  return no([searched(snapshot, [name], ['DocumentReference'], null)]);
}

const COUNTED: Record<NotedExpression['is'], ReadonlySet<AssertionStatus>> = {
  affirmed: new Set(['present', 'possible']),
  ever: new Set(['present', 'possible', 'historical']),
  denied: new Set(['absent']),
  either: new Set(['present', 'possible', 'absent']),
};
