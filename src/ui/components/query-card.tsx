import type { JSX } from 'preact';
import type { QueryDraft } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import type { Item } from '../state/items.ts';
import { useApp } from '../state/app.ts';
import { openEvidence } from '../state/commands.ts';
import { withDays } from '../state/words.ts';
import { Authority } from './gap-card.tsx';
import { Card, titleId } from './card.tsx';
import { Icon } from './icon.tsx';

/** A question drafted from the record. Everybody can read and copy it; who may propose sends it to the clinicians. */
export function QueryCard({ item, open }: { readonly item: Item & { kind: 'query' }; readonly open: OpenReview }): JSX.Element {
  const app = useApp();
  const { query, gap, key } = item;
  const maySend = open.permission.kind === 'may-propose';
  const quotes = query.indicators.map((i) => i.evidence).filter((e) => e.kind === 'quote');
  const copy = async (): Promise<void> => {
    try {
      await app.copy(asText(query));
      app.say('The question was copied.');
    } catch {
      app.say('The browser did not allow copying. Select the text instead.');
    }
  };
  return (
    <Card id={key} kind="query">
      <h3 class="code-line" id={titleId(key)}><span class="code-title">{query.title}</span> <span class="draft-tag">Draft</span></h3>
      <h4>What the record holds</h4>
      <ul class="indicators">
        {query.indicators.map((indicator) => {
          const { evidence } = indicator;
          const at = evidence.kind === 'quote' ? quotes.indexOf(evidence) : -1;
          return (
            <li key={indicator.text}>
              {withDays(indicator.text)}
              {evidence.kind === 'quote' && open.chart.notes.some((n) => n.id === evidence.note) && (
                <> <button type="button" class="link" aria-label="Open the note at this sentence" onClick={() => openEvidence(app, item, at)}><Icon name="note" />Open</button></>
              )}
            </li>
          );
        })}
      </ul>
      <p class="question">{query.question}</p>
      {query.options.length > 0 && <ul class="options">{query.options.map((option) => <li key={option}>{option}</li>)}</ul>}
      {gap !== null && <div class="why"><p>{withDays(gap.why)}</p><Authority gap={gap} /></div>}
      <div class="row">
        {maySend && <button type="button" onClick={() => app.line.toAsk(query.id)}><Icon name="questions" />Send this question</button>}
        <button type="button" onClick={() => void copy()}><Icon name="copy" />Copy the question</button>
      </div>
      <p class="hint">{maySend ? 'Drafted by software. It is sent under your name, and codes nothing.' : 'A draft to read and copy: nobody sent it to you. It codes nothing.'}</p>
    </Card>
  );
}

function asText(query: QueryDraft): string {
  return [
    query.title, '', 'Clinical indicators:', ...query.indicators.map((i) => `- ${withDays(i.text)}`), '', query.question,
    ...query.options.map((option) => `[ ] ${option}`),
  ].join('\n');
}
