import type { SectionKind } from '../../model/index.ts';
import { tokenize } from '../../text/tokens.ts';
import { wordForm } from '../../text/word-forms.ts';

/** What may speak for a sense of an abbreviation, or against it. */
export type Clue =
  /** Anywhere in the note. */
  | { readonly kind: 'words'; readonly words: readonly Word[] }
  /** Touching the abbreviation. */
  | { readonly kind: 'before' | 'after'; readonly words: readonly Word[] }
  | { readonly kind: 'number-before' | 'number-after' }
  /** Signs that are no words, touching the abbreviation or a few words from it: `%`, `+`. */
  | { readonly kind: 'sign-before' | 'sign-after' | 'sign-near'; readonly sign: string }
  | { readonly kind: 'section'; readonly section: string }
  /** It stands as a header does: "PE: lungs clear". */
  | { readonly kind: 'header' }
  | { readonly kind: 'sex'; readonly sex: 'male' | 'female' }
  /** Years: at least `from`, below `below`. */
  | { readonly kind: 'age'; readonly from: number; readonly below: number };

export interface Word {
  /** A word form, or the beginning of a word. */
  readonly form: string;
  readonly prefix: boolean;
  /** Written in capitals, and too short to be told from a common word without: `OR`, `FAST`. */
  readonly caps: boolean;
}

/**
 * An item of the evidence, as written in the tables: `word`, `prefix*`, `several words`, `>before`, `<after`, `<#`, `>#`, signs instead of words (`%`, `<+`, `>,`), `@section`, `^`,
 * `sex:female`, `age<18`, `age>=50`.
 * @returns null where it cannot be read
 */
export function clueOf(item: string): Clue | null {
  if (item === '^') return { kind: 'header' };
  if (item === '<#') return { kind: 'number-after' };
  if (item === '>#') return { kind: 'number-before' };
  const sign = signOf(item);
  if (sign !== null) return sign;
  if (item.startsWith('@')) return SECTIONS.has(item.slice(1)) ? { kind: 'section', section: item.slice(1) } : null;
  if (item === 'sex:male' || item === 'sex:female') return { kind: 'sex', sex: item === 'sex:male' ? 'male' : 'female' };
  const age = /^age(<|>=)(\d+)$/.exec(item);
  if (age) return age[1] === '<' ? { kind: 'age', from: 0, below: Number(age[2]) } : { kind: 'age', from: Number(age[2]), below: Infinity };
  if (/^(?:age|sex)\W/.test(item)) return null;
  const words = wordsOf(item.replace(/^[<>]\s*/, ''));
  if (words.length === 0) return null;
  return { kind: item.startsWith('>') ? 'before' : item.startsWith('<') ? 'after' : 'words', words };
}

function signOf(item: string): Clue | null {
  if (item === '' || /[\p{L}\p{N}\s*]/u.test(item)) return null;
  if (item.length === 1) return { kind: 'sign-near', sign: item };
  if (item.startsWith('>')) return { kind: 'sign-before', sign: item.slice(1) };
  return item.startsWith('<') ? { kind: 'sign-after', sign: item.slice(1) } : { kind: 'sign-near', sign: item };
}

const SECTION_KINDS: readonly SectionKind[] = [
  'chief-complaint', 'hpi', 'past-history', 'surgical-history', 'family-history', 'social-history', 'allergies', 'medications', 'problem-list', 'ros', 'vitals', 'exam', 'results',
  'assessment', 'plan', 'hospital-course', 'instructions', 'indication', 'impression', 'discharge-diagnosis', 'screening', 'addendum', 'other',
];
const SECTIONS: ReadonlySet<string> = new Set(SECTION_KINDS);

function wordsOf(item: string): Word[] {
  return item.split(/\s+/).flatMap((piece) => {
    const begun = piece.endsWith('*');
    const written = begun ? piece.slice(0, -1) : piece;
    const tokens = tokenize(written);
    return tokens.map(({ norm, start, end }, at): Word => (begun && at === tokens.length - 1
      ? { form: norm, prefix: true, caps: false }
      : { form: wordForm(norm), prefix: false, caps: SHORT_CAPITALS.test(written.slice(start, end)) }));
  });
}

const SHORT_CAPITALS = /^[A-Z]{1,4}$/;
