import type { Task } from 'fhir/r4';
import type { WritePlan } from '../../domain/model/index.ts';
import { STEP_SYSTEM } from './names.ts';
import { tagged } from './parts.ts';

/** What every request to the clinicians of a visit is, whatever it asks: about whom, by whom, to whom (the first of `owners`), since when. */
export function requestToClinicians({ patient, encounter, at, who }: WritePlan, key: string, [owner]: readonly string[]): Omit<Task, 'code'> {
  return {
    resourceType: 'Task',
    meta: tagged(undefined, key),
    identifier: [{ system: STEP_SYSTEM, value: key }],
    status: 'requested',
    intent: 'proposal',
    priority: 'routine',
    for: { reference: patient },
    encounter: { reference: encounter.reference },
    authoredOn: at,
    lastModified: at,
    requester: { reference: who.reference, display: who.name },
    ...(owner === undefined ? {} : { owner: { reference: owner } }),
  };
}
