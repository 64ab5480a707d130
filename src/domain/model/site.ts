import type { Role } from './person.ts';
import type { Policy } from './policy.ts';
import type { ServerProfile } from './write.ts';

/**
 * A FHIR R4 server that the site runs beside the EHR, for what the EHR does not take. The EHR's token is never sent there:
 * `open` asks without credentials (the network keeps others out), `cookie` with those of the site's own sign-on.
 */
export interface SiteCompanion {
  /** FHIR base, without a trailing slash. */
  readonly fhir: string;
  readonly access: 'open' | 'cookie';
}

/** One EHR that this installation serves. A URL that begins with `/` counts from the app's own origin. */
export interface SiteEhr {
  /** FHIR base, without a trailing slash: the launch's `iss` must equal it. */
  readonly fhir: string;
  /** Further origins of its authorisation server (authorise, token, JWKS), where they differ from the FHIR base's. */
  readonly authorization?: readonly string[];
  readonly clientId: string;
  /** Space-separated; asked for at launch. */
  readonly scope: string;
  /** Overrules the vendor that its CapabilityStatement tells. */
  readonly profile?: ServerProfile['name'];
  readonly companion?: SiteCompanion;
}

/** What a site configures: `site.json`, baked into the build with the CSP and the `iss` allow-list. */
export interface SiteConfig {
  readonly name: string;
  readonly ehrs: readonly SiteEhr[];
  /** PractitionerRole codes to roles; the first match counts. A system left out matches any. */
  readonly roles: readonly { readonly system?: string; readonly code: string; readonly role: Role }[];
  readonly policy?: Partial<Policy>;
}
