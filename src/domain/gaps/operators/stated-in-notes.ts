import type { Snapshot } from '../index-chart.ts';
import type { StatedInNotesExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { noteWords } from '../lookup/note-words.ts';
import { quoteOf, searched } from './evidence.ts';
import { isBy, unseenNotes } from './provider-notes.ts';
import { saysTerm } from './terms.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function statedInNotes(name: string, words: Pick<StatedInNotesExpression, 'actions' | 'objects'>): StatedInNotesExpression {
  return { op: 'stated-in-notes', name, ...words };
}

/** "Increase metformin": a medication list alone ("metformin 500 mg") names no action and is no plan. */
export function evaluateStatedInNotes({ name, actions, objects }: StatedInNotesExpression, snapshot: Snapshot): Verdict {
  for (const { indexed, sentence } of noteWords(snapshot).find(objects)) {
    if (!indexed.thisVisit || !isBy(indexed, 'provider')) continue;
    if (saysTerm(indexed.note.text.slice(sentence.start, sentence.end), actions)) return yes([quoteOf(indexed, sentence, [])]);
  }
  const unseen = unseenNotes(snapshot);
  if (unseen.length > 0) return cannotTell(unseen);
  return no([searched(snapshot, [name], ['DocumentReference'], null)]);
}
