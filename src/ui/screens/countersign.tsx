import type { JSX } from 'preact';
import type { Decision, SuggestionId, WritePlan } from '../../domain/model/index.ts';
import type { Countersigning, Held } from '../../app/review-state.ts';
import { useEffect } from 'preact/hooks';
import { ATTESTATION_STATEMENT } from '../../domain/review/index.ts';
import { signableOf } from '../../app/review.ts';
import { Icon } from '../components/icon.tsx';
import { focusSoon, useApp } from '../state/app.ts';
import { groupSteps } from '../state/steps.ts';
import { count, REJECT_WORDS, ROLE_WORDS, TARGET_WORDS } from '../state/words.ts';

/** What will be written, where, as whom; nothing is ticked before the person ticks it. */
export function Countersign({ state }: { readonly state: Countersigning }): JSX.Element {
  const app = useApp();
  const { open, held } = state;
  const items = signableOf(open);
  const heldBack = new Map(held.map((h) => [h.suggestion, h]));
  const ticked = items.map((d) => d.suggestion.id).filter((id) => app.ticked.value.has(id) && !heldBack.has(id));
  useEffect(() => focusSoon('countersign-title'), []);
  useEffect(() => {
    if (held.length === 0) return;
    app.ticked.value = new Set([...app.ticked.value].filter((id) => !heldBack.has(id as SuggestionId)));
    app.say(`${count(held.length, 'item is', 'items are')} held back. Nothing was signed.`);
    focusSoon('held-title');
  }, [held]);
  const plan = ticked.length === 0 ? null : app.line.preview(ticked);
  return (
    <main class="sheet" aria-labelledby="countersign-title">
      <button type="button" class="quiet" disabled={state.checking} onClick={() => app.line.toReview()}><Icon name="back" />Back to review</button>
      <h1 id="countersign-title" tabIndex={-1}>Countersign</h1>
      {held.length > 0 && <HeldBack held={held} items={items} />}
      <fieldset class="sign-list" disabled={state.checking}>
        <legend>Tick each item you put your name to</legend>
        {items.map((decision) => (
          <Tick key={decision.id} decision={decision} held={heldBack.get(decision.suggestion.id)} />
        ))}
      </fieldset>
      <Will plan={plan} waiting={state.profile === null} ticked={ticked.length > 0} />
      <section class="attest">
        <h2>As whom</h2>
        <p><strong>{open.session.user.name}</strong>, {ROLE_WORDS[open.session.user.role].toLowerCase()}, at {app.siteName}</p>
        <h2>What you state</h2>
        <blockquote class="statement">{ATTESTATION_STATEMENT}</blockquote>
        <p class="hint">Notes stay signed, or unsigned, as they are in the EHR.</p>
      </section>
      {state.trouble !== null && <p class="trouble" role="alert">{state.trouble}</p>}
      <footer class="foot">
        <p>{state.checking ? 'Checking that nothing changed…' : ticked.length === 0 ? 'Nothing ticked yet' : `${ticked.length} of ${items.length} ticked`}</p>
        <button type="button" class="primary" disabled={plan === null || state.checking} onClick={() => void app.line.sign(ticked)}>
          {ticked.length === 0 ? 'Sign and write' : `Sign and write ${count(ticked.length, 'item')}`}
        </button>
      </footer>
    </main>
  );
}

function Tick({ decision, held }: { readonly decision: Decision; readonly held: Held | undefined }): JSX.Element {
  const app = useApp();
  const { id, code, title } = decision.suggestion;
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
      <span><span class="code">{modified?.code ?? code}</span> {modified?.title ?? title}</span>
      <span class="tick-where">{held === undefined ? whereOf(decision) : 'Held back: see above'}</span>
    </label>
  );
}

function whatOf({ choice, suggestion }: Decision): string {
  if (choice.kind === 'reject') return 'Rejected';
  switch (suggestion.action) {
    case 'add': return 'Add';
    case 'specify': return `Replace ${suggestion.from ?? 'the charted code'}`;
    case 'remove': return 'Take off this encounter';
  }
}

function whereOf({ choice, suggestion }: Decision): string {
  switch (choice.kind) {
    case 'reject': return `${REJECT_WORDS[choice.reason]}. Recorded with your name; no diagnosis changes.`;
    case 'accept': case 'modify':
      if (suggestion.action !== 'add') return 'This encounter; the problem list stays as it is';
      return choice.target === 'encounter-diagnosis' ? TARGET_WORDS[choice.target] : 'Problem list';
    case 'defer': return '';
  }
}

/** The very plan that signing would carry out. */
function Will({ plan, waiting, ticked }: { readonly plan: WritePlan | null; readonly waiting: boolean; readonly ticked: boolean }): JSX.Element {
  return (
    <section class="will" aria-live="off">
      <h2>What will be written</h2>
      {plan === null && <p class="hint">{waiting ? 'Asking the EHR what it takes…' : ticked ? 'It could not be worked out what these would write, so they cannot be signed together. Leave one out, or go back and read the record again.' : 'Tick an item to see each write it leads to.'}</p>}
      {plan !== null && <ol class="steps">{groupSteps(plan).map(({ step }) => <li key={step.id}>{step.says}</li>)}</ol>}
      {plan !== null && plan.steps.some((step) => step.action.kind === 'attestation-provenance') && (
        <p class="hint">With each: the evidence that the software found, and your countersignature (Provenance).</p>
      )}
      {plan !== null && plan.cannot.length > 0 && (
        <>
          <h2>What this EHR cannot take</h2>
          <ul class="cannot">{plan.cannot.map((c) => <li key={c.says}><strong>{c.says}</strong> {c.why}</li>)}</ul>
        </>
      )}
    </section>
  );
}

function HeldBack({ held, items }: { readonly held: readonly Held[]; readonly items: readonly Decision[] }): JSX.Element {
  const app = useApp();
  return (
    <section class="held-back" aria-labelledby="held-title">
      <h2 id="held-title" tabIndex={-1}><Icon name="refused" />Held back, nothing was signed</h2>
      <p>Since you looked, something that {held.length === 1 ? 'this item rests' : 'these items rest'} on changed or could not be checked.</p>
      <ul>
        {held.map((h) => {
          const decision = items.find((d) => d.suggestion.id === h.suggestion);
          return (
            <li key={h.suggestion}>
              <span class="code">{decision?.suggestion.code}</span> {decision?.suggestion.title}
              <ul>{h.what.map((what) => <li key={what}>{what}</li>)}</ul>
            </li>
          );
        })}
      </ul>
      <button type="button" onClick={() => app.line.again()}>Read the record again</button>
    </section>
  );
}
