import type { Source } from '../../domain/model/index.ts';
import type { FhirHttp } from '../http/contract.ts';
import type { VersionCheck } from './contract.ts';
import { ask } from './errand.ts';
import { asResource, sourceOf } from './standing.ts';
import { textVersion } from './text-version.ts';

/**
 * Asks for each source's version of now; where a note has none, its text is read and hashed again. What cannot be told is said:
 * a server without versions, a denied or failed read, a source that has no address of its own.
 * A source with an absolute address is asked for at the companion server.
 * @throws the signal's reason when cancelled
 */
export async function checkVersions(http: FhirHttp, companion: FhirHttp | null, sources: readonly Source[], signal: AbortSignal): Promise<readonly VersionCheck[]> {
  const states = new Map<string, Now>();
  const waiting = new Map(sources.map((s) => [s.reference, s])).values();
  const worker = async (): Promise<void> => {
    for (const source of waiting) {
      const { reference } = source;
      const isBeside = companion !== null && reference.startsWith(`${companion.base}/`);
      states.set(reference, isTextOfNote(source) ? await textVersion(http, reference, signal)
        : isBeside ? await versionNow(companion, reference.slice(companion.base.length + 1), signal) : await versionNow(http, reference, signal));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  signal.throwIfAborted();
  return sources.map((source) => checked(source, states.get(source.reference) ?? 'cannot-tell'));
}

const AT_ONCE = 4;

type Now = { readonly version: string | null } | 'gone' | 'cannot-tell';

/** A note of a server that keeps no versions. */
function isTextOfNote({ reference, version: seen }: Source): boolean {
  return reference.startsWith('DocumentReference/') && seen !== null && seen.startsWith('sha256:');
}

/** Asks for `meta` alone, since a note may be megabytes; a server that does not know `_elements` is asked plainly. */
async function versionNow(http: FhirHttp, reference: string, signal: AbortSignal): Promise<Now> {
  if (!/^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(reference)) return 'cannot-tell';
  const short = await version(http, `${reference}?_elements=meta`, signal);
  return short === 'bad-request' ? plainly(await version(http, reference, signal)) : short;
}

async function version(http: FhirHttp, url: string, signal: AbortSignal): Promise<Now | 'bad-request'> {
  const asked = await ask({ http, signal }, { method: 'GET', url });
  if (asked.kind !== 'answered') return 'cannot-tell';
  const { reply } = asked;
  if (reply.status === 404 || reply.status === 410) return 'gone';
  if (reply.status === 400) return 'bad-request';
  const resource = asResource(reply.json);
  return reply.status === 200 && resource !== null ? { version: sourceOf(resource, reply.etag).version } : 'cannot-tell';
}

function plainly(now: Now | 'bad-request'): Now {
  return now === 'bad-request' ? 'cannot-tell' : now;
}

function checked(source: Source, now: Now): VersionCheck {
  if (now === 'gone') return { ...source, current: null, state: 'gone' };
  if (now === 'cannot-tell' || now.version === null) return { ...source, current: null, state: 'cannot-tell' };
  // A hash stands in where a note had no version: a version that came since cannot be compared with it.
  if (source.version === null || source.version.startsWith('sha256:') !== now.version.startsWith('sha256:')) return { ...source, current: now.version, state: 'cannot-tell' };
  return { ...source, current: now.version, state: source.version === now.version ? 'same' : 'changed' };
}
