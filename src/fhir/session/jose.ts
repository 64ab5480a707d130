/** What verifying an id_token needs of jose: its own file, so that the browser fetches these parts alone, and only for a fresh sign-in. */
export { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
