import type { CodeSystem } from './primitives.ts';
import type { Evidence } from './evidence.ts';

/** A code of a service in the pack that ships (src/domain/coding/services), in our own words. */
export interface ServiceEntry {
  /** CPT number or HCPCS II code, without modifiers. */
  readonly code: string;
  readonly system: Extract<CodeSystem, 'hcpcs' | 'cpt'>;
  /** Our own words, never the AMA's descriptor. */
  readonly title: string;
}

export type ServiceKind = 'procedure' | 'injection' | 'drug' | 'vaccine' | 'vaccine-administration' | 'test' | 'counseling';

/** A service that the record shows to have been performed at this encounter; never one that is only planned or ordered. */
export interface PerformedService extends ServiceEntry {
  readonly kind: ServiceKind;
  /** Billing units: of a drug by its dose, of a further vaccine component by their number; else 1. */
  readonly units: number;
  /** RT, LT, 50, 59 …: in the order in which they are billed. */
  readonly modifiers: readonly string[];
  /** The words (or the Immunization, the Procedure, the administration) that show it done. */
  readonly evidence: readonly Evidence[];
  /** Why this code and these units, in a sentence for a person, with its authority. */
  readonly because: string;
  readonly authority: string;
  /** Days of the global period where it is a procedure that has one (0, 10, 90); null where it has none. */
  readonly globalDays: 0 | 10 | 90 | null;
}

/** Performed, and not coded: what is missing before there is a code. */
export interface RefusedService {
  /** What was done, in our own words. */
  readonly what: string;
  readonly why: string;
  readonly evidence: readonly Evidence[];
}

export interface Services {
  readonly performed: readonly PerformedService[];
  readonly refused: readonly RefusedService[];
}
