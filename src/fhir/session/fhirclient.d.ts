/**
 * The part of fhirclient 2.6.3 (lib/smart.js, lib/security/browser.js) that this room uses. Its own types pull Node's and
 * hapi's into browser code; tsconfig.json points here instead.
 */

export interface TokenResponse {
  access_token?: string;
  refresh_token?: string;
  id_token?: string;
  scope?: string;
  patient?: unknown;
  encounter?: unknown;
  need_patient_banner?: unknown;
  smart_web_messaging_handle?: unknown;
  smart_web_messaging_origin?: unknown;
}

export interface ClientState {
  serverUrl: string;
  authorizeUri?: string;
  tokenUri?: string;
  codeChallenge?: string;
  codeVerifier?: string;
  key?: string;
  tokenResponse?: TokenResponse;
}

export interface Client {
  readonly state: ClientState;
  refresh(options?: RequestInit): Promise<ClientState>;
}

export interface Adapter {
  readonly options: {
    readonly replaceBrowserHistory: boolean;
    readonly fullSessionStorageSupport: boolean;
    readonly refreshTokenWithCredentials: 'omit' | 'same-origin' | 'include';
    readonly refreshTokenWithClientId: boolean;
  };
  readonly security: unknown;
  getUrl(): URL;
  getStorage(): { get(key: string): Promise<unknown>; set(key: string, value: unknown): Promise<unknown>; unset(key: string): Promise<boolean> };
  relative(path: string): string;
  redirect(to: string): void;
  btoa(text: string): string;
}

export function fetchWellKnownJson(base: string, options?: RequestInit): Promise<unknown>;

export function authorize(adapter: Adapter, options: {
  readonly iss: string;
  readonly launch?: string;
  readonly clientId: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly pkceMode: 'required';
  readonly completeInTarget: boolean;
  readonly stateKey: string;
  readonly noRedirect: true;
  readonly wellKnownRequestOptions?: RequestInit;
}): Promise<string | undefined>;

export function ready(adapter: Adapter, options: { readonly stateKey: string; readonly code?: string }): Promise<Client>;

export function generatePKCEChallenge(entropy?: number): Promise<{ codeChallenge: string; codeVerifier: string }>;
