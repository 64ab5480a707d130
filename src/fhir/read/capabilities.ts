import type { ResourceKind } from '../../domain/model/index.ts';
import { FhirFault } from '../http/contract.ts';
import type { Ask } from './pages.ts';

/** What the server says it offers. Where it says nothing usable, everything is asked. */
export interface Offers {
  search(kind: ResourceKind): boolean;
  read(kind: ResourceKind): boolean;
  /** The first of the parameters that the server names for this kind; the first of all where it names none. */
  parameter(kind: ResourceKind, names: readonly [string, ...string[]]): string;
}

export async function askOffers(ask: Ask): Promise<Offers> {
  try {
    const reply = await ask('metadata');
    return offersIn(reply.status === 200 ? reply.json : undefined);
  } catch (error) {
    if (!(error instanceof FhirFault) || error.kind === 'cancelled') throw error;
    return offersIn(undefined);
  }
}

interface Kind {
  readonly interactions: readonly string[];
  readonly parameters: readonly string[];
}

function offersIn(statement: unknown): Offers {
  const kinds = kindsIn(statement);
  const offers = (kind: ResourceKind, interaction: string): boolean => {
    if (kinds === null) return true;
    const found = kinds.get(kind);
    return found !== undefined && (found.interactions.length === 0 || found.interactions.includes(interaction));
  };
  return {
    search: (kind) => offers(kind, 'search-type'),
    read: (kind) => offers(kind, 'read'),
    parameter: (kind, names) => names.find((name) => kinds?.get(kind)?.parameters.includes(name)) ?? names[0],
  };
}

function kindsIn(statement: unknown): ReadonlyMap<string, Kind> | null {
  const server = objects(field(statement, 'rest')).find((rest) => field(rest, 'mode') === 'server');
  const resources = objects(field(server, 'resource'));
  if (resources.length === 0) return null;
  return new Map(resources.map((resource) => [
    String(field(resource, 'type')),
    {
      interactions: objects(field(resource, 'interaction')).map((i) => String(field(i, 'code'))),
      parameters: objects(field(resource, 'searchParam')).map((p) => String(field(p, 'name'))),
    },
  ]));
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function objects(value: unknown): readonly object[] {
  return Array.isArray(value) ? value.filter((item): item is object => typeof item === 'object' && item !== null) : [];
}
