import type { Clock, Writer } from './parts.ts';
import type { Visit } from './visit.ts';
import { NEVER } from './carry-out.ts';
import { plans } from './planning.ts';

/**
 * Keeps the signed head of the log outside this device: in the EHR, on the companion server, or as a note. Where nothing takes it, it stays
 * here. Never twice for the same head; and never a reason for anything else to fail, so that its faults end here: the next end of a
 * review anchors a head that covers this one.
 */
export async function anchor({ session, vault, journal, about }: Visit, writer: Writer, clock: Clock): Promise<void> {
  try {
    await journal.settled();
    await vault.outbox.exclusively('anchor', async () => {
      const head = await vault.log.head(clock.now());
      const last = await vault.log.anchored();
      if (head === null || (last !== null && last.log === head.log && last.count === head.count && last.hash === head.hash)) return;
      const plan = plans().planAnchor({ head, who: session.user, at: clock.now(), ...about, profile: writer.profile });
      const steps = plan.steps.filter(({ to }) => to !== 'hand');
      if (steps.length === 0) return;
      const receipts = await writer.send({ ...plan, steps }, () => undefined, NEVER);
      const settled = await Promise.all(receipts.map(async (receipt, index) => {
        const step = steps[index];
        return receipt.outcome === 'unknown' && step !== undefined ? writer.lookUp(plan, step, NEVER) : receipt;
      }));
      if (settled.length > 0 && settled.every(({ outcome }) => outcome === 'written')) await vault.log.markAnchored(head);
    });
  } catch {
    return;
  }
}
