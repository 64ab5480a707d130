import type { Brand, Instant, Source } from './primitives.ts';
import type { Decision } from './decision.ts';
import type { Person } from './person.ts';

declare const attested: unique symbol;

/** A decision or answer a clinician signed. Only `attest()` and `answerQuestion()` in domain/review make one; only these can become confirmed writes. */
export type Attested<T> = T & { readonly [attested]: true };

declare const verified: unique symbol;

/** A decision that a coder verified for the draft claim. Only `verifyClaim()` in domain/review makes one; it writes the claim and no diagnosis. */
export type Verified<T> = T & { readonly [verified]: true };

export type AttestationId = Brand<string, 'AttestationId'>;

/** A named person's statement that they reviewed the machine's output, on listed decisions. Not a chart signature. */
export interface Attestation {
  readonly id: AttestationId;
  readonly who: Person;
  readonly at: Instant;
  readonly statement: string;
  readonly patient: string;
  readonly encounter: Source;
  readonly decisions: readonly Attested<Decision>[];
  /** SHA-256 in hex over everything above: tells a copy that changed in storage. Not a proof of who signed. */
  readonly seal: string;
}

/** A coder's statement that the draft claim's items are documented, where the site lets coders finalise claims. */
export interface Verification extends Omit<Attestation, 'decisions'> {
  readonly decisions: readonly Verified<Decision>[];
}
