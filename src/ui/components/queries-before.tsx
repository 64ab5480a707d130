import type { JSX } from 'preact';
import type { QueryFact, QueryLife } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import { useState } from 'preact/hooks';
import { ageInDays, lifeOf } from '../../domain/queries/life.ts';
import { closedQueries, openQueries, ownQueries } from '../../domain/review/index.ts';
import { focusSoon, useApp } from '../state/app.ts';
import { count, dayOf, QUERY_WORDS } from '../state/words.ts';
import { Icon, type IconName } from './icon.tsx';

const ICONS: Readonly<Record<QueryFact['status'], IconName>> = { open: 'waiting', answered: 'accept', cancelled: 'skipped' };

/** The worklist of whoever asks: what waits for whom and since when, the oldest first, with what is due; then what came of the rest. Others see what was asked and is closed. */
export function QueriesBefore({ open }: { readonly open: OpenReview }): JSX.Element {
  const app = useApp();
  const { chart, session, permission } = open;
  const isOwn = ({ sender }: QueryFact): boolean => sender === session.user.reference;
  const own = ownQueries(chart, session.user);
  const waiting = openQueries(chart);
  const asks = permission.kind === 'may-propose';
  const mine = [...waiting.filter(isOwn), ...own.filter(({ status }) => status !== 'open')];
  const others = asks ? waiting.filter((query) => !isOwn(query)) : [];
  return (
    <>
      {mine.length > 0 && <Queries id="own-queries" title="Your questions" queries={mine} isOwn />}
      {others.length > 0 && <Queries id="other-queries" title="Questions of colleagues that wait" queries={others} isOwn={false} />}
      <Closed queries={closedQueries(chart).filter((query) => !isOwn(query))} />
      {asks && <div class="row"><button type="button" onClick={() => app.line.toAsk(null)}><Icon name="questions" />Compose a question</button></div>}
    </>
  );
}

function Closed({ queries }: { readonly queries: readonly QueryFact[] }): JSX.Element | null {
  return queries.length === 0 ? null : <Queries id="closed-queries" title="Questions closed on this visit" queries={queries} isOwn={false} />;
}

function Queries({ id, title, queries, isOwn }: { readonly id: string; readonly title: string; readonly queries: readonly QueryFact[]; readonly isOwn: boolean }): JSX.Element {
  return (
    <section class="own-proposals" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}<span class="count">{queries.length}</span></h2>
      <ul class="past">{queries.map((query) => <Query key={query.source.reference} query={query} isOwn={isOwn} />)}</ul>
    </section>
  );
}

function Query({ query, isOwn }: { readonly query: QueryFact; readonly isOwn: boolean }): JSX.Element {
  const app = useApp();
  const { status, question, answer, closing } = query;
  const [takesBack, setTakesBack] = useState(false);
  const now = app.now();
  const life = lifeOf(query, now, app.policy.queries);
  const back = backId(query);
  return (
    <li class={`query-${status}`}>
      <p><Icon name={ICONS[status]} /><strong>{closing == null ? QUERY_WORDS[status] : CLOSED_WORDS[closing.how]}:</strong> {question.title}</p>
      {answer !== null && <p class="answer">{answer.words}</p>}
      {closing?.reason != null && <p class="answer">{closing.reason}</p>}
      <p class="hint">{sinceWords(query, now, isOwn)}</p>
      {status === 'open' && DUE_WORDS[life] !== undefined && <p class="due">{DUE_WORDS[life]}</p>}
      {status === 'open' && isOwn && !takesBack && (
        <div class="row">
          <Due query={query} life={life} />
          <button id={back} type="button" aria-label={`Take back the question: ${question.title}`} onClick={() => setTakesBack(true)}>Take back</button>
        </div>
      )}
      {takesBack && <TakeBack query={query} onLeave={() => { setTakesBack(false); focusSoon(back); }} />}
    </li>
  );
}

/** What the site's policy says is due now, as one button. */
function Due({ query: { source: { reference }, question: { title } }, life }: { readonly query: QueryFact; readonly life: QueryLife }): JSX.Element | null {
  const app = useApp();
  switch (life) {
    case 'remind': return <button type="button" aria-label={`Remind of the question: ${title}`} onClick={() => void app.line.followUpQuery(reference, 'remind')}>Remind</button>;
    case 'escalate': return <button type="button" aria-label={`Hand on the question: ${title}`} onClick={() => void app.line.followUpQuery(reference, 'escalate')}>Hand on to {app.policy.queries.escalateTo}</button>;
    case 'expired': return <button type="button" aria-label={`Close the question: ${title}`} onClick={() => void app.line.cancelQuery(reference, { how: 'expired', reason: null })}>Close</button>;
    case 'waiting': case 'answered': case 'withdrawn': return null;
  }
}

/** With the reason, which its readers see. */
function TakeBack({ query: { source: { reference } }, onLeave }: { readonly query: QueryFact; readonly onLeave: () => void }): JSX.Element {
  const app = useApp();
  const [reason, setReason] = useState('');
  const words = reason.trim();
  const submit = (event: Event): void => {
    event.preventDefault();
    if (words !== '') void app.line.cancelQuery(reference, { how: 'withdrawn', reason: words });
  };
  return (
    // Escape leaves the form from any of its fields; Keep it is its button.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <form class="reasons" onSubmit={submit} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onLeave(); } }}>
      <label class="field">
        <span>Why it is taken back</span>
        <input type="text" ref={(field) => { if (reason === '') field?.focus(); }} value={reason} autocomplete="off" maxLength={300} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <p class="hint">The clinicians of this visit see it.</p>
      <div class="row">
        <button type="submit" class="primary" disabled={words === ''}>Take it back</button>
        <button type="button" onClick={onLeave}>Keep it</button>
      </div>
    </form>
  );
}

const CLOSED_WORDS = { withdrawn: 'Taken back', expired: 'Closed without an answer' } as const;

const DUE_WORDS: Readonly<Partial<Record<QueryLife, string>>> = { remind: 'A reminder is due.', escalate: 'Due to be handed on.', expired: 'Its time is over.' };

function sinceWords(query: QueryFact, now: string, isOwn: boolean): string {
  const { status, at, senderName, answer, reminded, escalated, ownerName } = query;
  const by = isOwn || senderName === null ? '' : ` by ${senderName}`;
  const days = ageInDays(query, now);
  const waits = status !== 'open' ? null : `waits ${days === null ? '' : days === 0 ? 'since today ' : `${count(days, 'day')} `}for ${escalated != null && ownerName != null ? ownerName : 'the clinicians of this visit'}`;
  const answered = answer === null ? null : `answered ${dayOf(answer.at)}${answer.whoName === null ? '' : ` by ${answer.whoName}`}`;
  return [`Asked ${dayOf(at)}${by}`, waits, reminded == null ? null : `reminded ${dayOf(reminded)}`, escalated == null ? null : `handed on ${dayOf(escalated)}`, answered].filter((part) => part !== null).join(' · ');
}

function backId({ source: { reference } }: QueryFact): string {
  return `back-${reference.replaceAll(/[^\w-]+/g, '-')}`;
}
