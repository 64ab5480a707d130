import type { WriteStep } from '../../domain/model/index.ts';
import { hasTag } from '../encode/index.ts';
import type { FhirRequest } from '../http/contract.ts';
import type { Errand, Result } from './errand.ts';
import { ask, refused, skipped, stood, waitsFor } from './errand.ts';
import { lookUpStep, lookUpTaken, settleLost } from './look-up.ts';
import type { Prepared } from './prepare.ts';
import { prepare } from './prepare.ts';
import { readCurrent, staleResult } from './read.ts';
import { sourceOfReply } from './standing.ts';
import { refusalWords } from './words.ts';

/** One step by itself, for servers without transactions. */
export async function sendStep(errand: Errand, step: WriteStep): Promise<Result> {
  if (errand.signal.aborted) return skipped('Cancelled before it was sent.');
  const waiting = waitsFor(errand, step);
  if (waiting !== null) return skipped(waiting);
  const prepared = await prepare(errand, step);
  if (prepared.kind === 'settled') return prepared.result;
  return deliver(errand, step, prepared, REPEATS);
}

/** Of creates that met another with the same key. */
const REPEATS = 3;

type Ready = Exclude<Prepared, { kind: 'settled' }>;

async function deliver(errand: Errand, step: WriteStep, ready: Ready, repeats: number): Promise<Result> {
  const asked = await ask(errand, requestOf(ready));
  if (asked.kind === 'not-sent') return refused(asked.why);
  if (asked.kind === 'lost') return settleLost(errand, step, asked.why, false);
  const { reply } = asked;
  if (reply.status >= 200 && reply.status < 300) {
    const source = sourceOfReply(reply);
    // 200 on a create: the condition found an earlier write, which may have been changed since.
    const isOurs = source !== null && (ready.kind === 'update' || reply.status !== 200);
    return isOurs ? stood(source, ready.kind === 'update' ? ready.note : null) : lookUpTaken(errand, step);
  }
  if (reply.status >= 500) return settleLost(errand, step, refusalWords(reply, errand.server), true);
  if (reply.status === 409 || reply.status === 412) {
    if (ready.kind === 'update') return tooLate(errand, step, ready, refusalWords(reply, errand.server));
    // Of two creates with one key at the same moment, one gets 409; asked again, it finds the other.
    if (reply.status === 409 && ready.unless !== null && repeats > 0) return deliver(errand, step, ready, repeats - 1);
  }
  return refused(refusalWords(reply, errand.server));
}

/** Another hand came first; or another sending of this very step did (a second tab, a retry on its way), and it stands. */
async function tooLate(errand: Errand, step: WriteStep, { seen }: Extract<Ready, { kind: 'update' }>, words: string): Promise<Result> {
  const current = await readCurrent(errand, seen.reference);
  if (current.kind === 'here' && hasTag(current.resource, step.key)) return lookUpStep(errand, step);
  return current.kind === 'here' && current.version !== seen.version ? staleResult(errand, seen, current) : refused(words);
}

function requestOf(ready: Ready): FhirRequest {
  if (ready.kind === 'create') {
    return { method: 'POST', url: ready.type, body: ready.resource, ...(ready.unless === null ? {} : { headers: { 'if-none-exist': ready.unless } }) };
  }
  return { method: 'PUT', url: ready.seen.reference, body: ready.resource, ...(ready.ifMatch === null ? {} : { headers: { 'if-match': `W/"${ready.ifMatch}"` } }) };
}
