import type { Role } from './person.ts';
import type { Policy } from './policy.ts';

/** One EHR that this installation serves. A URL that begins with `/` counts from the app's own origin. */
export interface SiteEhr {
  /** FHIR base, without a trailing slash: the launch's `iss` must equal it. */
  readonly fhir: string;
  /** Further origins of its authorisation server (authorise, token, JWKS), where they differ from the FHIR base's. */
  readonly authorization?: readonly string[];
  readonly clientId: string;
  /** Space-separated; asked for at launch. */
  readonly scope: string;
}

/** What a site configures: `site.json`, baked into the build with the CSP and the `iss` allow-list. */
export interface SiteConfig {
  readonly name: string;
  readonly ehrs: readonly SiteEhr[];
  /** PractitionerRole codes to roles; the first match counts. A system left out matches any. */
  readonly roles: readonly { readonly system?: string; readonly code: string; readonly role: Role }[];
  readonly policy?: Partial<Policy>;
}
