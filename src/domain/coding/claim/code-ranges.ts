/** Whether a CPT number or HCPCS II code is among numbers and ranges ("99381-99397 G0402"); letters and digits compare as written. */
export function isAmong(ranges: string, code: string): boolean {
  return ranges.split(' ').some((range) => {
    const [from = '', to = from] = range.split('-');
    return code.length === from.length && code >= from && code <= to;
  });
}

/** The beginnings of ICD-10-CM codes ("M17 E11.62") that a code has. Dots count as written. */
export function placeAmong(beginnings: string, code: string): number {
  return beginnings.split(' ').findIndex((beginning) => code.startsWith(beginning));
}
