import type { SectionKind } from '../model/index.ts';
import { isAtOrBelow } from './hierarchy.ts';

interface LongTermDrug {
  readonly code: string;
  /** Reported only beside one of these, because the tabular list asks for it there, or because without it the drug serves something else; null: beside anything. */
  readonly beside: readonly string[] | null;
  /** Mostly taken for a while: reported only where the words say that it is for long. */
  readonly needsWords?: true;
  readonly authority: string;
}

const DIABETES = ['E08', 'E09', 'E11', 'E13'];
const BREAST_CANCER = ['C50', 'D05', 'Z85.3', 'Z86.000'];
const IMMUNE = ['B20', 'D86', 'G35', 'G70', 'H20', 'H30', 'K50', 'K51', 'K75.4', 'L10', 'L12', 'L40', 'L20', 'L73.2', 'M05', 'M06', 'M07', 'M08', 'M30', 'M31', 'M32', 'M33', 'M34', 'M35', 'M45', 'N04', 'Z94', 'T86'];
const ASTHMA_AND_COPD = ['J44', 'J45'];

/**
 * Drugs whose long-term use has a status code; `22-drugs.tsv` of the lexicon names them. The words of a provider's note are
 * needed, not an order (ICD-10-CM Guidelines I.C.21.c.3: the drug is taken over a long time, not for an acute illness).
 */
const LONG_TERM_DRUGS: readonly LongTermDrug[] = [
  { code: 'Z79.4', beside: DIABETES, authority: 'ICD-10-CM Guidelines I.C.4.a.3; tabular E11: use additional code' },
  { code: 'Z79.84', beside: DIABETES, authority: 'ICD-10-CM Guidelines I.C.4.a.3; tabular E11: use additional code' },
  { code: 'Z79.85', beside: DIABETES, authority: 'ICD-10-CM Guidelines I.C.4.a.3; tabular E11: use additional code' },
  { code: 'Z79.01', beside: null, authority: 'ICD-10-CM Guidelines I.C.21.c.3; tabular Z79.01' },
  { code: 'Z79.02', beside: null, authority: 'ICD-10-CM Guidelines I.C.21.c.3; tabular Z79.02' },
  { code: 'Z79.82', beside: null, authority: 'ICD-10-CM Guidelines I.C.21.c.3; tabular Z79.82' },
  { code: 'Z79.811', beside: BREAST_CANCER, authority: 'tabular C50, Z79.811' },
  { code: 'Z79.810', beside: BREAST_CANCER, authority: 'tabular C50, Z79.810' },
  { code: 'Z79.818', beside: ['C50', 'C61', 'D05', 'N80', 'Z85.3', 'Z85.46'], authority: 'tabular Z79.818' },
  { code: 'Z79.52', beside: null, authority: 'ICD-10-CM Guidelines I.C.21.c.3; tabular Z79.52' },
  { code: 'Z79.51', beside: ASTHMA_AND_COPD, needsWords: true, authority: 'tabular Z79.51' },
  { code: 'Z79.83', beside: ['M80', 'M81', 'M85.8', 'C79.51', 'C90.0'], authority: 'tabular Z79.83' },
  { code: 'Z79.890', beside: ['N95', 'Z78.0', 'E28.3', 'E89.4'], authority: 'tabular Z79.890' },
  { code: 'Z79.891', beside: ['G89', 'M', 'C', 'D57', 'R52'], needsWords: true, authority: 'tabular Z79.891' },
  { code: 'Z79.6', beside: IMMUNE, authority: 'tabular Z79.6' },
  { code: 'Z79', beside: null, needsWords: true, authority: 'ICD-10-CM Guidelines I.C.21.c.3' },
];

/** Where a note says what the patient takes. */
const SAYS_WHAT_IS_TAKEN: ReadonlySet<SectionKind> = new Set(['medications', 'hpi', 'assessment', 'plan', 'impression', 'problem-list', 'discharge-diagnosis']);

/** A drug begun, tried, stopped, held, given for days or as an emergency is not (yet) taken over a long time. */
const NOT_LONG_TERM = /\b(?:start(?:ed|ing)?|begin|began|initiat\w+|trial|tried|consider\w*|stop(?:ped|ping)?|discontinu\w+|cancel\w*|never (?:started|taken|took|filled)|not (?:started|taken|filled)|d\/c|dc|hold(?:ing)?|held|switch\w*|chang(?:e|ed|ing) (?:from|to)|off|previously|former(?:ly)?|allerg\w+|intoleran\w+|refus\w+|declin\w+|avoid\w*|no longer|instead|drip|gtt|iv|sliding scale|bridg\w+|load(?:ed|ing)?|samples?|ran out|for \d+ days?|x ?\d+ ?d(?:ays?)?|(?:a|an|another|short|brief|\d+[- ]?day) course|burst|dose ?packs?|(?:was|were|will be) (?:also )?prescribed|prescribed today|pump supplies)\b/i;
const FOR_LONG = /\b(?:long[- ]?term|chronic(?:ally)?|maintenance|high[- ]risk (?:medication|drug)|drug monitoring|opioid (?:agreement|contract)|pain contract)\b/i;

export const NOT_FOR_LONG = 'The words do not say that the drug is taken over a long time (ICD-10-CM Guidelines I.C.21.c.3).';

/** "On glargine; off liraglutide since spring": told of another drug. */
const OF_ANOTHER_DRUG = /; ?(?:off|stopped|came off|discontinued) (?!(?:it|this|that|them|in|on|for|last|after|since|by|due|because)\b)[a-z][^;]*/gi;

/** "Aspirin or apixaban": which of them is taken, or will be, is not said. */
function isOneOfTwo(sentence: string, at: number, length: number): boolean {
  return /\bor $/i.test(sentence.slice(Math.max(0, at - 4), at)) || /^ or\b/i.test(sentence.slice(at + length, at + length + 4));
}

/** True where the words say that the drug is taken over a long time; the drug's name stands at `at`. */
export function isTakenForLong(code: string, section: SectionKind | null, sentence: string, at: number, length: number): boolean {
  if (isOneOfTwo(sentence, at, length)) return false;
  if (NOT_LONG_TERM.test(sentence.replace(OF_ANOTHER_DRUG, ' ')) || (drugRow(code)?.needsWords === true && !FOR_LONG.test(sentence))) return false;
  return section === null || section === 'other' || SAYS_WHAT_IS_TAKEN.has(section);
}

/** The first row at or above the code; undefined where it is no drug's. */
export function drugRow(code: string): LongTermDrug | undefined {
  return LONG_TERM_DRUGS.find((row) => isAtOrBelow(code, row.code));
}
