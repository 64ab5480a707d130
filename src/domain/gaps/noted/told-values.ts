import type { IndexedNote, ToldValue, ValuesByCode } from '../index-chart.ts';
import type { Measurement } from '../operators/expression.ts';
import type { UnitArithmetic } from '../operators/quantity.ts';
import type { Moment } from '../operators/time.ts';
import type { NotedValue } from './noted-value.ts';
import { lazily } from '../../lazily.ts';
import { inUnitOf } from '../operators/quantity.ts';

/**
 * What notes tell of a measurement, newest first, each result once: a note repeats what the laboratory sent, and the next note repeats the note.
 * Nothing dated later than `asOf`.
 */
export function toldValues(
  notes: readonly IndexedNote[], charted: ValuesByCode, asOf: Moment, arithmetic: UnitArithmetic,
): (measurement: Measurement) => readonly ToldValue[] {
  const byName = lazily(() => groupedByName(notes, asOf));
  const known = new Map<string, readonly ToldValue[]>();
  return (measurement) => {
    const before = known.get(measurement.name);
    if (before) return before;
    const told = byName().get(measurement.name) ?? [];
    const results = told.length === 0 ? [] : resultsOf(measurement, charted, arithmetic);
    const once = onceEach(told.filter(({ told: value }) => !isCharted(value, results, measurement, arithmetic)));
    known.set(measurement.name, once);
    return once;
  };
}

function groupedByName(notes: readonly IndexedNote[], asOf: Moment): ReadonlyMap<string, ToldValue[]> {
  const byName = new Map<string, ToldValue[]>();
  for (const note of notes) {
    for (const told of note.noted()) {
      if (told.when && told.when.day > asOf.day) continue;
      const value: ToldValue = {
        fact: null, told, note, quantity: { value: told.value, unit: told.unit, comparator: told.comparator }, text: null, component: false, at: told.when,
        baseline: told.baseline, certain: note.note.status !== 'preliminary',
      };
      const list = byName.get(told.measurement.name);
      if (list) list.push(value);
      else byName.set(told.measurement.name, [value]);
    }
  }
  for (const list of byName.values()) list.sort(oldestFirst);
  return byName;
}

function oldestFirst(a: ToldValue, b: ToldValue): number {
  return (a.at?.day ?? -Infinity) - (b.at?.day ?? -Infinity) || (a.at?.minute ?? 0) - (b.at?.minute ?? 0) || (a.note.note.id < b.note.note.id ? -1 : a.note.note.id > b.note.note.id ? 1 : a.told.place - b.told.place) || 0;
}

interface Result {
  readonly day: number;
  /** In the measurement's unit; null where it cannot be. */
  readonly value: () => number | null;
}

/** Those entered in error, too: a note that tells one tells of nothing. Converted when first compared: of a long record, few lie in the days that a note may repeat. */
function resultsOf(measurement: Measurement, charted: ValuesByCode, arithmetic: UnitArithmetic): readonly Result[] {
  return measurement.loinc.flatMap((code) => [...charted.get(code) ?? [], ...charted.retracted(code)]).flatMap(({ at, quantity }) => {
    if (!at || !quantity) return [];
    return [{
      day: at.day,
      value: lazily(() => {
        const converted = inUnitOf(measurement, quantity, arithmetic);
        return 'value' in converted ? converted.value : null;
      }),
    }];
  });
}

/** A laboratory result may be told weeks later; a vital sign of the same size on another day is another one. */
const REPEATED_WITHIN = 366;

/** The same number, as far as the note gives its decimals, on the day that it tells; where it tells none, a result of the year before. */
function isCharted(told: NotedValue, results: readonly Result[], measurement: Measurement, arithmetic: UnitArithmetic): boolean {
  const own = inUnitOf(measurement, { value: told.value, unit: told.unit, comparator: null }, arithmetic);
  if ('unusable' in own) return false;
  const within = roundingOf(told.value) * (told.value === 0 ? 1 : Math.abs(own.value / told.value)) + 1e-9;
  return results.some(({ day, value }) => mayBeOf(told, day, measurement) && isWithin(value(), own.value, within));
}

function isWithin(value: number | null, other: number, within: number): boolean {
  return value !== null && Math.abs(other - value) <= within;
}

function mayBeOf({ when, approximate, dated }: NotedValue, day: number, { category }: Measurement): boolean {
  if (when === null) return true;
  const back = when.day - day;
  if (approximate) return Math.abs(back) <= 45;
  if (dated || category === 'vital-signs') return back === 0;
  return back >= 0 && back <= REPEATED_WITHIN;
}

/** 7.9 stands for 7.85 up to 7.95. */
function roundingOf(value: number): number {
  return Number.isInteger(value) ? 0.5 : Number.isInteger(Math.round(value * 1e6) / 1e5) ? 0.05 : 0.005;
}

/** The first that tells a number on a day; later, without a date of its own, the same number is a copy of it. */
function onceEach(inTurn: readonly ToldValue[]): readonly ToldValue[] {
  const days = new Map<string, Set<number | null>>();
  const kept = inTurn.filter(({ told, at }) => {
    const key = `${told.comparator ?? ''}${told.value} ${told.unit}`;
    const seen = days.get(key);
    if (!seen) {
      days.set(key, new Set([at?.day ?? null]));
      return true;
    }
    const isCopy = seen.has(at?.day ?? null) || (!told.dated && told.measurement.category !== 'vital-signs');
    seen.add(at?.day ?? null);
    return !isCopy;
  });
  return kept.toReversed();
}
