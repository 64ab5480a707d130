import type { JSX } from 'preact';
import type { QueryChoice, QueryFact } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import type { Item } from '../state/items.ts';
import { asksForWords, UNDETERMINED } from '../../domain/review/index.ts';
import { focusSoon, useApp, type App, type BegunAnswer } from '../state/app.ts';
import { dayOf } from '../state/words.ts';
import { AskedWords } from './asked-words.tsx';
import { Card, titleId } from './card.tsx';
import { Icon } from './icon.tsx';

/** A colleague's question to the clinicians of this visit: who asks, when, on what; a clinician answers it here. */
export function AskedCard({ item, open }: { readonly item: Item & { kind: 'asked' }; readonly open: OpenReview }): JSX.Element {
  const app = useApp();
  const { query: { question, senderName, at }, query, key } = item;
  return (
    <Card id={key} kind="query" onKeyDown={(event) => { if (open.permission.kind === 'may-countersign') answerByKey(app, query, event); }}>
      <h3 class="code-line" id={titleId(key)}><span class="code-title">{question.title}</span></h3>
      <p class="proposed-by">Asked by {senderName ?? 'a colleague'}, {dayOf(at)}</p>
      <AskedWords question={question} heading="h4" />
      {open.permission.kind === 'may-countersign'
        ? <AnswerForm query={query} />
        : <p class="hint"><Icon name="waiting" />It waits for a clinician of this visit.</p>}
    </Card>
  );
}

/** Nothing is pre-chosen (AHIMA/ACDIS 2022); the answer is signed on the screen behind the button. */
function AnswerForm({ query }: { readonly query: QueryFact }): JSX.Element {
  const app = useApp();
  const task = query.source.reference;
  const { options } = query.question;
  const begun = app.answers.value.get(task) ?? NOTHING;
  const set = (next: Partial<BegunAnswer>): void => { app.answers.value = new Map([...app.answers.value, [task, { ...begun, ...next }]]); };
  const needsWords = begun.chosen === 'other' || asksForWords(options[indexOf(begun.chosen)] ?? '');
  const choice = choiceOf(begun, needsWords);
  const own = options.length === 0 ? 'In my own words' : 'Other';
  const offered = [...options.map((words, index) => [`option-${index}`, words] as const), ['other', own] as const, ['undetermined', UNDETERMINED] as const];
  return (
    <form class="reasons" onSubmit={(event) => { event.preventDefault(); if (choice !== null) app.line.toAnswer(task, choice); }}>
      <fieldset>
        <legend>Your answer</legend>
        {offered.map(([value, words]) => (
          <label key={value} class="choice">
            <input type="radio" id={answerId(task, value)} name={`answer-${task}`} value={value} checked={begun.chosen === value} onChange={() => set({ chosen: value })} />
            <span>{words}</span>
            {app.keys.value.on && keyOf(value) !== null && <kbd aria-hidden="true">{keyOf(value)}</kbd>}
          </label>
        ))}
      </fieldset>
      {needsWords && (
        <label class="field">
          <span>In your words</span>
          <input type="text" value={begun.text} autocomplete="off" maxLength={300} onInput={(event) => set({ text: event.currentTarget.value })} />
        </label>
      )}
      <div class="row"><button type="submit" class="primary" disabled={choice === null}>Answer</button></div>
    </form>
  );
}

/**
 * One key an answer, while the card or one of its answers has the focus and keys are on (WCAG 2.1.4): 1–9, O for other, U for unable to
 * determine. It chooses, and signs nothing.
 */
function answerByKey(app: App, { source: { reference: task }, question: { options } }: QueryFact, event: KeyboardEvent): void {
  const { target } = event;
  if (!app.keys.value.on || event.ctrlKey || event.metaKey || event.altKey || (target instanceof HTMLInputElement && target.type !== 'radio')) return;
  const values = [...options.map((_, index) => `option-${index}`), 'other', 'undetermined'];
  const chosen = values.find((value) => keyOf(value) === event.key.toLowerCase());
  if (chosen === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  app.answers.value = new Map([...app.answers.value, [task, { ...app.answers.value.get(task) ?? NOTHING, chosen }]]);
  focusSoon(answerId(task, chosen));
}

/** Null: the tenth option and those after it have none. */
function keyOf(value: string): string | null {
  if (value === 'other') return 'o';
  if (value === 'undetermined') return 'u';
  const number = Number(value.slice('option-'.length)) + 1;
  return number <= 9 ? String(number) : null;
}

function answerId(task: string, value: string): string {
  return `answer-${task.replaceAll(/[^\w-]+/g, '-')}-${value}`;
}

const NOTHING: BegunAnswer = { chosen: null, text: '' };

/** Null while words are missing. */
function choiceOf({ chosen, text }: BegunAnswer, needsWords: boolean): QueryChoice | null {
  const words = text.trim();
  if (chosen === null || (needsWords && words === '')) return null;
  if (chosen === 'undetermined') return { kind: 'undetermined' };
  if (chosen === 'other') return { kind: 'other', text: words };
  return { kind: 'option', index: indexOf(chosen), ...(needsWords ? { text: words } : {}) };
}

/** Of an option among those of the question; -1 for the other answers. */
function indexOf(chosen: string | null): number {
  return chosen?.startsWith('option-') ? Number(chosen.slice('option-'.length)) : -1;
}
