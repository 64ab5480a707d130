import type { Instant } from './primitives.ts';

/** How far the log goes, signed: `count` entries, the last with `hash`. */
export interface LogHead {
  /** A UUID made with the log and its key. */
  readonly log: string;
  readonly count: number;
  readonly hash: string;
  readonly at: Instant;
  /** RFC 7638 thumbprint of the public key. */
  readonly key: string;
}

export interface SignedHead extends LogHead {
  /** ECDSA P-256 with SHA-256 over the RFC 8785 form of the other fields, base64url of r‖s (IEEE P1363). */
  readonly signature: string;
}
