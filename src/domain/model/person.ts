import type { Policy } from './policy.ts';

export const roleNames = ['clinician', 'cdi', 'coder', 'auditor', 'unknown'] as const;

/** What a person may do here; from `fhirUser` → PractitionerRole through the site's mapping. */
export type Role = (typeof roleNames)[number];

export interface Person {
  /** `Practitioner/id`, the fhirUser; `UNNAMED` where the EHR does not say. */
  readonly reference: string;
  readonly name: string;
  readonly role: Role;
}

/** Of everybody whom the EHR does not name: others on the same workstation have it, too. */
export const UNNAMED = 'unknown';

/** CDI specialists and coders send clinicians what they found (rule of trust 4). */
export function mayPropose(role: Role): boolean {
  return role === 'cdi' || role === 'coder';
}

/** A clinician sends what takes a second person here (src/domain/review/second-person.ts). */
export function mayOffer(role: Role): boolean {
  return mayPropose(role) || mayAttest(role);
}

/** The draft claim, where the site lets coders finalise it; never a Condition. */
export function mayVerifyClaims(role: Role, { codersFinaliseClaims }: Pick<Policy, 'codersFinaliseClaims'>): boolean {
  return codersFinaliseClaims && role === 'coder';
}

/** Only a clinician confirms (rule of trust 4). */
export function mayAttest(role: Role): boolean {
  return role === 'clinician';
}
