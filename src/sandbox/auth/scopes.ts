import { holdsKind, structures } from '../definitions/definitions.ts';
import type { GrantSet } from '../contract.ts';

/** create, read, update, delete, search: SMART App Launch 2.2. */
export type Interaction = 'c' | 'r' | 'u' | 'd' | 's';

export interface ResourceScope {
  readonly context: 'patient' | 'user';
  readonly kind: string;
  readonly interactions: string;
  /** v2 search parameters that a resource must match: `category=laboratory`. */
  readonly query: string;
}

const V1 = new Map([['read', 'rs'], ['write', 'cud'], ['*', 'cruds']]);
/** Granted where asked for; the rest of what is not a resource scope is left out. */
const OTHER = new Set(['openid', 'fhirUser', 'profile', 'launch', 'launch/patient', 'launch/encounter', 'online_access', 'offline_access']);

/** `user/Condition.cruds`, `patient/*.rs`, `patient/Observation.rs?category=laboratory`, and v1's `.read`, `.write`, `.*`. Null where it is none, or for a kind that is not held. */
export function parseScope(text: string): ResourceScope | null {
  const match = /^(patient|user)\/(\*|[A-Z]\w+)\.(read|write|\*|c?r?u?d?s?)(?:\?(.+))?$/.exec(text);
  const [, context, kind = '', letters = '', query = ''] = match ?? [];
  if (!context || letters === '' || (kind !== '*' && !holdsKind(kind))) return null;
  const v1 = V1.get(letters);
  if (v1 && query) return null;
  return { context: context as 'patient' | 'user', kind, interactions: v1 ?? letters, query };
}

/**
 * What is granted of what is asked for.
 * @param patient whether the launch has a patient: without one, `patient/` scopes mean nothing
 */
export function grantScopes(asked: string, set: GrantSet, patient: boolean): string {
  const granted = asked.split(/\s+/).flatMap((text) => {
    if (OTHER.has(text)) return [text];
    const scope = parseScope(text);
    if (!scope || (scope.context === 'patient' && !patient)) return [];
    return reduce(text, scope, set);
  });
  return [...new Set(granted)].join(' ');
}

const WITHHELD: Record<GrantSet, { readonly kinds: readonly string[]; readonly interactions: string }> = {
  'as-asked': { kinds: [], interactions: '' },
  'read-only': { kinds: ['*'], interactions: 'cud' },
  'no-observations': { kinds: ['Observation', 'DiagnosticReport'], interactions: 'cruds' },
  'no-claims': { kinds: ['Claim', 'ClaimResponse', 'ExplanationOfBenefit'], interactions: 'cruds' },
  'no-notes': { kinds: ['DocumentReference', 'Binary'], interactions: 'cruds' },
  'no-provenance': { kinds: ['Provenance'], interactions: 'cruds' },
};

function reduce(text: string, scope: ResourceScope, set: GrantSet): string[] {
  const { kinds, interactions } = WITHHELD[set];
  if (kinds.length === 0) return [text];
  const left = scope.interactions.split('').filter((letter) => !interactions.includes(letter)).join('');
  const query = scope.query && `?${scope.query}`;
  const withLetters = (kind: string, letters: string) => (letters ? [`${scope.context}/${kind}.${letters}${query}`] : []);
  if (kinds.includes('*')) return withLetters(scope.kind, left);
  if (scope.kind !== '*') return kinds.includes(scope.kind) ? withLetters(scope.kind, left) : [text];
  return structures.kinds.flatMap((kind) => withLetters(kind, kinds.includes(kind) ? left : scope.interactions));
}
