import { undotted } from '../coding/tabular.ts';

/** Charts write codes with and without the dot. */
export function sameCode(one: string, other: string): boolean {
  return undotted(one) === undotted(other);
}
