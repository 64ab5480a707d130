import { Quantity } from 'cql-execution';
import { isObject } from '../json.ts';
import type { FhirResource } from '../model.ts';

/**
 * Spellings that records use and UCUM does not know, with their UCUM code. Only what UCUM refuses stands here, so that nothing the engine
 * can read is changed: `K/uL` (kelvin) and `F` (farad) are units, and stay.
 */
export const SPELLINGS: Readonly<Record<string, string>> = {
  'mmHg': 'mm[Hg]', 'mm Hg': 'mm[Hg]', 'mm(hg)': 'mm[Hg]', 'MMHG': 'mm[Hg]', 'cmH2O': 'cm[H2O]', 'cm H2O': 'cm[H2O]',
  'lb': '[lb_av]', 'lbs': '[lb_av]', 'lbs.': '[lb_av]', 'pound': '[lb_av]', 'pounds': '[lb_av]', 'oz': '[oz_av]', 'kgs': 'kg',
  'in': '[in_i]', 'inch': '[in_i]', 'inches': '[in_i]', 'feet': '[ft_i]',
  'kg/m^2': 'kg/m2', 'kg/m²': 'kg/m2', 'kg / m2': 'kg/m2', 'm²': 'm2',
  '°F': '[degF]', '°C': 'Cel', 'degF': '[degF]', 'degC': 'Cel', 'deg F': '[degF]', 'deg C': 'Cel',
  'bpm': '/min', 'beats/min': '/min', 'beats/minute': '/min', 'breaths/min': '/min', 'breaths/minute': '/min', 'per minute': '/min',
  'percent': '%', 'mcg': 'ug', 'mcg/mL': 'ug/mL', 'mcg/dL': 'ug/dL', 'mcg/L': 'ug/L', 'µg/mL': 'ug/mL', 'µg/dL': 'ug/dL', 'µmol/L': 'umol/L',
  'mEq/L': 'meq/L', 'MEQ/L': 'meq/L', 'IU/L': '[IU]/L', 'IU/mL': '[IU]/mL', 'mIU/L': 'm[IU]/L', 'mIU/mL': 'm[IU]/mL', 'uIU/mL': 'u[IU]/mL',
  'mL/min/1.73m2': 'mL/min/{1.73_m2}', 'mL/min/1.73 m2': 'mL/min/{1.73_m2}', 'mL/min/1.73m²': 'mL/min/{1.73_m2}', 'ml/min/1.73m2': 'mL/min/{1.73_m2}',
  'x10E3/uL': '10*3/uL', 'x10^3/uL': '10*3/uL', 'x10E6/uL': '10*6/uL', 'cells/uL': '/uL',
  'tablet': '{tablet}', 'tablets': '{tablet}', 'capsule': '{capsule}', 'capsules': '{capsule}', 'puffs': '{puff}', 'doses': '{dose}', 'score': '{score}',
};

/** The resource with known spellings of units written as UCUM codes; the same object where there are none. */
export function withUcumUnits(resource: FhirResource): FhirResource {
  return respell(resource) as FhirResource;
}

/** The element types with a quantity that the engine cannot take: a unit that UCUM does not know, or a unit without a value. */
export function unreadableQuantities(resources: readonly FhirResource[]): readonly string[] {
  const found = new Set<string>();
  for (const resource of resources) visit(withUcumUnits(resource), resource.resourceType, found);
  return [...found].toSorted();
}

function respell(value: unknown): unknown {
  if (Array.isArray(value)) {
    const mended = value.map(respell);
    return mended.some((item, at) => item !== value[at]) ? mended : value;
  }
  if (!isObject(value)) return value;
  let mended: Record<string, unknown> | null = null;
  const isQuantity = 'value' in value && ('unit' in value || 'code' in value);
  for (const [key, member] of Object.entries(value)) {
    const next = isQuantity && (key === 'unit' || key === 'code') && typeof member === 'string' ? spell(member) : typeof member === 'object' && member !== null ? respell(member) : member;
    if (next !== member) (mended ??= { ...value })[key] = next;
  }
  return mended ?? value;
}

function spell(unit: string): string {
  const known = unit.trim();
  if (Object.hasOwn(SPELLINGS, known)) return SPELLINGS[known]!;
  return hasBlank(known) ? known.replaceAll(/\s/g, '_') : known;
}

/** UCUM has no blanks but in annotations. The library of units writes such units to the standard output, so it must not get them. */
function hasBlank(unit: string): boolean {
  return /\s/.test(unit.replaceAll(/\{[^{}]*\}/g, ''));
}

function visit(value: unknown, path: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, path, found);
    return;
  }
  if (!isObject(value)) return;
  const unit = value['code'] ?? value['unit'];
  const looksLikeQuantity = typeof value['unit'] === 'string' || value['system'] === 'http://unitsofmeasure.org';
  if (looksLikeQuantity && (typeof value['value'] !== 'number' || !isUnit(unit) || !isUnit(value['unit']))) found.add(path);
  for (const [key, member] of Object.entries(value)) if (typeof member === 'object' && member !== null) visit(member, `${path.split('.', 1)[0]}.${key}`, found);
}

function isUnit(unit: unknown): boolean {
  if (typeof unit !== 'string') return true;
  if (hasBlank(unit)) return false;
  try {
    return new Quantity(1, unit).value === 1;
  } catch {
    return false;
  }
}
