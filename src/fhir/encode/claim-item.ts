import type { ClaimItem, CodeableConcept } from 'fhir/r4';
import type { CalendarDate } from '../../domain/model/index.ts';
import { CPT, HCPCS } from './names.ts';
import { UNKNOWN, coded } from './parts.ts';

export interface Service {
  readonly code: string;
  readonly system: 'cpt' | 'hcpcs';
  /** Our own words. */
  readonly title: string;
  readonly modifiers: readonly string[];
  readonly units: number;
}

/** A service line. Our words for it are its text: a `display` would be the code system's own. */
export function serviceItem({ code, system, title, modifiers, units }: Service, sequence: number, pointers: readonly number[], servicedDate: CalendarDate, encounter: string): ClaimItem {
  return {
    sequence,
    ...(pointers.length === 0 ? {} : { diagnosisSequence: [...pointers] }),
    productOrService: { ...coded(system === 'hcpcs' ? HCPCS : CPT, code), ...(title === '' ? {} : { text: title }) },
    ...(modifiers.length === 0 ? {} : { modifier: modifiers.map(modifierConcept) }),
    servicedDate,
    quantity: { value: units },
    encounter: [{ reference: encounter }],
  };
}

/** FHIR requires a service on each line, and the line names the encounter, by which the draft is found again. */
export function uncodedItem(pointers: readonly number[], servicedDate: CalendarDate, encounter: string): ClaimItem {
  return {
    sequence: 1,
    ...(pointers.length === 0 ? {} : { diagnosisSequence: [...pointers] }),
    productOrService: { extension: UNKNOWN, text: UNCODED },
    servicedDate,
    encounter: [{ reference: encounter }],
  };
}

const UNCODED = 'Service not coded yet';

/** The line that we wrote because FHIR requires one: a coded one takes its place. */
export function isUncoded({ productOrService }: ClaimItem): boolean {
  return productOrService?.coding === undefined && productOrService?.text === UNCODED;
}

/** Two digits are CPT's, letters HCPCS II's. */
function modifierConcept(modifier: string): CodeableConcept {
  return coded(/^\d\d$/.test(modifier) ? CPT : HCPCS, modifier);
}
