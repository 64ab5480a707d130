import type { Coding } from '../model/index.ts';
import { ICD10CM } from '../coding/charted.ts';
import { undotted } from '../coding/tabular.ts';

export function icdCoding(codings: readonly Coding[]): Coding | undefined {
  return codings.find((c) => c.system === ICD10CM);
}

/** Charts write codes with and without the dot. */
export function sameCode(one: string, other: string): boolean {
  return undotted(one) === undotted(other);
}
