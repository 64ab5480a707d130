import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { PublicKey, VerifySignature } from '../domain/audit/index.ts';

/** With Node's own crypto. A log has one key, so the last one read is kept. */
export function signatureVerifier(): VerifySignature {
  let known: { readonly of: PublicKey; readonly key: KeyObject } | null = null;
  return async (of, bytes, signature) => {
    if (known === null || known.of.x !== of.x || known.of.y !== of.y) known = { of, key: keyObject(of) };
    return verify('sha256', bytes, { key: known.key, dsaEncoding: 'ieee-p1363' }, signature);
  };
}

/** @throws Error where the coordinates are not those of a point on P-256 */
function keyObject({ kty, crv, x, y }: PublicKey): KeyObject {
  return createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
}
