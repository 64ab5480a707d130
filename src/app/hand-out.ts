import type { HandOver, Instant, StepId, WriteReceipt, WriteStep } from '../domain/model/index.ts';
import type { Session } from '../fhir/session/contract.ts';
import type { OutboxEntry } from '../store/contract.ts';
import type { Writer } from './parts.ts';
import type { ReviewParts } from './review-line.ts';
import { remaining } from './receipts.ts';
import { plans } from './planning.ts';

/**
 * Gives a person what no server takes: the EHR's own screen, a file, or words to copy. So ends, too, what a server refused, or will not
 * say whether it took. Null where there is nothing to hand over, or it did not arrive.
 */
export async function handOut(
  { plan, receipts }: Pick<OutboxEntry, 'plan' | 'receipts'>, id: StepId, parts: Pick<ReviewParts, 'clock' | 'handOver'>, session: Session, writer: Pick<Writer, 'claimFile'>,
): Promise<WriteReceipt | null> {
  const step = remaining(plan, receipts).find((each) => each.id === id);
  const asked = step === undefined ? null : wayOf(step, receipts.find((receipt) => receipt.step === id));
  if (step === undefined || asked === null) return null;
  /** Where the EHR does not open its screen, the words are copied instead. */
  const ways: readonly HandOver[] = asked.by === 'activity' ? [asked, { ...asked, by: 'list' }] : [asked];
  for (const meant of ways) {
    /** Only a new claim makes a file; changes to one that stands are told in words. */
    const file = meant.by === 'file' ? writer.claimFile(plan, step) : null;
    const way: HandOver = meant.by === 'file' && file === null ? { ...meant, by: 'list' } : meant;
    const handed: WriteStep = { ...step, to: 'hand', handOver: way };
    const words = file ?? plans().handOverWords([handed]);
    if (await parts.handOver(session, handed, words)) {
      return { step: id, outcome: 'handed-over', resource: null, why: null, handed: { what: step.says, to: way.to, by: way.by }, at: parts.clock.now() };
    }
  }
  return null;
}

/** The receipt of a step that a person found in the EHR; null where the app can look itself. */
export function foundBy({ plan, receipts }: Pick<OutboxEntry, 'plan' | 'receipts'>, id: StepId, at: Instant): WriteReceipt | null {
  const asked = receipts.find(({ step }) => step === id);
  if (asked?.outcome !== 'unknown' || asked.lookInChart !== true) return null;
  return { step: id, outcome: 'written', resource: null, why: `${plan.who.name} found it in the EHR.`, at };
}

function wayOf({ to, handOver }: WriteStep, receipt: WriteReceipt | undefined): HandOver | null {
  if (to === 'hand') return handOver;
  switch (receipt?.outcome) {
    case 'refused':
    case 'skipped':
    case 'unknown': return { by: 'list', to: 'whoever enters it in the EHR', why: receipt.why ?? 'The EHR did not take it.' };
    case 'written':
    case 'handed-over':
    case undefined: return null;
  }
}
