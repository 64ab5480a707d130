import type { Snapshot } from '../index-chart.ts';
import type { StatedInNotesExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { quoteOf, searched } from './evidence.ts';
import { providerNotes, unseenNotes } from './provider-notes.ts';
import { holdsTerm, mayHoldTerm } from './terms.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function statedInNotes(name: string, words: Pick<StatedInNotesExpression, 'actions' | 'objects'>): StatedInNotesExpression {
  return { op: 'stated-in-notes', name, ...words };
}

/** "Increase metformin": a medication list alone ("metformin 500 mg") names no action and is no plan. */
export function evaluateStatedInNotes({ name, actions, objects }: StatedInNotesExpression, snapshot: Snapshot): Verdict {
  for (const indexed of providerNotes(snapshot)) {
    if (!indexed.thisVisit || !mayHoldTerm(indexed.note.text, objects)) continue;
    const stated = indexed.findings.sentences.find(({ start, end }) => {
      const sentence = indexed.note.text.slice(start, end);
      return holdsTerm(sentence, objects) && holdsTerm(sentence, actions);
    });
    if (stated) return yes([quoteOf(indexed, stated, [])]);
  }
  const unseen = unseenNotes(snapshot);
  if (unseen.length > 0) return cannotTell(unseen);
  return no([searched(snapshot, [name], ['DocumentReference'], null)]);
}
