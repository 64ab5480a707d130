import type { Resource } from 'fhir/r4';
import type { ResourceKind } from '../../domain/model/index.ts';
import { fromCompanion, subjectTag } from '../encode/companion.ts';
import type { Ending } from './ending.ts';
import { readPages } from './pages.ts';
import type { Ask, Pages } from './pages.ts';
import { isAbout } from './reference.ts';
import { report } from './search.ts';
import type { Found } from './search.ts';

/** What the site's companion server keeps of an encounter for this app. */
const KINDS = ['Provenance', 'Task', 'Claim'] as const;
type CompanionKind = (typeof KINDS)[number];

export function isCompanionKind(kind: ResourceKind): kind is CompanionKind {
  return (KINDS as readonly ResourceKind[]).includes(kind);
}

/** The companion server, and the encounter that it is asked about. */
interface Companion {
  /** Asks the companion server, never the EHR. */
  readonly ask: Ask;
  readonly base: string;
  /** The EHR's FHIR base. */
  readonly ehr: string;
  readonly patient: string;
  readonly encounter: string;
}

/**
 * What the companion server keeps of one kind about the encounter, as resources that stand beside the EHR's: named by their
 * absolute address there, with references back to the EHR as `Type/id`. Found by the encounter's tag, which is a hash, so that
 * the search tells the companion server's logs neither patient nor visit.
 */
export async function readCompanion({ ask, base, ehr, patient, encounter }: Companion, kind: CompanionKind): Promise<Found> {
  const { system = '', code = '' } = subjectTag(ehr, encounter);
  const pages = await readPages(ask, kind, `${kind}?_tag=${encodeURIComponent(`${system}|${code}`)}&_count=100`, { base, patient: null, asked: 'companion server' });
  const resources = pages.resources
    .filter((resource) => hasTag(resource, system, code) && hasId(resource))
    .map((resource) => ({ ...fromCompanion(resource, { ehr, companion: base }), id: `${base}/${kind}/${resource.id ?? ''}` }))
    .filter((resource) => isAbout(resource, patient, ehr));
  return { resources, reads: [report(kind, 'companion server', resources.length, endingOf(pages, resources.length))] };
}

/** A server that leaves `_tag` unheeded answers with every visit's records. */
function hasTag(resource: Resource, system: string, code: string): boolean {
  const tags: unknown = resource.meta?.tag;
  return Array.isArray(tags) && tags.some((tag: { system?: unknown; code?: unknown } | null) => tag?.system === system && tag.code === code);
}

function hasId({ id }: Resource): boolean {
  return typeof id === 'string' && /^[A-Za-z0-9.-]{1,64}$/.test(id);
}

function endingOf({ ending, resources, firstStatus }: Pages, kept: number): Ending {
  if (firstStatus === 404 || firstStatus === 405) return { status: 'not-asked', why: 'The companion server does not offer this.' };
  if (ending.status !== 'read' || resources.length === kept) return ending;
  return { status: 'partial', why: `The companion server sent ${resources.length - kept} that do not belong to this visit. They were left out.` };
}
