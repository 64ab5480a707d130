import type { JSX } from 'preact';
import type { Purpose, WriteReceipt, WriteStep } from '../../domain/model/index.ts';
import type { Done, Writing } from '../../app/review-state.ts';
import { useEffect } from 'preact/hooks';
import { FoundButton, HandButton, Handed, HandOvers } from '../components/hand-overs.tsx';
import { Icon } from '../components/icon.tsx';
import { NotWritten } from '../components/plan-steps.tsx';
import { focusSoon, useApp } from '../state/app.ts';
import { FILED_WORDS, groupSteps, isFiled, leftOf, recordName, type StepGroup } from '../state/steps.ts';
import { count, momentOf, PLACE_WORDS, RECEIPT_WORDS } from '../state/words.ts';

/** What became of each step, as it comes in; what is left to a person; and the retry of what did not arrive. */
export function Receipts({ state }: { readonly state: Writing | Done }): JSX.Element {
  const app = useApp();
  const { plan, receipts, phase } = state;
  const groups = groupSteps(plan);
  const served = groups.filter(({ step }) => step.to !== 'hand');
  const byHand = groups.filter(({ step }) => step.to === 'hand').map(({ step }) => step);
  const left = phase === 'done' ? leftOf(plan, receipts) : { writes: 0, byHand: 0 };
  const whole = left.writes + left.byHand === 0;
  /** What changed meanwhile is refused again however often it is sent: only reading again helps. */
  const stale = receipts.some((receipt) => receipt.conflict !== undefined && receipt.outcome === 'refused');
  const whyOf = (group: StepGroup | undefined): string | null => receipts.find((r) => r.step === group?.step.id)?.why ?? null;
  useEffect(() => {
    if (phase !== 'done') return;
    app.say(saidOf(left, byHand.length > 0));
    focusSoon('receipts-title');
  }, [phase]);
  return (
    <main class="sheet" aria-labelledby="receipts-title">
      <h1 id="receipts-title" tabIndex={-1}>{phase === 'writing' ? GOING_WORDS[plan.purpose] : titleOf(plan.purpose, left, byHand.length > 0)}</h1>
      <p class="signed-by">{BY_WORDS[plan.purpose]} {plan.who.name}, {momentOf(plan.at)}</p>
      {served.length > 0 && (
        <ol class="receipts">
          {served.map((group, index) => <Receipt key={group.step.id} group={group} receipts={receipts} done={phase === 'done'} sameWhy={whyOf(group) === whyOf(served[index - 1])} />)}
        </ol>
      )}
      {byHand.length > 0 && <HandOvers steps={byHand} receipts={receipts} waiting={phase === 'writing'} />}
      {plan.cannot.length > 0 && <section class="not-written"><NotWritten cannot={plan.cannot} heading="h2" /></section>}
      {phase === 'done' && (
        <div class="row">
          {left.writes > 0 && <button type="button" class={stale ? '' : 'primary'} onClick={() => void app.line.retryFailed()}>{`Try the ${count(left.writes, 'open write')} again`}</button>}
          {left.writes > 0 && <button type="button" class={stale ? 'primary' : ''} onClick={() => app.line.again()}>Read the record again</button>}
          <button type="button" class={whole ? 'primary' : ''} onClick={() => app.line.toReview()}>Back to review</button>
        </div>
      )}
      {left.writes > 0 && <p class="hint">What is written stays. Writes whose outcome is not known are looked up first, so nothing is written twice.</p>}
      {!whole && <p class="hint">{KEPT_WORDS[state.open.remembering.unsigned === 'device' ? 'device' : 'page']}</p>}
      {phase === 'done' && (plan.purpose === 'propose' || plan.purpose === 'query') && isFiled(plan) && <p class="hint">{FILED_WORDS}</p>}
      <p class="hint">{CLOSE_WORDS[plan.purpose]}</p>
    </main>
  );
}

const KEPT_WORDS = {
  device: 'What has no end yet stays in your outbox on this device, encrypted. You find it again with this visit.',
  page: 'This browser keeps nothing for this page: finish here before you close it.',
};

const UNCONFIRMED = 'Nothing is confirmed until a clinician countersigns it.';
const CLOSE_WORDS: Readonly<Record<Purpose, string>> = {
  countersign: 'The app’s attestation is not a chart signature.', 'verify-claim': 'Only the draft claim changed. A clinician confirms diagnoses in the chart.', propose: UNCONFIRMED, 'cancel-proposal': UNCONFIRMED, anchor: UNCONFIRMED,
  query: 'A question confirms nothing.', 'answer-query': 'The answer enters no diagnosis and no code, and is not a chart signature.', 'follow-query': 'The question stays the one question: nobody is asked twice.', 'cancel-query': 'Nobody is asked any more. Nothing else changed.',
};

const GOING_WORDS: Readonly<Record<Purpose, string>> = {
  countersign: 'Writing to the EHR…', 'verify-claim': 'Writing the draft claim…', propose: 'Sending the proposal…', 'cancel-proposal': 'Cancelling the proposal…',
  query: 'Sending the question…', 'answer-query': 'Writing your answer…', 'follow-query': 'Following up the question…', 'cancel-query': 'Taking back the question…', anchor: 'Anchoring the log…',
};
const BY_WORDS: Readonly<Record<Purpose, string>> = {
  countersign: 'Signed by', 'verify-claim': 'Verified by', propose: 'Proposed by', 'cancel-proposal': 'Cancelled by', query: 'Asked by', 'answer-query': 'Answered by', 'follow-query': 'Followed up by', 'cancel-query': 'Taken back by', anchor: 'Signed by',
};
const DONE_WORDS: Readonly<Record<Purpose, { readonly done: string; readonly sent: string }>> = {
  countersign: { done: 'Countersigned', sent: 'written' }, 'verify-claim': { done: 'Draft claim verified', sent: 'written' }, propose: { done: 'Proposed', sent: 'sent' },
  'cancel-proposal': { done: 'Proposal cancelled', sent: 'sent' }, query: { done: 'Question sent', sent: 'written' },
  'answer-query': { done: 'Answered', sent: 'written' }, 'follow-query': { done: 'Question followed up', sent: 'sent' }, 'cancel-query': { done: 'Question taken back', sent: 'sent' }, anchor: { done: 'Log anchored', sent: 'written' },
};

type Left = ReturnType<typeof leftOf>;

/** "Countersigned and written", "Countersigned; 2 to do by hand", "Countersigned, not all written; 1 to do by hand". */
function titleOf(purpose: Purpose, { writes, byHand }: Left, handed: boolean): string {
  const { done, sent } = DONE_WORDS[purpose];
  const hand = byHand === 0 ? '' : `; ${byHand} to do by hand`;
  if (writes > 0) return `${done}, not all ${sent}${hand}`;
  if (byHand > 0) return `${done}${hand}`;
  return handed ? `${done}, ${sent} and handed over` : `${done} and ${sent}`;
}

function saidOf({ writes, byHand }: Left, handed: boolean): string {
  if (writes + byHand === 0) return handed ? 'Everything was written or handed over.' : 'Everything was written.';
  return [writes === 0 ? null : `${count(writes, 'write')} did not arrive.`, byHand === 0 ? null : `${byHand} to do by hand.`].filter((part) => part !== null).join(' ');
}

function Receipt({ group: { step, records }, receipts, done, sameWhy }: {
  readonly group: StepGroup; readonly receipts: readonly WriteReceipt[]; readonly done: boolean;
  /** The reason stands in the receipt before: writes that go together are refused together. */
  readonly sameWhy: boolean;
}): JSX.Element {
  const receipt = receipts.find((r) => r.step === step.id);
  const outcome = receipt?.outcome;
  return (
    <li class={`receipt receipt-${outcome ?? 'waiting'}`}>
      <Icon name={outcome ?? 'waiting'} />
      <div>
        {receipt?.handed?.what !== step.says && <p class="receipt-says">{step.says}</p>}
        {outcome === 'handed-over' ? <Handed receipt={receipt} /> : <p class="receipt-outcome">
          <strong>{outcome === undefined ? 'Waiting' : RECEIPT_WORDS[outcome]}</strong>
          <span> · {PLACE_WORDS[step.to].toLowerCase().replace('ehr', 'EHR')}</span>
          {receipt?.resource != null && <span class="code resource"> {receipt.resource.reference}{receipt.resource.version === null ? '' : `, version\u00a0${receipt.resource.version}`}</span>}
        </p>}
        {receipt?.why != null && <p class="receipt-why">{sameWhy ? 'For the same reason.' : receipt.why}</p>}
        {receipt?.conflict !== undefined && (
          <div class="conflict">
            <p>It changed meanwhile: you saw version {receipt.conflict.seen ?? 'unknown'}, version {receipt.conflict.now ?? 'unknown'} stands now.</p>
            <ul>{receipt.conflict.difference.map((line) => <li key={line}>{line}</li>)}</ul>
          </div>
        )}
        {done && <ByHandInstead step={step} receipt={receipt} />}
        <Records settled={outcome === 'written' || outcome === 'handed-over'} records={records} receipts={receipts} done={done} />
      </div>
    </li>
  );
}

/** What a server refused, or will not say whether it took, ends at a person's hand where trying again does not help. */
function ByHandInstead({ step, receipt }: { readonly step: WriteStep; readonly receipt: WriteReceipt | undefined }): JSX.Element | null {
  switch (receipt?.outcome) {
    case 'refused': case 'skipped': return <HandButton step={step} by="list" disabled={false} name="Copy, to do it by hand" />;
    case 'unknown': return <>
      <HandButton step={step} by="list" disabled={false} name="Copy, to check it and do it by hand" />
      {receipt.lookInChart === true && <FoundButton step={step} />}
    </>;
    case 'written': case 'handed-over': case undefined: return null;
  }
}

/** Quiet while all is well: one line. Each record by itself as soon as one of them is not written. */
function Records({ settled, records, receipts, done }: {
  /** What they speak of has its end. */
  readonly settled: boolean; readonly records: readonly WriteStep[]; readonly receipts: readonly WriteReceipt[]; readonly done: boolean;
}): JSX.Element | null {
  const outcomes = records.map((record) => receipts.find((r) => r.step === record.id)?.outcome);
  if (records.length === 0) return null;
  const name = records.length > 1 ? 'Evidence and countersignature' : 'Countersignature';
  if (outcomes.every((outcome) => outcome === 'written')) return <p class="records record receipt-written"><Icon name="written" /><span>{name} recorded</span></p>;
  if (!settled && outcomes.every((outcome) => outcome === undefined || outcome === 'skipped')) return <p class="records">{name}: recorded once this is written</p>;
  return <ul class="records">{records.map((record) => <RecordLine key={record.id} step={record} receipt={receipts.find((r) => r.step === record.id)} byHand={done && settled} />)}</ul>;
}

function RecordLine({ step, receipt, byHand }: { readonly step: WriteStep; readonly receipt: WriteReceipt | undefined; readonly byHand: boolean }): JSX.Element {
  const outcome = receipt?.outcome;
  return (
    <li class={`record receipt-${outcome ?? 'waiting'}`}>
      <Icon name={outcome ?? 'waiting'} />
      <span>{recordName(step)}: {outcome === undefined ? 'waiting' : RECEIPT_WORDS[outcome].toLowerCase()}{receipt?.why == null ? '' : `. ${receipt.why}`}{byHand && <ByHandInstead step={step} receipt={receipt} />}</span>
    </li>
  );
}
