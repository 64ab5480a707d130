import type { Chart, FactEvidence, QuoteEvidence } from '../model/index.ts';
import { calendarDate, momentOf } from '../gaps/operators/time.ts';

/**
 * "Hemoglobin A1c: 7.2 % on 2026-10-01". A diagnosis or drug without a date of its own stands in the chart today; an undated result is not
 * made newer than it may be.
 * @param zone minutes east of UTC, that of `chart.asOf`
 * @param today the day of `chart.asOf`, since 1970-01-01
 */
export function factInWords({ label: words, code, value, unit, date }: FactEvidence, zone: number, today: number): string {
  const label = words === '' ? code : words;
  const at = date === null ? null : momentOf(date, zone);
  const said = value === undefined ? label : `${label}: ${value}${unit === undefined ? '' : ` ${printUnit(unit)}`}`;
  if (at) return `${said} on ${calendarDate(at.day)}`;
  return value === undefined ? `${said}, in the chart on ${calendarDate(today)}` : said;
}

/** "“Hgb 12.4 → 7.6”, noted on 2026-10-21". @param zone as above */
export function quoteInWords({ note: id, quote }: QuoteEvidence, { notes }: Pick<Chart, 'notes'>, zone: number): string {
  const date = notes.find((note) => note.id === id)?.date ?? null;
  const at = date === null ? null : momentOf(date, zone);
  return `“${quote.replace(/\s+/g, ' ').trim()}”, noted${at ? ` on ${calendarDate(at.day)}` : ''}`;
}

/** UCUM writes for machines. */
const PRINTED: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg', '[lb_av]': 'lb', '[in_i]': 'in', '[ft_i]': 'ft', 'kg/m2': 'kg/m²', 'mL/min/{1.73_m2}': 'mL/min/1.73 m²',
  '{score}': 'points', '{#}': 'points', '{points}': 'points', '10*3/uL': '10³/µL', '10*9/L': '10⁹/L',
};

export function printUnit(unit: string): string {
  return PRINTED[unit] ?? unit;
}
