import type { LintableQuery } from '../types.ts';
import { read } from './reading.ts';
import { said, wordList } from './phrases.ts';

/** For each indicator, whether its words or dates put it in an earlier stay. Without a present date to compare with, a year tells only by its being the sole one given. */
export function earlierStays(query: LintableQuery): readonly boolean[] {
  const dates = query.indicators.map(datesIn);
  const all = [...dates.flat(), ...datesIn(query.title), ...datesIn(query.question)];
  const now = Math.max(...all.map((date) => date.from));
  const others = query.indicators.filter((indicator) => DAY.test(indicator)).length;
  return query.indicators.map((indicator, index) => {
    const own = dates[index] ?? [];
    const reading = read(indicator);
    if (said(EARLIER, reading) !== null) return true;
    // "A1c 6.1 (5.9 last year)" of a present day tells a trend.
    if (said(LONG_SINCE, reading) !== null) return !DAY.test(indicator) && own.every(({ through }) => now - through >= LONG_AGO);
    if (own.length === 0) return false;
    const latest = Math.max(...own.map((date) => date.through));
    if (now - latest >= LONG_AGO) return true;
    return others > 0 && own.length === all.length && !DAY.test(indicator);
  });
}

/** Months; shorter gaps may well be one course of illness. */
const LONG_AGO = 7;

const DAY = /\d\/\d{1,2}(?!\d)/u;
const EARLIER = wordList('prior admission, previous admission, prior hospitalization, previous hospitalization, last admission, old chart, old record*, prior stay, previous stay, prior encounter, previous encounter, earlier admission, old problem list, past admission, old note*, old discharge, prior discharge, previous discharge, archived, remote admission');
const LONG_SINCE = wordList('years ago, last year, prior year, years earlier, yrs ago, decade ago, decades ago');

/** Months since year 0, the earliest and the latest that it can be. */
interface Dated {
  readonly from: number;
  readonly through: number;
}

function datesIn(text: string): readonly Dated[] {
  const found: Dated[] = [];
  const add = (year: number, month: number): void => {
    if (month < 1 || month > 12) return;
    const months = (year < 100 ? 2000 + year : year) * 12 + month;
    found.push({ from: months, through: months });
  };
  for (const [, year, month] of text.matchAll(/\b(\d{4})-(\d{2})(?:-\d{2})?\b/gu)) add(Number(year), Number(month));
  // Of a span such as "2/26-3/04/26" the last day has the year; "26-3/04" is no day.
  for (const [, month, year] of text.matchAll(/(?<![\d/])(\d{1,2})\/\d{1,2}\/((?:20|19)?\d{2})(?![\d/])/gu)) add(Number(year), Number(month));
  for (const [, month, year] of text.matchAll(/(?<![\d/-])(\d{1,2})-\d{1,2}-((?:20|19)?\d{2})(?![\d/])/gu)) add(Number(year), Number(month));
  for (const [, month, year] of text.matchAll(/(?<![\d/])(\d{1,2})\/((?:20|19)\d{2})\b/gu)) add(Number(year), Number(month));
  for (const [, month = '', year] of text.matchAll(/\b([A-Z][a-z]{2})[a-z]{0,6}\.? (?:\d{1,2},? )?((?:20|19)\d{2})\b/gu)) {
    if (MONTHS.includes(month)) add(Number(year), MONTHS.indexOf(month) + 1);
  }
  // A value can look like a year; beside a dated day it is taken for a value.
  if (found.length > 0 || DAY.test(text)) return found;
  return [...text.matchAll(/(?<![\d/.-])((?:20[0-4]|19[6-9])\d)(?![\d/%.-])/gu)].map(([, year]) => ({ from: Number(year) * 12 + 1, through: Number(year) * 12 + 12 }));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
