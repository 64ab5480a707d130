import type { FhirResource } from 'fhir/r4';
import type { Source, WriteStep } from '../../domain/model/index.ts';
import { encode, hasTag } from '../encode/index.ts';
import { changeOf, malformed } from './change.ts';
import type { Errand, Result } from './errand.ts';
import { contextOf, refused, skipped, stood, unknown, unseen } from './errand.ts';
import type { Current, Found } from './read.ts';
import { carriesKey, findByKey, readCurrent, staleResult } from './read.ts';
import { holds, isSame, sourceOf } from './standing.ts';

/**
 * What became of a step whose answer was lost: written, or not there and safe to send again (`skipped`),
 * or changed by somebody else (`refused`, with the difference), or still not known.
 */
export async function lookUpStep(errand: Errand, step: WriteStep): Promise<Result> {
  const encoding = encode(step);
  if (encoding.kind === 'create') {
    const linked = encoding.type === 'Provenance' ? await withLinks(errand, step) : errand;
    return lookUpCreate(linked, step, await findByKey(linked, step, encoding.type));
  }
  const current = await readCurrent(errand, encoding.of.reference);
  if (current.kind === 'gone') return refused(current.why);
  if (current.kind === 'cannot-tell') return unknown(current.why);
  const linked = await withLinks(errand, step);
  if (lacksLinks(linked, step) && !hasTag(current.resource, step.key)) return skipped(notThere(errand));
  const changed = changeOf(encoding, current.resource, contextOf(linked));
  if (changed === null) return refused(malformed(errand));
  const standing = standingResult(step, encoding.of, current, changed.resource);
  if (standing !== null) return standing;
  if (encoding.anyVersion || current.version === encoding.of.version) return skipped(notThere(errand));
  return staleResult(errand, encoding.of, current);
}

/**
 * The receipt of a change that stands already, or null. The step's tag says that it was written; the version is ours where
 * it follows the one that was seen (the change was sent on that condition) or nothing differs from what was meant.
 */
export function standingResult(step: WriteStep, seen: Source, current: Extract<Current, { kind: 'here' }>, meant: FhirResource): Result | null {
  const here = sourceOf(current.resource, current.version);
  const asMeant = isSame(meant, current.resource);
  if (!hasTag(current.resource, step.key)) return asMeant ? stood(here, 'It stands so already.') : null;
  const isOurs = asMeant || (seen.version !== null && Number(current.version) === Number(seen.version) + 1);
  return isOurs ? stood(here) : stood({ ...here, version: null }, 'It was written earlier, and was changed since.');
}

function notThere({ server }: Errand): string {
  return `It is not in the ${server}. It is safe to send it again.`;
}

function lookUpCreate(errand: Errand, step: WriteStep, found: Found): Result {
  switch (found.kind) {
    case 'cannot-tell': return unknown(found.why);
    case 'none': return errand.profile.name === 'generic' ? skipped(notThere(errand)) : unseen(`It was not seen in the EHR, which may not keep the mark that this app leaves. Look in the chart before you send it again: is ${whatToLookFor(errand, step)} there?`);
    case 'unsearchable': return unseen(`The EHR does not let this app look for it. Look in the chart before you send it again: is ${whatToLookFor(errand, step)} there?`);
    case 'found': return foundResult(errand, step, found);
  }
}

/** For a person before the chart: codes, titles of ours and times, as they stand there. */
function whatToLookFor({ plan }: Errand, { action, says }: WriteStep): string {
  const when = plan.at.slice(0, 16).replace('T', ' ');
  switch (action.kind) {
    case 'create-condition': return `${action.diagnosis.code} ${action.target === 'problem-list-item' ? 'on the problem list' : 'among the visit\'s diagnoses'}, recorded ${when},`;
    case 'propose-condition': return `${action.diagnosis.code} as a provisional diagnosis, recorded ${when},`;
    case 'file-note': return `a document "${action.title}" of ${when}`;
    default: return `this ("${says}", ${when})`;
  }
}

/** What was found is what was meant, or it was changed since: then its version is not one that was attested. */
export function foundResult(errand: Errand, step: WriteStep, { resource }: Extract<Found, { kind: 'found' }>): Result {
  const here = sourceOf(resource);
  const encoding = encode(step);
  if (encoding.kind === 'create' && !MADE_OVER.has(encoding.type) && carriesKey(resource, step.key) && !holds(resource, encoding.resource(contextOf(errand)))) {
    return stood({ ...here, version: null }, 'It was written earlier, and looks different now.');
  }
  return stood(here);
}

/** A Provenance names versions that a later session does not know; of a document, servers move the content elsewhere. Their key is enough. */
const MADE_OVER: ReadonlySet<string> = new Set(['Provenance', 'DocumentReference']);

/** Knows, beside what this errand wrote, where the creates before this step stand: a look-up may come in a later session. */
async function withLinks(errand: Errand, step: WriteStep): Promise<Errand> {
  const written = new Map(errand.written);
  for (const before of errand.plan.steps.filter((s) => s.to === step.to && step.after.includes(s.id) && !written.has(s.id))) {
    const encoding = encode(before);
    const found = encoding.kind === 'create' ? await findByKey(errand, before, encoding.type) : null;
    if (found?.kind === 'found') written.set(before.id, sourceOf(found.resource));
  }
  return { ...errand, written };
}

/** A create that it names stands nowhere: nothing there can be what was meant, however alike it looks without that name. */
function lacksLinks(errand: Errand, step: WriteStep): boolean {
  return errand.plan.steps.some((before) => step.after.includes(before.id) && !errand.written.has(before.id) && encode(before).kind === 'create');
}

/** The server took it and did not say where it stands, or found an earlier write of it. */
export async function lookUpTaken(errand: Errand, step: WriteStep): Promise<Result> {
  const result = await lookUpStep(errand, step);
  return result.outcome === 'written' ? result : unknown(`The ${errand.server} took it, and it was not found there yet. ${result.outcome === 'unknown' ? result.why ?? '' : 'It is looked up again before it is sent again.'}`);
}

/** An answer that was lost, or a server that failed on the way: it is looked up before anybody is told. */
export async function settleLost(errand: Errand, step: WriteStep, why: string, answered: boolean): Promise<Result> {
  if (errand.signal.aborted) return unknown(`${why} Whether it was written is not known; it is looked up before it is sent again.`);
  const result = await lookUpStep(errand, step);
  if (result.outcome === 'skipped') {
    return answered ? refused(`${why} Nothing was written; it is safe to send it again.`) : unknown(`${why} Nothing was found in the ${errand.server} so far; it is looked up again before it is sent again.`);
  }
  return result.outcome === 'unknown' ? { ...result, why: `${why} Whether it was written is not known: ${result.why ?? ''}` } : result;
}
