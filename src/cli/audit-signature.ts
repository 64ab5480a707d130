import { webcrypto } from 'node:crypto';
import type { VerifySignature } from '../domain/audit/index.ts';

/** With Node's WebCrypto. */
export const verifySignature: VerifySignature = async (key, bytes, signature) => {
  const { kty, crv, x, y } = key;
  const imported = await webcrypto.subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  return webcrypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, signature, bytes);
};
