import type { SiteCompanion } from '../../domain/model/index.ts';
import { FhirFault } from '../http/contract.ts';
import type { FaultKind, FhirHttp } from '../http/contract.ts';
import { createGuardedHttp } from '../http/guarded.ts';

/**
 * The way to the site's companion FHIR server: guarded as the EHR's is (no foreign address, no redirect, timeouts, a busy server asked
 * again), and without any token, so that the EHR's can never get there. Cookies of the site's own sign-on go along where the site says so.
 * @param page the page's address, from which a site's relative address counts
 * @throws TypeError where the site's address is none
 */
export function openCompanion({ fhir, access }: SiteCompanion, page: string, options: { readonly timeout?: number } = {}): FhirHttp {
  const http = createGuardedHttp({
    ...options,
    base: new URL(fhir, page).href,
    token: () => null,
    refresh: () => Promise.reject(fault('signed-out')),
    credentials: access === 'cookie' ? 'include' : 'omit',
  });
  return {
    base: http.base,
    async request(request) {
      try {
        return await http.request(request);
      } catch (error) {
        throw error instanceof FhirFault ? fault(error.kind) : error;
      }
    },
  };
}

/** The EHR's faults in the companion server's words. */
function fault(kind: FaultKind): FhirFault {
  return new FhirFault(kind, WORDS[kind]);
}

const WORDS: Readonly<Record<FaultKind, string>> = {
  network: 'The site\'s companion server could not be reached, or answered with a redirect. Check the connection, then try again.',
  timeout: 'The site\'s companion server did not answer in time. Try again.',
  'cut-body': 'The companion server\'s answer broke off or could not be read. Try again.',
  cancelled: 'Cancelled.',
  'foreign-address': 'An address outside the companion server was named, or it answered with a redirect. Nothing was sent. Tell your site\'s administrator.',
  'signed-out': 'The companion server asks for a sign-in that this app does not have. Sign in at your site, or tell its administrator.',
  busy: 'The site\'s companion server is busy. Try again in a few minutes.',
};

/** What the companion server says of itself, or in words why it cannot be used. */
export type Learned =
  | { readonly capability: object; readonly notice: null }
  | { readonly capability: null; readonly notice: string };

/** The companion server's CapabilityStatement: without it the review goes on, and says what is kept elsewhere instead. @throws FhirFault `cancelled` */
export async function learnCompanion(http: FhirHttp, signal: AbortSignal): Promise<Learned> {
  try {
    const { status, json } = await http.request({ method: 'GET', url: 'metadata', signal });
    if (status !== 200) return unusable(`It answered with ${status}.`);
    if (!isStatement(json)) return unusable('It did not say what it offers.');
    const version = json['fhirVersion'];
    return typeof version === 'string' && !version.startsWith('4.0') ? unusable('It does not speak FHIR R4.') : { capability: json, notice: null };
  } catch (error) {
    if (!(error instanceof FhirFault) || error.kind === 'cancelled') throw error;
    return unusable(error.message);
  }
}

function isStatement(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && (json as { resourceType?: unknown }).resourceType === 'CapabilityStatement';
}

function unusable(why: string): Learned {
  return { capability: null, notice: `The site's companion server cannot be used now, so what goes there is handed over or stays on this device. ${why}` };
}
