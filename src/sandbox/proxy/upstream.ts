import type { Bundle, CapabilityStatement, OperationOutcome, Resource } from 'fhir/r4';
import type { UpstreamOptions } from '../contract.ts';
import { FhirError, outcome } from '../fhir/outcome.ts';
import type { FhirReply } from '../fhir/reply.ts';
import { rebase } from './rebase.ts';

export interface UpstreamRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base, without a leading slash. */
  readonly path: string;
  readonly query?: URLSearchParams;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: Resource | URLSearchParams;
}

export interface UpstreamReply {
  readonly status: number;
  /** For clients: `ETag`, `Location`, `Last-Modified`, `Retry-After`, `Content-Location`, where they came. */
  readonly headers: Readonly<Record<string, string>>;
  /** Its references and links lead here instead of to the outside server; null where the body was empty. */
  readonly resource: Resource | null;
  /** A `next` link as it came: never given to a client. */
  readonly next: string | null;
}

/** A FHIR R4 server somewhere else, asked without anybody's token. */
export interface Upstream {
  /** FHIR base as clients of the sandbox see it. */
  readonly base: string;
  readonly statement: CapabilityStatement;
  /** As text in an `_id` or `location` parameter, the upstream's own base. */
  readonly outside: string;
  /** @throws FhirError 502 or 504 where there is no usable answer */
  ask(request: UpstreamRequest): Promise<UpstreamReply>;
  /** @param next a link that `ask` or `follow` gave */
  follow(next: string): Promise<UpstreamReply>;
}

const PATIENCE_MS = 30_000;
/** As much as the sandbox itself takes. */
const LIMIT_BYTES = 64 * 1024 * 1024;

/**
 * @param base FHIR base that clients use
 * @throws Error with one sentence where nothing answers there, or what answers is no FHIR R4 server
 */
export async function openUpstream({ fhir, patience = PATIENCE_MS }: UpstreamOptions, base: string): Promise<Upstream> {
  const outside = baseOf(fhir);
  const statement = await statementOf(outside, patience);
  const upstream = parts({ outside, names: [outside, ...namesIn(statement)], base, patience });
  return { base, outside, statement, ...upstream };
}

/** @throws Error with one sentence for a person */
function baseOf(fhir: string): string {
  const url = URL.parse(fhir);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new Error(`${fhir} is not the address of a FHIR server: give its base, for example http://localhost:8080/fhir.`);
  if (url.username !== '' || url.search !== '' || url.hash !== '') throw new Error('The address of the FHIR server has a name, a query or a fragment in it: give the base alone.');
  return url.href.replace(/\/$/, '');
}

async function statementOf(outside: string, patience: number): Promise<CapabilityStatement> {
  const found = await fetch(`${outside}/metadata`, { headers: { Accept: 'application/fhir+json' }, redirect: 'manual', signal: AbortSignal.timeout(patience) })
    .then(async (response): Promise<unknown> => (response.ok ? await response.json() : response.status))
    .catch((cause: unknown) => {
      throw new Error(`No FHIR server answers at ${outside}/metadata. Is it running, and is the address right?`, { cause });
    });
  if (typeof found === 'number') throw new Error(`${outside}/metadata was answered with ${found}: is that the base of a FHIR server that needs no sign-in?`);
  const { resourceType, fhirVersion } = (found ?? {}) as Partial<CapabilityStatement>;
  if (resourceType !== 'CapabilityStatement') throw new Error(`What answers at ${outside}/metadata is not a FHIR server: it sent no CapabilityStatement.`);
  if (!fhirVersion?.startsWith('4.0.')) throw new Error(`The server at ${outside} speaks FHIR ${fhirVersion ?? 'of an unnamed version'}, not R4 (4.0.1).`);
  return found as CapabilityStatement;
}

/** A server behind another proxy writes its links with the name that it knows itself by. */
function namesIn(statement: CapabilityStatement): string[] {
  const url = statement.implementation?.url?.replace(/\/$/, '');
  return url !== undefined && URL.canParse(url) ? [url] : [];
}

interface Place { readonly outside: string; readonly names: readonly string[]; readonly base: string; readonly patience: number }

function parts({ outside, names, base, patience }: Place): Pick<Upstream, 'ask' | 'follow'> {
  return {
    ask: ({ method, path, query, headers = {}, body }) => {
      const search = query === undefined || query.size === 0 ? '' : `?${query.toString()}`;
      return send(`${outside}${path === '' ? '' : `/${path}`}${search}`, method, headers, body);
    },
    follow: (next) => {
      const name = names.find((each) => next.startsWith(each));
      const rest = name === undefined ? '' : next.slice(name.length);
      if (!/^(?:[/?]|$)/.test(rest) || name === undefined) throw new FhirError(502, 'exception', 'The outside server\'s next link leads to another server; it is not followed.');
      return send(outside + rest, 'GET', {}, undefined);
    },
  };

  async function send(url: string, method: string, given: Readonly<Record<string, string | undefined>>, body: Resource | URLSearchParams | undefined): Promise<UpstreamReply> {
    const headers = new Headers({ Accept: 'application/fhir+json' });
    for (const [name, value] of Object.entries(given)) if (value !== undefined) headers.set(name, value);
    if (body !== undefined && !(body instanceof URLSearchParams)) headers.set('Content-Type', 'application/fhir+json');
    const content = body === undefined || body instanceof URLSearchParams ? body : JSON.stringify(rebase(body, [base], null));
    try {
      const response = await fetch(url, { method, headers, redirect: 'manual', signal: AbortSignal.timeout(patience), ...(content === undefined ? {} : { body: content }) });
      return await understood(response);
    } catch (error) {
      if (error instanceof FhirError) throw error;
      if (error instanceof DOMException && error.name === 'TimeoutError') throw new FhirError(504, 'timeout', `The outside FHIR server did not answer within ${patience / 1000} seconds. Whether it carried this out is not known.`);
      throw new FhirError(502, 'transient', 'The outside FHIR server does not answer, or its answer broke off. Whether it carried this out is not known.');
    }
  }

  async function understood(response: Response): Promise<UpstreamReply> {
    const { status } = response;
    const text = await textOf(response);
    if (status >= 300 && status < 400) throw new FhirError(502, 'exception', 'The outside FHIR server leads elsewhere; that is not followed.');
    if (status === 401 || status === 407) throw new FhirError(502, 'security', 'The outside FHIR server wants a sign-in; the sandbox has none to give.');
    const resource = resourceIn(text);
    if (resource === null && text !== '' && status < 300) throw new FhirError(502, 'structure', 'The outside FHIR server answered with something that is not FHIR in JSON.');
    const next = resource?.resourceType === 'Bundle' ? ((resource as Bundle).link?.find(({ relation }) => relation === 'next')?.url ?? null) : null;
    return { status, headers: headersOf(response, resource), resource: resource && rebase(resource, names, base), next };
  }

  function headersOf(response: Response, resource: Resource | null): Record<string, string> {
    const given = ['ETag', 'Last-Modified', 'Retry-After', 'Location', 'Content-Location'].flatMap((name): [string, string][] => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, rebase({ url: value }, names, base).url]];
    });
    const version = resource?.meta?.versionId;
    return { ...(version === undefined ? {} : { ETag: `W/"${version}"` }), ...Object.fromEntries(given) };
  }
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LIMIT_BYTES) throw new FhirError(502, 'too-long', `The outside FHIR server's answer is larger than ${LIMIT_BYTES / 1024 / 1024} MB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function resourceIn(text: string): Resource | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof (value as { resourceType?: unknown } | null)?.resourceType === 'string' ? (value as Resource) : null;
  } catch {
    // Not JSON, which is what null says.
    return null;
  }
}

/** The upstream's answer as it is, for a client. A refusal without an OperationOutcome gets one. */
export function passed({ status, headers, resource }: UpstreamReply): FhirReply {
  if (status < 400) return { status, headers, ...(resource ? { resource } : {}) };
  const said = resource?.resourceType === 'OperationOutcome' ? (resource as OperationOutcome) : outcome('error', 'processing', `The outside FHIR server answered with ${status}.`);
  return { status, headers, resource: said };
}
