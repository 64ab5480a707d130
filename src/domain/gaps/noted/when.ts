import type { Moment } from '../operators/time.ts';
import { momentOf, monthsBefore, calendarDate } from '../operators/time.ts';
import type { Lexeme } from './lexemes.ts';
import { numberOf } from './lexemes.ts';

/** What the note itself is dated, and the stay it belongs to. */
export interface NoteTime {
  /** Null where the note has no date and none can stand for it. */
  readonly written: Moment | null;
  /** Of the note's encounter, where it is this visit. */
  readonly start: Moment | null;
  readonly end: Moment | null;
  /** An emergency, observation or inpatient stay: what was before was before in these days. */
  readonly stay: boolean;
}

export interface ToldTime {
  readonly at: Moment;
  /** "Last month", "in March": the newest day that it may have been. */
  readonly approximate: boolean;
  /** Index after the words. */
  readonly next: number;
}

const MONTHS: ReadonlyMap<string, number> = new Map(
  ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
    .flatMap((name, n): [string, number][] => [[name, n + 1], [name.slice(0, 3), n + 1]]).concat([['sept', 9]]),
);

const COUNTS: ReadonlyMap<string, number> = new Map([['a', 1], ['an', 1], ['one', 1], ['two', 2], ['three', 3], ['four', 4], ['five', 5], ['six', 6], ['seven', 7], ['eight', 8], ['nine', 9], ['ten', 10], ['twelve', 12]]);

const DAYS: ReadonlyMap<string, number> = new Map([
  ['day', 1], ['days', 1], ['d', 1], ['week', 7], ['weeks', 7], ['wk', 7], ['wks', 7],
]);
const MONTHLY: ReadonlyMap<string, number> = new Map([
  ['month', 1], ['months', 1], ['mo', 1], ['mos', 1], ['year', 12], ['years', 12], ['yr', 12], ['yrs', 12],
]);

/** Words that a time may begin with. */
const OPENS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(), ...COUNTS.keys(), 'today', "today's", 'tonight', 'overnight', 'yesterday', "yesterday's", 'this', 'last', 'past', 'on', 'at', 'in', 'upon', 'admission', 'admit',
]);

/** The time that the words from `i` on tell, resolved against the note's; null where they tell none. */
export function toldTime(words: readonly Lexeme[], i: number, time: NoteTime): ToldTime | null {
  const word = words[i]!;
  if (word.kind === 'date') return dated(word.raw, i, time);
  const { written } = time;
  if (!written) return null;
  if (word.kind === 'number') return ago(words, i, numberOf(word), time) ?? shortDate(words, i, time);
  if (word.kind !== 'word' || !OPENS.has(word.norm)) return null;
  const month = MONTHS.get(word.norm);
  if (month !== undefined && (word.norm !== 'may' || word.raw === 'May')) return named(words, i, month, written);
  switch (word.norm) {
    case 'today': case "today's": case 'tonight': case 'overnight': return { at: written, approximate: false, next: i + 1 };
    case 'yesterday': case "yesterday's": return daysBefore(written, 1, false, i + 1);
    case 'this': {
      const next = words[i + 1]?.norm ?? '';
      return ['morning', 'am', 'afternoon', 'evening', 'visit', 'pm'].includes(next) ? { at: written, approximate: false, next: i + 2 } : null;
    }
    case 'last': case 'past': return lastPeriod(words, i, written);
    case 'on': case 'at': case 'in': case 'upon': return ofStay(words, i, time) ?? yearAlone(words, i, written);
    case 'admission': case 'admit': return time.start && words[i + 1]?.kind !== 'word' ? { at: time.start, approximate: false, next: i + 1 } : null;
    default: {
      const count = COUNTS.get(word.norm);
      return count === undefined ? null : ago(words, i, count, time);
    }
  }
}

function dated(raw: string, i: number, { written }: NoteTime): ToldTime | null {
  const iso = /^\d{4}-/.test(raw) ? raw : fromSlashes(raw);
  const at = momentOf(iso, 0);
  return at && (!written || at.day <= written.day + 1) ? { at, approximate: false, next: i + 1 } : null;
}

function fromSlashes(raw: string): string {
  const [month = '', day = '', year = ''] = raw.split('/');
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** "3 months ago", "2 weeks earlier". */
function ago(words: readonly Lexeme[], i: number, count: number, { written }: NoteTime): ToldTime | null {
  const unit = words[i + 1]?.norm ?? '';
  const after = words[i + 2]?.norm ?? '';
  if (!written || !['ago', 'earlier', 'prior', 'previously', 'back', 'before'].includes(after) || count > 1200) return null;
  return before(written, unit, Math.round(count), i + 3);
}

function before(written: Moment, unit: string, count: number, next: number): ToldTime | null {
  const days = DAYS.get(unit);
  if (days !== undefined) return daysBefore(written, days * count, days * count > 1, next);
  const months = MONTHLY.get(unit);
  return months === undefined ? null : { at: { day: monthsBefore(written.day, months * count), minute: null }, approximate: true, next };
}

function daysBefore(written: Moment, days: number, approximate: boolean, next: number): ToldTime {
  return { at: { day: written.day - days, minute: null }, approximate, next };
}

/** "Last month", "last year"; "the past year" tells a span, which is the reader's. */
function lastPeriod(words: readonly Lexeme[], i: number, written: Moment): ToldTime | null {
  if (words[i]!.norm === 'past') return null;
  const unit = words[i + 1]?.norm ?? '';
  if (words[i - 1]?.norm === 'the' || words[i - 1]?.norm === 'over') return null;
  if (['night', 'pm', 'evening'].includes(unit)) return daysBefore(written, 1, false, i + 2);
  if (!['week', 'month', 'year'].includes(unit)) {
    const month = MONTHS.get(unit);
    return month === undefined ? null : named(words, i + 1, month, written);
  }
  return before(written, unit, 1, i + 2);
}

/** "On admission", "at discharge", "on arrival", "in 3/2026", "on 3/4". */
function ofStay(words: readonly Lexeme[], i: number, { start, end, written, stay }: NoteTime): ToldTime | null {
  const word = words[i + 1]?.norm ?? '';
  const next = i + 2;
  if (['admission', 'admit', 'arrival', 'presentation', 'ed', 'triage', 'intake'].includes(word) && words[next]?.norm !== 'for') {
    const at = start ?? (stay ? null : written);
    return at ? { at, approximate: false, next } : null;
  }
  if (word !== 'discharge' && word !== 'dc') return null;
  const at = end ?? written;
  return at ? { at: written && at.day > written.day ? written : at, approximate: false, next } : null;
}

/** "in 2024", "in 3/2026". */
function yearAlone(words: readonly Lexeme[], i: number, written: Moment): ToldTime | null {
  const number = words[i + 1];
  if (words[i]!.norm === 'at' || number?.kind !== 'number') return null;
  if (words[i]!.norm === 'in' && isYear(number)) return onOrBefore(`${number.raw}-12-31`, written, i + 2);
  const year = words[i + 3];
  if (words[i + 2]?.raw !== '/' || !year || !isYear(year)) return null;
  return monthOf(Number(year.raw), numberOf(number), written, i + 4);
}

function isYear({ kind, raw }: Lexeme): boolean {
  return kind === 'number' && /^(?:19|20)\d\d$/.test(raw);
}

function onOrBefore(iso: string, written: Moment, next: number): ToldTime | null {
  const at = momentOf(iso, 0);
  if (!at) return null;
  if (at.day <= written.day) return { at, approximate: true, next };
  return iso.slice(0, 4) === calendarDate(written.day).slice(0, 4) ? { at: { day: written.day, minute: null }, approximate: true, next } : null;
}

/** "3/4" that the writer would read as a day: whole numbers, a slash between without spaces; the newest one that is not after the note. */
function shortDate(words: readonly Lexeme[], i: number, { written }: NoteTime): ToldTime | null {
  const [month, slash, day] = [words[i]!, words[i + 1], words[i + 2]];
  if (!written || slash?.raw !== '/' || day?.kind !== 'number' || slash.start !== month.end || day.start !== slash.end) return null;
  if (!/^\d{1,2}$/.test(month.raw) || Number(month.raw) > 12) return null;
  if (isYear(day)) return monthOf(Number(day.raw), Number(month.raw), written, i + 3);
  if (!/^\d{1,2}$/.test(day.raw)) return null;
  return ofThisOrLastYear(Number(month.raw), Number(day.raw), written, i + 3);
}

function ofThisOrLastYear(month: number, day: number, written: Moment, next: number): ToldTime | null {
  const year = Number(calendarDate(written.day).slice(0, 4));
  for (const candidate of [year, year - 1]) {
    const at = momentOf(`${candidate}-${two(month)}-${two(day)}`, 0);
    if (at && at.day <= written.day) return { at, approximate: false, next };
  }
  return null;
}

/** "March 4", "March 4, 2026", "March 2026", "March": without a day the last of the month, or the note's. */
function named(words: readonly Lexeme[], i: number, month: number, written: Moment): ToldTime | null {
  const first = words[i + 1];
  if (first && isYear(first)) return monthOf(Number(first.raw), month, written, i + 2);
  if (first?.kind === 'number' && /^(?:[12]?\d|3[01])$/.test(first.raw) && !/^\.\d/.test(words[i + 2]?.raw ?? '')) {
    const comma = words[i + 2]?.raw === ',' ? 1 : 0;
    const year = words[i + 2 + comma];
    const at = year && isYear(year) ? momentOf(`${year.raw}-${two(month)}-${two(Number(first.raw))}`, 0) : null;
    if (at && at.day <= written.day) return { at, approximate: false, next: i + 3 + comma };
    return ofThisOrLastYear(month, Number(first.raw), written, i + 2);
  }
  const today = calendarDate(written.day);
  const year = Number(today.slice(0, 4));
  // "Last June", written in June, is the year before.
  const isPast = words[i - 1]?.norm === 'last' && Number(today.slice(5, 7)) === month;
  return (isPast ? null : monthOf(year, month, written, i + 1)) ?? monthOf(year - 1, month, written, i + 1);
}

function monthOf(year: number, month: number, written: Moment, next: number): ToldTime | null {
  if (month < 1 || month > 12) return null;
  const first = momentOf(`${year}-${two(month)}-01`, 0);
  if (!first || first.day > written.day) return null;
  const following = momentOf(month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`, 0);
  return { at: { day: Math.min((following?.day ?? first.day + 28) - 1, written.day), minute: null }, approximate: true, next };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** Days that "over the past year", "in the last 3 months" span; null where the words say none. `i` is at "over", "past" or "last". */
export function toldSpan(words: readonly Lexeme[], i: number): { readonly days: number; readonly next: number } | null {
  let at = i;
  while (at < words.length && ['over', 'in', 'for', 'the', 'during', 'within'].includes(words[at]!.norm)) at++;
  const opened = at > i;
  if (words[at]?.norm === 'past' || words[at]?.norm === 'last' || words[at]?.norm === 'previous') at++;
  else if (!opened) return null;
  const counted = words[at];
  const count = counted?.kind === 'number' ? numberOf(counted) : COUNTS.get(counted?.norm ?? '');
  const unit = words[count === undefined ? at : at + 1]?.norm ?? '';
  const days = DAYS.get(unit) ?? (MONTHLY.has(unit) ? (MONTHLY.get(unit) ?? 0) * 30 : undefined);
  return days === undefined ? null : { days: days * (count ?? 1), next: (count === undefined ? at : at + 1) + 1 };
}
