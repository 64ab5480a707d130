import { isUnderAny } from '../hierarchy.ts';

const DIVERTICULITIS = ['K57.0', 'K57.12', 'K57.13', 'K57.2', 'K57.32', 'K57.33', 'K57.4', 'K57.52', 'K57.53', 'K57.8', 'K57.92', 'K57.93'];

/**
 * Where the everyday word for a disease has a code of its own in another category than the kinds of it: what is said of the word is said of the kind
 * that is charted, too. Authority: the tabular list and the Index under the word (appendicitis, hepatitis C, pneumonia, urinary infection, depression).
 */
const GENERAL_WORDS: readonly { readonly word: readonly string[]; readonly kinds: readonly string[] }[] = [
  { word: ['K37'], kinds: ['K35', 'K36'] },
  { word: ['B19.20', 'B18.2'], kinds: ['B17.1', 'B18.2', 'B19.2'] },
  { word: ['B19.10', 'B18.1'], kinds: ['B16', 'B18.0', 'B18.1', 'B19.1'] },
  { word: ['J18.9', 'J18.1'], kinds: ['J12', 'J13', 'J14', 'J15', 'J16', 'J18', 'J69.0'] },
  { word: ['N39.0'], kinds: ['N10', 'N12', 'N30'] },
  { word: ['N30.90', 'N30.00'], kinds: ['N39.0'] },
  { word: ['J40', 'J20.9'], kinds: ['J20', 'J40'] },
  { word: ['A09', 'K52.9'], kinds: ['A08', 'A09', 'K52.9'] },
  { word: ['F32.A', 'F32.9'], kinds: ['F32', 'F33', 'F34.1'] },
  { word: ['A41.9'], kinds: ['A40', 'A41'] },
  { word: ['I21.9'], kinds: ['I21', 'I22'] },
  { word: ['I24.9'], kinds: ['I20.0', 'I21', 'I22', 'I24'] },
  { word: ['I63.9'], kinds: ['I61', 'I63'] },
  { word: ['F03.90'], kinds: ['F01', 'F02', 'F03', 'G30'] },
  { word: ['K57.92'], kinds: DIVERTICULITIS },
  { word: ['K27.9', 'K25.9', 'K26.9'], kinds: ['K25', 'K26', 'K27', 'K28'] },
  { word: ['K81.9', 'K81.0'], kinds: ['K80.0', 'K80.1', 'K80.4', 'K81'] },
  { word: ['M10.9'], kinds: ['M10', 'M1A'] },
  { word: ['J06.9'], kinds: ['J00', 'J06'] },
  { word: ['J02.9'], kinds: ['J02', 'J03'] },
  { word: ['I82.409', 'I82.90'], kinds: ['I82.4', 'I82.5', 'I82.6', 'I82.9', 'I80.2'] },
  { word: ['M86.9'], kinds: ['M86', 'M46.2'] },
];

/** "Appendicitis" said, K35.80 charted. */
export function isGeneralWordFor(said: string, charted: string): boolean {
  return GENERAL_WORDS.some(({ word, kinds }) => word.includes(said) && isUnderAny(charted, kinds));
}

/** Words that name what a disease arises in and not the disease: diverticula do not say that they are inflamed. */
const NOT_WORDS_FOR: readonly { readonly word: readonly string[]; readonly kinds: readonly string[] }[] = [
  { word: ['K57.10', 'K57.30', 'K57.50', 'K57.90'], kinds: DIVERTICULITIS },
  { word: ['K80.20'], kinds: ['K80.0', 'K80.1', 'K81'] },
];

/** "Diverticulosis" said, diverticulitis charted. */
export function isNoWordFor(said: string, charted: string): boolean {
  return NOT_WORDS_FOR.some(({ word, kinds }) => word.includes(said) && isUnderAny(charted, kinds));
}
