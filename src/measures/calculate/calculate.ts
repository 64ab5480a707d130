import { AnnotatedError, Date as CqlDate, DateTime, Interval, PatientContext, Quantity, type Library } from 'cql-execution';
import { CalculationError, type CaseResult, type FhirResource, type MeasurementPeriod, type MeasureResult, type PackMeasure, type Retrieved } from '../model.ts';
import { observationName, observedBy } from '../pack/observation-functions.ts';
import { casesOf } from './cases.ts';
import { engineChart } from './chart.ts';
import { PackCodeService, ValueSetMissing, type ValueSetIndex } from './code-service.ts';
import { unreadableQuantities } from './units.ts';

export interface CalculationOptions {
  readonly period: MeasurementPeriod;
  /** The moment that `Now()` and `Today()` mean in the logic. */
  readonly now: Date;
  /** Also the supplemental data; they cost time and no gap needs them. */
  readonly supplemental?: boolean;
  /** See `engineChart`. */
  readonly prefilter?: boolean;
}

/**
 * One measure for one patient: every group, every episode. What the patient's data or the pack do not allow to be told comes back as
 * `cannot-tell` with the reason.
 * @param chart one patient's resources, the Patient among them
 * @throws CalculationError where the logic fails on something else
 */
export async function calculateMeasure(measure: PackMeasure, chart: readonly FhirResource[], valueSets: ValueSetIndex, options: CalculationOptions): Promise<MeasureResult> {
  if (measure.logic === null) return untold(measure, measure.problem ?? 'It has no logic.');
  const codeService = new PackCodeService(valueSets);
  const retrieved: Retrieved[] = [];
  const { library, patientProfile } = measure.logic;
  const onRetrieve = (each: Retrieved): void => void retrieved.push(each);
  const patient = engineChart(chart, { onRetrieve, patientProfile, ...(options.prefilter === undefined ? {} : { prefilter: options.prefilter }) });
  const values = new Map<string, unknown>();
  try {
    const context = new PatientContext(library, patient, codeService, { 'Measurement Period': intervalOf(options.period) }, DateTime.fromJSDate(options.now, 0));
    for (const expression of wanted(measure)) values.set(expression, await evaluate(library, context, expression));
    const supplemental: Record<string, unknown> = {};
    if (options.supplemental === true) for (const { name, expression } of measure.supplemental) supplemental[name] = plain(await evaluate(library, context, expression));
    const cases = measure.groups.flatMap((group) => casesOf(group, (expression) => values.get(expression)));
    const lacking = [...codeService.lacking];
    return { measure, retrieved, supplemental, cases: lacking.length === 0 ? cases : cases.map((each) => ({ ...each, gap: 'cannot-tell', why: lacking.join(' ') })) };
  } catch (failure) {
    return untold(measure, whyFailed(failure, chart, measure), retrieved);
  }
}

/** Days in UTC, as fqm-execution and the published test cases take them; a moment with a time is taken as it stands. */
function intervalOf({ from, to }: MeasurementPeriod): Interval {
  const start = from.includes('T') ? from : `${from}T00:00:00.000Z`;
  const end = to.includes('T') ? to : `${to}T23:59:59.999Z`;
  return new Interval(DateTime.fromJSDate(new Date(start), 0), DateTime.fromJSDate(new Date(end), 0));
}

function wanted({ groups }: PackMeasure): ReadonlySet<string> {
  return new Set(groups.flatMap((group) => [
    ...group.populations.flatMap((population) => {
      if (population.code !== 'measure-observation') return [population.expression];
      const observed = observedBy(group, population);
      return observed === undefined ? [] : [observed.expression, observationName(group, population, observed)];
    }),
    ...group.stratifiers.map(({ expression }) => expression),
  ]));
}

/** A definition that another one has already asked for is not evaluated again. */
async function evaluate(library: Library, context: PatientContext, name: string): Promise<unknown> {
  const known = context.context_values[name];
  return known === undefined ? library.expressions[name]?.execute(context) : known;
}

/**
 * A reason that can be told to a person. The engine's own message may hold data of the patient, so only the place in the logic is given.
 * @throws CalculationError where it is neither the value sets nor the quantities
 */
function whyFailed(failure: unknown, chart: readonly FhirResource[], { id }: PackMeasure): string {
  const cause = failure instanceof AnnotatedError ? failure.cause : failure;
  if (cause instanceof ValueSetMissing) return cause.message;
  const unreadable = unreadableQuantities(chart);
  if (unreadable.length > 0) return `The chart has quantities whose unit is no UCUM code, or that have no value (${unreadable.join(', ')}); the logic cannot read them.`;
  if (cause instanceof CalculationError) throw cause;
  const place = failure instanceof AnnotatedError ? ` in ${failure.libraryName}, at a ${failure.expressionName}${failure.locator === undefined ? '' : ` (CQL ${failure.locator})`}` : '';
  throw new CalculationError(`The logic of ${id} failed${place}.`);
}

/** A result that says of every group why it cannot be told. */
export function untold(measure: PackMeasure, why: string, retrieved: readonly Retrieved[] = []): MeasureResult {
  const groups = measure.groups.length === 0 ? ['population-group-1'] : measure.groups.map(({ id }) => id);
  const cases = groups.map((group): CaseResult => ({ group, episode: null, populations: {}, stratifiers: {}, observations: [], observationsBy: {}, gap: 'cannot-tell', why }));
  return { measure, cases, retrieved, supplemental: {} };
}

/** Codes, dates and resources of the engine as plain JSON. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const json = '_json' in value ? value['_json'] : undefined;
  if (json !== undefined) return json;
  if (value instanceof DateTime || value instanceof CqlDate || value instanceof Quantity) return value.toString();
  return Object.fromEntries(Object.entries(value).filter(([, member]) => typeof member !== 'function' && member !== undefined).map(([key, member]) => [key, plain(member)]));
}
