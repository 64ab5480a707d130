import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type SearchParameterType = 'token' | 'reference' | 'date' | 'string' | 'quantity' | 'uri' | 'number';

export interface SearchParameter {
  readonly type: SearchParameterType;
  /** FHIRPath, from the kind down. */
  readonly path: string;
  /** Kinds that a reference may lead to; any where left out. */
  readonly target?: readonly string[];
}

interface SearchDefinitions {
  readonly parameters: Readonly<Record<string, Readonly<Record<string, SearchParameter>>>>;
  /** R4's CompartmentDefinition/patient: kind to search parameters. */
  readonly patientCompartment: Readonly<Record<string, readonly string[]>>;
}

interface StructureDefinitions {
  readonly kinds: readonly string[];
  /** Type name to element name to `type min max [code list]`. */
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly codes: Readonly<Record<string, readonly string[]>>;
}

/** Both compiled by scripts/compile-search-parameters.ts from FHIR R4 (4.0.1). */
export const searchDefinitions = load('search-parameters.json') as SearchDefinitions;
export const structures = load('structures.json') as StructureDefinitions;

const kinds = new Set(structures.kinds);

/** Does this server hold that kind of resource? */
export function holdsKind(kind: string): boolean {
  return kinds.has(kind);
}

function load(name: string): unknown {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8');
  // Without prototypes, so that an element or parameter named "constructor" finds nothing.
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'object' && !Array.isArray(value) ? Object.assign(Object.create(null) as object, value) : value));
}
