import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueryFact, QueryPolicy } from '../../../../src/domain/model/index.ts';
import { ageInDays, lifeOf, soughtUntil } from '../../../../src/domain/queries/life.ts';

const POLICY: QueryPolicy = { remindAfterDays: 3, escalateAfterDays: 7, expireAfterDays: 14, escalateTo: 'Physician advisor', askAgainAfterDays: 90 };
const SENT = '2026-11-01T09:00:00-06:00';
type Lived = Parameters<typeof lifeOf>[0];
const query = (more: Partial<Lived> = {}): Lived => ({ status: 'open', at: SENT, ...more });
const after = (days: number, hours = 0): string => new Date(Date.parse(SENT) + days * 86_400_000 + hours * 3_600_000).toISOString();

describe('the life of a question', () => {
  it.each<[string, number, Partial<Lived>, Partial<QueryPolicy>, ReturnType<typeof lifeOf>]>([
    ['an hour old', 0, {}, {}, 'waiting'],
    ['the hour before the reminder', 2, {}, {}, 'waiting'],
    ['three days old', 3, {}, {}, 'remind'],
    ['reminded: never a second time', 6, { reminded: after(3) }, {}, 'waiting'],
    ['a week old', 7, {}, {}, 'escalate'],
    ['a week old and reminded', 7, { reminded: after(3) }, {}, 'escalate'],
    ['a week old, and the site names nobody', 7, {}, { escalateTo: null }, 'remind'],
    ['handed on: no reminder after it', 9, { escalated: after(7) }, {}, 'waiting'],
    ['two weeks old', 14, { escalated: after(7) }, {}, 'expired'],
    ['a year old, at a site where none expires and none is handed on', 365, { reminded: after(3) }, { expireAfterDays: null, escalateAfterDays: null }, 'waiting'],
    ['a year old, at a site that never does anything', 365, {}, { remindAfterDays: null, expireAfterDays: null, escalateAfterDays: null }, 'waiting'],
    ['answered, however old', 99, { status: 'answered' }, {}, 'answered'],
    ['taken back', 1, { status: 'cancelled', closing: { how: 'withdrawn', reason: 'Documented meanwhile' } }, {}, 'withdrawn'],
    ['closed in the EHR\'s own list', 1, { status: 'cancelled' }, {}, 'withdrawn'],
    ['closed when its time was over', 15, { status: 'cancelled', closing: { how: 'expired', reason: null } }, {}, 'expired'],
    ['without a date', 99, { at: null }, {}, 'waiting'],
    ['with a date that cannot be read', 99, { at: 'last week' }, {}, 'waiting'],
  ])('%s', (_, days, more, policy, life) => {
    expect(lifeOf(query(more), after(days, days === 2 ? 23 : 1), { ...POLICY, ...policy })).toBe(life);
  });

  it('counts whole days from when it was sent, in whatever zone each is told', () => {
    expect([ageInDays({ at: SENT }, '2026-11-04T14:59:59Z'), ageInDays({ at: SENT }, '2026-11-04T15:00:00Z'), ageInDays({ at: SENT }, '2026-10-31T09:00:00-06:00')]).toEqual([2, 3, 0]);
    expect(soughtUntil(SENT, POLICY)).toEqual({ until: '2026-11-15T15:00:00Z' });
    expect(soughtUntil(SENT, { ...POLICY, expireAfterDays: null })).toEqual({});
  });

  const days = fc.option(fc.integer({ min: 1, max: 60 }));
  const policies = fc.record({ remindAfterDays: days, escalateAfterDays: days, expireAfterDays: days, escalateTo: fc.constantFrom(null, 'Physician advisor'), askAgainAfterDays: days });
  const lived = fc.record({ status: fc.constantFrom<QueryFact['status']>('open', 'answered', 'cancelled'), at: fc.constantFrom(SENT, null, 'x'), reminded: fc.constantFrom(null, after(1)), escalated: fc.constantFrom(null, after(2)) });
  const age = fc.integer({ min: -5, max: 200 });

  // oxlint-disable-next-line vitest/expect-expect -- the property holds the assertions
  it('asks nobody twice: what was done is never due again, whatever the age and the policy', () => {
    fc.assert(fc.property(lived, policies, age, (one, policy, old) => {
      const life = lifeOf(one, after(old), policy);
      if (one.reminded !== null) expect(life).not.toBe('remind');
      if (one.escalated !== null) expect(['escalate', 'remind']).not.toContain(life);
      if (policy.escalateTo === null) expect(life).not.toBe('escalate');
      if (one.status !== 'open') expect(['waiting', 'remind', 'escalate']).not.toContain(life);
    }));
  });

  // oxlint-disable-next-line vitest/expect-expect -- the property holds the assertions
  it('once its time is over, it stays over', () => {
    fc.assert(fc.property(lived, policies, age, fc.nat({ max: 50 }), (one, policy, old, later) => {
      if (lifeOf(one, after(old), policy) === 'expired') expect(lifeOf(one, after(old + later), policy)).toBe('expired');
    }));
  });
});
