/** One request to the EHR's FHIR server. `url` is relative to the base, or absolute and then must lie under it. */
export interface FhirRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text goes as it is (a form, with its own `content-type`). */
  readonly body?: unknown;
  /** Default `application/fhir+json`. Any other gives `bytes` in the reply. */
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

/** Any answer that arrived whole, whatever its status. */
export interface FhirReply {
  readonly status: number;
  readonly contentType: string;
  readonly etag: string | null;
  readonly location: string | null;
  /** Parsed JSON where the content type says so and it parses; else undefined. */
  readonly json: unknown;
  readonly bytes: Uint8Array;
  /** Seconds that a busy server asks to wait; null or absent where it names none. */
  readonly retryAfter?: number | null;
}

export type FaultKind =
  | 'network' | 'timeout' | 'cut-body' | 'cancelled' | 'foreign-address' | 'signed-out' | 'busy';

/**
 * No whole answer arrived, so what the server did is not known (`foreign-address`, `signed-out`: nothing was sent).
 * The message says what failed and what to do; never PHI, never a body, never a token.
 */
export class FhirFault extends Error {
  readonly kind: FaultKind;
  constructor(kind: FaultKind, message: string) {
    super(message);
    this.name = 'FhirFault';
    this.kind = kind;
  }
}

/** The only way to the FHIR server: adds the token, keeps it from foreign addresses, waits as Retry-After asks. */
export interface FhirHttp {
  /** FHIR base without a trailing slash. */
  readonly base: string;
  /** @throws FhirFault */
  request(request: FhirRequest): Promise<FhirReply>;
}
