import type { Bundle, BundleEntry, Resource } from 'fhir/r4';
import type { ResourceKind } from '../../domain/model/index.ts';
import type { FhirReply } from '../http/contract.ts';
import { WHOLE, cutShort, faulted, refusal } from './ending.ts';
import type { Asked, Ending } from './ending.ts';
import { KIND_WORDS } from './kinds.ts';
import { isAbout, referenceTo } from './reference.ts';

export interface Pages {
  readonly resources: readonly Resource[];
  readonly ending: Ending;
  /** HTTP status of the first answer; null where none came. */
  readonly firstStatus: number | null;
}

export type Ask = (url: string, accept?: string) => Promise<FhirReply>;

/** More pages than any chart has: a server that goes on for ever is left. At 100 a page. */
const MOST_PAGES = 200;

export interface PageScope {
  readonly base: string;
  /** `Patient/id`; null for kinds that name no patient. */
  readonly patient: string | null;
  /** Default: more than any chart has. */
  readonly mostPages?: number;
  /** Default: the EHR. */
  readonly asked?: Asked;
}

/**
 * One search, page after page to the end. A page that fails, a `next` link that leads elsewhere or in a circle, a total that
 * was not reached: what came stays and is told to be partial. Resources of another patient are never taken.
 */
export async function readPages(ask: Ask, kind: ResourceKind, url: string, { base, patient, mostPages = MOST_PAGES, asked = 'EHR' }: PageScope): Promise<Pages> {
  const found = new Map<string, Resource>();
  const seen = new Set<string>();
  let foreign = 0;
  let total: number | null = null;
  let troubled = false;
  let firstStatus: number | null = null;
  const done = (ending: Ending): Pages => ({ resources: [...found.values()], ending, firstStatus });

  for (let next: string | null = url; next !== null;) {
    if (seen.has(next)) return done(cutShort({ status: 'failed', why: `The ${asked} sent the same page of ${KIND_WORDS[kind]} again and again.` }));
    if (seen.size >= mostPages) return done(cutShort({ status: 'failed', why: `The ${asked} has more pages of ${KIND_WORDS[kind]} than the app reads.` }));
    seen.add(next);
    const page = await onePage(ask, kind, next, asked);
    firstStatus ??= page.status;
    if ('ending' in page) return done(seen.size === 1 ? page.ending : cutShort(page.ending));
    for (const entry of entriesOf(page.bundle)) {
      const { resource } = entry;
      if (resource?.resourceType === 'OperationOutcome') troubled ||= isTrouble(resource);
      if (resource?.resourceType !== kind) continue;
      if (patient === null || isAbout(resource, patient, base)) found.set(referenceTo(resource), resource);
      else foreign += 1;
    }
    if (typeof page.bundle.total === 'number') total = page.bundle.total;
    next = nextLink(page.bundle);
  }
  if (foreign > 0) return done({ status: 'partial', why: `The ${asked} sent ${KIND_WORDS[kind]} of another patient among the rest. They were left out.` });
  if (troubled) return done({ status: 'partial', why: `The ${asked} said that it could not send all ${KIND_WORDS[kind]}.` });
  if (total !== null && total > found.size) return done({ status: 'partial', why: `The ${asked} announced ${total} and sent ${found.size} of ${KIND_WORDS[kind]}.` });
  return done(WHOLE);
}

type Page = { readonly status: number | null } & ({ readonly bundle: Bundle } | { readonly ending: Ending });

async function onePage(ask: Ask, kind: ResourceKind, url: string, asked: Asked): Promise<Page> {
  try {
    const reply = await ask(url);
    const { status } = reply;
    if (status < 200 || status > 299) return { status, ending: refusal(kind, reply, asked) };
    if (!isBundle(reply.json)) return { status, ending: { status: 'failed', why: `The ${asked} answered with something else than ${KIND_WORDS[kind]}. Tell your site's administrator.` } };
    return { status, bundle: reply.json };
  } catch (error) {
    return { status: null, ending: faulted(kind, error, asked) };
  }
}

function isBundle(json: unknown): json is Bundle {
  return typeof json === 'object' && json !== null && (json as { resourceType?: unknown }).resourceType === 'Bundle';
}

/** Whatever a server put into `entry`, only objects are looked at. */
export function entriesOf(bundle: Bundle): readonly BundleEntry[] {
  const entries: unknown = bundle.entry;
  return Array.isArray(entries) ? entries.filter((entry): entry is BundleEntry => typeof entry === 'object' && entry !== null) : [];
}

export function nextLink(bundle: Bundle): string | null {
  const links: unknown = bundle.link;
  if (!Array.isArray(links)) return null;
  const next: unknown = links.find((link: { relation?: unknown } | null) => link?.relation === 'next');
  const url: unknown = (next as { url?: unknown } | undefined)?.url;
  return typeof url === 'string' && url !== '' ? url : null;
}

/** Warnings and information do not make a search incomplete; errors do. */
function isTrouble(outcome: Resource): boolean {
  const issues: unknown = (outcome as { issue?: unknown }).issue;
  return Array.isArray(issues) && issues.some((issue: { severity?: unknown } | null) => issue?.severity === 'error' || issue?.severity === 'fatal');
}
