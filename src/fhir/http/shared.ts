import type { FhirHttp, FhirReply } from './contract.ts';

/**
 * The reader and the writer both ask what the server offers, at the same moment and under the same signal: that is one request.
 * Nothing is kept: who asks later asks the server.
 */
export function sharingStatement(http: FhirHttp): FhirHttp {
  let underway: { readonly signal: AbortSignal | undefined; readonly reply: Promise<FhirReply> } | null = null;
  return {
    base: http.base,
    request: (request) => {
      if (request.method !== 'GET' || request.url !== 'metadata') return http.request(request);
      if (underway !== null && underway.signal === request.signal) return underway.reply;
      const asked = { signal: request.signal, reply: http.request(request).finally(() => { if (underway === asked) underway = null; }) };
      underway = asked;
      return asked.reply;
    },
  };
}
