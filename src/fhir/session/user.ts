import type { Period, Practitioner, PractitionerRole } from 'fhir/r4';
import type { Person, Role, SiteConfig } from '../../domain/model/index.ts';
import { UNNAMED } from '../../domain/model/index.ts';
import { nameOf } from '../decode/patient.ts';
import { Undecodable, codings, list, text } from '../decode/parse.ts';
import { addressUnder } from '../http/address.ts';
import { FhirFault } from '../http/contract.ts';
import type { FhirHttp, FhirReply } from '../http/contract.ts';
import { readPages } from '../read/pages.ts';
import type { Ask } from '../read/pages.ts';
import { relativeReference } from '../read/reference.ts';
import { LaunchError } from './launch-error.ts';
import type { Identity } from './launch-record.ts';

/** The site's mapping, and the day (`YYYY-MM-DD`) on which a role must hold. */
interface Mapping {
  readonly roles: SiteConfig['roles'];
  readonly today: string;
}

export interface SignedIn {
  readonly user: Person;
  readonly notices: readonly string[];
}

/**
 * The person behind the id_token and what they may do here: fhirUser → Practitioner and PractitionerRole → the site's mapping.
 * Whoever's role cannot be told may look, and not sign.
 * @param now milliseconds since the epoch
 * @throws LaunchError when the sign-in has ended or the EHR cannot be reached
 */
export async function readUser(http: FhirHttp, identity: Identity | null, site: SiteConfig, now: number, signal: AbortSignal): Promise<SignedIn> {
  const reference = identity?.fhirUser == null ? null : ownReference(identity.fhirUser, http.base);
  const mapping: Mapping = { roles: site.roles, today: new Date(now).toISOString().slice(0, 10) };
  const ask: Ask = (url) => http.request({ method: 'GET', url, signal });
  try {
    if (reference?.startsWith('PractitionerRole/') === true) return await fromRole(ask, reference, identity, mapping, http.base);
    if (reference?.startsWith('Practitioner/') === true) return await fromPractitioner(ask, reference, identity, mapping, http.base);
    return unknownPerson(reference ?? UNNAMED, identity);
  } catch (error) {
    if (error instanceof Undecodable) return unknownPerson(reference ?? UNNAMED, identity);
    throw error instanceof FhirFault ? asLaunchError(error) : error;
  }
}

/** `Practitioner/id` where the claim names a resource of this EHR; a user of another server is nobody here. */
function ownReference(fhirUser: string, base: string): string | null {
  try {
    return relativeReference(addressUnder(base, fhirUser), base);
  } catch {
    return null;
  }
}

async function fromPractitioner(ask: Ask, reference: string, identity: Identity | null, mapping: Mapping, base: string): Promise<SignedIn> {
  const [practitioner, found] = await Promise.all([
    ask(reference),
    readPages(ask, 'PractitionerRole', `PractitionerRole?practitioner=${encodeURIComponent(reference)}&_count=100`, { base, patient: null }),
  ]);
  const roles = (found.resources as readonly PractitionerRole[]).filter((role) => relativeReference(role.practitioner?.reference, base) === reference);
  return signedIn(reference, resourceOf<Practitioner>(practitioner, 'Practitioner'), roles, identity, mapping);
}

async function fromRole(ask: Ask, reference: string, identity: Identity | null, mapping: Mapping, base: string): Promise<SignedIn> {
  const role = resourceOf<PractitionerRole>(await ask(reference), 'PractitionerRole');
  const practitioner = role === null ? null : relativeReference(role.practitioner?.reference, base);
  if (role === null || practitioner === null) return unknownPerson(reference, identity);
  return signedIn(practitioner, resourceOf<Practitioner>(await ask(practitioner), 'Practitioner'), [role], identity, mapping);
}

function resourceOf<T extends Practitioner | PractitionerRole>(reply: FhirReply, kind: T['resourceType']): T | null {
  const json = reply.json as { resourceType?: unknown } | null | undefined;
  return reply.status === 200 && json?.resourceType === kind ? json as T : null;
}

function signedIn(reference: string, practitioner: Practitioner | null, roles: readonly PractitionerRole[], identity: Identity | null, mapping: Mapping): SignedIn {
  const name = (practitioner === null ? null : nameOf(practitioner.name)) ?? identity?.name ?? 'Name not known';
  const role = roleFor(roles, mapping);
  return { user: { reference, name, role }, notices: role === 'unknown' ? [MAY_LOOK] : [] };
}

/** The first line of the site's mapping that one of the person's roles of today meets. */
function roleFor(roles: readonly PractitionerRole[], { roles: lines, today }: Mapping): Role {
  const codes = roles.filter((role) => role.active !== false && isWithin(role.period, today)).flatMap((role) => list(role.code)).flatMap((code) => codings(code));
  const line = lines.find(({ system, code }) => codes.some((c) => c.code === code && (system === undefined || c.system === system)));
  return line?.role ?? 'unknown';
}

/** A period may be charted to the year or month only, and then holds through its last day. */
function isWithin(period: Period | undefined, today: string): boolean {
  const [start, end] = [text(period?.start)?.slice(0, 10), text(period?.end)?.slice(0, 10)];
  return (start === undefined || start <= today.slice(0, start.length)) && (end === undefined || today.slice(0, end.length) <= end);
}

function unknownPerson(reference: string, identity: Identity | null): SignedIn {
  return { user: { reference, name: identity?.name ?? 'Name not known', role: 'unknown' }, notices: [MAY_LOOK] };
}

const MAY_LOOK = 'Your role here is not known, so you can look but not sign.';

function asLaunchError(fault: FhirFault): LaunchError {
  return fault.kind === 'signed-out'
    ? new LaunchError('signed-out', 'The sign-in with the EHR has ended.', 'Open the app again from the EHR. Your decisions of this review are kept.')
    : new LaunchError('unreachable', fault.message, 'Try again.');
}
