import { isUnderAny } from './hierarchy.ts';

/**
 * Circumstances that notes tell in passing, in words of every day ("I stressed the importance", "uses crutches"): reported where
 * they are a problem of their own, with a title (ICD-10-CM Guidelines IV.J: conditions that require or affect care).
 */
const CIRCUMSTANCES: readonly { readonly codes: readonly string[]; readonly what: string }[] = [
  { codes: ['Z71', 'Z72.3', 'Z72.4', 'Z72.8', 'Z73'], what: 'counseling, habits and strain' },
  { codes: ['Z74', 'Z99.89'], what: 'help and devices' },
  { codes: ['Z98.890', 'Z92.89', 'Z98.8'], what: 'an operation of the past that left nothing to report' },
  { codes: ['Z78'], what: 'other states of health' },
];

export const IN_PASSING = 'Told in passing: reported where it is a problem of its own (ICD-10-CM Guidelines IV.J).';

export function isToldInPassing(code: string, titled: boolean): boolean {
  return !titled && CIRCUMSTANCES.some(({ codes }) => isUnderAny(code, codes)) && !isUnderAny(code, LASTING);
}

/** Of these ranges what is reported wherever it is said. */
const LASTING = ['Z98.84', 'Z98.85', 'Z98.891'];
