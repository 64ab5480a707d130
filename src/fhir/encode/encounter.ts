import type { Encounter, EncounterDiagnosis } from 'fhir/r4';
import type { WriteAction } from '../../domain/model/index.ts';
import type { EncodeContext } from './context.ts';
import { localReference, tagged, withoutStaleNarrative } from './parts.ts';

/** Encounter.diagnosis without those that left and with those that came; use, rank and all other elements stay. */
export function changedEncounter(
  action: Extract<WriteAction, { kind: 'update-encounter' }>, key: string, current: Encounter, context: EncodeContext,
): Encounter {
  const { diagnosis: before = [], ...rest } = withoutStaleNarrative(current);
  const kept = before.filter((d) => !action.drop.includes(localReference(d.condition.reference) ?? ''));
  const present = new Set(kept.map((d) => localReference(d.condition.reference)));
  const added = action.add.flatMap((link): EncounterDiagnosis[] => {
    const reference = 'condition' in link ? link.condition : context.written(link.step)?.reference;
    return reference === undefined || present.has(reference) ? [] : [{ condition: { reference } }];
  });
  const diagnosis = [...kept, ...added];
  return { ...rest, meta: tagged(current.meta, key), ...(diagnosis.length === 0 ? {} : { diagnosis }) };
}
