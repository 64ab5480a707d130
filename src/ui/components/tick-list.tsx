import type { JSX } from 'preact';
import type { Decision, SuggestionId } from '../../domain/model/index.ts';
import type { Countersigning, Held } from '../../app/review-state.ts';
import { useEffect } from 'preact/hooks';
import { signableOf } from '../../app/review.ts';
import { focusSoon, useApp } from '../state/app.ts';
import { billingWords, count, REJECT_WORDS, targetWords } from '../state/words.ts';

/** What is ticked of what can be sent; what is held back loses its tick, and the person is told. */
export function useTicks(state: Countersigning, done: string): { readonly items: readonly Decision[]; readonly ticked: readonly SuggestionId[] } {
  const app = useApp();
  const items = signableOf(state.open);
  const held = new Set<string>(state.held.map(({ suggestion }) => suggestion));
  useEffect(() => {
    if (state.held.length === 0) return;
    app.ticked.value = new Set([...app.ticked.value].filter((id) => !held.has(id)));
    app.say(`${count(state.held.length, 'item is', 'items are')} held back. Nothing was ${done}.`);
    focusSoon('held-title');
  }, [state.held]);
  return { items, ticked: items.map((decision) => decision.suggestion.id).filter((id) => app.ticked.value.has(id) && !held.has(id)) };
}

/** One tick an item, empty at first: nobody puts their name to a list they did not go through. */
export function TickList({ legend, items, state }: { readonly legend: string; readonly items: readonly Decision[]; readonly state: Countersigning }): JSX.Element {
  return (
    <fieldset class="sign-list" disabled={state.checking}>
      <legend>{legend}</legend>
      {items.map((decision) => <Tick key={decision.id} decision={decision} held={state.held.find(({ suggestion }) => suggestion === decision.suggestion.id)} />)}
    </fieldset>
  );
}

function Tick({ decision, held }: { readonly decision: Decision; readonly held: Held | undefined }): JSX.Element {
  const app = useApp();
  const { id, code, title } = decision.suggestion;
  const billing = billingWords(decision.suggestion);
  const modified = decision.choice.kind === 'modify' ? decision.choice : null;
  return (
    <label class={`tick${held === undefined ? '' : ' held'}`}>
      <input type="checkbox" checked={app.ticked.value.has(id)} disabled={held !== undefined}
        onChange={(event) => {
          const next = new Set(app.ticked.value);
          if (event.currentTarget.checked) next.add(id);
          else next.delete(id);
          app.ticked.value = next;
        }} />
      <span class="tick-what">{whatOf(decision)}</span>
      <span><span class="code">{modified?.code ?? code}</span> {modified?.title ?? title}{billing === '' ? '' : `, ${billing}`}</span>
      <span class="tick-where">{held === undefined ? whereOf(decision) : 'Held back: see above'}</span>
    </label>
  );
}

function whatOf({ choice, suggestion }: Decision): string {
  if (choice.kind === 'reject') return suggestion.proposal === undefined ? 'Rejected' : 'Decline the proposal';
  const { action, system, from, instead, corrects } = suggestion;
  switch (action) {
    case 'add': return corrects !== undefined ? 'Put back' : instead === undefined ? 'Add' : `Replace ${instead}`;
    case 'specify': return `${corrects === undefined ? 'Replace' : 'Correct'} ${from ?? 'the charted code'}`;
    case 'remove': return corrects === undefined ? (system === 'icd-10-cm' ? 'Take off this encounter' : 'Take off the draft claim') : 'Take back';
  }
}

function whereOf({ choice, suggestion }: Decision): string {
  if (suggestion.corrects !== undefined) return 'A new signed event. What was signed before stays in the record as history.';
  switch (choice.kind) {
    case 'reject':
      return suggestion.proposal === undefined
        ? `${REJECT_WORDS[choice.reason]}. Recorded with your name; no diagnosis changes.`
        : `${REJECT_WORDS[choice.reason]}. The person who proposed it sees your name and reason; no diagnosis is confirmed.`;
    case 'accept': case 'modify':
      if (suggestion.billed === true) return 'Billed already: it goes to compliance, and nothing is changed in the record';
      if (suggestion.system !== 'icd-10-cm') return targetWords(suggestion, choice.target);
      if (suggestion.action !== 'add') return 'This encounter; the problem list stays as it is';
      return choice.target === 'encounter-diagnosis' ? targetWords(suggestion, choice.target) : 'Problem list';
    case 'defer': return '';
  }
}
