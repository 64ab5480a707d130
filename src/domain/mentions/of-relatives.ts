import type { Lexicon, LexiconMatch, Token } from '../model/index.ts';

/**
 * The diseases inside the names of family histories: "father with *diabetes*" is a reason of its own (Z83.3), and names the disease of
 * the relative, which the assertion of its words then tells.
 */
export function diseasesOfRelatives(names: readonly LexiconMatch[], tokens: readonly Token[], lexicon: Lexicon): readonly LexiconMatch[] {
  return names.filter(({ codes }) => FAMILY_HISTORY.test(codes[0] ?? '')).flatMap((name) => diseaseIn(name, tokens, lexicon) ?? []);
}

/** ICD-10-CM block Z80–Z84. */
const FAMILY_HISTORY = /^Z8[0-4]/;

/** The longest, from the left; a personal history ("history of colon cancer") is none. */
function diseaseIn({ from, to }: LexiconMatch, tokens: readonly Token[], lexicon: Lexicon): LexiconMatch | null {
  for (let first = from; first < to; first++) {
    const [name] = lexicon.match(tokens.slice(first, first === from ? to - 1 : to));
    if (name?.from === 0 && name.codes.length > 0 && !name.codes[0]!.startsWith('Z')) return { ...name, from: first, to: first + name.to };
  }
  return null;
}
