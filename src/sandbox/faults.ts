import type { Bundle } from 'fhir/r4';
import type { FaultRule } from './contract.ts';
import type { FhirReply } from './fhir/reply.ts';

/** Troubles that were asked for, each for so many requests. */
export interface Faults {
  /** @throws Error with one sentence where a rule cannot be read; the old rules stay then */
  replace(rules: unknown): void;
  readonly left: readonly FaultRule[];
  /** The first rule that fits, counted down; null where there is none. */
  take(method: string, kind: string): FaultRule['effect'] | null;
}

export function createFaults(): Faults {
  let rules: { rule: FaultRule; left: number }[] = [];
  return {
    replace: (given) => {
      if (!Array.isArray(given)) throw new Error('Send a list of fault rules.');
      rules = given.map((rule: unknown, index) => {
        if (!isRule(rule)) throw new Error(`Rule ${index + 1} cannot be read; see FaultRule in src/sandbox/contract.ts.`);
        return { rule, left: rule.times };
      });
    },
    get left() {
      return rules.filter((r) => r.left > 0).map((r) => ({ ...r.rule, times: r.left }));
    },
    take: (method, kind) => {
      const found = rules.find((r) => r.left > 0 && (r.rule.method ?? method) === method && fitsKind(r.rule.kind, kind));
      if (!found) return null;
      found.left -= 1;
      return found.rule.effect;
    },
  };
}

/** A rule without a kind means FHIR requests to the EHR: not the token endpoint, not the companion server. */
function fitsKind(asked: string | undefined, kind: string): boolean {
  if (asked === undefined) return kind !== 'token' && !kind.startsWith('companion/');
  return asked === kind || (asked === 'companion' && kind.startsWith('companion/'));
}

/** What a rule speaks of: the resource type in the path, `transaction`, or `page` (a next link). */
export function faultKind(path: string, query: URLSearchParams): string {
  if (path !== '') return path.split('/')[0] ?? '';
  return query.has('_page') ? 'page' : 'transaction';
}

/** Searches that lie: a next link that leads elsewhere, or a total that is not so. */
export function distort(reply: FhirReply, effect: FaultRule['effect'], origin: string): FhirReply {
  const bundle = reply.resource as Bundle | undefined;
  if (bundle?.resourceType !== 'Bundle') return reply;
  if (effect.type === 'wrong-total') return withBundle(reply, { ...bundle, total: effect.total });
  if (effect.type !== 'foreign-next') return reply;
  const link = (bundle.link ?? []).filter((l) => l.relation !== 'next');
  const next = bundle.link?.find((l) => l.relation === 'next')?.url ?? `${origin}/fhir?_page=elsewhere`;
  return withBundle(reply, { ...bundle, link: [...link, { relation: 'next', url: next.replace(origin, effect.origin) }] });
}

function withBundle(reply: FhirReply, resource: Bundle): FhirReply {
  return { ...reply, resource };
}

const STATUSES = [401, 403, 404, 409, 412, 422, 429, 500, 503];

function isRule(value: unknown): value is FaultRule {
  if (typeof value !== 'object' || value === null) return false;
  const { times, effect, method, kind } = value as { times?: unknown; effect?: unknown; method?: unknown; kind?: unknown };
  if (!Number.isInteger(times) || typeof effect !== 'object' || effect === null) return false;
  if ((method !== undefined && typeof method !== 'string') || (kind !== undefined && typeof kind !== 'string')) return false;
  const { type, status, milliseconds, origin, total } = effect as Record<string, unknown>;
  switch (type) {
    case 'status': return STATUSES.includes(status as number);
    case 'slow': return typeof milliseconds === 'number' && milliseconds >= 0 && milliseconds <= 120_000;
    case 'foreign-next': return typeof origin === 'string' && URL.canParse(origin);
    case 'wrong-total': return Number.isInteger(total);
    case 'cut-body': case 'lost-reply': case 'expire-tokens': return true;
    default: return false;
  }
}
