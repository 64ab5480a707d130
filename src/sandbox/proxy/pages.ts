import { randomBytes } from 'node:crypto';
import type { Bundle, BundleEntry, Resource } from 'fhir/r4';
import { FhirError } from '../fhir/outcome.ts';
import type { FhirReply } from '../fhir/reply.ts';
import { replyWith } from '../fhir/reply.ts';
import { entryOf, subset } from '../fhir/search/results.ts';
import type { SearchQuery } from '../fhir/search/query.ts';
import { belongsTo, parametersOf } from './guarded.ts';
import type { Gathered, GuardedUpstream } from './guarded.ts';
import { passed } from './upstream.ts';
import type { UpstreamReply } from './upstream.ts';

/** The rest of a search: gathered here, or the outside server's own next link. */
type Rest =
  | { readonly from: 'here'; readonly query: SearchQuery; readonly gathered: Gathered; readonly offset: number }
  | { readonly from: 'outside'; readonly next: string; readonly kind: string; readonly interaction: 's' | 'r'; readonly query: SearchQuery | null };

/** Next links that hide those of the outside server: `{base}?_page=…`, for the token that searched. */
export interface ProxyPages {
  /** @param byPost the client kept its parameters out of the address, so this does too */
  search(guarded: GuardedUpstream, query: SearchQuery, byPost: boolean): Promise<FhirReply>;
  /** A Bundle of the outside server that may be shown as it is, with our next link, and our address where its own is a next link. */
  pass(guarded: GuardedUpstream, reply: UpstreamReply, of: { readonly kind: string; readonly interaction: 's' | 'r'; readonly query: SearchQuery | null }, self?: string): FhirReply;
  /** @throws FhirError 410 where the page is no longer kept, or is another token's */
  page(guarded: GuardedUpstream, token: string): Promise<FhirReply>;
}

const KEPT = 500;
const KEPT_MS = 10 * 60_000;

export function createProxyPages(): ProxyPages {
  const kept = new Map<string, { readonly rest: Rest; readonly owner: string; readonly until: number }>();

  const pages: ProxyPages = {
    search: async (guarded, query, byPost) => {
      guarded.access.demand('s', query.kind);
      if (guarded.watched(query)) return pageOf(guarded, query, await guarded.gather(query), 0);
      const parameters = parametersOf(query, guarded.upstream);
      const reply = await guarded.upstream.ask(byPost
        ? { method: 'POST', path: `${query.kind}/_search`, body: parameters }
        : { method: 'GET', path: query.kind, query: parameters });
      return pages.pass(guarded, reply, { kind: query.kind, interaction: 's', query });
    },
    pass: (guarded, reply, of, address) => {
      if (reply.status !== 200 || reply.resource?.resourceType !== 'Bundle') return passed(reply);
      const bundle = reply.resource as Bundle;
      const self = address === undefined ? (bundle.link ?? []).filter(({ relation }) => relation === 'self') : [{ relation: 'self', url: address }];
      const link = reply.next === null ? self : [...self, nextLink(guarded, { ...of, from: 'outside', next: reply.next })];
      return replyWith(200, { ...bundle, link } as Bundle);
    },
    page: async (guarded, token) => {
      const page = kept.get(token);
      if (!page || page.until < Date.now() || page.owner !== guarded.access.owner) throw gone();
      const { rest } = page;
      if (rest.from === 'here') {
        guarded.access.demand('s', rest.query.kind);
        return pageOf(guarded, rest.query, rest.gathered, rest.offset);
      }
      guarded.access.demand(rest.interaction, rest.kind);
      // A refresh may have narrowed what this token opens.
      if (rest.query ? guarded.watched(rest.query) : guarded.access.partial('r', rest.kind)) throw gone();
      return pages.pass(guarded, await guarded.upstream.follow(rest.next), rest, addressOf(guarded, token));
    },
  };
  return pages;

  async function pageOf(guarded: GuardedUpstream, query: SearchQuery, gathered: Gathered, offset: number): Promise<FhirReply> {
    const { base } = guarded.upstream;
    const ofPage = query.countOnly ? [] : await guarded.open('s', gathered.matches.slice(offset, offset + query.count));
    const includes = await guarded.open('r', gathered.includes.filter((each) => belongsTo(base, query, ofPage, each)));
    const shaped = (resource: Resource): Resource => (query.elements ? subset(resource, query.elements) : resource);
    const entry: BundleEntry[] = [...ofPage.map((each) => entryOf(base, shaped(each), 'match')), ...distinct(includes).map((each) => entryOf(base, each, 'include'))];
    const next = offset + query.count;
    const self = parametersOf(query, guarded.upstream).toString();
    const bundle: Bundle = {
      resourceType: 'Bundle',
      type: 'searchset',
      ...(query.total || query.countOnly ? { total: gathered.matches.length } : {}),
      link: [
        { relation: 'self', url: `${base}/${query.kind}${self ? `?${self}` : ''}` },
        ...(query.countOnly || next >= gathered.matches.length ? [] : [nextLink(guarded, { from: 'here', query, gathered, offset: next })]),
      ],
      ...(entry.length > 0 ? { entry } : {}),
    };
    return replyWith(200, bundle);
  }

  function nextLink(guarded: GuardedUpstream, rest: Rest): { relation: 'next'; url: string } {
    const token = randomBytes(18).toString('base64url');
    kept.set(token, { rest, owner: guarded.access.owner, until: Date.now() + KEPT_MS });
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return { relation: 'next', url: addressOf(guarded, token) };
  }
}

function addressOf({ upstream }: GuardedUpstream, token: string): string {
  return `${upstream.base}?_page=${token}`;
}

function distinct(resources: readonly Resource[]): readonly Resource[] {
  return [...new Map(resources.map((each) => [`${each.resourceType}/${each.id}`, each])).values()];
}

function gone(): FhirError {
  return new FhirError(410, 'deleted', 'That page of the search is no longer kept. Search again.');
}
