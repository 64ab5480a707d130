import type { JSX } from 'preact';
import type { Decision } from '../../domain/model/index.ts';
import type { Countersigning } from '../../app/review-state.ts';
import { useEffect } from 'preact/hooks';
import { ATTESTATION_STATEMENT } from '../../domain/review/index.ts';
import { HeldBack } from '../components/held-back.tsx';
import { Icon } from '../components/icon.tsx';
import { PlanSteps } from '../components/plan-steps.tsx';
import { Precheck } from '../components/precheck.tsx';
import { TickList, useTicks } from '../components/tick-list.tsx';
import { focusSoon, useApp } from '../state/app.ts';
import { notValid } from '../state/precheck.ts';
import { count, roleWord } from '../state/words.ts';

/** What will be written, where, as whom; nothing is ticked before the person ticks it. */
export function Countersign({ state }: { readonly state: Countersigning }): JSX.Element {
  const app = useApp();
  const { open, held } = state;
  const { items, ticked } = useTicks(state, 'signed');
  useEffect(() => focusSoon('countersign-title'), []);
  const bad = notValid(open, items, ticked);
  const plan = ticked.length === 0 ? null : app.line.preview(ticked);
  return (
    <main class="sheet" aria-labelledby="countersign-title">
      <button type="button" class="quiet" disabled={state.checking} onClick={() => app.line.toReview()}><Icon name="back" />Back to review</button>
      <h1 id="countersign-title" tabIndex={-1}>Countersign</h1>
      {held.length > 0 && <HeldBack held={held} items={items} done="signed" />}
      <TickList legend="Tick each item you put your name to" items={items} state={state} />
      <PlanSteps title="What will be written" plan={plan} waiting={state.profile === null} ticked={ticked.length > 0} />
      <Precheck open={open} />
      <section class="attest">
        <h2>As whom</h2>
        <p><strong>{open.session.user.name}</strong>, {roleWord(open.session.user.role)}, at {app.siteName}</p>
        <h2>What you state</h2>
        <blockquote class="statement">{ATTESTATION_STATEMENT}</blockquote>
        <p class="hint">Notes stay signed, or unsigned, as they are in the EHR.</p>
      </section>
      {state.trouble !== null && <p class="trouble" role="alert">{state.trouble}</p>}
      <footer class="foot">
        <p id="sign-state">{bad.length > 0 ? notValidWords(bad) : state.checking ? 'Checking that nothing changed…' : ticked.length === 0 ? 'Nothing ticked yet' : `${ticked.length} of ${items.length} ticked`}</p>
        <button type="button" class="primary" aria-describedby="sign-state" disabled={plan === null || state.checking || bad.length > 0} onClick={() => void app.line.sign(ticked)}>
          {ticked.length === 0 ? 'Sign and write' : `Sign and write ${count(ticked.length, 'item')}`}
        </button>
      </footer>
    </main>
  );
}

function notValidWords(bad: readonly Decision[]): string {
  return `Not valid for the day of service: ${bad.map(({ choice, suggestion }) => (choice.kind === 'modify' ? choice.code : suggestion.code)).join(', ')}. Untick ${bad.length === 1 ? 'it' : 'them'} to sign the rest.`;
}
