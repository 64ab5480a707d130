import type { Quantity } from '../../model/index.ts';
import type { Measurement } from './expression.ts';

export type Converted = { readonly value: number } | { readonly unusable: string };

/** `value` from one UCUM unit in another; null for a unit that is not known or has another dimension. */
export type UnitArithmetic = (value: number, from: string, to: string) => number | null;

/** Knows no unit: for charts that hold everyday units only (`needsUnitArithmetic`). */
export const NO_ARITHMETIC: UnitArithmetic = () => null;

/**
 * A quantity in the measurement's unit, or why it cannot be: a unit that is missing, unknown or of another dimension,
 * or a value that no person has. Rounded to six decimals, so that a conversion never falls short of a threshold by its own error.
 */
export function inUnitOf(measurement: Measurement, quantity: Quantity, arithmetic: UnitArithmetic): Converted {
  if (!Number.isFinite(quantity.value)) return { unusable: 'it holds no number' };
  const unit = quantity.unit === null || quantity.unit.trim() === '' ? bareUnit(measurement) : ucumUnit(quantity.unit);
  if (unit === null) return { unusable: 'it has no unit' };
  const value = convert(measurement, quantity.value, unit, arithmetic);
  if (value === null) return { unusable: `its unit "${quantity.unit}" is not one of ${measurement.unit}` };
  const [least, most] = measurement.plausible;
  if (value < least || value > most) return { unusable: `${quantity.value} ${quantity.unit} is outside of what is possible` };
  return { value };
}

/** Whether only unit arithmetic can tell what this unit is. */
export function isUncommonUnit(measurement: Measurement, written: string | null): boolean {
  if (measurement.units === 'listed' || written === null || written.trim() === '') return false;
  const unit = ucumUnit(written);
  return unit !== measurement.unit && !measurement.conversions.some(({ from }) => from === unit);
}

/** Scores, ratios and pH have no unit, and servers write none. */
function bareUnit({ unit }: Measurement): string | null {
  return unit === '1' || unit === '[pH]' || unit.startsWith('{') ? unit : null;
}

function convert(measurement: Measurement, value: number, unit: string, arithmetic: UnitArithmetic): number | null {
  if (unit === measurement.unit) return value;
  const listed = measurement.conversions.find((conversion) => conversion.from === unit);
  if (listed) return sixDecimals(value * listed.times + listed.plus);
  if (measurement.units === 'listed') return null;
  const converted = arithmetic(value, unit, measurement.unit);
  return converted === null ? null : sixDecimals(converted);
}

function sixDecimals(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** How clinicians and devices write units that UCUM spells otherwise (The Unified Code for Units of Measure 2.2). Lower case, no spaces. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  '[lb_av]': ['lb', 'lbs', 'lb.', 'lbs.', 'pound', 'pounds', '[lb_av]'],
  '[oz_av]': ['oz', 'ounce', 'ounces'],
  '[stone_av]': ['st', 'stone', 'stones'],
  kg: ['kg', 'kgs', 'kg.', 'kilo', 'kilos', 'kilogram', 'kilograms'],
  g: ['gram', 'grams', 'gm'],
  '[in_i]': ['in', 'in.', 'inch', 'inches', '"', '[in_i]', '[in_us]'],
  '[ft_i]': ['ft', 'ft.', 'foot', 'feet'],
  cm: ['cm', 'cm.', 'cms', 'centimeter', 'centimeters', 'centimetre', 'centimetres'],
  m: ['m', 'meter', 'meters', 'metre', 'metres'],
  'kg/m2': ['kg/m2', 'kg/m²', 'kg/m^2', 'kg/m**2', 'kg/(m2)', 'kg/(m^2)', 'kg/sqm', 'kg/sq.m', 'bmi'],
  'mm[Hg]': ['mmhg', 'mm[hg]', 'mm(hg)', 'torr'],
  kPa: ['kpa'],
  '%': ['%', 'percent', 'pct', '%{hba1c}', '%{hb}', '%{hemoglobin}', '%hba1c', '%hb', '%ofhgb', '%oftotalhgb', '%ngsp', '%(ngsp)'],
  'mmol/mol': ['mmol/mol', 'mmol/mol{hb}', 'mmol/mol{hba1c}', 'mmol/molhb', 'mmol/mol(ifcc)', 'mmol/molhba1c'],
  'mL/min/{1.73_m2}': [
    'ml/min/{1.73_m2}', 'ml/min/1.73m2', 'ml/min/1.73m²', 'ml/min/1.73m^2', 'ml/min/1.73_m2', 'ml/min/1.73sqm', 'ml/min/1.73sq.m',
    'ml/min/{1.73m2}', 'ml/min/{1.73_m^2}', 'ml/min/{1.73}m2', 'ml/min/(1.73m2)', 'ml/min/[1.73m2]', 'ml/min/1.73', 'ml/min/{1.73sqm}',
    'ml/min/1.73m*2', 'ml/min/1.73m**2', 'ml/min/1.73m2bsa', 'ml/min/{bsa}', 'ml/min/1.73/m2', 'ml/min/1.73sq.meters',
  ],
  'mL/s/{1.73_m2}': ['ml/s/{1.73_m2}', 'ml/s/1.73m2', 'ml/s/1.73m²', 'ml/s/1.73_m2', 'ml/sec/1.73m2'],
  'mg/dL': ['mg/dl', 'mg/100ml', 'mg%'],
  'mmol/L': ['mmol/l'],
  'meq/L': ['meq/l'],
  'umol/L': ['umol/l', 'µmol/l', 'μmol/l', 'mcmol/l'],
  'g/dL': ['g/dl', 'gm/dl', 'gm%', 'g%'],
  'g/L': ['g/l'],
  'mg/g': ['mg/g', 'mg/gcreat', 'mg/gcr', 'mg/g{creat}', 'mcg/mg', 'ug/mg', 'mg/gm'],
  'mg/mmol': ['mg/mmol', 'mg/mmol{creat}'],
  '10*3/uL': ['k/ul', 'k/mcl', 'k/mm3', 'k/µl', 'k/μl', 'x10e3/ul', '10*3/ul', '10^3/ul', 'x10^3/ul', '10e3/ul', 'thou/ul', 'thousand/ul', 'thou/mcl', 'x10*3/ul', 'x103/ul', '103/ul'],
  '10*9/L': ['10*9/l', '10^9/l', 'x10e9/l', 'x10^9/l', '10e9/l', 'x10*9/l', 'giga/l', '109/l', 'x109/l'],
  '/uL': ['/ul', 'cells/ul', 'cells/mcl', 'cells/mm3', '{cells}/ul', '/mcl', '/mm3', 'cells/µl'],
  'ng/mL': ['ng/ml', 'mcg/l', 'ug/l'],
  'ng/L': ['ng/l'],
  'pg/mL': ['pg/ml'],
  'ug/dL': ['ug/dl', 'mcg/dl', 'µg/dl', 'μg/dl'],
  'U/L': ['u/l', 'iu/l', 'units/l', '[iu]/l'],
  'm[IU]/L': ['miu/l', 'uiu/ml', 'mciu/ml', 'm[iu]/l', 'u[iu]/ml', 'µiu/ml', 'mu/l', 'uu/ml'],
  fL: ['fl', 'um3'],
  '/min': ['/min', 'bpm', 'beats/min', '{beats}/min', 'breaths/min', '{breaths}/min', 'beats/minute', 'breaths/minute'],
  'L/min': ['l/min', 'lpm', 'l/minute', 'liters/min'],
  Cel: ['cel', 'c', '°c', 'degc', 'degreesc', 'degreec'],
  '[degF]': ['[degf]', 'f', '°f', 'degf', 'degreesf', 'degreef'],
  mL: ['ml', 'milliliters', 'cc', 'ccs'],
  L: ['l', 'liter', 'liters', 'litres'],
};

const UCUM_BY_SPELLING: ReadonlyMap<string, string> = new Map(
  Object.entries(SPELLINGS).flatMap(([unit, spellings]) => [unit, ...spellings].map((spelling): [string, string] => [spelling, unit])),
);

/** The UCUM code of a unit as clinicians write it; what is not known stays as written. */
export function ucumUnit(written: string): string {
  return UCUM_BY_SPELLING.get(written) ?? UCUM_BY_SPELLING.get(written.replace(/\s+/g, '').toLowerCase()) ?? written.trim();
}
