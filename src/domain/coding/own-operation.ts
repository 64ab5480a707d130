import type { Chart } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';

/** What an operation leaves for good: a status from the next encounter on (ICD-10-CM Guidelines I.C.21.c.3). */
const LEFT_BY_OPERATIONS = ['Z89', 'Z90', 'Z93', 'Z94', 'Z95', 'Z96', 'Z97', 'Z98'];

export const OF_THIS_STAY = 'The operation of this stay itself, whose procedure code reports it: a status from the next encounter on (ICD-10-CM Guidelines I.C.21.c.3).';

/** Whether the stay's own procedure note tells of the operation that the status would report. */
export function isOwnOperation({ code }: Statement, said: readonly Statement[], { encounter }: Chart): boolean {
  if (encounter.setting === 'office' || !isUnderAny(code, LEFT_BY_OPERATIONS)) return false;
  return said.some((other) => other.note.type === 'procedure' && other.code.slice(0, SUBCATEGORY) === code.slice(0, SUBCATEGORY));
}

/** `Z96.6` of `Z96.652`. */
const SUBCATEGORY = 5;
