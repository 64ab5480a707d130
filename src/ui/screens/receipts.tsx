import type { JSX } from 'preact';
import type { WriteReceipt, WriteStep } from '../../domain/model/index.ts';
import type { Done, Writing } from '../../app/review-state.ts';
import { useEffect } from 'preact/hooks';
import { remaining } from '../../app/receipts.ts';
import { Icon } from '../components/icon.tsx';
import { focusSoon, useApp } from '../state/app.ts';
import { groupSteps, recordName, type StepGroup } from '../state/steps.ts';
import { count, momentOf, RECEIPT_WORDS } from '../state/words.ts';

/** What became of each write, as it comes in; and the retry of what did not arrive. */
export function Receipts({ state }: { readonly state: Writing | Done }): JSX.Element {
  const app = useApp();
  const { plan, receipts } = state;
  const groups = groupSteps(plan);
  const open = new Set(remaining(plan, receipts).map((step) => step.id));
  const left = state.phase === 'done' ? groups.filter(({ step, records }) => [step, ...records].some(({ id }) => open.has(id))).length : 0;
  const handOver = plan.cannot.length > 0;
  /** What changed meanwhile is refused again however often it is sent: only reading again helps. */
  const stale = receipts.some((receipt) => receipt.conflict !== undefined && receipt.outcome === 'refused');
  const whyOf = (group: StepGroup | undefined): string | null => receipts.find((r) => r.step === group?.step.id)?.why ?? null;
  useEffect(() => {
    if (state.phase !== 'done') return;
    app.say(left === 0 ? 'Everything was written.' : `${count(left, 'write')} did not arrive.`);
    focusSoon('receipts-title');
  }, [state.phase]);
  const copy = async (): Promise<void> => {
    try {
      await app.copy(plan.cannot.map((c) => `- ${c.says} (${c.why})`).join('\n'));
      app.say('The list was copied.');
    } catch {
      app.say('The browser did not allow copying. Select the text instead.');
    }
  };
  return (
    <main class="sheet" aria-labelledby="receipts-title">
      <h1 id="receipts-title" tabIndex={-1}>{titleOf(state.phase, left)}</h1>
      <p class="signed-by">Signed by {plan.who.name}, {momentOf(plan.at)}</p>
      <ol class="receipts">
        {groups.map((group, index) => <Receipt key={group.step.id} group={group} receipts={receipts} sameWhy={whyOf(group) === whyOf(groups[index - 1])} />)}
      </ol>
      {handOver && (
        <section class="hand-over">
          <h2>To do in the EHR by hand</h2>
          <p class="hint">Countersign could not write these here.</p>
          <ul class="cannot">{plan.cannot.map((c) => <li key={c.says}><strong>{c.says}</strong> {c.why}</li>)}</ul>
          <button type="button" onClick={() => void copy()}><Icon name="copy" />Copy this list</button>
        </section>
      )}
      {state.phase === 'done' && (
        <div class="row">
          {left > 0 && <button type="button" class={stale ? '' : 'primary'} onClick={() => void app.line.retryFailed()}>{`Try the ${count(left, 'open write')} again`}</button>}
          {left > 0 && <button type="button" class={stale ? 'primary' : ''} onClick={() => app.line.again()}>Read the record again</button>}
          <button type="button" class={left > 0 ? '' : 'primary'} onClick={() => app.line.toReview()}>Back to review</button>
        </div>
      )}
      {left > 0 && <p class="hint">What is written stays. Writes whose outcome is not known are looked up first, so nothing is written twice.</p>}
      <p class="hint">The app’s attestation is not a chart signature.</p>
    </main>
  );
}

function titleOf(phase: 'writing' | 'done', left: number): string {
  if (phase === 'writing') return 'Writing to the EHR…';
  return left === 0 ? 'Countersigned and written' : 'Countersigned, not all written';
}

function Receipt({ group: { step, records }, receipts, sameWhy }: {
  readonly group: StepGroup; readonly receipts: readonly WriteReceipt[];
  /** The reason stands in the receipt before: writes that go together are refused together. */
  readonly sameWhy: boolean;
}): JSX.Element {
  const receipt = receipts.find((r) => r.step === step.id);
  const outcome = receipt?.outcome;
  return (
    <li class={`receipt receipt-${outcome ?? 'waiting'}`}>
      <Icon name={outcome ?? 'waiting'} />
      <div>
        <p class="receipt-says">{step.says}</p>
        <p class="receipt-outcome">
          <strong>{outcome === undefined ? 'Waiting' : RECEIPT_WORDS[outcome]}</strong>
          {receipt?.resource != null && <span class="code resource"> {receipt.resource.reference}{receipt.resource.version === null ? '' : `, version\u00a0${receipt.resource.version}`}</span>}
        </p>
        {receipt?.why != null && <p class="receipt-why">{sameWhy ? 'For the same reason.' : receipt.why}</p>}
        {receipt?.conflict !== undefined && (
          <div class="conflict">
            <p>It changed meanwhile: you saw version {receipt.conflict.seen ?? 'unknown'}, version {receipt.conflict.now ?? 'unknown'} stands now.</p>
            <ul>{receipt.conflict.difference.map((line) => <li key={line}>{line}</li>)}</ul>
          </div>
        )}
        <Records written={outcome === 'written'} records={records} receipts={receipts} />
      </div>
    </li>
  );
}

/** Quiet while all is well: one line. Each record by itself as soon as one of them is not written. */
function Records({ written, records, receipts }: {
  readonly written: boolean; readonly records: readonly WriteStep[]; readonly receipts: readonly WriteReceipt[];
}): JSX.Element | null {
  const outcomes = records.map((record) => receipts.find((r) => r.step === record.id)?.outcome);
  if (records.length === 0) return null;
  const name = records.length > 1 ? 'Evidence and countersignature' : 'Countersignature';
  if (outcomes.every((outcome) => outcome === 'written')) return <p class="records record receipt-written"><Icon name="written" /><span>{name} recorded</span></p>;
  if (!written && outcomes.every((outcome) => outcome === undefined || outcome === 'skipped')) return <p class="records">{name}: recorded once this is written</p>;
  return <ul class="records">{records.map((record) => <RecordLine key={record.id} step={record} receipt={receipts.find((r) => r.step === record.id)} />)}</ul>;
}

function RecordLine({ step, receipt }: { readonly step: WriteStep; readonly receipt: WriteReceipt | undefined }): JSX.Element {
  const outcome = receipt?.outcome;
  return (
    <li class={`record receipt-${outcome ?? 'waiting'}`}>
      <Icon name={outcome ?? 'waiting'} />
      <span>{recordName(step)}: {outcome === undefined ? 'waiting' : RECEIPT_WORDS[outcome].toLowerCase()}{receipt?.why == null ? '' : `. ${receipt.why}`}</span>
    </li>
  );
}
