import type { JSX } from 'preact';
import type { OpenReview } from '../../app/review-state.ts';
import type { Group, GroupId, Item } from '../state/items.ts';
import type { IconName } from '../components/icon.tsx';
import { useEffect } from 'preact/hooks';
import { signableOf } from '../../app/review.ts';
import { AskedCard } from '../components/asked-card.tsx';
import { GapCard } from '../components/gap-card.tsx';
import { emptyTitle, isWhole } from '../state/chart-words.ts';
import { Icon } from '../components/icon.tsx';
import { LevelCard } from '../components/level-card.tsx';
import { OutboxBanner } from '../components/outbox-banner.tsx';
import { OwnProposals } from '../components/own-proposals.tsx';
import { NoteViewer } from '../components/note-viewer.tsx';
import { QueryCard } from '../components/query-card.tsx';
import { BelowList, QueriesBefore } from './later-screens.ts';
import { SuggestionCard } from '../components/suggestion-card.tsx';
import { focusStop, listView, perform, unfoldAndFocus, type ListView } from '../state/commands.ts';
import { commandOf } from '../state/keys.ts';
import { openSuggestions } from '../state/items.ts';
import { useApp } from '../state/app.ts';
import { count } from '../state/words.ts';

/** The review list: what is not supported first, then what needs detail, what is missing, gaps, questions. */
export function Review({ open }: { readonly open: OpenReview }): JSX.Element {
  const app = useApp();
  const view = listView(open, app.unfolded.value, app.policy.openCards);
  const stop = view.stops.find((s) => s.key === app.current.value) ?? null;
  /** A level that asks for nothing leaves the screen as good as it is. */
  const empty = view.groups.every(({ items }) => items.every(({ kind }) => kind === 'level'));
  useEffect(() => {
    app.say(empty ? `${emptyTitle(open.chart)}.` : `Review ready. ${view.groups.map((group) => `${group.title}: ${group.items.length}`).join('. ')}.`);
    const first = app.current.value ?? view.stops[0]?.key ?? null;
    app.current.value = first;
    /** What stands above the first card is to be read first. */
    focusStop(app, first, { preventScroll: first === view.stops[0]?.key });
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const command = commandOf(event, app.keys.value);
    if (command === null) return;
    event.preventDefault();
    perform(app, open, command, stop, view);
  };
  const viewing = app.viewing.value;
  return (
    <div class={viewing === null ? 'desk' : 'desk with-note'}>
      <main class="list-side" inert={viewing !== null && app.narrow.value}>
        <div class="scroll">
          <h1 class="live">Review</h1>
          {open.permission.kind === 'read-only' && (
            <p class="read-only"><Icon name="lock" /><span><strong>Read-only.</strong> {open.permission.why}</span></p>
          )}
          {open.notices.map((notice) => <p key={notice} class="notice">{notice}</p>)}
          {open.analysis.release === null && <p class="notice">The day of this visit lies outside the code sets in this app, so no code is suggested.</p>}
          <OutboxBanner open={open} />
          {empty && <NothingToReview open={open} />}
          {view.groups.length > 0 && (
            // Keys work while the focus is anywhere in the list (WCAG 2.1.4); each has a visible control as well.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
            <section class="review" onKeyDown={onKeyDown} aria-label="Review list">
              {view.groups.map((group) => <GroupSection key={group.id} group={group} open={open} view={view} />)}
            </section>
          )}
          <OwnProposals proposals={open.ownProposals} chart={open.chart} />
          {((open.chart.queries ?? []).length > 0 || open.permission.kind === 'may-propose') && <QueriesBefore open={open} />}
          <BelowList open={open} />
          <div class="row list-end">
            <button type="button" class="quiet" onClick={() => { app.dialog.value = 'summary'; }}><Icon name="copy" />Copy or print</button>
            <button type="button" class="quiet" onClick={() => app.line.again()}><Icon name="again" />Read the record again</button>
          </div>
        </div>
        {open.permission.kind !== 'read-only' && (!empty || signableOf(open).length > 0) && <Footer open={open} />}
      </main>
      {viewing !== null && <NoteViewer viewing={viewing} chart={open.chart} />}
    </div>
  );
}

const GROUP_ICONS: Readonly<Record<GroupId, IconName>> = {
  unsupported: 'unsupported', unspecific: 'unspecific', missing: 'missing', gaps: 'gaps', questions: 'questions', visit: 'visit',
};

function GroupSection({ group, open, view }: {
  readonly group: Group & { readonly visible: readonly Item[]; readonly hidden: number }; readonly open: OpenReview; readonly view: ListView;
}): JSX.Element {
  const app = useApp();
  const more = `more-${group.id}`;
  return (
    <section class={`group group-${group.id}`} aria-labelledby={`group-${group.id}`}>
      <h2 id={`group-${group.id}`}><Icon name={GROUP_ICONS[group.id]} /><span>{group.title}</span><span class="count">{group.items.length}</span></h2>
      {group.visible.map((item) => <ItemCard key={item.key} item={item} open={open} view={view} />)}
      {group.hidden > 0 && (
        <button id={more} type="button" class="more" aria-expanded={false}
          onFocus={() => { app.current.value = more; }} onClick={() => unfoldAndFocus(app, group, group.visible.length)}>
          Show {group.visible.length === 0 ? group.hidden : `${group.hidden} more`}
        </button>
      )}
    </section>
  );
}

function ItemCard({ item, open, view }: { readonly item: Item; readonly open: OpenReview; readonly view: ListView }): JSX.Element {
  switch (item.kind) {
    case 'suggestion': return <SuggestionCard item={item} open={open} view={view} />;
    case 'level': return <LevelCard item={item} open={open} />;
    case 'gap': return <GapCard item={item} open={open} />;
    case 'query': return <QueryCard item={item} open={open} />;
    case 'asked': return <AskedCard item={item} open={open} />;
  }
}

/** A good screen where all was read; where it was not, it says so and claims no more than was compared. */
function NothingToReview({ open }: { readonly open: OpenReview }): JSX.Element {
  const app = useApp();
  const { notes } = open.chart;
  const whole = isWhole(open.chart);
  return (
    <section class="empty" aria-label="Nothing to decide">
      <Icon name={whole && notes.length > 0 ? 'whole' : 'partial'} />
      <h2>{emptyTitle(open.chart)}</h2>
      <p>{notes.length === 0 ? 'No note could be read, so the charted diagnoses were compared with nothing.' : `The charted diagnoses and ${count(notes.length, 'note')} were compared: nothing to add, to detail or to take off.`}</p>
      {!whole && <button type="button" onClick={() => { app.dialog.value = 'details'; }}>See what was not read</button>}
    </section>
  );
}

function Footer({ open }: { readonly open: OpenReview }): JSX.Element {
  const app = useApp();
  const asked = openSuggestions(open);
  const decided = asked.filter(({ id }) => open.decisions.has(id)).length;
  const ready = app.sentOn.value === open.chart ? 0 : signableOf(open).length;
  const act = open.permission.kind === 'may-propose' ? { one: 'Propose', many: `Propose ${ready}` } : { one: 'Countersign', many: `Countersign ${count(ready, 'item')}` };
  return (
    <footer class="foot">
      <p>{asked.length === 0 ? 'Nothing to decide' : `${decided} of ${asked.length} decided`}</p>
      <button type="button" class="primary" disabled={ready === 0} onClick={() => app.line.toCountersign()}>{ready === 0 ? act.one : act.many}</button>
    </footer>
  );
}
