import type { JSX } from 'preact';
import type { AskedQuestion } from '../../domain/model/index.ts';
import { withDays } from '../state/words.ts';

/** The indicators and the question, as they are sent and as they are read. */
export function AskedWords({ question: { indicators, question }, heading: Heading }: { readonly question: AskedQuestion; readonly heading: 'h3' | 'h4' }): JSX.Element {
  return (
    <>
      <Heading>What the record holds</Heading>
      <ul class="indicators">{indicators.map(({ text }) => <li key={text}>{withDays(text)}</li>)}</ul>
      <p class="question">{question}</p>
    </>
  );
}
