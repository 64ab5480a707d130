import type { JSX } from 'preact';
import type { OpenReview } from '../../app/review-state.ts';
import { useApp } from '../state/app.ts';
import { leftOf } from '../state/steps.ts';
import { count, dayOf } from '../state/words.ts';
import { Icon } from './icon.tsx';

/** What went out under a name and has no end yet: here with the way to finish it, elsewhere with the way there. */
export function OutboxBanner({ open }: { readonly open: OpenReview }): JSX.Element | null {
  const app = useApp();
  const { unfinished, waitingElsewhere } = open;
  const steps = waitingElsewhere.reduce((sum, each) => sum + each.steps, 0);
  const oldest = waitingElsewhere.map(({ at }) => at).toSorted()[0] ?? null;
  if (unfinished === null && steps === 0) return null;
  return (
    <section class="notice outbox" aria-label="Outbox">
      {unfinished !== null && (
        <p>
          <Icon name="waiting" /><span><strong>Not finished:</strong> {unfinishedWords(unfinished)} {app.sentOn.value === open.chart && `Finish it, or read the record again, before you ${open.permission.kind === 'may-propose' ? 'propose' : 'countersign'} more.`}</span>
          <button type="button" onClick={() => app.line.toReceipts()}>Finish</button>
        </p>
      )}
      {steps > 0 && (
        <p>
          <Icon name="waiting" />
          <span>{count(steps, 'signed step')} of {count(waitingElsewhere.length, 'other visit')} {steps === 1 ? 'waits' : 'wait'}, the oldest since {dayOf(oldest)}. {waitingElsewhere.length === 1 ? 'Open that patient’s chart to finish.' : 'Open those patients’ charts to finish.'}</span>
        </p>
      )}
    </section>
  );
}

function unfinishedWords({ plan, receipts }: NonNullable<OpenReview['unfinished']>): string {
  const { writes, byHand } = leftOf(plan, receipts);
  const parts = [writes === 0 ? null : `${count(writes, 'write')} ${writes === 1 ? 'has' : 'have'} not arrived`, byHand === 0 ? null : `${byHand} ${byHand === 1 ? 'is' : 'are'} to do by hand`].filter((part) => part !== null);
  const what = plan.purpose === 'countersign' ? 'what you signed' : 'what you proposed';
  return `of ${what} on ${dayOf(plan.at)}, ${parts.length === 0 ? 'something is open' : parts.join(' and ')}.`;
}
