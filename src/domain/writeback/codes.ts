import type { Coding } from '../model/index.ts';

const ICD_10_CM = new Set(['http://hl7.org/fhir/sid/icd-10-cm', 'urn:oid:2.16.840.1.113883.6.90']);

export function icdCoding(codings: readonly Coding[]): Coding | undefined {
  return codings.find((c) => ICD_10_CM.has(c.system));
}

/** Charts write codes with and without the dot. */
export function sameCode(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(code: string): string {
  return code.replaceAll('.', '').trim().toUpperCase();
}
