import type { Bundle, Resource } from 'fhir/r4';

/** How the embedded EHR is started. */
export interface SandboxOptions {
  /** 0 picks a free one. */
  readonly port: number;
  /** A SQLite file, made where it is missing; `:memory:` keeps nothing. */
  readonly dataFile: string;
  /** Start over: forget what the data file holds. */
  readonly fresh?: boolean;
  /** The built app (launch.html, index.html, sandbox.html, assets/); null serves FHIR and SMART only. */
  readonly appDir: string | null;
  /** What stands beside the app as `site-policy.json`. Default: a policy that says nothing. */
  readonly policy?: string;
  /** Further files there, by the names that the policy gives them (measure packs). */
  readonly besidePolicy?: Readonly<Record<string, string>>;
  /** Loaded when the data file holds nothing yet, and again by a reset. */
  readonly resources?: readonly (Resource | Bundle)[];
  /** Opens `POST /sandbox/api/faults`. Off unless asked for. */
  readonly faults?: boolean;
  readonly lifetimes?: Partial<TokenLifetimes>;
  /** Stand in front of this FHIR server instead of an own store: its resources, this sandbox's sign-in, scopes and shell. */
  readonly upstream?: UpstreamOptions;
  /** Refuse and offer what this vendor's EHRs do. Default `generic`: nothing is imitated. */
  readonly ehrProfile?: EhrProfile;
  /** `true`: a second, empty FHIR server at `/companion/fhir`, open to this computer. A text: the base of another one, which the app's pages may reach. */
  readonly companion?: true | string;
  /** SMART Web Messaging in the shell. Default: where the imitated vendor has it. */
  readonly webMessaging?: boolean;
  /** One line a request: method, path without query, status, milliseconds. Never PHI. */
  readonly log?: (line: string) => void;
}

export interface UpstreamOptions {
  /** FHIR base without a trailing slash; it is asked without credentials. */
  readonly fhir: string;
  /** Milliseconds until a request counts as not answered. Default 30,000. */
  readonly patience?: number;
}

export const EHR_PROFILES = ['generic', 'epic', 'oracle'] as const;
export type EhrProfile = (typeof EHR_PROFILES)[number];

/** In seconds. */
export interface TokenLifetimes {
  readonly launch: number;
  readonly code: number;
  readonly access: number;
  readonly refresh: number;
}

export const USER_ROLES = ['clinician', 'cdi', 'coder', 'auditor'] as const;
export type UserRole = (typeof USER_ROLES)[number];

/** A person who may sign in: a Practitioner with a PractitionerRole tagged `https://countersign.dev/fhir/sandbox|user`. */
export interface ShellUser {
  readonly id: string;
  readonly name: string;
  /** The code of system `https://countersign.dev/fhir/role`; null where the PractitionerRole has none of ours. */
  readonly role: UserRole | null;
  readonly roleDisplay: string;
}

export interface ShellEncounter {
  readonly id: string;
  readonly status: string;
  /** v3-ActCode: AMB, EMER, IMP, OBSENC … */
  readonly classCode: string | null;
  readonly type: string | null;
  readonly start: string | null;
  readonly end: string | null;
}

/** `encounters` newest first. */
export interface ShellPatient {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly gender: string | null;
  readonly encounters: readonly ShellEncounter[];
}

/** What of the scopes that the app asks for is granted. */
export const GRANT_SETS = ['as-asked', 'read-only', 'no-observations', 'no-claims', 'no-notes', 'no-provenance'] as const;
export type GrantSet = (typeof GRANT_SETS)[number];

/** Logical ids. */
export interface LaunchRequest {
  readonly user: string;
  readonly patient: string;
  readonly encounter?: string;
  /** Default `as-asked`. */
  readonly grant?: GrantSet;
  /** Passed on in the token response. */
  readonly intent?: string;
  /** Default false: the shell shows the patient's name itself. */
  readonly needPatientBanner?: boolean;
}

export interface LaunchReply {
  readonly iss: string;
  /** Single use; opaque. */
  readonly launch: string;
  /** `/app/launch.html?iss=…&launch=…` */
  readonly url: string;
  /** The `smart_web_messaging_handle` of this launch; null where the EHR has no messaging. */
  readonly messaging: string | null;
}

/** What a person enters in the EHR's own diagnosis screen. */
export interface DiagnosisEntry {
  /** Logical id of the Practitioner who enters it. */
  readonly user: string;
  readonly encounter: string | null;
  readonly category: 'problem-list-item' | 'encounter-diagnosis';
  /** ICD-10-CM. */
  readonly code: string;
  readonly text: string;
}

/** What a person takes off a visit in the EHR's own diagnosis screen. */
export interface DiagnosisRemoval {
  /** Logical id of the Practitioner who does it. */
  readonly user: string;
  /** Logical id of the Condition. */
  readonly condition: string;
}

/** Data of the `change` events on `/events`: something of this patient was written. */
export interface ChangeEvent {
  readonly patient: string;
  readonly kinds: readonly string[];
}

/**
 * One trouble to make, for requests that match, `times` times.
 * `kind`: a resource type, `transaction` (POST to the base: transaction and batch), `page` (a next link), `token` (the token endpoint),
 * `companion` (any request to the companion server) or one of these behind `companion/` (`companion/Task`); left out: any FHIR request to the EHR.
 */
export interface FaultRule {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly kind?: string;
  readonly times: number;
  readonly effect:
    | { readonly type: 'status'; readonly status: 401 | 403 | 404 | 409 | 412 | 422 | 429 | 500 | 503; readonly retryAfter?: number }
    /** Every access token ends before this request is looked at, as if its hour were over; refresh tokens stay. */
    | { readonly type: 'expire-tokens' }
    /** Half of the answer, then the connection ends. */
    | { readonly type: 'cut-body' }
    | { readonly type: 'slow'; readonly milliseconds: number }
    /** The request is carried out; its answer never arrives. */
    | { readonly type: 'lost-reply' }
    /** `next` leads to this origin. */
    | { readonly type: 'foreign-next'; readonly origin: string }
    /** `Bundle.total` says this. */
    | { readonly type: 'wrong-total'; readonly total: number };
}

/** For tests and scripts in the same process: a token without the way through the authorise page. */
export interface TokenRequest {
  readonly scope: string;
  readonly user?: string;
  readonly patient?: string;
  readonly encounter?: string;
  readonly seconds?: number;
}

/** What seeding an outside server did. */
export interface SeedReport {
  /** Resources put there, by kind. */
  readonly put: Readonly<Record<string, number>>;
  readonly patients: readonly string[];
  /** Bundles of which the server took nothing, each in one sentence. */
  readonly refused: readonly string[];
}

/** What `loadBundle` did. */
export interface LoadReport {
  /** Resources written, by kind. */
  readonly loaded: Readonly<Record<string, number>>;
  /** Kinds that this server does not hold. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly patients: readonly string[];
}
