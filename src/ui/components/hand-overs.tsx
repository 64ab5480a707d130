import type { JSX } from 'preact';
import type { HandOver, WriteReceipt, WriteStep } from '../../domain/model/index.ts';
import { useState } from 'preact/hooks';
import { handOverWords } from '../../domain/writeback/hand-over.ts';
import { finished } from '../../app/receipts.ts';
import { focusSoon, openOf, useApp, type App } from '../state/app.ts';
import { HAND_WORDS, momentOf } from '../state/words.ts';
import { Icon, type IconName } from './icon.tsx';

/** What no server takes: one button each, and a receipt once a person has taken it over. */
export function HandOvers({ steps, receipts, waiting }: {
  readonly steps: readonly WriteStep[]; readonly receipts: readonly WriteReceipt[];
  /** The rest is still being written. */
  readonly waiting: boolean;
}): JSX.Element {
  const app = useApp();
  const receiptOf = (step: WriteStep): WriteReceipt | undefined => receipts.find((receipt) => receipt.step === step.id);
  const isOpen = (step: WriteStep): boolean => { const receipt = receiptOf(step); return receipt === undefined || !finished(receipt); };
  const lists = steps.filter((step) => step.handOver?.by === 'list' && isOpen(step));
  return (
    <section class="hand-over" aria-labelledby="hand-over-title">
      <h2 id="hand-over-title" tabIndex={-1}>To do by hand</h2>
      <p class="hint">{steps.some(isOpen) ? 'No server takes these. Each button hands one over to you, and its receipt says so; doing it is left to you.' : 'All of it was handed over to you. Doing it is left to you: this app cannot see whether it was done.'}</p>
      <ul class="receipts">
        {steps.map((step) => <HandedStep key={step.id} step={step} receipt={receiptOf(step)} open={isOpen(step)} waiting={waiting} />)}
      </ul>
      {lists.length > 1 && <button type="button" disabled={waiting} onClick={() => void copyAll(app, lists)}><Icon name="copy" />{`Copy all ${lists.length}`}</button>}
    </section>
  );
}

function HandedStep({ step, receipt, open, waiting }: {
  readonly step: WriteStep; readonly receipt: WriteReceipt | undefined; readonly open: boolean; readonly waiting: boolean;
}): JSX.Element | null {
  const { handOver } = step;
  if (handOver === null) return null;
  return (
    <li class={`receipt receipt-${open ? 'by-hand' : 'handed-over'}`}>
      <Icon name={open ? 'waiting' : 'handed-over'} />
      <div>
        {(open || receipt?.handed?.what !== step.says) && <p class="receipt-says">{step.says}</p>}
        {open ? <p class="receipt-outcome">For {handOver.to}. {handOver.why}</p> : <Handed receipt={receipt} />}
        {open && <HandButton step={step} by={handOver.by} disabled={waiting} />}
      </div>
    </li>
  );
}

/** "Handed over: what to whom, copied at when". */
export function Handed({ receipt }: { readonly receipt: WriteReceipt | undefined }): JSX.Element | null {
  if (receipt?.handed === undefined) return null;
  const { what, to, by } = receipt.handed;
  return <p class="receipt-outcome" id={`receipt-${receipt.step}`} tabIndex={-1}><strong>Handed over:</strong> {what} to {to}, {HAND_WORDS[by].done} at {momentOf(receipt.at)}</p>;
}

const ICONS: Readonly<Record<HandOver['by'], IconName>> = { activity: 'open', list: 'copy', file: 'save' };

/** Hands one step over, and says how that went; where it did not, the button stays. */
export function HandButton({ step, by, disabled, name = HAND_WORDS[by].act }: {
  readonly step: WriteStep; readonly by: HandOver['by']; readonly disabled: boolean; readonly name?: string;
}): JSX.Element {
  const app = useApp();
  const [failed, setFailed] = useState(false);
  const { done } = HAND_WORDS[by];
  const hand = async (): Promise<void> => {
    await app.line.handOver(step.id);
    const taken = hasEnd(app, step);
    setFailed(!taken);
    app.say(taken ? `Handed over: ${step.says}.` : `It could not be ${done} here.`);
    focusSoon(taken ? `receipt-${step.id}` : `hand-${step.id}`);
  };
  return (
    <>
      {failed && <p class="receipt-why">It could not be {done} here. Try again, or do it in the EHR from the words above.</p>}
      <button type="button" id={`hand-${step.id}`} class="hand" disabled={disabled} aria-label={`${name}: ${step.says}`} onClick={() => void hand()}><Icon name={ICONS[by]} />{name}</button>
    </>
  );
}

/** For a step that stands in the EHR, where the app cannot look: so that nobody enters it twice. */
export function FoundButton({ step }: { readonly step: WriteStep }): JSX.Element {
  const app = useApp();
  const found = async (): Promise<void> => {
    await app.line.foundInEhr(step.id);
    app.say(hasEnd(app, step) ? `Noted as found in the EHR: ${step.says}.` : 'That could not be noted now.');
    focusSoon('receipts-title');
  };
  return <button type="button" class="quiet" aria-label={`I found it in the EHR: ${step.says}`} onClick={() => void found()}>I found it in the EHR</button>;
}

/** One text for the clipboard; each step gets its own receipt, and the whole list is what lies there in the end. */
async function copyAll(app: App, steps: readonly WriteStep[]): Promise<void> {
  const text = handOverWords(steps);
  try {
    await app.copy(text);
    for (const step of steps) await app.line.handOver(step.id);
    await app.copy(text);
    app.say(`${steps.length} items were copied.`);
  } catch {
    app.say('The browser did not allow copying all of them. Copy them one by one, or select the text.');
  }
  focusSoon('hand-over-title');
}

function hasEnd(app: App, step: WriteStep): boolean {
  const state = app.state.value;
  const receipts = 'receipts' in state ? state.receipts : openOf(state)?.unfinished?.receipts ?? [];
  return receipts.some((receipt) => receipt.step === step.id && finished(receipt));
}
