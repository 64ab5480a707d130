import type { Chart, EncounterFacts, Policy } from '../domain/model/index.ts';
import type { Session } from '../fhir/session/contract.ts';
import type { Writer } from './parts.ts';
import type { Permission } from './review-state.ts';
import { mayAttest, mayPropose, mayVerifyClaims } from '../domain/model/index.ts';

/** Who may countersign or propose, or why not: the role, the granted scopes, what was read of the visit, what this EHR offers. */
export function permissionOf({ user: { role }, scopes }: Session, writer: Writer | null, { encounter }: Chart, policy: Policy): Permission {
  const [may, verb] = mayPropose(role) ? ['may-propose', 'propose'] as const : ['may-countersign', 'countersign'] as const;
  if (role === 'unknown') return { kind: 'read-only', why: 'The EHR did not say in which role you work here, so you can look, but not countersign.' };
  if (!mayAttest(role) && !mayPropose(role)) return { kind: 'read-only', why: 'Only a clinician can countersign. In your role you can look at everything.' };
  if (!scopes.canWrite) return { kind: 'read-only', why: `The EHR gave this app no permission to write. You can look at everything, but not ${verb}.` };
  if (isUnread(encounter)) return { kind: 'read-only', why: `The visit itself could not be read, so nothing shows that it is this patient's. You can look, but not ${verb}. Read the record again to retry.` };
  if (writer === null) return { kind: 'read-only', why: `The EHR did not say what it lets an app write, so you cannot ${verb} now. Read the record again to retry.` };
  return may === 'may-propose' && mayVerifyClaims(role, policy) ? { kind: may, mayVerify: true } : { kind: may };
}

/** Nothing is known of it but its id, which came with the launch. */
function isUnread({ status, classCode, start, end }: EncounterFacts): boolean {
  return status === 'unknown' && classCode === null && start === null && end === null;
}
