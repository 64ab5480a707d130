import type { Chart } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';

/** Of the mother's record alone: chapter 15, the outcome of delivery and the weeks (ICD-10-CM Guidelines I.C.15.a.2, I.C.15.b.5, I.C.21.c.11). */
const OF_THE_MOTHER = ['O', 'Z33', 'Z34', 'Z37', 'Z39', 'Z3A'];
/** Of the newborn's record alone (I.C.16.a.2, I.C.21.c.12). */
const OF_THE_NEWBORN = ['Z38', 'Z00.11'];

/** Years before which no one is a mother, and after which no one is a newborn's age: the age edits of the list begin at 9. */
const YEARS_OF_A_MOTHER = 9;

/** Statements that belong to the record of mother or child, whichever the chart is not, support nothing in it. */
export function inWhoseRecord(said: readonly Statement[], { patient, encounter, asOf }: Chart): readonly Statement[] {
  if (patient.birthDate === null) return said;
  const years = Number((encounter.start ?? asOf).slice(0, 4)) - Number(patient.birthDate.slice(0, 4));
  const foreign = years < YEARS_OF_A_MOTHER ? OF_THE_MOTHER : OF_THE_NEWBORN;
  return said.map((one) => (one.unusable === null && isUnderAny(one.code, foreign) ? { ...one, unusable: years < YEARS_OF_A_MOTHER ? MOTHERS : CHILDS } : one));
}

const MOTHERS = 'Of the mother’s record: never on the child’s (ICD-10-CM Guidelines I.C.15.a.2).';
const CHILDS = 'Of the newborn’s record: never on the mother’s (ICD-10-CM Guidelines I.C.16.a).';
