import type { FactEvidence, Quantity, QuoteEvidence } from '../../model/index.ts';
import type { IndexedValue, Snapshot, ToldValue } from '../index-chart.ts';
import type { NotedValue } from '../noted/noted-value.ts';
import type { Measurement } from './expression.ts';
import type { UnitArithmetic } from './quantity.ts';
import type { Moment } from './time.ts';
import { newestFirst } from '../index-chart.ts';
import { evidenceOf } from './evidence.ts';
import { inUnitOf } from './quantity.ts';
import { ageOn, monthsBefore } from './time.ts';

/** A result in the measurement's unit. */
export interface Reading {
  readonly value: number;
  readonly comparator: Quantity['comparator'];
  readonly at: Moment;
  /** `Encounter/id`, where the result says so. */
  readonly encounter: string | null;
  readonly evidence: readonly (FactEvidence | QuoteEvidence)[];
  /** Computed here from other results, which `evidence` names. */
  readonly computed: boolean;
  /** A note tells it; null where an observation holds it. */
  readonly told: NotedValue | null;
  /** A note calls it the patient's baseline. */
  readonly baseline: boolean;
}

/** A result that is there and decides nothing, and why. */
export interface UnusableReading {
  readonly unusable: string;
  readonly at: Moment | null;
  readonly evidence: readonly (FactEvidence | QuoteEvidence)[];
}

/** What can be compared, and what is in doubt; both newest first. */
export function sortOut(snapshot: Snapshot, measurement: Measurement, values: readonly IndexedValue[]): { readonly readings: readonly Reading[]; readonly doubts: readonly UnusableReading[] } {
  const readings: Reading[] = [];
  const doubts: UnusableReading[] = [];
  for (const value of values) {
    const reading = readingOf(snapshot, measurement, value);
    if ('unusable' in reading) doubts.push(reading);
    else readings.push(reading);
  }
  return { readings, doubts };
}

/**
 * Results as charted and as signed notes tell them, newest first, undated ones last; `withinMonths` counts back from `chart.asOf`, null is without limit.
 * What a note tells without a day is left out; with `baselines`, what it calls the patient's baseline counts as of a year ago.
 */
export function chartedValues(snapshot: Snapshot, measurement: Measurement, withinMonths: number | null, baselines = false): readonly IndexedValue[] {
  const whole = wholeSeries(snapshot, measurement, baselines);
  if (withinMonths === null) return whole;
  const from = monthsBefore(snapshot.asOf.day, withinMonths);
  return whole.filter((value) => value.at === null || value.at.day >= from || isUndatedBaseline(value));
}

const SERIES = new WeakMap<Snapshot, Map<Measurement, { usual?: readonly IndexedValue[]; withBaselines?: readonly IndexedValue[] }>>();

/** Put together once for a snapshot: windows of many lengths are asked of the same results. */
function wholeSeries(snapshot: Snapshot, measurement: Measurement, baselines: boolean): readonly IndexedValue[] {
  const series = SERIES.get(snapshot) ?? new Map<Measurement, { usual?: readonly IndexedValue[]; withBaselines?: readonly IndexedValue[] }>();
  SERIES.set(snapshot, series);
  const known = series.get(measurement) ?? {};
  series.set(measurement, known);
  return baselines ? (known.withBaselines ??= put(snapshot, measurement, true)) : (known.usual ??= put(snapshot, measurement, false));
}

function put(snapshot: Snapshot, measurement: Measurement, baselines: boolean): readonly IndexedValue[] {
  const lists = measurement.loinc.map((code) => snapshot.values.get(code)).filter((list) => list !== undefined);
  const told = toldOf(snapshot, measurement, baselines);
  const all: readonly IndexedValue[] = lists.length === 1 ? lists[0]! : lists.flat();
  const charted = lists.length > 1 ? oncePerFact(all) : all;
  return lists.length > 1 || told.length > 0 ? [...charted, ...told].toSorted(newestFirst) : charted;
}

/** As of a year ago, since its words name no day: in every window. */
function isUndatedBaseline(value: IndexedValue): boolean {
  return value.fact === null && value.told.when === null;
}

function toldOf(snapshot: Snapshot, measurement: Measurement, baselines: boolean): readonly ToldValue[] {
  return snapshot.told(measurement).flatMap((value) => {
    if (!value.certain) return [];
    if (value.at) return baselines || !value.baseline || value.told.dated ? [value] : [];
    return baselines && value.baseline ? [{ ...value, at: { day: snapshot.asOf.day - A_YEAR, minute: null } }] : [];
  });
}

const A_YEAR = 366;

/** What only a note tells that is not signed yet: it answers nothing, and is not forgotten. */
export function unsignedValues(snapshot: Snapshot, measurement: Measurement, withinMonths: number): readonly ToldValue[] {
  const from = monthsBefore(snapshot.asOf.day, withinMonths);
  return snapshot.told(measurement).filter(({ certain, at }) => !certain && at !== null && at.day >= from);
}

/** A result in the measurement's unit, or why it decides nothing; worked out once for each measurement. */
export function readingOf({ arithmetic }: Snapshot, measurement: Measurement, value: IndexedValue): Reading | UnusableReading {
  const known = READ.get(value);
  if (known?.measurement === measurement && known.arithmetic === arithmetic) return known.reading;
  const reading = read(arithmetic, measurement, value);
  READ.set(value, { measurement, arithmetic, reading });
  return reading;
}

const READ = new WeakMap<IndexedValue, { readonly measurement: Measurement; readonly arithmetic: UnitArithmetic; readonly reading: Reading | UnusableReading }>();

function read(arithmetic: UnitArithmetic, measurement: Measurement, value: IndexedValue): Reading | UnusableReading {
  const evidence = [evidenceOf(value, measurement.name)];
  const unusable = (why: string): UnusableReading => ({ unusable: `${measurement.name}: a result decides nothing, ${why}`, at: value.at, evidence });
  if (value.at === null) return unusable('it has no date');
  const quantity = value.quantity ?? quantityInWords(value.text);
  if (!quantity) return unusable('it is not a number');
  const converted = inUnitOf(measurement, quantity, arithmetic);
  if ('unusable' in converted) return unusable(converted.unusable);
  return {
    value: converted.value, comparator: quantity.comparator, at: value.at, encounter: encounterOf(value), evidence, computed: false,
    told: value.fact === null ? value.told : null, baseline: value.fact === null && value.baseline,
  };
}

/**
 * Weight ÷ height², from the newest weight of the window and the newest height: an adult's height may be older,
 * a child's may not. Null where either is missing.
 */
export function computedReading(snapshot: Snapshot, measurement: Measurement, withinMonths: number | null): Reading | UnusableReading | null {
  const { computedFrom } = measurement;
  if (!computedFrom) return null;
  const [newestWeight] = chartedValues(snapshot, computedFrom.weight, withinMonths);
  const newestHeight = chartedValues(snapshot, computedFrom.height, null).find((value) => takenFromAge(snapshot, value, computedFrom.heightFromAge));
  if (!newestWeight || !newestHeight) return null;
  const weight = readingOf(snapshot, computedFrom.weight, newestWeight);
  const height = readingOf(snapshot, computedFrom.height, newestHeight);
  if ('unusable' in weight) return weight;
  if ('unusable' in height) return height;
  const evidence = [...weight.evidence, ...height.evidence];
  if (weight.comparator !== null || height.comparator !== null) return { unusable: `${measurement.name}: weight or height is not exact`, at: weight.at, evidence };
  const value = Math.round((weight.value / height.value ** 2) * 1e6) / 1e6;
  const [least, most] = measurement.plausible;
  if (value < least || value > most) return { unusable: `${measurement.name}: weight and height give a value outside of what is possible`, at: weight.at, evidence };
  return { value, comparator: null, at: weight.at, encounter: weight.encounter, evidence, computed: true, told: null, baseline: false };
}

function takenFromAge(snapshot: Snapshot, value: IndexedValue, years: number): boolean {
  const { birthDate } = snapshot.chart.patient;
  if (value.at === null || birthDate === null) return true;
  const age = ageOn(value.at.day, birthDate);
  return age === null || age.most >= years;
}

/** What a note tells of another day was measured somewhere else, or not. */
function encounterOf(value: IndexedValue): string | null {
  if (value.fact !== null) return value.fact.encounter;
  return value.told.dated ? null : value.note.note.encounter;
}

/** An observation coded twice is one result. */
function oncePerFact(values: readonly IndexedValue[]): readonly IndexedValue[] {
  const seen = new Set<IndexedValue['fact']>();
  return values.filter((value) => !seen.has(value.fact) && seen.add(value.fact));
}

/** `>60 mL/min/1.73m2`, `7.2 %`: results that a laboratory sent as words. */
export function quantityInWords(text: string | null): Quantity | null {
  const parts = text === null ? null : /^\s*(<=|>=|<|>|≤|≥)?\s*(\d+(?:\.\d+)?)\s*(\D.*)?$/.exec(text);
  if (!parts) return null;
  const [, sign, number, unit] = parts;
  return { value: Number(number), unit: unit?.trim() ?? null, comparator: comparatorOf(sign) };
}

function comparatorOf(sign: string | undefined): Quantity['comparator'] {
  switch (sign) {
    case '<': case '>': case '<=': case '>=': return sign;
    case '≤': return '<=';
    case '≥': return '>=';
    default: return null;
  }
}
