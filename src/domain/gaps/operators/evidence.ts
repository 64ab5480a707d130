import type { FactEvidence, QuoteEvidence, SearchedEvidence, Span } from '../../model/index.ts';
import type { ChartedValue, IndexedNote, IndexedValue, Snapshot } from '../index-chart.ts';
import { calendarDate } from './time.ts';

/** A result as charted, or the sentence that tells it. */
export function evidenceOf(value: IndexedValue, label: string): FactEvidence | QuoteEvidence {
  return value.fact === null ? quoteOf(value.note, value.told.sentence, [value.told.mark]) : factOf(value, label);
}

/** Its own value, unit and date. */
function factOf(value: ChartedValue, label: string): FactEvidence {
  const { fact, code, quantity, text } = value;
  const shown = quantity === null ? text : quantity.comparator === null ? quantity.value : `${quantity.comparator}${quantity.value}`;
  return {
    kind: 'fact', resource: fact.source.reference, version: fact.source.version, code, label,
    ...(shown === null ? {} : { value: shown }),
    ...(quantity?.unit ? { unit: quantity.unit } : {}),
    date: fact.date,
  };
}

/** Nothing found, from a day (null: from the beginning of the record) through the encounter's. */
export function searched(snapshot: Snapshot, what: readonly string[], kinds: readonly string[], fromDay: number | null): SearchedEvidence {
  return {
    kind: 'searched', what, kinds, from: fromDay === null ? null : calendarDate(fromDay), through: calendarDate(snapshot.asOf.day), found: 0,
  };
}

/** The sentence around the words, verbatim. */
export function quoteOf({ note }: IndexedNote, sentence: Span, marks: readonly Span[]): QuoteEvidence {
  return {
    kind: 'quote', document: note.document.reference, version: note.document.version, note: note.id,
    start: sentence.start, end: sentence.end, quote: note.text.slice(sentence.start, sentence.end), marks,
  };
}
