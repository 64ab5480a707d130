import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomBytes } from 'node:crypto';
import type { CodeableConcept, Condition } from 'fhir/r4';
import type { Credentials } from './auth/credentials.ts';
import type { Launch } from './auth/grant.ts';
import type { Charts } from './charts.ts';
import { GRANT_SETS } from './contract.ts';
import type { DiagnosisEntry, DiagnosisRemoval, LaunchReply, LaunchRequest, TokenLifetimes } from './contract.ts';
import { takeOff } from './diagnosis-off.ts';
import type { Faults } from './faults.ts';
import { readBody } from './http/body.ts';
import { json } from './http/reply.ts';
import type { HttpReply } from './http/reply.ts';
import { FhirError } from './fhir/outcome.ts';

export interface ShellParts {
  readonly origin: string;
  /** FHIR base. */
  readonly base: string;
  readonly charts: Charts;
  readonly credentials: Credentials;
  readonly lifetimes: TokenLifetimes;
  readonly faults: Faults | null;
  /** Whether the shell listens to SMART Web Messaging. */
  readonly messaging: boolean;
  /** Null where there is nothing to go back to: an outside server. */
  readonly reset: (() => void) | null;
}

/** What the EHR's own page needs: same origin only, without tokens, since it is the EHR itself. */
export function shellRoute(parts: ShellParts): (request: IncomingMessage, url: URL) => Promise<HttpReply> {
  const { charts, faults } = parts;
  return async (request, url) => {
    const path = url.pathname.replace('/sandbox/api/', '');
    const [, patient, what] = /^patients\/([A-Za-z0-9.-]{1,64})\/(record|diagnoses|diagnoses\/off)$/.exec(path) ?? [];
    if (request.method === 'GET' && patient && what === 'record') {
      const record = await charts.record(patient);
      return record ? json(200, record) : json(404, { error: 'There is no such patient.' });
    }
    if (request.method === 'POST' && patient && what === 'diagnoses/off') return takeDiagnosisOff(patient, await bodyOf(request), parts);
    if (request.method === 'POST' && patient && what === 'diagnoses') return enterDiagnosis(patient, await bodyOf(request), charts);
    switch (`${request.method} ${path}`) {
      case 'GET users':
        return json(200, await charts.users());
      case 'GET patients':
        return json(200, await charts.patients());
      case 'POST launches':
        return createLaunch(await bodyOf(request), parts);
      case 'POST reset':
        await bodyOf(request);
        if (!parts.reset) return json(409, { error: 'What stands on an outside server is not reset from here.' });
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
export function eventStream(charts: Charts): { open(response: ServerResponse): void; reset(): void; close(): void } {
  const open = new Set<ServerResponse>();
  const send = (event: string, data: object): void => {
    for (const response of open) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const stop = charts.onChange((change) => send('change', change));
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

async function createLaunch(body: unknown, { origin, base, charts, credentials, lifetimes, messaging }: ShellParts): Promise<HttpReply> {
  const { user, patient, encounter, grant = 'as-asked', intent, needPatientBanner = false } = (body ?? {}) as Partial<LaunchRequest>;
  const foundPatient = (await charts.patients()).find((p) => p.id === patient);
  if (!foundPatient) throw new BadRequest('patient is not the id of a patient here.');
  if (!(await charts.users()).some((u) => u.id === user) || user === undefined) throw new BadRequest('user is not the id of a user here; see /sandbox/api/users.');
  if (encounter !== undefined && !foundPatient.encounters.some((e) => e.id === encounter)) throw new BadRequest('encounter is not one of this patient.');
  if (!GRANT_SETS.includes(grant)) throw new BadRequest(`grant is one of ${GRANT_SETS.join(', ')}.`);
  const handle = messaging ? randomBytes(16).toString('base64url') : null;
  const launch: Launch = { user, patient: foundPatient.id, encounter: encounter ?? null, grant, intent: intent ?? null, needPatientBanner, messaging: handle };
  const text = credentials.issue('launch', launch, lifetimes.launch);
  const reply: LaunchReply = { iss: base, launch: text, url: `/app/launch.html?${new URLSearchParams({ iss: `${origin}/fhir`, launch: text }).toString()}`, messaging: handle };
  return json(201, reply);
}

/** What a person entered in the EHR's own screen: the EHR writes it in that person's name, and no imitated refusal applies to it. */
async function enterDiagnosis(patient: string, body: unknown, charts: Charts): Promise<HttpReply> {
  const { user, encounter = null, category, code, text } = (body ?? {}) as Partial<DiagnosisEntry>;
  const who = (await charts.users()).find((u) => u.id === user);
  if (!who) throw new BadRequest('user is not the id of a user here; see /sandbox/api/users.');
  const found = (await charts.patients()).find((p) => p.id === patient);
  if (!found) return json(404, { error: 'There is no such patient.' });
  if (encounter !== null && !found.encounters.some((e) => e.id === encounter)) throw new BadRequest('encounter is not one of this patient.');
  if (category !== 'problem-list-item' && category !== 'encounter-diagnosis') throw new BadRequest('category is problem-list-item or encounter-diagnosis.');
  if (category === 'encounter-diagnosis' && encounter === null) throw new BadRequest('An encounter diagnosis needs its encounter.');
  if (typeof code !== 'string' || !/^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/.test(code)) throw new BadRequest('code is an ICD-10-CM code such as E11.22.');
  if (typeof text !== 'string' || text.trim() === '') throw new BadRequest('text says in words what the code says.');
  const condition: Condition = {
    resourceType: 'Condition',
    clinicalStatus: terminologyCode('condition-clinical', 'active'),
    verificationStatus: terminologyCode('condition-ver-status', 'confirmed'),
    category: [terminologyCode('condition-category', category)],
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code, display: text.trim() }], text: text.trim() },
    subject: { reference: `Patient/${patient}` },
    ...(encounter === null ? {} : { encounter: { reference: `Encounter/${encounter}` } }),
    recordedDate: new Date().toISOString(),
    recorder: { reference: `Practitioner/${who.id}`, display: who.name },
  };
  return written(() => charts.create(condition));
}

/** The other way: off the visit, by the same person, on the same screen. */
async function takeDiagnosisOff(patient: string, body: unknown, { charts, base }: ShellParts): Promise<HttpReply> {
  const { user, condition } = (body ?? {}) as Partial<DiagnosisRemoval>;
  if (!(await charts.users()).some((u) => u.id === user)) throw new BadRequest('user is not the id of a user here; see /sandbox/api/users.');
  if (typeof condition !== 'string') throw new BadRequest('condition is the id of a diagnosis.');
  let isThere = true;
  const reply = await written(async () => { isThere = await takeOff(charts, patient, condition, base) !== null; });
  return isThere ? reply : json(404, { error: 'No such diagnosis stands in this record.' });
}

async function written(work: () => Promise<void>): Promise<HttpReply> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FhirError)) throw error;
    return json(error.status, { error: error.message });
  }
  return { status: 204, headers: {} };
}

function terminologyCode(system: string, code: string): CodeableConcept {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }] };
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
