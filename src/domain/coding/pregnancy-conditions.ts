/**
 * Conditions that existed before the pregnancy or arise in it, and the code of chapter 15 that stands before them (ICD-10-CM Guidelines
 * I.C.15.a.1: chapter 15 codes have sequencing priority). `digits`: the last character for first, second, third and unspecified trimester.
 */
export interface PregnancyRow {
  readonly of: readonly string[];
  readonly stem: string;
  readonly digits: readonly [first: string, second: string, third: string, unspecified: string];
  /** The code of chapter 15 says all that the other does. */
  readonly replaces?: true;
  readonly authority: string;
  readonly what: string;
}

const COUNTED: PregnancyRow['digits'] = ['1', '2', '3', '9'];
const FROM_ZERO: PregnancyRow['digits'] = ['1', '2', '3', '0'];

export const PREGNANCY_ROWS: readonly PregnancyRow[] = [
  { of: ['I10'], stem: 'O10.01', digits: COUNTED, replaces: true, authority: 'ICD-10-CM Guidelines I.C.15.c, I.C.15.d; tabular O10.0', what: 'essential hypertension' },
  { of: ['I11'], stem: 'O10.11', digits: COUNTED, authority: 'ICD-10-CM Guidelines I.C.15.d; tabular O10.1', what: 'hypertensive heart disease' },
  { of: ['I12'], stem: 'O10.21', digits: COUNTED, authority: 'ICD-10-CM Guidelines I.C.15.d; tabular O10.2', what: 'hypertensive kidney disease' },
  { of: ['E10'], stem: 'O24.01', digits: COUNTED, authority: 'ICD-10-CM Guidelines I.C.15.g; tabular O24.0', what: 'type 1 diabetes' },
  { of: ['E11'], stem: 'O24.11', digits: COUNTED, authority: 'ICD-10-CM Guidelines I.C.15.g; tabular O24.1', what: 'type 2 diabetes' },
  { of: ['D50', 'D51', 'D52', 'D53', 'D55', 'D56', 'D57', 'D58', 'D59', 'D60', 'D61', 'D62', 'D63', 'D64'], stem: 'O99.01', digits: COUNTED, authority: 'tabular O99.0', what: 'anemia' },
  { of: ['E66'], stem: 'O99.21', digits: FROM_ZERO, authority: 'tabular O99.21', what: 'obesity' },
  { of: ['E00', 'E01', 'E02', 'E03', 'E04', 'E05', 'E06', 'E07', 'E2', 'E3', 'E5', 'E70', 'E71', 'E72', 'E73', 'E74', 'E75', 'E76', 'E77', 'E78', 'E79', 'E80', 'E83', 'E84', 'E85', 'E87', 'E88'], stem: 'O99.28', digits: FROM_ZERO, authority: 'tabular O99.28', what: 'endocrine or metabolic disease' },
  { of: ['F10'], stem: 'O99.31', digits: FROM_ZERO, authority: 'ICD-10-CM Guidelines I.C.15.l.1; tabular O99.31', what: 'alcohol use' },
  { of: ['F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F18', 'F19'], stem: 'O99.32', digits: FROM_ZERO, authority: 'ICD-10-CM Guidelines I.C.15.l.3; tabular O99.32', what: 'drug use' },
  { of: ['F17'], stem: 'O99.33', digits: FROM_ZERO, authority: 'ICD-10-CM Guidelines I.C.15.l.2; tabular O99.33', what: 'smoking' },
  { of: ['F2', 'F3', 'F4', 'F50', 'F6', 'F9'], stem: 'O99.34', digits: FROM_ZERO, authority: 'tabular O99.34', what: 'mental disorder' },
  { of: ['G'], stem: 'O99.35', digits: FROM_ZERO, authority: 'tabular O99.35', what: 'disease of the nervous system' },
  { of: ['I20', 'I21', 'I25', 'I3', 'I4', 'I5'], stem: 'O99.41', digits: COUNTED, authority: 'tabular O99.4', what: 'disease of the circulatory system' },
  { of: ['J'], stem: 'O99.51', digits: COUNTED, authority: 'tabular O99.5', what: 'disease of the respiratory system' },
  { of: ['K2', 'K3', 'K5', 'K8', 'K9'], stem: 'O99.61', digits: COUNTED, authority: 'tabular O99.6', what: 'disease of the digestive system' },
  { of: ['Z22.330'], stem: 'O99.82', digits: ['0', '0', '0', '0'], replaces: true, authority: 'tabular O99.82', what: 'carriage of group B streptococci' },
  { of: ['Z98.891'], stem: 'O34.21', digits: ['9', '9', '9', '9'], replaces: true, authority: 'tabular O34.21; Excludes1 at Z98.891', what: 'a scar from a previous cesarean' },
  { of: ['Z87.59'], stem: 'O09.29', digits: COUNTED, replaces: true, authority: 'tabular O09.29; Excludes1 at Z87.5', what: 'a poor obstetric history' },
  { of: ['Z87.51'], stem: 'O09.21', digits: COUNTED, replaces: true, authority: 'tabular O09.21; Excludes1 at Z87.51', what: 'a history of preterm labor' },
  { of: ['Z98.84'], stem: 'O99.84', digits: FROM_ZERO, authority: 'tabular O99.84', what: 'bariatric surgery' },
];
