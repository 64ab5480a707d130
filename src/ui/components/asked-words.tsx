import type { JSX } from 'preact';
import type { AskedQuestion } from '../../domain/model/index.ts';
import { withDays } from '../state/words.ts';

/** The indicators and the question, as they are sent and as they are read. */
export function AskedWords({ question: { indicators, question } }: { readonly question: AskedQuestion }): JSX.Element {
  return (
    <>
      <h4>What the record holds</h4>
      <ul class="indicators">{indicators.map(({ text }) => <li key={text}>{withDays(text)}</li>)}</ul>
      <p class="question">{question}</p>
    </>
  );
}
