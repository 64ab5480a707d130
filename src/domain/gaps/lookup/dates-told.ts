import type { Span } from '../../model/index.ts';
import { civilDate, dayNumber, daysOfMonths, monthsBefore } from '../operators/time.ts';

/** The days that words of a text may mean, from and through included. */
export interface ToldDate extends Span {
  readonly from: number;
  readonly through: number;
}

/**
 * Dates in a sentence as clinicians write them, counted from the day it was written: "3/14/2026", "Mar 14", "March 2026", "in 2021",
 * "last month", "3 months ago", "yesterday", "today", "at age 50". A month or a day without its year is the most recent one.
 * @param birthDate `YYYY…`, for ages; null where not known
 */
export function datesTold(text: string, written: number, birthDate: string | null): readonly ToldDate[] {
  const found: ToldDate[] = [];
  for (const match of text.matchAll(SHAPES)) {
    const start = match.index;
    const end = start + match[0].length;
    const days = meaning(match.groups ?? {}, written, birthDate);
    if (days) found.push({ start, end, ...days });
  }
  return found;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const COUNT = 'a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|couple of|several|\\d{1,3}';

const SHAPES = new RegExp([
  String.raw`\b(?<isoYear>(?:19|20)\d{2})-(?<isoMonth>\d{2})(?:-(?<isoDay>\d{2}))?\b`,
  String.raw`(?<![\d/.])(?<usMonth>\d{1,2})[/](?<usDay>\d{1,2})[/](?<usYear>(?:19|20)?\d{2})(?![\d/])`,
  String.raw`(?<![\d/.])(?<myMonth>\d{1,2})/(?<myYear>(?:19|20)\d{2})(?![\d/])`,
  String.raw`\b(?<dayFirst>\d{1,2})(?:st|nd|rd|th)? (?<dayFirstMonth>${MONTH})\.?,? (?<dayFirstYear>(?:19|20)\d{2})\b`,
  String.raw`\b(?<wordMonth>${MONTH})\.?(?: (?<wordDay>\d{1,2})(?:st|nd|rd|th)?(?!\d))?(?:,? (?:of )?(?<wordYear>(?:19|20)\d{2}))?\b`,
  String.raw`(?<![\d/.])(?<shortMonth>\d{1,2})/(?<shortDay>\d{1,2})(?![\d/%])`,
  String.raw`\b(?<agoCount>${COUNT}) (?<agoUnit>day|week|wk|month|mo|year|yr)s? (?:ago|back|prior|earlier)\b`,
  String.raw`\b(?<agoShort>\d{1,2}) ?(?<agoShortUnit>d|wk|w|mo|m|yr|y)s? ago\b`,
  String.raw`\b(?:last|past|previous) (?<lastUnit>week|month|year|spring|summer|fall|autumn|winter)\b`,
  String.raw`\b(?<thisUnit>today|yesterday|tonight|this (?:morning|afternoon|visit|encounter|week|month|year))\b`,
  String.raw`\b(?:at )?age (?<age>\d{1,3})\b`,
  String.raw`(?<![\d/.,$#-])(?<year>(?:19|20)\d{2})(?![\d/%.-]*\d|[a-z%]| ?(?:mg|mcg|ml|units?|iu|kcal|steps))`,
].join('|'), 'gi');

interface Days {
  readonly from: number;
  readonly through: number;
}

function meaning(parts: Readonly<Record<string, string | undefined>>, written: number, birthDate: string | null): Days | null {
  const number = (name: string): number => Number(parts[name]);
  if (parts['isoYear']) return parts['isoDay'] ? oneDay(number('isoYear'), number('isoMonth'), number('isoDay')) : daysOfMonths(number('isoYear'), number('isoMonth'), number('isoMonth'));
  if (parts['usYear']) return oneDay(fullYear(parts['usYear'], written), number('usMonth'), number('usDay'));
  if (parts['myYear']) return daysOfMonths(number('myYear'), number('myMonth'), number('myMonth'));
  if (parts['dayFirstMonth']) return oneDay(number('dayFirstYear'), monthNamed(parts['dayFirstMonth']), number('dayFirst'));
  if (parts['wordMonth']) return byName(parts, written);
  if (parts['shortMonth']) return monthAndDayOrYear(number('shortMonth'), number('shortDay'), written);
  if (parts['agoUnit']) return ago(counted(parts['agoCount'] ?? ''), parts['agoUnit'], written);
  if (parts['agoShortUnit']) return ago(number('agoShort'), parts['agoShortUnit'], written);
  if (parts['lastUnit']) return last(parts['lastUnit'].toLowerCase(), written);
  if (parts['thisUnit']) return current(parts['thisUnit'].toLowerCase(), written);
  if (parts['age']) return atAge(number('age'), birthDate);
  return parts['year'] ? daysOfMonths(number('year'), 1, 12) : null;
}

function oneDay(year: number, month: number, day: number): Days | null {
  const at = dayNumber(year, month, day);
  return at === null ? null : { from: at, through: at };
}

/** "26" is 2026 and "98" is 1998: the latest such year that is not after the writing. */
function fullYear(year: string, written: number): number {
  if (year.length === 4) return Number(year);
  const now = civilDate(written).year;
  const inCentury = now - (now % 100) + Number(year);
  return inCentury > now + 1 ? inCentury - 100 : inCentury;
}

function monthNamed(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** "May" and "march" alone are other words, too: only capitals name a month that has no day or year. */
function byName({ wordMonth = '', wordDay, wordYear }: Readonly<Record<string, string | undefined>>, written: number): Days | null {
  const month = monthNamed(wordMonth);
  if (wordYear && wordDay) return oneDay(Number(wordYear), month, Number(wordDay));
  if (wordYear) return daysOfMonths(Number(wordYear), month, month);
  if (wordMonth[0] === wordMonth[0]!.toLowerCase() || (wordMonth === 'May' && !wordDay)) return null;
  const now = civilDate(written);
  if (wordDay) return mostRecent(month, Number(wordDay), written);
  return daysOfMonths(month > now.month ? now.year - 1 : now.year, month, month);
}

function mostRecent(month: number, day: number, written: number): Days | null {
  const { year } = civilDate(written);
  const thisYear = oneDay(year, month, day);
  return thisYear && thisYear.from <= written ? thisYear : oneDay(year - 1, month, day);
}

/** "10/19" may be a day of October or October 2019: it is either, and only what holds for both can be told. */
function monthAndDayOrYear(month: number, second: number, written: number): Days | null {
  const asDay = mostRecent(month, second, written);
  const asMonth = second <= civilDate(written).year % 100 && second >= 10 ? daysOfMonths(2000 + second, month, month) : null;
  if (!asDay || !asMonth) return asDay ?? asMonth;
  return { from: Math.min(asDay.from, asMonth.from), through: Math.max(asDay.through, Math.min(asMonth.through, written)) };
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, 'couple of': 2, three: 3, few: 3, several: 4, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
};

function counted(words: string): number {
  return NUMBERS[words.toLowerCase()] ?? Number(words);
}

/** "3 months ago" is rounded: half a unit to either side. */
function ago(count: number, unit: string, written: number): Days | null {
  if (!Number.isFinite(count)) return null;
  switch (unit.toLowerCase()[0]) {
    case 'd': return { from: written - count, through: written - count };
    case 'w': return { from: written - count * 7 - 3, through: Math.min(written, written - count * 7 + 3) };
    case 'm': return { from: monthsBefore(written, count) - 15, through: Math.min(written, monthsBefore(written, count) + 15) };
    default: return { from: monthsBefore(written, count * 12 + 6), through: Math.min(written, monthsBefore(written, Math.max(count * 12 - 6, 0))) };
  }
}

function last(unit: string, written: number): Days | null {
  const { year, month } = civilDate(written);
  switch (unit) {
    case 'week': return { from: written - 14, through: written - 1 };
    case 'month': return month === 1 ? daysOfMonths(year - 1, 12, 12) : daysOfMonths(year, month - 1, month - 1);
    case 'year': return daysOfMonths(year - 1, 1, 12);
    default: return { from: written - 365, through: written };
  }
}

function current(words: string, written: number): Days | null {
  const { year, month } = civilDate(written);
  if (words === 'yesterday') return { from: written - 1, through: written - 1 };
  if (words === 'this week') return { from: written - 7, through: written };
  if (words === 'this month') return { from: dayNumber(year, month, 1) ?? written, through: written };
  if (words === 'this year') return { from: dayNumber(year, 1, 1) ?? written, through: written };
  return { from: written, through: written };
}

function atAge(years: number, birthDate: string | null): Days | null {
  const born = birthDate === null ? null : Number(birthDate.slice(0, 4));
  return born === null || !Number.isFinite(born) ? null : { from: dayNumber(born + years, 1, 1)!, through: dayNumber(born + years + 1, 12, 31)! };
}
