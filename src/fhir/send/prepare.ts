import type { FhirResource } from 'fhir/r4';
import type { Source, StepId, WriteStep } from '../../domain/model/index.ts';
import { STEP_SYSTEM, encode, fromCompanion } from '../encode/index.ts';
import { isAbout } from '../read/reference.ts';
import { changeOf, malformed } from './change.ts';
import type { Errand, Result } from './errand.ts';
import { contextOf, refused } from './errand.ts';
import { mayChange } from './fence.ts';
import { foundResult, lookUpStep, standingResult } from './look-up.ts';
import { findByKey, keyQuery, readCurrent, staleResult } from './read.ts';

export type Prepared =
  /** `unless`: a search that must find nothing; null where the server offers no conditional create and was asked beforehand. */
  | { readonly kind: 'create'; readonly type: string; readonly resource: FhirResource; readonly unless: string | null }
  | { readonly kind: 'update'; readonly seen: Source; readonly resource: FhirResource; readonly ifMatch: string | null; readonly note: string | null }
  | { readonly kind: 'settled'; readonly result: Result };

/**
 * A step ready to send, or settled already: it stands from an earlier try, it may stand and nobody can tell, or what it changes is no
 * longer what was seen.
 * @param pending where earlier steps of the same transaction will stand
 */
export async function prepare(errand: Errand, step: WriteStep, pending?: ReadonlyMap<StepId, string>): Promise<Prepared> {
  if (errand.doubtful.has(step.id)) {
    const result = await lookUpStep(errand, step);
    if (result.outcome !== 'skipped') return settled(result);
  }
  const encoding = encode(step);
  if (encoding.kind === 'create') {
    if (errand.profile.conditionalCreate) {
      return { kind: 'create', type: encoding.type, resource: encoding.resource(contextOf(errand, pending)), unless: keyQuery(encoding.type, `${STEP_SYSTEM}|${step.key}`) };
    }
    const found = await findByKey(errand, step, encoding.type);
    if (found.kind === 'found') return settled(foundResult(errand, step, found));
    if (found.kind === 'cannot-tell') return settled(refused(`Nothing was sent, since it could not be seen whether it was written before. ${found.why}`));
    return { kind: 'create', type: encoding.type, resource: encoding.resource(contextOf(errand, pending)), unless: null };
  }
  const seen = encoding.of;
  const current = await readCurrent(errand, seen.reference);
  if (current.kind !== 'here') return settled(refused(`Nothing was sent, since what stands there could not be read. ${current.why}`));
  if (!isOfPatient(errand, current.resource)) return settled(refused('Nothing was sent: it stands in another patient\'s chart now. Tell the people who keep the records.'));
  const changed = changeOf(encoding, current.resource, contextOf(errand, pending));
  if (changed === null) return settled(refused(malformed(errand)));
  const { resource, note } = changed;
  const standing = standingResult(step, seen, current, resource);
  if (standing !== null) return settled(standing);
  if (!encoding.anyVersion && seen.version !== null && current.version !== seen.version) return settled(await staleResult(errand, seen, current));
  if (!mayChange(errand.plan, current.resource)) return settled(refused('Nothing was sent: it is not the unconfirmed diagnosis that you proposed.'));
  return { kind: 'update', seen, resource, ifMatch: current.version, note };
}

function isOfPatient({ plan, http, places }: Errand, current: FhirResource): boolean {
  return places === undefined ? isAbout(current, plan.patient, http.base) : isAbout(fromCompanion(current, places), plan.patient, places.ehr);
}

function settled(result: Result): Prepared {
  return { kind: 'settled', result };
}
