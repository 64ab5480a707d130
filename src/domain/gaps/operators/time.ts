import type { CalendarDate, Instant } from '../../model/index.ts';

/** A point of the record: the calendar day (days since 1970-01-01), and the minute (since then, UTC) where a time was written. */
export interface Moment {
  readonly day: number;
  readonly minute: number | null;
}

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The day as its author wrote it; what was written in UTC is moved to `zone` (minutes east of UTC, that of `chart.asOf`),
 * since many servers store every time in UTC and an evening would else fall on the next day.
 * Null for a year, a month or anything that names no day.
 */
export function momentOf(instant: Instant, zone: number): Moment | null {
  if (instant.length === DATE_LENGTH) return dateOnly(instant);
  const parts = INSTANT.exec(instant);
  if (!parts) return null;
  const [, year, month, day, hour, minute, offset] = parts;
  const days = dayNumber(Number(year), Number(month), Number(day));
  if (days === null) return null;
  if (hour === undefined || offset === undefined) return { day: days, minute: null };
  const utc = days * 1440 + Number(hour) * 60 + Number(minute) - offsetMinutes(offset);
  return { day: offset === 'Z' ? Math.floor((utc + zone) / 1440) : days, minute: utc };
}

const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** Most of a long record's dates: read without the cost of a pattern. */
function dateOnly(instant: Instant): Moment | null {
  if (instant.charCodeAt(4) !== HYPHEN || instant.charCodeAt(7) !== HYPHEN) return null;
  const day = dayNumber(digits(instant, 0, 4), digits(instant, 5, 7), digits(instant, 8, 10));
  return day === null ? null : { day, minute: null };
}

const HYPHEN = 45;
const ZERO = 48;

/** NaN where something else stands. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Minutes east of UTC in which an instant was written; 0 where it does not say. */
export function zoneOf(instant: Instant): number {
  const offset = INSTANT.exec(instant)?.[6];
  return offset === undefined ? 0 : offsetMinutes(offset);
}

/**
 * Whole calendar days between two points. Two times less than twelve hours apart are the same occasion (0),
 * even across midnight: one evening in an emergency department is not two visits.
 */
export function daysApart(a: Moment, b: Moment): number {
  if (a.minute !== null && b.minute !== null && Math.abs(a.minute - b.minute) < 720) return 0;
  return Math.abs(a.day - b.day);
}

/** The same day of the month, `months` earlier; the last day of that month where it is shorter. */
export function monthsBefore(day: number, months: number): number {
  const date = civil(day);
  const count = date.year * 12 + (date.month - 1) - months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return epochDay(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/** `YYYY-MM-DD`. */
export function calendarDate(day: number): CalendarDate {
  const date = civil(day);
  return `${String(date.year).padStart(4, '0')}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}

export interface AgeRange {
  readonly least: number;
  readonly most: number;
}

/** The days that an instant may mean: one, or all of the year or month that is named. Null for anything else. */
export function daysOf(instant: Instant, zone: number): { readonly from: number; readonly through: number } | null {
  const moment = momentOf(instant, zone);
  if (moment) return { from: moment.day, through: moment.day };
  const parts = /^(\d{4})(?:-(\d{2}))?$/.exec(instant);
  if (!parts) return null;
  const year = Number(parts[1]);
  return daysOfMonths(year, Number(parts[2] ?? 1), Number(parts[2] ?? 12));
}

/** From the first day of one month through the last of another of the same year; null where there is no such month. */
export function daysOfMonths(year: number, first: number, last: number): { readonly from: number; readonly through: number } | null {
  if (first < 1 || last > 12) return null;
  return { from: epochDay(year, first, 1), through: epochDay(year, last, daysInMonth(year, last)) };
}

/** Year, month and day of the month. */
export function civilDate(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  return civil(day);
}

/** Completed years between a birth date and a day: least and most, which differ where only the year or month of birth is known. Null where it cannot be read. */
export function ageOn(day: number, birthDate: string): AgeRange | null {
  const months = monthsOn(day, birthDate);
  return months && { least: Math.floor(months.least / 12), most: Math.floor(months.most / 12) };
}

/** Completed months, as `ageOn`. */
export function monthsOn(day: number, birthDate: string): AgeRange | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(birthDate);
  if (!parts) return null;
  const year = Number(parts[1]);
  const earliest = { year, month: Number(parts[2] ?? 1), day: Number(parts[3] ?? 1) };
  const latestMonth = Number(parts[2] ?? 12);
  const latest = { year, month: latestMonth, day: Number(parts[3] ?? daysInMonth(year, latestMonth)) };
  const on = civil(day);
  return { least: monthsBetween(latest, on), most: monthsBetween(earliest, on) };
}

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function monthsBetween(birth: Civil, on: Civil): number {
  return (on.year - birth.year) * 12 + on.month - birth.month - (on.day >= birth.day ? 0 : 1);
}

/** Days since 1970-01-01; null where the calendar has no such day. */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return null;
  return epochDay(year, month, day);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return offset.startsWith('-') ? -minutes : minutes;
}

/** Gregorian calendar, with years counted from March so that the leap day comes last. */
function epochDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const m = (month + 9) % 12;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((m * 306 + 5) / 10) + day - 1 - 719_468;
}

function civil(day: number): Civil {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day: ofYear - Math.floor((153 * m + 2) / 5) + 1 };
}
