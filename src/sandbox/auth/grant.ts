import type { GrantSet } from '../contract.ts';

/** What a person has opened to the app; carried from code to access and refresh token. */
export interface Grant {
  readonly client: string;
  /** Logical ids. */
  readonly user: string | null;
  readonly patient: string | null;
  readonly encounter: string | null;
  readonly scope: string;
  readonly needPatientBanner: boolean;
  readonly intent: string | null;
  /** `smart_web_messaging_handle`, where the shell listens. */
  readonly messaging: string | null;
}

export interface CodeGrant extends Grant {
  readonly redirectUri: string;
  /** PKCE S256. */
  readonly challenge: string;
  readonly nonce: string | null;
}

export interface Launch {
  readonly user: string;
  readonly patient: string;
  readonly encounter: string | null;
  readonly grant: GrantSet;
  readonly intent: string | null;
  readonly needPatientBanner: boolean;
  readonly messaging: string | null;
}

/** The one public client; it may be answered anywhere under the app's own folder. */
export const CLIENT_ID = 'countersign';

export function isRegistered(client: string | null, redirectUri: string | null, origin: string): boolean {
  if (client !== CLIENT_ID || !redirectUri || !URL.canParse(redirectUri)) return false;
  const url = new URL(redirectUri);
  return url.href === redirectUri && url.origin === origin && url.pathname.startsWith('/app/') && url.search === '' && url.hash === '' && url.username === '';
}
