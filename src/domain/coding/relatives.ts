import { isUnderAny } from './hierarchy.ts';

/** What a relative had, and the code of such a family history (tabular Z80–Z84). */
const FAMILY_HISTORIES: readonly { readonly of: readonly string[]; readonly code: string }[] = [
  { of: ['C15', 'C16', 'C17', 'C18', 'C19', 'C20', 'C21', 'C22', 'C23', 'C24', 'C25', 'C26'], code: 'Z80.0' }, { of: ['C33', 'C34'], code: 'Z80.1' }, { of: ['C50', 'D05'], code: 'Z80.3' },
  { of: ['C56'], code: 'Z80.41' }, { of: ['C61'], code: 'Z80.42' }, { of: ['C62'], code: 'Z80.43' }, { of: ['C51', 'C52', 'C53', 'C54', 'C55'], code: 'Z80.49' }, { of: ['C64'], code: 'Z80.51' }, { of: ['C67'], code: 'Z80.52' },
  { of: ['C91', 'C92', 'C93', 'C94', 'C95'], code: 'Z80.6' }, { of: ['C81', 'C82', 'C83', 'C84', 'C85', 'C88', 'C90'], code: 'Z80.7' }, { of: ['C43', 'C71', 'C73'], code: 'Z80.8' },
  { of: ['E10', 'E11'], code: 'Z83.3' }, { of: ['I20', 'I21', 'I25'], code: 'Z82.49' }, { of: ['I60', 'I61', 'I63'], code: 'Z82.3' }, { of: ['H40'], code: 'Z83.511' }, { of: ['M80', 'M81'], code: 'Z82.62' },
];

/** Null where no one code stands for it. */
export function familyHistoryOf(code: string): string | null {
  return FAMILY_HISTORIES.find(({ of }) => isUnderAny(code, of))?.code ?? null;
}
