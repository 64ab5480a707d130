import type { Person } from '../../domain/model/index.ts';
import type { FhirHttp } from '../http/contract.ts';

export type Interaction = 'create' | 'read' | 'update' | 'delete' | 'search';

/** What the token was granted, v1 (`user/Condition.write`) and v2 (`user/Condition.cruds`) alike. */
export interface GrantedScopes {
  readonly text: string;
  allows(kind: string, interaction: Interaction): boolean;
  /** False where no write of any kind was granted: the app is read-only and says so. */
  readonly canWrite: boolean;
  /**
   * The searches that the grant is limited to (`category=laboratory`, of `patient/Observation.rs?category=laboratory`), decoded;
   * null where it is not limited. What lies outside them is unread, not empty.
   */
  narrowedTo?(kind: string, interaction: Interaction): readonly string[] | null;
}

/** A finished launch. */
export interface Session {
  readonly http: FhirHttp;
  /** The EHR's FHIR base: everything stored is keyed by it and by the user. */
  readonly ehr: string;
  readonly mode: 'ehr' | 'standalone';
  /** Logical ids; null where the launch brought none (then the picker asks). */
  readonly patient: string | null;
  readonly encounter: string | null;
  readonly user: Person;
  readonly scopes: GrantedScopes;
  readonly needPatientBanner: boolean;
  /** SMART Web Messaging, where the launch brought it: the only window that may be spoken to, and as what. */
  readonly messaging: { readonly handle: string; readonly origin: string } | null;
  /** Forgets the token here and, where the EHR offers it, ends it there (RFC 7009). */
  signOut(): Promise<void>;
  /** Things the person should know about this launch: "No encounter came with the launch." */
  readonly notices: readonly string[];
}
