import type { CalendarDate } from '../../model/index.ts';

/**
 * Days from the time that the words near an offset tell to a day; null where they tell none. A month counts from its last day and a year from its
 * last, so that what is said without a day is never taken for longer ago than it is.
 * @param at UTF-16 offset of the end of the name that is dated; what follows it in the sentence goes before what precedes it
 */
export function daysBefore(words: string, at: number, day: CalendarDate): number | null {
  const [after, before] = [words.slice(at, at + WINDOW), words.slice(Math.max(0, at - WINDOW), at)];
  return firstTold(after, day) ?? lastTold(before, day);
}

const WINDOW = 80;
const DAY_MS = 86_400_000;
const UNITS: Readonly<Record<string, number>> = { day: 1, d: 1, week: 7, wk: 7, w: 7, month: 30, mo: 30, m: 30, year: 365, yr: 365, y: 365 };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const AGO = /\b(\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s*[- ]?(day|d|week|wk|w|month|mo|m|year|yr|y)s?\s+(?:ago|prior|back|earlier|out|post)\b/i;
/** "Ten weeks after his …": how long ago the event was that is named next. */
const SINCE = /\b(\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s*[- ]?(day|week|wk|month|mo|year|yr)s?\s+(?:after|since|post|out from|out of|from)(?:[- ](?:a|an|the|his|her|their))?[- ]?(?:[\w-]+ ){0,3}[\w-]+$/i;
const FULL = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/;
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/;
const MONTH_YEAR = /\b(?:(\d{1,2})\/((?:19|20)\d{2})|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+((?:19|20)\d{2}))\b/i;
/** "9 March 2026", "Mar 9, 2026". */
const DAY_MONTH_YEAR = /\b(?:(\d{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? ((?:19|20)\d{2})|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d{2}))\b/i;
const MONTH_DAY = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/;
const YEAR = /(?<![\d/.-])((?:19|20)\d{2})(?![\d/.-])/;
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

function firstTold(words: string, day: CalendarDate): number | null {
  const [clause = ''] = words.split(/[;.]\s/);
  return told(clause, day);
}

function lastTold(words: string, day: CalendarDate): number | null {
  const since = SINCE.exec(words);
  if (since !== null) return counted(since[1]!) * (UNITS[since[2]!.toLowerCase()] ?? 0);
  return told(words.split(/[;.]\s/).at(-1) ?? '', day);
}

function told(words: string, day: CalendarDate): number | null {
  const ago = AGO.exec(words);
  if (ago !== null) return counted(ago[1]!) * (UNITS[ago[2]!.toLowerCase()] ?? 0);
  const date = dated(words, day);
  if (date === null) return null;
  const days = Math.floor((Date.parse(`${day}T00:00:00Z`) - date) / DAY_MS);
  return Number.isNaN(days) || days < 0 ? null : days;
}

/** Milliseconds of the latest day that the words allow. */
function dated(words: string, day: CalendarDate): number | null {
  const iso = ISO.exec(words);
  if (iso !== null) return Date.parse(`${iso[0]}T00:00:00Z`);
  const full = FULL.exec(words);
  if (full !== null) return Date.UTC(century(full[3]!), Number(full[1]) - 1, Number(full[2]));
  const named = DAY_MONTH_YEAR.exec(words);
  if (named !== null) return Date.UTC(Number(named[3] ?? named[6]), MONTHS.indexOf((named[2] ?? named[4])!.toLowerCase()), Number(named[1] ?? named[5]));
  const month = MONTH_YEAR.exec(words);
  if (month !== null) {
    const number = month[1] === undefined ? MONTHS.indexOf(month[3]!.toLowerCase()) : Number(month[1]) - 1;
    return Date.UTC(Number(month[2] ?? month[4]), number + 1, 0);
  }
  const short = MONTH_DAY.exec(words);
  if (short !== null && Number(short[1]) <= 12 && Number(short[2]) <= 31) {
    const year = Number(day.slice(0, 4));
    const thisYear = Date.UTC(year, Number(short[1]) - 1, Number(short[2]));
    return thisYear <= Date.parse(`${day}T00:00:00Z`) ? thisYear : Date.UTC(year - 1, Number(short[1]) - 1, Number(short[2]));
  }
  const year = YEAR.exec(words);
  return year === null ? null : Date.UTC(Number(year[1]), 11, 31);
}

function century(year: string): number {
  return year.length === 4 ? Number(year) : 2000 + Number(year);
}

function counted(word: string): number {
  const number = Number(word);
  if (!Number.isNaN(number)) return number;
  return word.toLowerCase() === 'a' ? 1 : NUMBERS.indexOf(word.toLowerCase());
}
