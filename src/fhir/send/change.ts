import type { FhirResource } from 'fhir/r4';
import type { Changed, EncodeContext, Encoding } from '../encode/index.ts';
import type { Errand } from './errand.ts';

/**
 * What stands there with the step's change; null where it is not as FHIR R4 says, so that there is nothing to change.
 * Servers keep whatever validation did not stop: one malformed resource must not cost the other steps their receipts.
 */
export function changeOf(encoding: Extract<Encoding, { kind: 'update' }>, current: FhirResource, context: EncodeContext): Changed | null {
  try {
    return encoding.change(current, context);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

export function malformed({ server }: Pick<Errand, 'server'>): string {
  return `Nothing was sent: what stands there is not as FHIR R4 says. Change it in the ${server}.`;
}
