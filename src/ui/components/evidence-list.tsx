import type { JSX } from 'preact';
import type { Chart } from '../../domain/model/index.ts';
import { evidenceOf, quotesOf, type Item } from '../state/items.ts';
import { useApp } from '../state/app.ts';
import { openEvidence } from '../state/commands.ts';
import { inFirstPassages } from '../state/left-out.ts';
import { count } from '../state/words.ts';
import { Fact, Quote, Searched } from './evidence.tsx';
import { Icon } from './icon.tsx';


/** What stands behind a card. Where it must be opened first and is no quote, it stays folded until it is. */
export function EvidenceList({ item, chart, mustOpen }: { readonly item: Item; readonly chart: Chart; readonly mustOpen: boolean }): JSX.Element | null {
  const app = useApp();
  const evidence = evidenceOf(item);
  const quotes = quotesOf(evidence);
  const facts = evidence.filter((e) => e.kind === 'fact');
  const searched = evidence.filter((e) => e.kind === 'searched');
  const shown = inFirstPassages(quotes, shownPassages(item));
  const folded = mustOpen && quotes.length === 0 && !app.shown.value.has(item.key);
  if (evidence.length === 0) return null;
  if (folded) {
    return <button type="button" class="link unfold-evidence" onClick={() => openEvidence(app, item)}><Icon name="note" />Show the evidence</button>;
  }
  return (
    <div class="evidence">
      {quotes.slice(0, shown).map((quote, index) => (
        <Quote key={`${quote.note}${quote.start}`} quote={quote} chart={chart} onOpen={() => openEvidence(app, item, index)} />
      ))}
      {quotes.length > shown && (
        <button type="button" class="link" onClick={() => openEvidence(app, item, shown)}>
          {count(quotes.length - shown, 'more passage')}
        </button>
      )}
      {facts.length > 0 && <ul class="facts">{facts.map((fact) => <Fact key={`${fact.resource}${fact.label}`} fact={fact} />)}</ul>}
      {searched.map((search) => <Searched key={search.what.join()} searched={search} />)}
    </div>
  );
}

/** One passage supports a code; taking one off asks for a second look. The others are one press away. */
function shownPassages(item: Item): number {
  return item.kind === 'suggestion' && item.suggestion.action === 'remove' ? 2 : 1;
}
