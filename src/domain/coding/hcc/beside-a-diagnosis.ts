import { isUnderAny } from '../hierarchy.ts';
import { dotted, undotted } from '../tabular.ts';

/** Codes that have a category and tell of no disease by themselves: they count only beside one. */
const BESIDE: readonly { readonly codes: readonly string[]; readonly what: string; readonly diagnoses: readonly string[]; readonly authority: string }[] = [
  {
    codes: ['Z68'], what: 'a diagnosis of weight or nutrition',
    diagnoses: ['E66', 'E65', 'E88.81', 'E88.82', 'R63.5', 'O99.21', 'O26.0', 'E40', 'E41', 'E42', 'E43', 'E44', 'E45', 'E46', 'E64.0', 'R62', 'R63.4', 'R63.6', 'R64', 'F50'],
    authority: 'ICD-10-CM Guidelines I.B.14',
  },
  {
    codes: ['Z79.4'], what: 'diabetes',
    diagnoses: ['E08', 'E09', 'E10', 'E11', 'E13', 'O24'],
    authority: 'ICD-10-CM Guidelines I.C.4.a.3, I.C.21.c.3',
  },
];

/** What must be documented beside this code; null where it stands by itself. */
export function diagnosisItNeeds(code: string): { readonly what: string; readonly authority: string; readonly isOne: (other: string) => boolean } | null {
  const row = BESIDE.find(({ codes }) => isUnderAny(dotted(undotted(code)), codes));
  return row === undefined ? null : { what: row.what, authority: row.authority, isOne: (other) => isUnderAny(dotted(undotted(other)), row.diagnoses) };
}
