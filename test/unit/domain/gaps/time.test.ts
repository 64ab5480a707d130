import { describe, expect, it } from 'vitest';
import { ageOn, calendarDate, daysApart, momentOf, monthsBefore, zoneOf } from '../../../../src/domain/gaps/operators/time.ts';

const day = (date: string): number => momentOf(date, 0)?.day ?? Number.NaN;

describe('the day of an instant', () => {
  it('is the day its author wrote', () => {
    expect(calendarDate(momentOf('2026-10-20T23:30:00-05:00', -300)?.day ?? 0)).toBe('2026-10-20');
    expect(calendarDate(momentOf('2026-10-20T23:30:00-06:00', -300)?.day ?? 0)).toBe('2026-10-20');
  });

  it('is moved to the visit’s zone where a server stores UTC', () => {
    expect(calendarDate(momentOf('2026-10-21T01:30:00Z', -300)?.day ?? 0)).toBe('2026-10-20');
    expect(zoneOf('2026-10-21T09:40:00-05:00')).toBe(-300);
    expect(zoneOf('2026-10-21T09:40:00+05:30')).toBe(330);
    expect(zoneOf('2026-10-21')).toBe(0);
  });

  it.each(['2026', '2026-10', '2026-13-01', '2026-02-30', 'yesterday', ''])('"%s" names none', (text) => {
    expect(momentOf(text, 0)).toBeNull();
  });
});

describe('months before', () => {
  it.each([
    ['2026-10-21', 12, '2025-10-21'], ['2026-03-31', 1, '2026-02-28'], ['2024-03-31', 1, '2024-02-29'], ['2024-02-29', 12, '2023-02-28'], ['2026-01-15', 2, '2025-11-15'],
  ])('%s less %d is %s', (from, months, expected) => {
    expect(calendarDate(monthsBefore(day(from), months))).toBe(expected);
  });
});

describe('days apart', () => {
  it('less than twelve hours apart is one occasion, even across midnight', () => {
    const evening = momentOf('2026-10-20T23:30:00-05:00', -300);
    const night = momentOf('2026-10-21T00:40:00-05:00', -300);
    const noon = momentOf('2026-10-21T12:40:00-05:00', -300);
    expect(evening && night && daysApart(evening, night)).toBe(0);
    expect(evening && noon && daysApart(evening, noon)).toBe(1);
  });
});

describe('age', () => {
  it('is exact where the birth date is', () => {
    expect(ageOn(day('2026-10-21'), '1974-10-21')).toEqual({ least: 52, most: 52 });
    expect(ageOn(day('2026-10-21'), '1974-10-22')).toEqual({ least: 51, most: 51 });
    expect(ageOn(day('2026-02-28'), '2004-02-29')).toEqual({ least: 21, most: 21 });
  });

  it('is a range where only the year or month is known', () => {
    expect(ageOn(day('2026-10-21'), '2006')).toEqual({ least: 19, most: 20 });
    expect(ageOn(day('2026-10-21'), '2006-09')).toEqual({ least: 20, most: 20 });
    expect(ageOn(day('2026-10-21'), 'unknown')).toBeNull();
  });
});
