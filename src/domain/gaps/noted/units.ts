import type { Measurement } from '../operators/expression.ts';
import { ucumUnit } from '../operators/quantity.ts';

/** A unit, as it may follow a number: "%", "mg/dL", "x10^9/L", "° F". */
const UNIT = /[ \t\u00a0]{0,2}(?:(%|°\s?[CF]\b|x?\s?10[*^]?[39]\/[uµμm]?L|mm\s?Hg\b|degrees? [CF]\b)|([A-Za-zµμ][A-Za-z0-9²³µμ]{0,12}(?:\/[A-Za-zµμ0-9.^²³]{1,12}){0,3}))/y;

export interface WrittenUnit {
  readonly unit: string;
  readonly end: number;
}

/** The unit after a number that this measurement may have; `other`: one that it cannot have, so that the number is another thing's; null: none. */
export function unitAfter(text: string, end: number, measurement: Measurement): WrittenUnit | 'other' | null {
  UNIT.lastIndex = end;
  const match = UNIT.exec(text);
  if (!match) return null;
  const written = (match[1] ?? match[2] ?? '').replace(/\.$/, '');
  const unit = ucumUnit(written);
  const at = { unit, end: end + match[0].length };
  if (fits(measurement, unit)) return at;
  if (written.toLowerCase() === 'k' && /^[ :=]{1,2}\d/.test(text.slice(at.end, at.end + 3))) return null;
  if (written.toLowerCase() === 'k') return COUNT_NAMES.has(measurement.name) ? { unit: '10*3/uL', end: at.end } : 'other';
  if (unit === '%' || unit === 'mm[Hg]' || KNOWN.has(unit)) return 'other';
  return null;
}

function fits(measurement: Measurement, unit: string): boolean {
  return unit === measurement.unit || measurement.conversions.some(({ from }) => from === unit);
}

/** "14K" is thousands of cells; "14 K 3.1" begins with potassium. */
const COUNT_NAMES: ReadonlySet<string> = new Set(['White blood cells', 'Platelets', 'Neutrophils']);

/** Units that belong to some measurement or dose: beside another's number they say that it is not its own. */
const KNOWN: ReadonlySet<string> = new Set([
  'mg', 'mcg', 'ug', 'g', 'kg', '[lb_av]', 'meq', 'mEq', 'mmol', 'mL', 'L/min', 'mg/dL', 'g/dL', 'g/L', 'mmol/L', 'meq/L', 'umol/L', 'U/L', 'ng/mL', 'pg/mL', 'ng/L', 'units', 'Units', 'cm', 'mm',
  'mg/kg', 'mcg/min', 'mg/h', 'mL/h', 'units/h', 'mg/g', 'ug/dL', '10*3/uL', 'kPa', 'mL/min/{1.73_m2}', 'fL', '/uL',
]);
