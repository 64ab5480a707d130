import type { JSX } from 'preact';
import type { Chart, FactEvidence, QuoteEvidence, SearchedEvidence } from '../../domain/model/index.ts';
import { sourceLine } from '../state/chart-words.ts';
import { cellEnds, piecesOf } from '../state/note-text.ts';
import { dayOf, searchedWords, valueWords } from '../state/words.ts';
import { Icon } from './icon.tsx';

/** The sentence with its words marked, and whose it is. */
export function Quote({ quote, chart, onOpen }: {
  readonly quote: QuoteEvidence; readonly chart: Chart; readonly onOpen: () => void;
}): JSX.Element {
  const note = chart.notes.find((n) => n.id === quote.note);
  return (
    <figure class="quote">
      <blockquote><MarkedText quote={quote} /></blockquote>
      <figcaption>{note === undefined ? 'A note that is no longer open' : sourceLine(note)}</figcaption>
      {note !== undefined && (
        <button type="button" class="link" aria-label={`Open the ${note.title} at this sentence`} onClick={onOpen}><Icon name="note" />Open</button>
      )}
    </figure>
  );
}

export function Fact({ fact }: { readonly fact: FactEvidence }): JSX.Element {
  return (
    <li class="fact">
      <span class="fact-label">{fact.label}</span>
      {fact.value !== undefined && <span class="fact-value">{valueWords(fact)}</span>}
      <span class="fact-date">{dayOf(fact.date)}</span>
    </li>
  );
}

export function Searched({ searched }: { readonly searched: SearchedEvidence }): JSX.Element {
  return <p class="searched" title={searched.what.join(', ')}>{searchedWords(searched)}</p>;
}

function MarkedText({ quote }: { readonly quote: QuoteEvidence }): JSX.Element {
  const shifted = quote.marks.map((mark) => ({ start: mark.start - quote.start, end: mark.end - quote.start }));
  const pieces = piecesOf(quote.quote, { start: 0, end: quote.quote.length }, [], shifted);
  const ends = cellEnds(quote.quote);
  return <>{pieces.map((piece) => (piece.kind === 'mark' ? <mark key={piece.start}>{piece.text}</mark> : <Words key={piece.start} text={piece.text} at={piece.start} ends={ends} />))}</>;
}

/** Text with the cells of a table set apart: by white space alone, a mark under “No” can look as if it stood under “Yes”. `at`: where it begins in what `ends` counts in. */
export function Words({ text, at, ends }: { readonly text: string; readonly at: number; readonly ends: ReadonlySet<number> }): JSX.Element {
  if (ends.size === 0 || !text.includes('\t')) return <>{text}</>;
  return <>{[...text.matchAll(/\t|[^\t]+/g)].map(({ 0: run, index }) => (ends.has(at + index) ? <span key={index} class="cell-end">{run}</span> : run))}</>;
}
