import type { ConditionTarget, Suggestion } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import type { App } from './app.ts';
import type { Command } from './keys.ts';
import type { Group, Item } from './items.ts';
import { mustOpenFirst, signableOf } from '../../app/review.ts';
import { choose, focusSoon } from './app.ts';
import { isSigned } from './outcome.ts';
import { evidenceOf, firstSight, groupsOf, nameOf, quotesOf } from './items.ts';
import { count } from './words.ts';

/** A place where J and K stop: a card, or the button that shows a group's folded cards. */
export type Stop = { readonly kind: 'item'; readonly key: string; readonly item: Item } | { readonly kind: 'more'; readonly key: string; readonly group: Group; readonly hidden: number };

/** What the list shows now, in order. */
export interface ListView {
  readonly groups: readonly (Group & { readonly visible: readonly Item[]; readonly hidden: number })[];
  readonly stops: readonly Stop[];
}

export function listView(open: OpenReview, unfolded: ReadonlySet<string>, openCards: number): ListView {
  const groups = groupsOf(open);
  const first = firstSight(groups, openCards, open.session.user.role);
  const shown = groups.map((group) => {
    const visible = unfolded.has(group.id) ? group.items : group.items.filter((item) => first.has(item.key));
    return { ...group, visible, hidden: group.items.length - visible.length };
  });
  const stops = shown.flatMap((group): readonly Stop[] => [
    ...group.visible.map((item): Stop => ({ kind: 'item', key: item.key, item })),
    ...(group.hidden > 0 ? [{ kind: 'more', key: `more-${group.id}`, group, hidden: group.hidden } as const] : []),
  ]);
  return { groups: shown, stops };
}

/** Does what a key or a button asks, on the stop that has the focus. */
export function perform(app: App, open: OpenReview, command: Command, stop: Stop | null, view: ListView): void {
  switch (command) {
    case 'next': move(app, view, 1); return;
    case 'previous': move(app, view, -1); return;
    case 'help': app.dialog.value = 'help'; return;
    case 'countersign': countersign(app, open); return;
    case 'undo': undo(app, open, stop); return;
    case 'open':
      if (stop?.kind === 'more') unfoldAndFocus(app, stop.group, stop.group.items.length - stop.hidden);
      if (stop?.kind === 'item') openEvidence(app, stop.item);
      return;
    case 'accept': case 'modify': case 'reject': case 'defer':
      if (stop?.kind === 'item') decideOn(app, open, command, stop.item, view);
  }
}

/** Opens the note at the sentence; where the evidence is no quote, the facts and the search behind it. */
export function openEvidence(app: App, item: Item, at = 0): void {
  const quotes = quotesOf(evidenceOf(item));
  if (item.kind === 'suggestion') app.line.open(item.suggestion.id);
  if (quotes.length === 0) {
    app.shown.value = new Set([...app.shown.value, item.key]);
    app.say('The evidence behind this item is shown.');
    return;
  }
  app.current.value = item.key;
  app.viewing.value = { key: item.key, name: nameOf(item), quotes, at };
}

function unfold(app: App, group: Group): void {
  app.unfolded.value = new Set([...app.unfolded.value, group.id]);
  app.say(`${group.title}: all ${count(group.items.length, 'item')} shown.`);
}

export function unfoldAndFocus(app: App, group: Group, visible: number): void {
  unfold(app, group);
  focusStop(app, group.items[visible]?.key ?? null);
}

export function decideOn(app: App, open: OpenReview, command: 'accept' | 'modify' | 'reject' | 'defer', item: Item, view: ListView): void {
  if (item.kind !== 'suggestion') { app.say('This item asks for no decision here.'); return; }
  const { suggestion } = item;
  if (open.permission.kind === 'read-only') { app.say(open.permission.why); return; }
  const decision = open.decisions.get(suggestion.id);
  if (decision !== undefined) { app.say(isSigned(open, decision) ? (open.permission.kind === 'may-propose' ? 'Already proposed.' : 'Already signed.') : 'Already decided. Undo first.'); return; }
  if (command === 'modify' && suggestion.system !== 'icd-10-cm') { app.say('A service can be accepted, rejected or deferred.'); return; }
  if (command === 'modify' && suggestion.action === 'remove') { app.say('A removal can be accepted, rejected or deferred.'); return; }
  if (mustOpenFirst(suggestion, { kind: command }, open.opened)) { app.say(OPEN_FIRST); return; }
  app.current.value = item.key;
  if (command !== 'accept') { app.form.value = { key: item.key, kind: command }; return; }
  if (choose(app, suggestion, { kind: 'accept', target: targetOf(app, suggestion) })) moveOn(app, open, item, view);
}

export const OPEN_FIRST = 'Open the evidence first, then you can accept.';

export function targetOf(app: App, suggestion: Suggestion): ConditionTarget {
  if (suggestion.system !== 'icd-10-cm') return 'encounter-diagnosis';
  return app.targets.value.get(suggestion.id) ?? app.policy.defaultTarget;
}

/** To the next card that still asks for a decision; stays where there is none. */
export function moveOn(app: App, open: OpenReview, from: Item, view: ListView): void {
  app.form.value = null;
  const index = view.stops.findIndex((stop) => stop.key === from.key);
  const asks = (stop: Stop): boolean =>
    stop.kind === 'more' || stop.item.kind !== 'suggestion' || (stop.key !== from.key && !open.decisions.has(stop.item.suggestion.id));
  const next = view.stops.slice(index + 1).find(asks) ?? view.stops[index];
  focusStop(app, next?.key ?? null);
}

export function focusStop(app: App, key: string | null, options: FocusOptions = {}): void {
  if (key === null) return;
  app.current.value = key;
  focusSoon(key, options);
}

function move(app: App, view: ListView, by: 1 | -1): void {
  const index = view.stops.findIndex((stop) => stop.key === app.current.value);
  const next = index < 0 ? view.stops[0] : view.stops[index + by];
  focusStop(app, next?.key ?? null);
}

function undo(app: App, open: OpenReview, stop: Stop | null): void {
  const focused = stop?.kind === 'item' && stop.item.kind === 'suggestion' ? open.decisions.get(stop.item.suggestion.id) : undefined;
  const decision = focused ?? [...open.decisions.values()].findLast((each) => !isSigned(open, each));
  if (decision === undefined) { app.say('Nothing to undo.'); return; }
  if (isSigned(open, decision)) { app.say('Already sent under your name: it can no longer be undone here.'); return; }
  app.line.undo(decision.suggestion.id);
  app.say(`Undone: ${decision.suggestion.code} is open again.`);
  const item = groupsOf(open).flatMap((group) => group.items)
    .find((candidate) => candidate.kind === 'suggestion' && candidate.suggestion.id === decision.suggestion.id);
  focusStop(app, item?.key ?? null);
}

function countersign(app: App, open: OpenReview): void {
  if (open.permission.kind === 'read-only') { app.say(open.permission.why); return; }
  if (app.sentOn.value === open.chart) { app.say('You have sent something on this reading of the record. Finish that, or read the record again, first.'); return; }
  if (signableOf(open).length === 0) { app.say(open.permission.kind === 'may-propose' ? 'Nothing to propose yet.' : 'Nothing to countersign yet.'); return; }
  app.line.toCountersign();
}
