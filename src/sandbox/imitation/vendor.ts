import type { CodeableConcept, Condition, DocumentReference, Provenance } from 'fhir/r4';
import type { FhirCall } from '../fhir/reply.ts';

/** Codes of R4's TypeRestfulInteraction. */
export type Offer = 'read' | 'vread' | 'history-instance' | 'history-type' | 'search-type' | 'create' | 'update' | 'delete';

/** One thing that the vendor's server refuses. */
export interface Refusal {
  /** `Kind.interaction`. */
  readonly on: string;
  /** After "Epic (imitated) ". */
  readonly says: string;
  readonly status: number;
  readonly broken: (call: FhirCall) => boolean;
  /** The vendor's public page that says so. */
  readonly authority: string;
}

/** What sets a vendor's R4 server apart, as its public pages tell. Reading and searching is offered on every kind that is not `absent`. */
export interface Vendor {
  readonly name: string;
  /** Kinds that it has not. */
  readonly absent: readonly string[];
  /** Beyond reading: by kind, what it takes. */
  readonly writes: Readonly<Record<string, readonly Offer[]>>;
  /** Elements of what is sent that it does not keep, by kind. */
  readonly drops: Readonly<Record<string, readonly string[]>>;
  /** Search parameters that it has not, by kind; `*`: on every kind. */
  readonly unsearchable: Readonly<Record<string, readonly string[]>>;
  readonly rules: readonly Refusal[];
  readonly binaryAcceptIsContentType: boolean;
  /** Null: nothing said. */
  readonly tokenSeconds: number | null;
  readonly messaging: boolean;
  /** Where the lists above are said. */
  readonly authority: readonly string[];
}

export function conditionIn({ body }: FhirCall): Partial<Condition> {
  return resourceIn(body);
}

export function documentIn({ body }: FhirCall): Partial<DocumentReference> {
  return resourceIn(body);
}

export function provenanceIn({ body }: FhirCall): Partial<Provenance> {
  return resourceIn(body);
}

/** Elements that change the meaning of the rest, so that they may not be ignored (R4 extensibility 2.4.1.1). */
export function hasModifier({ body }: FhirCall): boolean {
  const resource = resourceIn<{ modifierExtension: unknown; implicitRules: unknown }>(body);
  return resource.modifierExtension !== undefined || resource.implicitRules !== undefined;
}

/** Whatever was sent: what is no list counts as none. */
export function listOf<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]).filter((item) => typeof item === 'object' && item !== null) : [];
}

export function codesOf(concept: CodeableConcept | undefined): readonly string[] {
  return listOf(concept?.coding).flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
}

function resourceIn<T extends object>(body: FhirCall['body']): Partial<T> {
  return body.kind === 'json' && typeof body.value === 'object' && body.value !== null ? body.value : {};
}
