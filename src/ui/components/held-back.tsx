import type { JSX } from 'preact';
import type { Decision } from '../../domain/model/index.ts';
import type { Held } from '../../app/review-state.ts';
import { useApp } from '../state/app.ts';
import { Icon } from './icon.tsx';

/** What is not sent, and why: it changed, it could not be checked, or somebody else was quicker. */
export function HeldBack({ held, items, done }: {
  readonly held: readonly Held[]; readonly items: readonly Decision[];
  /** What did not happen: "signed". */
  readonly done: string;
}): JSX.Element {
  const app = useApp();
  const taken = held.filter(({ why }) => why === 'decided-elsewhere').length;
  return (
    <section class="held-back" aria-labelledby="held-title">
      <h2 id="held-title" tabIndex={-1}><Icon name="refused" />Held back, nothing was {done}</h2>
      {taken < held.length && <p>Since you looked, something that {held.length - taken === 1 ? 'this item rests' : 'these items rest'} on changed or could not be checked.</p>}
      {taken > 0 && <p>{taken === held.length ? 'Meanwhile' : 'Also,'} somebody else, or another tab, decided on {taken === 1 ? 'an item' : `${taken} items`}. What they did stands, and is not overwritten.</p>}
      <ul>
        {held.map((each) => {
          const decision = items.find((one) => one.suggestion.id === each.suggestion);
          return (
            <li key={each.suggestion}>
              <span class="code">{decision?.suggestion.code}</span> {decision?.suggestion.title}
              <ul>{each.what.map((what) => <li key={what}>{what}</li>)}</ul>
            </li>
          );
        })}
      </ul>
      <button type="button" onClick={() => app.line.again()}>Read the record again</button>
    </section>
  );
}
