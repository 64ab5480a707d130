import type { CodeableConcept, Observation, Quantity } from 'fhir/r4';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-10-14T10:20:00-05:00` → `Oct 14, 2026, 10:20`: the clock of the place that wrote it; UTC stamps in this browser's. */
export function moment(written: string | null | undefined): string {
  if (!written) return '';
  if (/T.*Z$/.test(written)) return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }).format(new Date(written));
  const time = written.match(/T(\d\d:\d\d)/)?.[1];
  return time ? `${day(written)}, ${time}` : day(written);
}

/** `2026-10-14` → `Oct 14, 2026`; a year or a month stays one. */
export function day(written: string | null | undefined): string {
  const [, year, month, date] = written?.match(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/) ?? [];
  if (year === undefined) return '';
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1] ?? month;
  return date === undefined ? `${name} ${year}` : `${name} ${Number(date)}, ${year}`;
}

/** Whole years at `asOf`; null where the birth date does not tell. */
export function ageAt(birthDate: string | null, asOf: string | null): number | null {
  if (!birthDate || !asOf) return null;
  const years = Number(asOf.slice(0, 4)) - Number(birthDate.slice(0, 4));
  if (Number.isNaN(years)) return null;
  return birthDate.length >= 10 && asOf.slice(5, 10) < birthDate.slice(5, 10) ? years - 1 : years;
}

export function textOf(concept: CodeableConcept | undefined): string {
  return concept?.text ?? concept?.coding?.[0]?.display ?? concept?.coding?.[0]?.code ?? '';
}

export function codeIn(concept: CodeableConcept | undefined): string {
  return concept?.coding?.[0]?.code ?? '';
}

/** `office visit`, `entered in error`: a FHIR code as words. */
export function wordsOf(code: string | undefined): string {
  return (code ?? '').replaceAll('-', ' ');
}

export function valueOf(observation: Observation): string {
  const parts = (observation.component ?? []).map((each) => amount(each.valueQuantity)).filter((each) => each !== '');
  if (parts.length > 0) return bloodPressure(observation) ?? parts.join(', ');
  if (observation.valueQuantity) return amount(observation.valueQuantity);
  if (observation.valueString) return observation.valueString;
  if (observation.valueCodeableConcept) return textOf(observation.valueCodeableConcept);
  if (observation.dataAbsentReason) return wordsOf(codeIn(observation.dataAbsentReason));
  return 'no value';
}

function bloodPressure(observation: Observation): string | null {
  const find = (code: string) => observation.component?.find((each) => each.code.coding?.some((coding) => coding.code === code))?.valueQuantity;
  const systolic = find('8480-6');
  const diastolic = find('8462-4');
  return systolic?.value !== undefined && diastolic?.value !== undefined ? `${systolic.value}/${diastolic.value} ${systolic.unit ?? ''}`.trim() : null;
}

function amount(quantity: Quantity | undefined): string {
  if (quantity?.value === undefined) return '';
  return `${quantity.comparator ?? ''}${quantity.value} ${quantity.unit ?? quantity.code ?? ''}`.trim();
}
