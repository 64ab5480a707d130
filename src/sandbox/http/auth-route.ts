import type { IncomingMessage } from 'node:http';
import { authorize, continueStandalone } from '../auth/authorize.ts';
import type { AuthContext } from '../auth/authorize.ts';
import type { Signer } from '../auth/keys.ts';
import { issueTokens, revokeTokens } from '../auth/token.ts';
import type { Faults } from '../faults.ts';
import { readBody } from './body.ts';
import { CORS, isSameOrigin, PREFLIGHT } from './origin.ts';
import { json } from './reply.ts';
import type { HttpReply } from './reply.ts';

/** Authorise, token, revocation and keys. Null: the connection ends without an answer. */
export function authRoute(context: AuthContext, signer: Signer, faults: Faults | null): (request: IncomingMessage, url: URL) => Promise<HttpReply | null> {
  return async (request, url) => {
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /auth/authorize':
        return authorize(url.searchParams, context);
      case 'POST /auth/authorize':
        return authorize(await formOf(request), context);
      case 'POST /auth/authorize/continue':
        if (!isSameOrigin(request, context.origin)) return json(403, { error: 'This page answers its own forms only.' });
        return continueStandalone(await formOf(request), context);
      case 'OPTIONS /auth/token': case 'OPTIONS /auth/jwks': case 'OPTIONS /auth/revoke':
        return { status: 204, headers: PREFLIGHT };
      case 'GET /auth/jwks':
        return json(200, await signer.jwks(), CORS);
      case 'POST /auth/token':
        return token(request);
      case 'POST /auth/revoke': {
        const reply = revokeTokens(await formOf(request), context);
        return { ...reply, headers: { ...reply.headers, ...CORS } };
      }
      default:
        return json(404, { error: 'There is nothing at this address.' });
    }
  };

  async function token(request: IncomingMessage): Promise<HttpReply | null> {
    const form = await formOf(request);
    const effect = faults?.take('POST', 'token') ?? null;
    if (effect?.type === 'status') return json(effect.status, { error: 'temporarily_unavailable', error_description: 'a fault that was asked for' }, { ...CORS, ...(effect.retryAfter === undefined ? {} : { 'Retry-After': String(effect.retryAfter) }) });
    const reply = await issueTokens(form, context, signer);
    if (effect?.type === 'lost-reply') return null;
    return { ...reply, headers: { ...reply.headers, ...CORS } };
  }
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request)).toString('utf8'));
}
