import type { Bundle, BundleEntry, BundleEntryResponse } from 'fhir/r4';
import type { StepId, WriteStep } from '../../domain/model/index.ts';
import { hasTag } from '../encode/index.ts';
import type { FhirReply } from '../http/contract.ts';
import type { Errand, Result } from './errand.ts';
import { ask, refused, skipped, stood, waitsFor } from './errand.ts';
import { lookUpTaken, settleLost } from './look-up.ts';
import type { Prepared } from './prepare.ts';
import { prepare } from './prepare.ts';
import { readCurrent, staleResult } from './read.ts';
import { asResource, sourceOfLocation, sourceOf, versionOf } from './standing.ts';
import { refusalWords, withWords } from './words.ts';

type Ready = Exclude<Prepared, { kind: 'settled' }>;
interface Entry { readonly step: WriteStep; readonly ready: Ready }

/**
 * These steps as one transaction: all or none. If one of them cannot be, none is sent; one that waits for what another
 * try must write stays behind alone. A whole refusal is each step's refusal, in the server's words; nothing is tried one
 * by one afterwards, which could write half.
 * @param mayRepeat once, after another sending of the same steps (a second tab, a retry on its way) came first
 */
export async function sendTogether(errand: Errand, steps: readonly WriteStep[], mayRepeat = true): Promise<ReadonlyMap<StepId, Result>> {
  const results = new Map<StepId, Result>();
  const entries: Entry[] = [];
  const pending = new Map<StepId, string>();
  let stopper: WriteStep | null = null;
  for (const step of steps) {
    const waiting = errand.signal.aborted ? 'Cancelled before it was sent.' : waitsFor(errand, step, new Set(pending.keys()));
    if (waiting !== null) { results.set(step.id, skipped(waiting)); continue; }
    const prepared = await prepare(errand, step, pending);
    if (prepared.kind === 'settled') {
      results.set(step.id, prepared.result);
      if (prepared.result.resource !== null) errand.written.set(step.id, prepared.result.resource);
      else stopper ??= step;
      continue;
    }
    entries.push({ step, ready: prepared });
    pending.set(step.id, prepared.kind === 'create' ? urn(step.key) : prepared.seen.reference);
  }
  const delivered = await deliverUnless(stopper, errand, entries, mayRepeat);
  if (delivered === 'again') return sendTogether(errand, steps, false);
  entries.forEach(({ step }, index) => results.set(step.id, delivered[index] ?? skipped('Not sent.')));
  return results;
}

type Delivered = readonly Result[] | 'again';

async function deliverUnless(stopper: WriteStep | null, errand: Errand, entries: readonly Entry[], mayRepeat: boolean): Promise<Delivered> {
  if (errand.signal.aborted) return entries.map(() => skipped('Cancelled before it was sent.'));
  if (stopper === null) return deliver(errand, entries, mayRepeat);
  return entries.map(() => skipped(`Nothing was sent, since all is written or nothing, and this cannot be: ${stopper.says}.`));
}

async function deliver(errand: Errand, entries: readonly Entry[], mayRepeat: boolean): Promise<Delivered> {
  if (entries.length === 0) return [];
  const asked = await ask(errand, { method: 'POST', url: '', body: bundleOf(errand, entries) });
  if (asked.kind === 'not-sent') return entries.map(() => refused(asked.why));
  if (asked.kind === 'lost') return settleAll(errand, entries, asked.why, false);
  const { reply } = asked;
  if (reply.status >= 500) return settleAll(errand, entries, refusalWords(reply, errand.server), true);
  if (reply.status >= 300) return refusedWhole(errand, entries, reply, mayRepeat);
  const bundle = asResource(reply.json);
  const answers = bundle?.resourceType === 'Bundle' ? bundle.entry ?? [] : [];
  if (answers.length !== entries.length) return settleAll(errand, entries, `The ${errand.server}'s answer does not tell what became of each step.`, false);
  return Promise.all(entries.map((entry, index) => resultOf(errand, entry, answers[index] ?? {})));
}

function settleAll(errand: Errand, entries: readonly Entry[], why: string, answered: boolean): Promise<readonly Result[]> {
  return Promise.all(entries.map(({ step }) => settleLost(errand, step, why, answered)));
}

/**
 * Which of them came too late, if any did; the others were refused along with it. Where another sending of the same steps came
 * first, or a 409 has no such cause (a race of creates): once more, from the beginning.
 */
async function refusedWhole(errand: Errand, entries: readonly Entry[], reply: FhirReply, mayRepeat: boolean): Promise<Delivered> {
  const conflicts = await Promise.all(entries.map((entry) => conflictOf(errand, entry)));
  const race = reply.status === 409 || conflicts.includes('ours');
  if (mayRepeat && race && conflicts.every((c) => c === null || c === 'ours')) return 'again';
  const whole = refused(`All was refused together, and nothing was written. ${refusalWords(reply, errand.server)}`);
  return conflicts.map((conflict) => (conflict === null || conflict === 'ours' ? whole : conflict));
}

async function conflictOf(errand: Errand, { step, ready }: Entry): Promise<Result | 'ours' | null> {
  if (ready.kind === 'create') return null;
  const current = await readCurrent(errand, ready.seen.reference);
  if (current.kind !== 'here' || current.version === ready.ifMatch) return null;
  return hasTag(current.resource, step.key) ? 'ours' : staleResult(errand, ready.seen, current);
}

async function resultOf(errand: Errand, { step, ready }: Entry, answer: BundleEntry): Promise<Result> {
  const response: BundleEntryResponse | undefined = answer.response;
  const status = Number(/^\d{3}/.exec(response?.status ?? '')?.[0] ?? 0);
  if (status >= 400) return refused(withWords(`The ${errand.server} refused it (${status})`, response?.outcome));
  const resource = asResource(answer.resource);
  const source = resource?.id === undefined ? sourceOfLocation(response?.location, response?.etag) : sourceOf(resource, response?.etag ?? null);
  if (ready.kind === 'update') return stood(source ?? { reference: ready.seen.reference, version: versionOf(response?.etag) }, ready.note);
  return source !== null && status === 201 ? stood(source) : lookUpTaken(errand, step);
}

function bundleOf(errand: Errand, entries: readonly Entry[]): Bundle {
  return { resourceType: 'Bundle', type: 'transaction', entry: entries.map((entry) => entryOf(errand, entry)) };
}

function entryOf({ http }: Errand, { step, ready }: Entry): BundleEntry {
  if (ready.kind === 'create') {
    return {
      fullUrl: urn(step.key),
      resource: ready.resource,
      request: { method: 'POST', url: ready.type, ...(ready.unless === null ? {} : { ifNoneExist: ready.unless }) },
    };
  }
  return {
    fullUrl: `${http.base}/${ready.seen.reference}`,
    resource: ready.resource,
    request: { method: 'PUT', url: ready.seen.reference, ...(ready.ifMatch === null ? {} : { ifMatch: `W/"${ready.ifMatch}"` }) },
  };
}

/** A UUID (version 8, RFC 9562) made of the key: the same step has the same name on every try. */
function urn(key: string): string {
  return `urn:uuid:${key.slice(0, 8)}-${key.slice(8, 12)}-8${key.slice(13, 16)}-8${key.slice(17, 20)}-${key.slice(20, 32)}`;
}
