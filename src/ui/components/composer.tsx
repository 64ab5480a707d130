import type { JSX } from 'preact';
import type { QueryDraft } from '../../domain/model/index.ts';
import type { QueryPreview } from '../../app/review-line.ts';
import type { OpenReview } from '../../app/review-state.ts';
import type { QueryPart } from '../../domain/queries/lint/types.ts';
import { useRef, useState } from 'preact/hooks';
import { ALWAYS_OFFERED, isAlwaysOffered } from '../../domain/queries/lintable.ts';
import { focusSoon, useApp } from '../state/app.ts';
import { withDays } from '../state/words.ts';
import { Icon } from './icon.tsx';
import { IndicatorPicker } from './indicator-picker.tsx';

/**
 * A question is composed here: from the software's draft, from a clinical picture's words, or from nothing. Each rule of a compliant query
 * that it breaks stands beside what it marks (AHIMA/ACDIS 2022).
 */
export function Composer({ draft, open, preview }: { readonly draft: QueryDraft; readonly open: OpenReview; readonly preview: QueryPreview | null }): JSX.Element {
  const app = useApp();
  const revise = (more: Partial<QueryDraft>): void => app.line.revise({ ...draft, ...more });
  const found = (part: QueryPart, words: string | null = null): readonly string[] => violationsAt(preview, part, words);
  const removeIndicator = (at: number): void => {
    revise({ indicators: draft.indicators.filter((_, index) => index !== at) });
    focusSoon('pick-indicators');
  };
  return (
    <section class="composer" aria-label="The question">
      {isComposed(draft) && (open.analysis.templates ?? []).length > 0 && <StartFrom draft={draft} open={open} />}
      <label class="field">
        <span>Title</span>
        <input type="text" value={draft.title} maxLength={200} autocomplete="off" aria-describedby="found-title" onInput={(event) => revise({ title: event.currentTarget.value })} />
      </label>
      <Found id="found-title" messages={found('title')} />
      <h2>What the record holds</h2>
      <ul class="indicators">
        {draft.indicators.map((indicator, index) => (
          <li key={`${index}-${indicator.text}`}>
            {withDays(indicator.text)} <button type="button" class="link" aria-label={`Take out: ${indicator.text}`} onClick={() => removeIndicator(index)}>Take out</button>
            <Found messages={found('indicators', indicator.text)} />
          </li>
        ))}
      </ul>
      <Found messages={found('indicators')} />
      <IndicatorPicker open={open} chosen={draft.indicators} onPick={(indicator) => { revise({ indicators: [...draft.indicators, indicator] }); app.say(`Added: ${withDays(indicator.text)}`); }} />
      <label class="field">
        <span>Question</span>
        <textarea rows={3} value={draft.question} maxLength={1000} aria-describedby="found-question" onInput={(event) => revise({ question: event.currentTarget.value })} />
      </label>
      <Found id="found-question" messages={found('question')} />
      <Answers draft={draft} revise={revise} found={found} />
    </section>
  );
}

/** The words of a rule that asks the same, as this site has it. */
function StartFrom({ draft, open }: { readonly draft: QueryDraft; readonly open: OpenReview }): JSX.Element {
  const app = useApp();
  const own = useRef(draft.rule);
  const templates = open.analysis.templates ?? [];
  const begin = (rule: string): void => {
    const template = templates.find((one) => one.rule === rule);
    if (template === undefined) { app.line.revise({ ...draft, rule: own.current, topic: '' }); return; }
    const { topic, title, question, options } = template;
    app.line.revise({ ...draft, rule, topic, title, question, options, format: options.length === 0 ? 'open' : 'multiple-choice' });
  };
  return (
    <label class="field">
      <span>Start from</span>
      <select value={templates.some(({ rule }) => rule === draft.rule) ? draft.rule : ''} onChange={(event) => begin(event.currentTarget.value)}>
        <option value="">My own words</option>
        {templates.map(({ rule, title }) => <option key={rule} value={rule}>{title}</option>)}
      </select>
    </label>
  );
}

function isComposed({ id }: QueryDraft): boolean {
  return id.startsWith('composed-');
}

interface AnswersProps {
  readonly draft: QueryDraft;
  readonly revise: (more: Partial<QueryDraft>) => void;
  readonly found: (part: QueryPart, words?: string | null) => readonly string[];
}

function Answers({ draft, revise, found }: AnswersProps): JSX.Element {
  const [kind, setKind] = useState<AnswerKind>(draft.format === 'yes-no' ? 'on-admission' : draft.format);
  const own = draft.options.filter((option) => !isAlwaysOffered(option));
  const kept = useRef<readonly string[]>([]);
  const choose = (next: AnswerKind): void => {
    if (kind === 'multiple-choice') kept.current = own;
    setKind(next);
    if (next === 'multiple-choice') revise({ format: 'multiple-choice', options: kept.current });
    else if (next === 'open') revise({ format: 'open', options: [] });
    else revise({ format: 'yes-no', options: YES_NO, ...(draft.question.trim() === '' || STARTS.includes(draft.question) ? { question: START[next] } : {}) });
  };
  const change = (at: number, words: string | null): void => revise({ options: own.flatMap((option, index) => (index !== at ? [option] : words === null ? [] : [words])) });
  return (
    <fieldset class="answers">
      <legend>Answers to choose from</legend>
      <label class="field">
        <span>How it is answered</span>
        <select value={kind} onChange={(event) => choose(event.currentTarget.value as AnswerKind)}>
          {(Object.keys(KINDS) as AnswerKind[]).map((value) => <option key={value} value={value}>{KINDS[value]}</option>)}
        </select>
      </label>
      {kind === 'multiple-choice' && own.map((option, index) => (
        // An answer has no identity but its place: it is being typed.
        // oxlint-disable-next-line react/no-array-index-key -- see above
        <div key={index} class="answer-edit">
          <div class="row">
            <input type="text" value={option} maxLength={200} autocomplete="off" aria-label={`Answer ${index + 1}`} onInput={(event) => change(index, event.currentTarget.value)} />
            <button type="button" aria-label={`Take out answer ${index + 1}`} onClick={() => { change(index, null); focusSoon('add-answer'); }}><Icon name="close" /></button>
          </div>
          <Found messages={found('options', option)} />
        </div>
      ))}
      {kind === 'multiple-choice' && <button id="add-answer" type="button" onClick={() => revise({ options: [...own, ''] })}>Add an answer</button>}
      <ul class="options">{[...(kind === 'multiple-choice' ? [] : own), ...(kind === 'open' ? ['In their own words', 'Unable to determine'] : ALWAYS_OFFERED)].map((option) => <li key={option}>{option}</li>)}</ul>
      <Found messages={found('options')} />
    </fieldset>
  );
}

type AnswerKind = 'multiple-choice' | 'open' | 'on-admission' | 'cause' | 'agreement';

/** Yes or no is for these three alone (AHIMA/ACDIS 2022). */
const KINDS: Readonly<Record<AnswerKind, string>> = {
  'multiple-choice': 'One of several answers',
  open: 'In the clinician’s own words',
  'on-admission': 'Yes or no: was a documented condition present on admission',
  cause: 'Yes or no: is one documented condition due to another',
  agreement: 'Yes or no: agreement with what another clinician documented',
};

const YES_NO: readonly string[] = ['Yes', 'No'];
const START: Readonly<Record<'on-admission' | 'cause' | 'agreement', string>> = {
  'on-admission': 'Was the documented … present on admission?',
  cause: 'Is the documented … due to the documented …?',
  agreement: 'Do you agree with the documented finding of …?',
};
const STARTS: readonly string[] = Object.values(START);

function Found({ id, messages }: { readonly id?: string; readonly messages: readonly string[] }): JSX.Element {
  return <ul class="found" {...(id === undefined ? {} : { id })}>{messages.map((message) => <li key={message}><Icon name="refused" />{message}</li>)}</ul>;
}

/** @param words of one indicator or answer; null: of the part as a whole. What marks one is told beside it alone. */
function violationsAt(preview: QueryPreview | null, part: QueryPart, words: string | null): readonly string[] {
  if (preview === null || 'plan' in preview || preview.asked === null) return [];
  const lines = part === 'indicators' ? preview.asked.indicators.map(({ text }) => text) : part === 'options' ? preview.asked.options : [];
  const messages = preview.violations.flatMap(({ where, message }) => {
    const marked = where.part === part && where.index !== undefined ? lines[where.index] ?? null : null;
    return where.part === part && marked === words ? [message] : [];
  });
  return [...new Set(messages)];
}
