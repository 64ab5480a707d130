import type { Instant, QueryFact, QueryLife, QueryPolicy } from '../model/index.ts';

/**
 * Where a question stands, and so what its sender may do next. Days are whole days of 24 hours since it was sent (Task.authoredOn);
 * a question without a readable date only waits. Reminded at most once, and escalated at most once: asking on and on until the answer suits
 * is no compliant practice (AHIMA/ACDIS 2022).
 * @param now the clock passed in
 */
export function lifeOf(query: Pick<QueryFact, 'status' | 'at' | 'reminded' | 'escalated' | 'closing'>, now: Instant, policy: QueryPolicy): QueryLife {
  if (query.status === 'answered') return 'answered';
  if (query.status === 'cancelled') return query.closing?.how === 'expired' ? 'expired' : 'withdrawn';
  const age = ageInDays(query, now);
  if (age === null) return 'waiting';
  if (isPast(age, policy.expireAfterDays)) return 'expired';
  const isEscalated = query.escalated != null;
  if (!isEscalated && policy.escalateTo !== null && isPast(age, policy.escalateAfterDays)) return 'escalate';
  if (!isEscalated && query.reminded == null && isPast(age, policy.remindAfterDays)) return 'remind';
  return 'waiting';
}

/** Whole days of 24 hours; 0 where the clocks disagree and it was sent later than now; null without a readable date. */
export function ageInDays({ at }: Pick<QueryFact, 'at'>, now: Instant): number | null {
  const days = (Date.parse(now) - Date.parse(at ?? '')) / DAY;
  return Number.isNaN(days) ? null : Math.max(0, Math.floor(days));
}

/** Until when an answer is sought: what the question's Task says of its end. Absent: without an end. UTC. */
export function soughtUntil(at: Instant, { expireAfterDays }: QueryPolicy): { readonly until?: Instant } {
  const sent = Date.parse(at);
  return expireAfterDays === null || Number.isNaN(sent) ? {} : { until: `${new Date(sent + expireAfterDays * DAY).toISOString().slice(0, 19)}Z` };
}

const DAY = 86_400_000;

function isPast(age: number, days: number | null): boolean {
  return days !== null && age >= days;
}
