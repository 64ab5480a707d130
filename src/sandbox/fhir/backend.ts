import type { CapabilityStatement } from 'fhir/r4';
import { accessFor } from '../auth/access.ts';
import type { Store } from '../records/store.ts';
import { capabilityStatement } from './capability.ts';
import { handleFhir } from './endpoint.ts';
import { guard } from './guarded.ts';
import type { FhirCall, FhirReply } from './reply.ts';
import { createPages } from './search/results.ts';

/** What one token grants, and whose it is. */
export interface Rights {
  /** Pages of a search belong to it. */
  readonly owner: string;
  readonly scope: string;
  /** Logical ids, or null. */
  readonly user: string | null;
  readonly patient: string | null;
}

/** Where resources stand: the own store, or an outside server behind the proxy. */
export interface FhirBackend {
  /** FHIR base as clients see it. */
  readonly base: string;
  readonly capability: CapabilityStatement;
  /** @throws FhirError for what is refused */
  answer(call: FhirCall, rights: Rights): FhirReply | Promise<FhirReply>;
}

/** @param origin where the authorisation server is; null where nothing is asked for a token */
export function storeBackend(store: Store, origin: string | null): FhirBackend {
  const pages = createPages();
  return {
    base: store.base,
    capability: capabilityStatement(store.base, origin, new Date().toISOString()),
    // Synchronous, so that one request is one turn.
    answer: (call, rights) => handleFhir(call, guard(store, accessFor(rights, store)), pages),
  };
}
