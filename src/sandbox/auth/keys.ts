import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { JWK, JWTPayload } from 'jose';
import type { Store } from '../records/store.ts';

/** Signs id_tokens with one RSA key, made once and kept in the data file, so that a restart does not change it. */
export interface Signer {
  sign(claims: JWTPayload, seconds: number): Promise<string>;
  /** Public keys only. */
  jwks(): Promise<{ keys: JWK[] }>;
}

export function signerFor(store: Store): Signer {
  const key = privateKey(store);
  // Awaited at each use; without this a failure before the first use would end the process.
  key.catch(() => undefined);
  return {
    sign: async (claims, seconds) => {
      const jwk = await key;
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: jwk.kid ?? '', typ: 'JWT' }).setIssuedAt(now).setExpirationTime(now + seconds).sign(await importJWK(jwk, 'RS256'));
    },
    jwks: async () => {
      const { kty, n, e, kid } = await key;
      return { keys: [{ kty, n, e, kid, alg: 'RS256', use: 'sig' } as JWK] };
    },
  };
}

const SETTING = 'signing-key';

async function privateKey(store: Store): Promise<JWK> {
  const kept = store.setting(SETTING);
  if (kept) return JSON.parse(kept) as JWK;
  const { privateKey: made } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(made);
  const complete = { ...jwk, kid: await calculateJwkThumbprint(jwk) };
  store.saveSetting(SETTING, JSON.stringify(complete));
  return complete;
}
