import type { JSX } from 'preact';
import type { Decision } from '../../domain/model/index.ts';
import type { Countersigning } from '../../app/review-state.ts';
import { useEffect } from 'preact/hooks';
import { ATTESTATION_STATEMENT, needsSecondPerson } from '../../domain/review/index.ts';
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
  const needing = needsSecondPerson(items.filter(({ suggestion: { id } }) => ticked.includes(id)), open.session.user, app.policy);
  const isSent = needing.size > 0 && needing.size === ticked.length;
  const isMixed = needing.size > 0 && !isSent;
  return (
    <main class="sheet" aria-labelledby="countersign-title">
      <button type="button" class="quiet" disabled={state.checking} onClick={() => app.line.toReview()}><Icon name="back" />Back to review</button>
      <h1 id="countersign-title" tabIndex={-1}>Countersign</h1>
      {held.length > 0 && <HeldBack held={held} items={items} done="signed" />}
      <TickList legend="Tick each item you put your name to" items={items} state={state} />
      {needing.size > 0 && <SecondPerson needing={needing} mixed={isMixed} />}
      <PlanSteps title={isSent ? 'What will be sent' : 'What will be written'} plan={plan} waiting={state.profile === null} ticked={ticked.length > 0} />
      <Precheck open={open} />
      <section class="attest">
        <h2>As whom</h2>
        <p><strong>{open.session.user.name}</strong>, {roleWord(open.session.user.role)}, at {app.siteName}</p>
        {!isSent && <><h2>What you state</h2><blockquote class="statement">{ATTESTATION_STATEMENT}</blockquote></>}
        <p class="hint">Notes stay signed, or unsigned, as they are in the EHR.</p>
      </section>
      {state.trouble !== null && <p class="trouble" role="alert">{state.trouble}</p>}
      <footer class="foot">
        <p id="sign-state">{bad.length > 0 ? notValidWords(bad) : isMixed ? 'Untick what takes a second person, or what does not' : state.checking ? 'Checking that nothing changed…' : ticked.length === 0 ? 'Nothing ticked yet' : `${ticked.length} of ${items.length} ticked`}</p>
        <button type="button" class="primary" aria-describedby="sign-state" disabled={plan === null || state.checking || bad.length > 0} onClick={() => void app.line.sign(ticked)}>
          {ticked.length === 0 ? 'Sign and write' : `${isSent ? 'Send to a second person:' : 'Sign and write'} ${count(ticked.length, 'item')}`}
        </button>
      </footer>
    </main>
  );
}

/** By the site's policy: what one person does not sign alone goes to a colleague as a proposal. */
function SecondPerson({ needing, mixed }: { readonly needing: ReadonlyMap<Decision, string>; readonly mixed: boolean }): JSX.Element {
  return (
    <section class="notice" aria-label="A second person">
      <p>{mixed ? 'These take a second person here, and are sent apart from the rest:' : 'These take a second person here. Nothing is confirmed until a colleague countersigns:'}</p>
      <ul>{[...needing].map(([{ id, suggestion: { code } }, why]) => <li key={id}><span class="code">{code}</span>: {why}</li>)}</ul>
    </section>
  );
}

function notValidWords(bad: readonly Decision[]): string {
  return `Not valid for the day of service: ${bad.map(({ choice, suggestion }) => (choice.kind === 'modify' ? choice.code : suggestion.code)).join(', ')}. Untick ${bad.length === 1 ? 'it' : 'them'} to sign the rest.`;
}
