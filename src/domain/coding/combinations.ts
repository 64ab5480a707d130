/**
 * Conditions that the classification presumes to be related ("with", ICD-10-CM Guidelines I.A.15) and reports with one
 * combination code. `replaces` goes; the other partners stay beside it. First match wins: the fuller row stands first.
 */
export interface Combination {
  readonly id: string;
  /** Each needs one supported code at or beneath one of its entries. */
  readonly partners: readonly (readonly string[])[];
  readonly code: string;
  /** Codes that the combination code takes the place of. */
  readonly replaces: readonly string[];
  readonly authority: string;
  readonly because: string;
}

const CKD_EARLY = ['N18.1', 'N18.2', 'N18.3', 'N18.4', 'N18.9'];
const CKD_LATE = ['N18.5', 'N18.6'];
const HYPERTENSION = ['I10', 'I11', 'I12'];
const HEART_FAILURE = ['I50'];

export const COMBINATIONS: readonly Combination[] = [
  {
    id: 'hypertensive-heart-and-late-kidney-disease', partners: [HYPERTENSION, HEART_FAILURE, CKD_LATE], code: 'I13.2', replaces: HYPERTENSION,
    authority: 'ICD-10-CM Guidelines I.C.9.a.3', because: 'Hypertension with heart failure and stage 5 kidney disease or ESRD is presumed related and reported as I13.2.',
  },
  {
    id: 'hypertensive-heart-and-kidney-disease', partners: [HYPERTENSION, HEART_FAILURE, CKD_EARLY], code: 'I13.0', replaces: HYPERTENSION,
    authority: 'ICD-10-CM Guidelines I.C.9.a.3', because: 'Hypertension with heart failure and chronic kidney disease is presumed related and reported as I13.0.',
  },
  {
    id: 'hypertensive-heart-disease', partners: [['I10'], HEART_FAILURE], code: 'I11.0', replaces: ['I10'],
    authority: 'ICD-10-CM Guidelines I.C.9.a.1', because: 'Hypertension with heart failure is presumed related and reported as I11.0.',
  },
  {
    id: 'hypertensive-late-kidney-disease', partners: [['I10'], CKD_LATE], code: 'I12.0', replaces: ['I10'],
    authority: 'ICD-10-CM Guidelines I.C.9.a.2', because: 'Hypertension with stage 5 kidney disease or ESRD is presumed related and reported as I12.0.',
  },
  {
    id: 'hypertensive-kidney-disease', partners: [['I10'], CKD_EARLY], code: 'I12.9', replaces: ['I10'],
    authority: 'ICD-10-CM Guidelines I.C.9.a.2', because: 'Hypertension with chronic kidney disease is presumed related and reported as I12.9.',
  },
  {
    id: 'diabetic-kidney-disease', partners: [['E11.9', 'E11.65'], ['N18']], code: 'E11.22', replaces: ['E11.9'],
    authority: 'ICD-10-CM Guidelines I.A.15, I.C.4.a', because: 'Type 2 diabetes with chronic kidney disease is presumed related and reported as E11.22.',
  },
  {
    id: 'type-1-diabetic-kidney-disease', partners: [['E10.9', 'E10.65'], ['N18']], code: 'E10.22', replaces: ['E10.9'],
    authority: 'ICD-10-CM Guidelines I.A.15, I.C.4.a', because: 'Type 1 diabetes with chronic kidney disease is presumed related and reported as E10.22.',
  },
  {
    id: 'diabetic-polyneuropathy', partners: [['E11'], ['G62.9']], code: 'E11.42', replaces: ['E11.9', 'G62.9'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 2, with polyneuropathy', because: 'Type 2 diabetes with polyneuropathy is presumed related and reported as E11.42.',
  },
  {
    id: 'diabetic-foot-ulcer', partners: [['E11'], ['L97.4', 'L97.5']], code: 'E11.621', replaces: ['E11.9'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 2, with foot ulcer', because: 'Type 2 diabetes with a foot ulcer is presumed related and reported as E11.621 with the ulcer’s own code.',
  },
  {
    id: 'diabetic-hyperglycemia', partners: [['E11.9'], ['R73.9']], code: 'E11.65', replaces: ['E11.9', 'R73.9'],
    authority: 'ICD-10-CM Guidelines I.C.4.a; Index, Diabetes, type 2, with hyperglycemia', because: 'Type 2 diabetes documented with hyperglycemia is reported as E11.65.',
  },
];
