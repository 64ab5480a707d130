import type { JSX } from 'preact';
import type { QueryFact } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import { closedQueries, ownQueries } from '../../domain/review/index.ts';
import { useApp } from '../state/app.ts';
import { dayOf, QUERY_WORDS } from '../state/words.ts';
import { Icon, type IconName } from './icon.tsx';

const ICONS: Readonly<Record<QueryFact['status'], IconName>> = { open: 'waiting', answered: 'accept', cancelled: 'skipped' };

/** What this person asked on this visit, and what became of it; for others, what was asked and is closed. */
export function QueriesBefore({ open: { chart, session } }: { readonly open: OpenReview }): JSX.Element {
  const own = ownQueries(chart, session.user);
  return (
    <>
      {own.length > 0 && <Queries id="own-queries" title="Your questions" queries={own} mayCancel />}
      <Closed queries={closedQueries(chart).filter(({ sender }) => sender !== session.user.reference)} />
    </>
  );
}

function Closed({ queries }: { readonly queries: readonly QueryFact[] }): JSX.Element | null {
  return queries.length === 0 ? null : <Queries id="closed-queries" title="Questions closed on this visit" queries={queries} mayCancel={false} />;
}

function Queries({ id, title, queries, mayCancel }: { readonly id: string; readonly title: string; readonly queries: readonly QueryFact[]; readonly mayCancel: boolean }): JSX.Element {
  const app = useApp();
  return (
    <section class="own-proposals" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}<span class="count">{queries.length}</span></h2>
      <ul class="past">
        {queries.map(({ source, status, question, senderName, at, answer }) => (
          <li key={source.reference} class={`query-${status}`}>
            <p><Icon name={ICONS[status]} /><strong>{QUERY_WORDS[status]}:</strong> {question.title}</p>
            {answer !== null && <p class="answer">{answer.words}</p>}
            <p class="hint">Asked {dayOf(at)}{mayCancel || senderName === null ? '' : ` by ${senderName}`}{answer === null ? '' : ` · answered ${dayOf(answer.at)}${answer.whoName === null ? '' : ` by ${answer.whoName}`}`}</p>
            {status === 'open' && mayCancel && <div class="row"><button type="button" aria-label={`Cancel the question: ${question.title}`} onClick={() => void app.line.cancelQuery(source.reference)}>Cancel</button></div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
