import { FhirFault } from '../http/contract.ts';
import type { FhirHttp, FhirReply } from '../http/contract.ts';
import { createGuardedHttp } from '../http/guarded.ts';

/** Why this EHR cannot be used at all, and what to ask its administrator for. */
export interface Blocker {
  readonly what: 'unreachable' | 'sign-in-for-metadata' | 'not-fhir' | 'not-r4' | 'no-smart' | 'no-endpoints' | 'no-pkce';
  readonly why: string;
  readonly ask: string;
}

/** One document that a server shows to everybody, or why not. */
export type Shown =
  | { readonly document: Readonly<Record<string, unknown>>; readonly blocker: null }
  | { readonly document: null; readonly blocker: Blocker };

/** The way to a server without signing in: no token, no cookie, no redirect. @throws TypeError where the base is no http(s) address */
export function openUnsigned(base: string, timeout?: number): FhirHttp {
  const url = new URL(base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new TypeError('Not an http(s) address.');
  return createGuardedHttp({
    base, token: () => null, attempts: 2, ...(timeout === undefined ? {} : { timeout }),
    refresh: () => Promise.reject(new FhirFault('signed-out', 'It asks for a sign-in.')),
  });
}

/** The CapabilityStatement. @throws FhirFault `cancelled` */
export async function askMetadata(http: FhirHttp, signal: AbortSignal): Promise<Shown> {
  const shown = await ask(http, 'metadata', 'application/fhir+json', signal, {
    signedOut: { what: 'sign-in-for-metadata', why: 'The FHIR server asks for a sign-in before it says what it offers (401).', ask: 'Open /metadata to everybody, as FHIR R4 (3.1.0.10) and SMART App Launch expect.' },
    missing: (status) => notFhir(`It answered ${status} to /metadata.`),
    unlike: (reply) => notFhir(isHtml(reply) ? 'It answered with a web page instead of FHIR JSON.' : 'Its answer to /metadata is not FHIR JSON.'),
  });
  if (shown.document === null || shown.document['resourceType'] === 'CapabilityStatement') return shown;
  return { document: null, blocker: notFhir('Its answer to /metadata is no CapabilityStatement.') };
}

function notFhir(why: string): Blocker {
  return { what: 'not-fhir', why: `This is not a FHIR base. ${why}`, ask: 'The FHIR R4 base address of the EHR\'s API for apps, which is not the address of its web pages.' };
}

/** `/.well-known/smart-configuration`. @throws FhirFault `cancelled` */
export function askSmart(http: FhirHttp, signal: AbortSignal): Promise<Shown> {
  return ask(http, '.well-known/smart-configuration', 'application/json', signal, {
    signedOut: noSmart('It asks for a sign-in before it shows its SMART configuration (401).'),
    missing: (status) => noSmart(`It answered ${status} to /.well-known/smart-configuration.`),
    unlike: (reply) => noSmart(isHtml(reply) ? 'It answered with a web page instead of its SMART configuration.' : 'Its SMART configuration is not JSON.'),
  });
}

function noSmart(why: string): Blocker {
  return { what: 'no-smart', why: `The server offers no SMART sign-in. ${why}`, ask: 'SMART App Launch 2 on this FHIR base, with /.well-known/smart-configuration open to everybody.' };
}

interface Words {
  readonly signedOut: Blocker;
  readonly missing: (status: number) => Blocker;
  readonly unlike: (reply: FhirReply) => Blocker;
}

async function ask(http: FhirHttp, url: string, accept: string, signal: AbortSignal, words: Words): Promise<Shown> {
  try {
    const reply = await http.request({ method: 'GET', url, accept, signal });
    if (reply.status === 401 || reply.status === 403) return refused(words.signedOut);
    if (reply.status !== 200) return refused(words.missing(reply.status));
    const document = reply.json ?? parsed(reply.bytes);
    return isRecord(document) ? { document, blocker: null } : refused(words.unlike(reply));
  } catch (error) {
    if (!(error instanceof FhirFault) || error.kind === 'cancelled') throw error;
    return refused(error.kind === 'signed-out' ? words.signedOut : unreached(error, url));
  }
}

function unreached({ kind }: FhirFault, url: string): Blocker {
  const why = WORDS[kind] ?? 'could not be reached';
  return { what: 'unreachable', why: `The server ${why} (asked for /${url}).`, ask: 'The FHIR R4 base address, and whether a proxy or firewall keeps this machine from it.' };
}

const WORDS: Partial<Record<FhirFault['kind'], string>> = {
  network: 'could not be reached', timeout: 'did not answer in time', 'cut-body': 'sent an answer that broke off or is no JSON', busy: 'was too busy to answer',
  'foreign-address': 'answered with a redirect, which is not followed: give the address that it leads to',
};

/** Some servers send JSON as another content type. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

function isHtml({ contentType, bytes }: FhirReply): boolean {
  return /\bhtml\b/i.test(contentType) || /^\s*<(?:!doctype|html)/i.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

function refused(blocker: Blocker): Shown {
  return { document: null, blocker };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
