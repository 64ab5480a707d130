import type { SectionKind } from '../model/index.ts';

/**
 * Drugs whose long-term use has a status code, by the concept of the lexicon that names them (`22-drugs.tsv`). The words of
 * a provider's note are needed, not an order (ICD-10-CM Guidelines I.C.21.c.3: the drug is taken over a long time, not for
 * an acute illness). `beside`: reported only where one of these is, because the tabular list asks for it there, or because
 * without it the drug serves something else.
 */
export const LONG_TERM_DRUGS: readonly { readonly concept: string; readonly code: string; readonly beside: readonly string[] | null; readonly authority: string }[] = [
  { concept: 'insulin', code: 'Z79.4', beside: ['E08', 'E09', 'E11', 'E13'], authority: 'ICD-10-CM Guidelines I.C.4.a.3; tabular E11: use additional code' },
  { concept: 'oral antidiabetic drug', code: 'Z79.84', beside: ['E08', 'E09', 'E11', 'E13'], authority: 'ICD-10-CM Guidelines I.C.4.a.3; tabular E11: use additional code' },
  { concept: 'injectable antidiabetic drug', code: 'Z79.85', beside: ['E08', 'E09', 'E11', 'E13'], authority: 'ICD-10-CM Guidelines I.C.4.a.3; tabular E11: use additional code' },
  { concept: 'oral anticoagulant', code: 'Z79.01', beside: null, authority: 'ICD-10-CM Guidelines I.C.21.c.3; tabular Z79.01' },
  { concept: 'antiplatelet drug', code: 'Z79.02', beside: null, authority: 'ICD-10-CM Guidelines I.C.21.c.3; tabular Z79.02' },
  { concept: 'daily aspirin', code: 'Z79.82', beside: null, authority: 'ICD-10-CM Guidelines I.C.21.c.3; tabular Z79.82' },
  { concept: 'aromatase inhibitor', code: 'Z79.811', beside: ['C50', 'D05', 'Z85.3'], authority: 'tabular C50, Z79.811' },
  { concept: 'tamoxifen', code: 'Z79.810', beside: ['C50', 'D05', 'Z85.3'], authority: 'tabular C50, Z79.810' },
];

/** Where a note says what the patient takes. */
const SAYS_WHAT_IS_TAKEN: ReadonlySet<SectionKind> = new Set(['medications', 'hpi', 'assessment', 'plan', 'impression', 'problem-list', 'discharge-diagnosis']);

/** A drug begun, tried, stopped, held, given for days or as an emergency is not (yet) taken over a long time. */
const NOT_LONG_TERM = /\b(?:start(?:ed|ing)?|begin|began|initiat\w+|trial|tried|consider\w*|stop(?:ped|ping)?|discontinu\w+|d\/c|dc|hold(?:ing)?|held|switch\w*|chang(?:e|ed|ing) (?:from|to)|off|previously|former(?:ly)?|allerg\w+|intoleran\w+|refus\w+|declin\w+|avoid\w*|no longer|instead|drip|gtt|iv|sliding scale|bridg\w+|load(?:ed|ing)?|samples?|ran out|for \d+ days?|x ?\d+ ?d(?:ays?)?|pump supplies)\b/i;

/** The row of a drug that the words say is taken over a long time; null where they do not. */
export function longTermDrug(concept: string, section: SectionKind | null, sentence: string): (typeof LONG_TERM_DRUGS)[number] | null {
  const row = drugNamed(concept);
  if (row === undefined || NOT_LONG_TERM.test(sentence)) return null;
  return section === null || SAYS_WHAT_IS_TAKEN.has(section) ? row : null;
}

export function drugNamed(concept: string): (typeof LONG_TERM_DRUGS)[number] | undefined {
  return LONG_TERM_DRUGS.find((row) => concept === `syn:${row.concept}`);
}
