import type { JSX } from 'preact';
import type { Chart, SuggestionId, WritePlan } from '../../domain/model/index.ts';
import type { Countersigning } from '../../app/review-state.ts';
import { useEffect } from 'preact/hooks';
import { VERIFICATION_STATEMENT } from '../../domain/review/index.ts';
import { HeldBack } from '../components/held-back.tsx';
import { Icon } from '../components/icon.tsx';
import { PlanSteps } from '../components/plan-steps.tsx';
import { Precheck } from '../components/precheck.tsx';
import { TickList, useTicks } from '../components/tick-list.tsx';
import { focusSoon, useApp } from '../state/app.ts';
import { FILED_WORDS, isFiled } from '../state/steps.ts';
import { count, roleWord } from '../state/words.ts';

/** What somebody who may not attest sends to a clinician: unconfirmed, each item ticked by hand. */
export function Propose({ state }: { readonly state: Countersigning }): JSX.Element {
  const app = useApp();
  const { open, held } = state;
  const { items, ticked } = useTicks(state, 'proposed');
  useEffect(() => focusSoon('propose-title'), []);
  const plan = ticked.length === 0 ? null : app.line.preview(ticked);
  const mayVerify = open.permission.kind === 'may-propose' && open.permission.mayVerify === true;
  const claimPlan = mayVerify && ticked.length > 0 ? app.line.preview(ticked, true) : null;
  return (
    <main class="sheet" aria-labelledby="propose-title">
      <button type="button" class="quiet" disabled={state.checking} onClick={() => app.line.toReview()}><Icon name="back" />Back to review</button>
      <h1 id="propose-title" tabIndex={-1}>Propose to a clinician</h1>
      <p class="notice">Nothing is confirmed by this. Each item goes out as unconfirmed, and stays so until a clinician countersigns it.</p>
      {held.length > 0 && <HeldBack held={held} items={items} done="proposed" />}
      <TickList legend="Tick each item you propose" items={items} state={state} />
      <PlanSteps title="What will be sent" plan={plan} waiting={state.profile === null} ticked={ticked.length > 0} />
      {mayVerify && <Precheck open={open} />}
      {mayVerify && <VerifyClaim plan={claimPlan} state={state} ticked={ticked} />}
      <section class="attest">
        <h2>To whom</h2>
        <p>{toWhom(plan, open.chart)}</p>
        {plan !== null && isFiled(plan) && <p class="hint">{FILED_WORDS}</p>}
        <h2>As whom</h2>
        <p><strong>{open.session.user.name}</strong>, {roleWord(open.session.user.role)}, at {app.siteName}</p>
        <p class="hint">They see the codes, the rules, where in the notes the evidence stands, and your name. Of sensitive notes nothing is sent.</p>
      </section>
      {state.trouble !== null && <p class="trouble" role="alert">{state.trouble}</p>}
      <footer class="foot">
        <p>{state.checking ? 'Checking that nothing changed…' : ticked.length === 0 ? 'Nothing ticked yet' : `${ticked.length} of ${items.length} ticked`}</p>
        <button type="button" class="primary" disabled={plan === null || state.checking} onClick={() => void app.line.propose(ticked)}>
          {ticked.length === 0 ? 'Propose' : `Propose ${count(ticked.length, 'item')}`}
        </button>
      </footer>
    </main>
  );
}

/** Where the site lets coders finalise claims: what the draft claim would take of the ticked items, and why not the others. */
function VerifyClaim({ plan, state, ticked }: { readonly plan: WritePlan | null; readonly state: Countersigning; readonly ticked: readonly SuggestionId[] }): JSX.Element {
  const app = useApp();
  return (
    <section class="attest">
      <h2>Or verify the draft claim</h2>
      <p class="hint">Diagnoses that a provider documented in this visit, and services. A clinician confirms diagnoses in the chart.</p>
      {plan === null && state.profile !== null && ticked.length > 0
        ? <p class="hint">None of the ticked items can go on the claim by a coder’s verification.</p>
        : <PlanSteps title="What the claim will take" plan={plan} waiting={state.profile === null} ticked={ticked.length > 0} />}
      <blockquote class="statement">{VERIFICATION_STATEMENT}</blockquote>
      <button type="button" disabled={plan === null || state.checking} onClick={() => void app.line.verify(ticked)}>Verify the draft claim</button>
    </section>
  );
}

/** The clinicians of the visit; by name where a note of theirs says it. */
export function toWhom(plan: WritePlan | null, chart: Chart): string {
  const planned = plan?.steps.flatMap(({ action }) => (action.kind === 'propose-item' || action.kind === 'send-query' ? action.owners : [])) ?? [];
  const owners = [...new Set(planned.length > 0 ? planned : chart.encounter.practitioners)];
  if (owners.length === 0) return 'The clinicians of this visit. The record names none, so whoever opens the visit sees it.';
  const names = owners.map((owner) => chart.notes.find(({ author }) => author.reference === owner)?.author.name ?? null);
  const known = names.filter((name) => name !== null);
  const others = owners.length - known.length;
  const all = [...known, ...(others === 0 ? [] : [known.length === 0 ? count(others, 'clinician') : count(others, 'other clinician')])];
  return `${all.join(', ')} of this visit`;
}
