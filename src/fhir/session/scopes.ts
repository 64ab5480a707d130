import type { GrantedScopes, Interaction } from './contract.ts';

/**
 * The scopes that a token response grants, SMART App Launch v1 (`user/Condition.write`) and v2 (`user/Condition.cruds`,
 * `patient/Observation.rs?category=laboratory`) alike. `patient/`, `user/` and `system/` count the same here: whose records
 * they open is for the server to keep, and a granted scope may still be answered with 403.
 */
export function parseScopes(text: string): GrantedScopes {
  const grants = text.split(/\s+/).map(grantOf).filter((grant) => grant !== null);
  const fitting = (kind: string, interaction: Interaction) => grants.filter((grant) => (grant.kind === '*' || grant.kind === kind) && grant.interactions.includes(interaction));
  return {
    text,
    allows: (kind, interaction) => fitting(kind, interaction).length > 0,
    canWrite: grants.some((grant) => WRITES.some((write) => grant.interactions.includes(write))),
    narrowedTo(kind, interaction) {
      const found = fitting(kind, interaction);
      if (found.length === 0 || found.some((grant) => grant.query === '')) return null;
      return [...new Set(found.map((grant) => grant.query))];
    },
  };
}

interface Grant {
  /** A resource type, or `*`. */
  readonly kind: string;
  readonly interactions: readonly Interaction[];
  /** Decoded; empty where the grant is not limited. */
  readonly query: string;
}

const WRITES: readonly Interaction[] = ['create', 'update', 'delete'];

function grantOf(scope: string): Grant | null {
  const [, kind, letters, query = ''] = /^(?:patient|user|system)\/(\*|[A-Z][A-Za-z]*)\.([a-z*]+)(?:\?(.*))?$/.exec(scope) ?? [];
  if (kind === undefined || letters === undefined) return null;
  const interactions = interactionsOf(letters);
  return interactions === null ? null : { kind, interactions, query: decoded(query) };
}

const V1: Readonly<Record<string, readonly Interaction[]>> = {
  read: ['read', 'search'],
  write: ['create', 'update', 'delete'],
  '*': ['create', 'read', 'update', 'delete', 'search'],
};

const V2: readonly (readonly [string, Interaction])[] = [['c', 'create'], ['r', 'read'], ['u', 'update'], ['d', 'delete'], ['s', 'search']];

/** Null where the letters are neither v1 words nor v2 letters in their order. */
function interactionsOf(letters: string): readonly Interaction[] | null {
  const words = V1[letters];
  if (words !== undefined) return words;
  return /^c?r?u?d?s?$/.test(letters) ? V2.filter(([letter]) => letters.includes(letter)).map(([, interaction]) => interaction) : null;
}

function decoded(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    return query;
  }
}
