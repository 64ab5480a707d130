import type { JSX } from 'preact';
import type { Chart, QuoteEvidence } from '../../domain/model/index.ts';
import { useApp } from '../state/app.ts';
import { inFirstPassages } from '../state/left-out.ts';
import { count } from '../state/words.ts';
import { Quote } from './evidence.tsx';

/** The passage that decided, with its cue words marked; the others are one press away. */
export function Passages({ id, name, quotes, chart }: { readonly id: string; readonly name: string; readonly quotes: readonly QuoteEvidence[]; readonly chart: Chart }): JSX.Element | null {
  const app = useApp();
  if (quotes.length === 0) return null;
  const shown = inFirstPassages(quotes, 1);
  const view = (at: number): void => { app.viewing.value = { key: id, name, quotes, at }; };
  return (
    <div class="evidence">
      {quotes.slice(0, shown).map((quote, at) => <Quote key={`${quote.note}${quote.start}`} quote={quote} chart={chart} onOpen={() => view(at)} />)}
      {quotes.length > shown && <button type="button" class="link" onClick={() => view(shown)}>{count(quotes.length - shown, 'more passage')}</button>}
    </div>
  );
}
