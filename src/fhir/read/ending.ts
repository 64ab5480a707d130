import type { ReadStatus, ResourceKind } from '../../domain/model/index.ts';
import { FhirFault } from '../http/contract.ts';
import type { FhirReply } from '../http/contract.ts';
import { KIND_WORDS } from './kinds.ts';

/** How one search or read ended, in a person's words. Never a body, an address or an id: those may hold PHI. */
export interface Ending {
  readonly status: ReadStatus;
  readonly why: string | null;
}

/** Who was asked, as a person calls it. */
export type Asked = 'EHR' | 'companion server';

export const WHOLE: Ending = { status: 'read', why: null };

export function notOffered(kind: ResourceKind): Ending {
  return { status: 'not-asked', why: `This EHR does not offer ${KIND_WORDS[kind]}.` };
}

export function notGranted(kind: ResourceKind): Ending {
  return { status: 'denied', why: `The sign-in does not include ${KIND_WORDS[kind]}.` };
}

/** A reply that is no success. */
export function refusal(kind: ResourceKind, reply: FhirReply, asked: Asked = 'EHR'): Ending {
  const { status } = reply;
  if (status === 401 || status === 403) return { status: 'denied', why: `The ${asked} did not let us read ${KIND_WORDS[kind]} (${status}).` };
  if (status === 404 || status === 410) return { status: 'failed', why: `The ${asked} did not find ${KIND_WORDS[kind]} (${status}).` };
  if (status >= 400 && status < 500) return { status: 'failed', why: `The ${asked} did not understand how we asked for ${KIND_WORDS[kind]} (${status}).` };
  return { status: 'failed', why: `The ${asked} failed while sending ${KIND_WORDS[kind]} (${status}). Read again later.` };
}

/** No whole answer came. @throws the fault itself when the person cancelled, and whatever is no fault of the way to the EHR */
export function faulted(kind: ResourceKind, error: unknown, asked: Asked = 'EHR'): Ending {
  if (!(error instanceof FhirFault) || error.kind === 'cancelled') throw error;
  const what = KIND_WORDS[kind];
  switch (error.kind) {
    case 'signed-out': return asked === 'companion server' ? { status: 'denied', why: `The companion server asks for a sign-in of its own before it sends ${what}. Sign in there in this browser, then read again.` } : { status: 'denied', why: `The sign-in ended before ${what} could be read. Open the app again from the chart.` };
    case 'foreign-address': return { status: 'failed', why: `The ${asked} named an address outside its FHIR server for ${what}. Nothing was sent there.` };
    case 'busy': return { status: 'failed', why: `The ${asked} was too busy to send ${what}. Read again in a few minutes.` };
    case 'timeout': return { status: 'failed', why: `The ${asked} took too long to send ${what}. Read again later.` };
    case 'cut-body': return { status: 'failed', why: `The ${asked}'s answer with ${what} broke off. Read again.` };
    case 'network': return { status: 'failed', why: `The ${asked} could not be reached for ${what}. Check the connection, then read again.` };
  }
}

/** What was read stays, and is told to be incomplete: a later page failed. */
export function cutShort(ending: Ending): Ending {
  return { status: 'partial', why: `${ending.why ?? ''} What came before is shown.`.trim() };
}
