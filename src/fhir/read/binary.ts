import type { Resource } from 'fhir/r4';
import { sensitivityOf } from '../decode/sensitivity.ts';
import { FhirFault } from '../http/contract.ts';
import type { FhirReply } from '../http/contract.ts';
import type { GrantedScopes } from '../session/contract.ts';
import { fromBase64 } from './attachments.ts';
import type { Failure, Loaded, Rendition } from './attachments.ts';
import { faulted, notGranted, refusal } from './ending.ts';
import { essence } from './formats.ts';
import type { Ask } from './pages.ts';

/**
 * The bytes behind `attachment.url`, which must lie under the FHIR base: anywhere else the token would go with it, or the
 * fetch would leave what the site allows. Asked for as it is (`Accept` is the attachment's own format, as Oracle Health
 * wants it), else as a FHIR Binary with base64 inside. FHIR in XML is asked for the other way round: asked for as it is, a server
 * sends the Binary itself in XML.
 */
export async function readBinary({ ask, scopes }: { readonly ask: Ask; readonly scopes: Pick<GrantedScopes, 'allows'> }, rendition: Rendition): Promise<Loaded> {
  const { url } = rendition.attachment;
  if (typeof url !== 'string' || url === '') return { failure: ELSEWHERE };
  if (!scopes.allows('Binary', 'read')) return { failure: { status: 'denied', why: `${notGranted('Binary').why ?? ''} Open the note in the EHR.` } };
  try {
    const own = essence(rendition.contentType);
    const [accept, other] = own === 'application/fhir+xml' ? [FHIR_JSON, own] : [own, FHIR_JSON];
    const raw = await ask(url, accept);
    const loaded = loadedFrom(raw, rendition);
    if (loaded !== null) return loaded;
    if (raw.status === 401 || raw.status === 403) return failed(raw);
    const wrapped = await ask(url, other);
    return loadedFrom(wrapped, rendition) ?? failed(wrapped);
  } catch (error) {
    if (error instanceof FhirFault && error.kind === 'foreign-address') return { failure: ELSEWHERE };
    const ending = faulted('Binary', error);
    return { failure: { status: ending.status === 'denied' ? 'denied' : 'failed', why: ending.why ?? '' } };
  }
}

const FHIR_JSON = 'application/fhir+json';

const ELSEWHERE: Failure = {
  status: 'cannot-read-yet',
  why: 'The text is kept outside the EHR\'s FHIR server, where the app does not go. Open the document in the EHR.',
};

/** Null where the reply holds neither the format asked for nor a Binary. */
function loadedFrom(reply: FhirReply, { contentType }: Rendition): Loaded | null {
  if (reply.status !== 200) return null;
  if (isBinary(reply.json)) return unpacked(reply.json, contentType);
  if (sameFormat(reply.contentType, contentType)) return { bytes: reply.bytes, contentType: reply.contentType };
  const unsaid = essence(reply.contentType) === '' || essence(reply.contentType) === 'application/octet-stream';
  return unsaid ? { bytes: reply.bytes, contentType } : null;
}

function unpacked(binary: BinaryJson, contentType: string): Loaded {
  const loaded = fromBase64(binary.data, sameFormat(binary.contentType, contentType) ? binary.contentType : contentType);
  return 'failure' in loaded ? loaded : { ...loaded, labels: sensitivityOf(binary) };
}

type BinaryJson = Resource & { readonly data?: unknown; readonly contentType?: unknown };

function isBinary(json: unknown): json is BinaryJson {
  return typeof json === 'object' && json !== null && (json as { resourceType?: unknown }).resourceType === 'Binary';
}

/** The server's own words on the format count where they agree: they may name the charset. */
function sameFormat(said: unknown, expected: string): said is string {
  return typeof said === 'string' && essence(said) === essence(expected);
}

function failed(reply: FhirReply): Loaded {
  if (reply.status === 200) return { failure: { status: 'failed', why: 'The EHR sent the text in another format than it says. Open the document in the EHR.' } };
  const { status, why } = refusal('Binary', reply);
  return { failure: { status: status === 'denied' ? 'denied' : 'failed', why: why ?? '' } };
}
