import { createHash } from 'node:crypto';
import { json } from '../http/reply.ts';
import type { HttpReply } from '../http/reply.ts';
import type { AuthContext } from './authorize.ts';
import { CLIENT_ID } from './grant.ts';
import type { CodeGrant, Grant } from './grant.ts';
import type { Signer } from './keys.ts';

/** The token endpoint: codes once, refresh tokens once each (rotation); a second use ends everything that grew from it. */
export async function issueTokens(form: URLSearchParams, context: AuthContext, signer: Signer): Promise<HttpReply> {
  if (form.get('client_id') !== CLIENT_ID) return refuse('invalid_client', 'client_id is missing or not registered', 401);
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return redeemCode(form, context, signer);
    case 'refresh_token':
      return refresh(form, context, signer);
    default:
      return refuse('unsupported_grant_type', 'grant_type is authorization_code or refresh_token');
  }
}

async function redeemCode(form: URLSearchParams, context: AuthContext, signer: Signer): Promise<HttpReply> {
  const text = form.get('code') ?? '';
  const code = context.credentials.find('code', text);
  if (!code) return refuse('invalid_grant', 'the code is unknown or has expired');
  if (code.used) {
    context.credentials.revoke(code.family);
    return refuse('invalid_grant', 'the code was used already; the tokens that came from it have ended');
  }
  context.credentials.use(text);
  const { challenge, redirectUri, nonce, ...grant } = code.body as CodeGrant;
  const verifier = form.get('code_verifier') ?? '';
  if (!/^[\w.~-]{43,128}$/.test(verifier) || createHash('sha256').update(verifier).digest('base64url') !== challenge) return refuse('invalid_grant', 'code_verifier does not fit the code_challenge');
  if (form.get('redirect_uri') !== redirectUri) return refuse('invalid_grant', 'redirect_uri is not the one that the code was sent to');
  return tokens(grant, code.family, nonce, context, signer);
}

async function refresh(form: URLSearchParams, context: AuthContext, signer: Signer): Promise<HttpReply> {
  const text = form.get('refresh_token') ?? '';
  const found = context.credentials.find('refresh', text);
  if (!found) return refuse('invalid_grant', 'the refresh token is unknown or has expired');
  if (found.used) {
    context.credentials.revoke(found.family);
    return refuse('invalid_grant', 'the refresh token was used already; its session has ended');
  }
  const grant = found.body as Grant;
  const scope = form.get('scope') ?? grant.scope;
  const granted = grant.scope.split(' ');
  if (!scope.split(' ').every((s) => granted.includes(s))) return refuse('invalid_scope', 'a refresh cannot widen the granted scopes');
  context.credentials.use(text);
  return tokens({ ...grant, scope }, found.family, null, context, signer);
}

async function tokens(grant: Grant, family: string, nonce: string | null, context: AuthContext, signer: Signer): Promise<HttpReply> {
  const { credentials, lifetimes, base, origin } = context;
  const scopes = grant.scope.split(' ');
  const accessToken = credentials.issue('access', grant, lifetimes.access, family);
  const keeps = scopes.includes('online_access') || scopes.includes('offline_access');
  const refreshToken = keeps ? credentials.issue('refresh', grant, lifetimes.refresh, family) : null;
  return json(200, {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: lifetimes.access,
    scope: grant.scope,
    ...(refreshToken ? { refresh_token: refreshToken } : {}),
    ...(scopes.includes('openid') ? { id_token: await idToken(grant, scopes, nonce, base, lifetimes.access, signer) } : {}),
    ...(grant.patient ? { patient: grant.patient } : {}),
    ...(grant.encounter ? { encounter: grant.encounter } : {}),
    ...(grant.intent ? { intent: grant.intent } : {}),
    need_patient_banner: grant.needPatientBanner,
    ...(grant.messaging ? { smart_web_messaging_handle: grant.messaging, smart_web_messaging_origin: origin } : {}),
  }, { Pragma: 'no-cache' });
}

function idToken(grant: Grant, scopes: readonly string[], nonce: string | null, base: string, seconds: number, signer: Signer): Promise<string> {
  return signer.sign({
    iss: base,
    sub: grant.user ?? '',
    aud: grant.client,
    ...(scopes.includes('fhirUser') ? { fhirUser: `${base}/Practitioner/${grant.user}` } : {}),
    ...(scopes.includes('profile') ? { profile: `${base}/Practitioner/${grant.user}` } : {}),
    ...(nonce ? { nonce } : {}),
  }, seconds);
}

/** RFC 7009: whatever token it is, all that grew from its sign-in ends. An unknown one is answered the same. */
export function revokeTokens(form: URLSearchParams, { credentials }: AuthContext): HttpReply {
  if (form.get('client_id') !== CLIENT_ID) return refuse('invalid_client', 'client_id is missing or not registered', 401);
  const text = form.get('token');
  if (!text) return refuse('invalid_request', 'token is missing');
  const found = credentials.find('refresh', text) ?? credentials.find('access', text);
  if (found) credentials.revoke(found.family);
  return { status: 200, headers: { 'Cache-Control': 'no-store' } };
}

function refuse(error: string, description: string, status = 400): HttpReply {
  return json(status, { error, error_description: description });
}
