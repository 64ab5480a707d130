import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bundle, BundleEntry } from 'fhir/r4';
import type { Credentials } from './auth/credentials.ts';
import type { Launch } from './auth/grant.ts';
import { GRANT_SETS } from './contract.ts';
import type { LaunchReply, LaunchRequest, TokenLifetimes } from './contract.ts';
import type { Faults } from './faults.ts';
import { readBody } from './http/body.ts';
import { json } from './http/reply.ts';
import type { HttpReply } from './http/reply.ts';
import { listPatients, listUsers } from './people.ts';
import type { Store } from './records/store.ts';

export interface ShellParts {
  readonly origin: string;
  readonly store: Store;
  readonly credentials: Credentials;
  readonly lifetimes: TokenLifetimes;
  readonly faults: Faults | null;
  readonly reset: () => void;
}

/** What the EHR's own page needs: same origin only, without tokens, since it is the EHR itself. */
export function shellRoute(parts: ShellParts): (request: IncomingMessage, url: URL) => Promise<HttpReply> {
  const { store, faults } = parts;
  return async (request, url) => {
    const path = url.pathname.replace('/sandbox/api/', '');
    const record = /^patients\/([A-Za-z0-9.-]{1,64})\/record$/.exec(path)?.[1];
    if (request.method === 'GET' && record) return store.read('Patient', record)?.resource ? json(200, recordOf(store, record)) : json(404, { error: 'There is no such patient.' });
    switch (`${request.method} ${path}`) {
      case 'GET users':
        return json(200, listUsers(store));
      case 'GET patients':
        return json(200, listPatients(store));
      case 'POST launches':
        return createLaunch(await bodyOf(request), parts);
      case 'POST reset':
        await bodyOf(request);
        parts.reset();
        return { status: 204, headers: {} };
      case 'GET faults':
        return faults ? json(200, faults.left) : json(404, { error: 'Faults are off; start the sandbox with faults to use them.' });
      case 'POST faults':
        return replaceFaults(await bodyOf(request), faults);
      default:
        return json(404, { error: 'There is nothing at this address; see docs/sandbox.md.' });
    }
  };
}

/** Server-sent events: `change` after each commit that touches a patient's record, `reset` after a reset. */
export function eventStream(store: Store): { open(response: ServerResponse): void; reset(): void; close(): void } {
  const open = new Set<ServerResponse>();
  const send = (event: string, data: object): void => {
    for (const response of open) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const stop = store.onChange((change) => send('change', change));
  // Proxies and sleeping laptops drop connections that say nothing.
  const beat = setInterval(() => open.forEach((response) => response.write(': still here\n\n')), 20_000);
  beat.unref();
  return {
    open: (response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
      response.write(': connected\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    reset: () => send('reset', {}),
    close: () => {
      stop();
      clearInterval(beat);
      for (const response of open) response.end();
    },
  };
}

class BadRequest extends Error {}

export function badRequestReply(error: unknown): HttpReply | null {
  return error instanceof BadRequest ? json(400, { error: error.message }) : null;
}

function recordOf(store: Store, patient: string): Bundle {
  const entry = store.record(patient).flatMap((key): BundleEntry[] => {
    const [kind = '', id = ''] = key.split('/');
    const resource = store.read(kind, id)?.resource;
    return resource ? [{ fullUrl: `${store.base}/${key}`, resource: resource, search: { mode: 'match' } }] : [];
  });
  return { resourceType: 'Bundle', type: 'searchset', total: entry.length, entry };
}

function createLaunch(body: unknown, { origin, store, credentials, lifetimes }: ShellParts): HttpReply {
  const { user, patient, encounter, grant = 'as-asked', intent, needPatientBanner = false } = (body ?? {}) as Partial<LaunchRequest>;
  const foundPatient = listPatients(store).find((p) => p.id === patient);
  if (!foundPatient) throw new BadRequest('patient is not the id of a patient here.');
  if (!listUsers(store).some((u) => u.id === user) || user === undefined) throw new BadRequest('user is not the id of a user here; see /sandbox/api/users.');
  if (encounter !== undefined && !foundPatient.encounters.some((e) => e.id === encounter)) throw new BadRequest('encounter is not one of this patient.');
  if (!GRANT_SETS.includes(grant)) throw new BadRequest(`grant is one of ${GRANT_SETS.join(', ')}.`);
  const launch: Launch = { user, patient: foundPatient.id, encounter: encounter ?? null, grant, intent: intent ?? null, needPatientBanner };
  const text = credentials.issue('launch', launch, lifetimes.launch);
  const reply: LaunchReply = { iss: store.base, launch: text, url: `/app/launch.html?${new URLSearchParams({ iss: `${origin}/fhir`, launch: text }).toString()}` };
  return json(201, reply);
}

function replaceFaults(body: unknown, faults: Faults | null): HttpReply {
  if (!faults) return json(404, { error: 'Faults are off; start the sandbox with faults to use them.' });
  try {
    faults.replace(body);
  } catch (error) {
    throw new BadRequest(error instanceof Error ? error.message : 'The rules cannot be read.', { cause: error });
  }
  return { status: 204, headers: {} };
}

/** JSON only: a form of another page cannot send that without asking first. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (!request.headers['content-type']?.startsWith('application/json')) throw new BadRequest('Send Content-Type: application/json.');
  const text = (await readBody(request)).toString('utf8');
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch (error) {
    throw new BadRequest('The body is not JSON.', { cause: error });
  }
}
