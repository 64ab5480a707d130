import type { JSX } from 'preact';
import type { Asking as State } from '../../app/review-state.ts';
import { useEffect } from 'preact/hooks';
import { ANSWER_STATEMENT, answerWords } from '../../domain/review/index.ts';
import { AskedWords } from '../components/asked-words.tsx';
import { Composer } from '../components/composer.tsx';
import { Icon } from '../components/icon.tsx';
import { PlanSteps } from '../components/plan-steps.tsx';
import { focusSoon, useApp } from '../state/app.ts';
import { FILED_WORDS, isFiled } from '../state/steps.ts';
import { count, roleWord } from '../state/words.ts';
import { toWhom } from './propose.tsx';

/** Before a question is sent, or an answer signed: its words, where it goes, under which name. Nothing is ticked before the person ticks it. */
export function Asking({ state }: { readonly state: State }): JSX.Element {
  const app = useApp();
  const { open, matter, checking, profile, trouble } = state;
  useEffect(() => focusSoon('asking-title'), []);
  const preview = app.line.previewQuery();
  const drawn = preview !== null && 'plan' in preview ? preview : null;
  const why = trouble ?? (preview !== null && 'why' in preview ? preview.why : null);
  const ticked = app.ticked.value.has(TICK);
  const isAnswer = matter.kind === 'answer';
  const title = isAnswer ? matter.query.question.title : matter.draft.title;
  const words = isAnswer ? WORDS.answer : WORDS.send;
  return (
    <main class="sheet" aria-labelledby="asking-title">
      <button type="button" class="quiet" disabled={checking} onClick={() => app.line.toReview()}><Icon name="back" />Back to review</button>
      <h1 id="asking-title" tabIndex={-1}>{words.title}</h1>
      <p class="notice">{words.notice}</p>
      {isAnswer
        ? drawn !== null && <section class="will"><h2>{title}</h2><AskedWords question={drawn.question} heading="h3" /></section>
        : <Composer draft={matter.draft} open={open} preview={preview} />}
      {drawn !== null && drawn.leftOut > 0 && <LeftOut count={drawn.leftOut} />}
      {isAnswer && <section class="will"><h2>Your answer</h2><p class="answer">{answerWords(matter.query.question, matter.choice)}</p></section>}
      <fieldset class="sign-list" disabled={checking}>
        <legend>{words.legend}</legend>
        <label class="tick">
          <input type="checkbox" checked={ticked} onChange={(event) => { app.ticked.value = new Set(event.currentTarget.checked ? [TICK] : []); }} />
          <span class="tick-what">{words.what}</span>
          <span>{title.trim() === '' ? 'The question above' : title}</span>
        </label>
      </fieldset>
      {!isAnswer && drawn !== null && isFiled(drawn.plan) && <p class="notice">{FILED_WORDS}</p>}
      {why === null && <PlanSteps title={words.will} plan={drawn?.plan ?? null} waiting={profile === null} ticked={ticked} />}
      <section class="attest">
        {!isAnswer && drawn !== null && <><h2>To whom</h2><p>{toWhom(drawn.plan, open.chart)}</p></>}
        <h2>As whom</h2>
        <p><strong>{open.session.user.name}</strong>, {roleWord(open.session.user.role)}, at {app.siteName}</p>
        {isAnswer && <><h2>What you state</h2><blockquote class="statement">{ANSWER_STATEMENT}</blockquote></>}
      </section>
      {why !== null && <p id="why-not" class="trouble" role={trouble === null ? 'status' : 'alert'}>{why}</p>}
      <footer class="foot">
        <p>{checking ? 'Checking that nobody was faster…' : ticked ? '1 of 1 ticked' : 'Nothing ticked yet'}</p>
        <button type="button" class="primary" disabled={!ticked || drawn === null || checking} aria-describedby={why === null ? undefined : 'why-not'} onClick={() => void app.line.commitQuery()}>{words.act}</button>
      </footer>
    </main>
  );
}

const TICK = 'query';

const WORDS = {
  send: {
    title: 'Send a question', notice: 'It asks, and confirms nothing. The clinicians of this visit answer from their own judgement.',
    legend: 'Tick the question you send', what: 'Send', will: 'What will be sent', act: 'Send the question',
  },
  answer: {
    title: 'Sign your answer', notice: 'The answer enters no diagnosis and no code. Document in your note what you conclude.',
    legend: 'Tick the answer you put your name to', what: 'Answer', will: 'What will be written', act: 'Sign and write the answer',
  },
} as const;

function LeftOut({ count: leftOut }: { readonly count: number }): JSX.Element {
  return (
    <p class="notice">{count(leftOut, 'indicator stays out', 'indicators stay out')}, and the options with {leftOut === 1 ? 'it' : 'them'}: of sensitive notes and entries nobody is told. It is answered in the clinician’s own words, or as unable to determine.</p>
  );
}
