import type { Period, Timing } from 'fhir/r4';

/** Half open, in milliseconds since 1970; what has no start or end is infinite there. */
export interface TimeRange { readonly start: number; readonly end: number }

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** The time that a FHIR date, dateTime or instant covers by its precision; without an offset it is taken as UTC. Null where it is none. */
export function rangeOf(text: unknown): TimeRange | null {
  if (typeof text !== 'string') return null;
  const match = FORM.exec(text.trim().replace(/(\d) (\d{2}:\d{2})$/, '$1+$2'));
  if (!match) return null;
  const [, year = '', month, day, hour, minute, second, fraction, zone = 'Z'] = match;
  const start = Date.parse(`${year}-${month ?? '01'}-${day ?? '01'}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}.${(fraction ?? '').padEnd(3, '0').slice(0, 3)}${zone}`);
  if (Number.isNaN(start)) return null;
  if (!month) return { start, end: Date.UTC(Number(year) + 1, 0, 1) };
  if (!day) return { start, end: Date.UTC(Number(year), Number(month), 1) };
  if (!hour) return { start, end: start + 86_400_000 };
  if (!second) return { start, end: start + 60_000 };
  return { start, end: start + (fraction ? 1 : 1000) };
}

/** The time that a value of a date parameter covers: date, dateTime, instant, Period or Timing. */
export function rangeOfValue(value: unknown): TimeRange | null {
  if (typeof value === 'string') return rangeOf(value);
  if (typeof value !== 'object' || value === null) return null;
  const { event, repeat } = value as Timing;
  if (event || repeat) return spanOf([...(event ?? []).map(rangeOf), repeat?.boundsPeriod ? rangeOfValue(repeat.boundsPeriod) : null]);
  const { start, end } = value as Period;
  if (start === undefined && end === undefined) return null;
  return { start: rangeOf(start ?? '')?.start ?? -Infinity, end: rangeOf(end ?? '')?.end ?? Infinity };
}

function spanOf(ranges: (TimeRange | null)[]): TimeRange | null {
  const known = ranges.filter((r) => r !== null);
  if (known.length === 0) return null;
  return { start: Math.min(...known.map((r) => r.start)), end: Math.max(...known.map((r) => r.end)) };
}

export const PREFIXES = ['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb', 'ap'] as const;
export type Prefix = (typeof PREFIXES)[number];

/** R4 search 3.1.1.4.5: how a resource's range stands to the one asked for. `ap` means that they overlap. */
export function compareRanges(prefix: Prefix, value: TimeRange, asked: TimeRange): boolean {
  switch (prefix) {
    case 'eq': return asked.start <= value.start && value.end <= asked.end;
    case 'ne': return !(asked.start <= value.start && value.end <= asked.end);
    case 'gt': return value.end > asked.end;
    case 'lt': return value.start < asked.start;
    case 'ge': return value.end > asked.start;
    case 'le': return value.start < asked.end;
    case 'sa': return value.start >= asked.end;
    case 'eb': return value.end <= asked.start;
    case 'ap': return value.start < asked.end && value.end > asked.start;
  }
}
