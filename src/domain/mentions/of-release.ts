import type { CodeSet, Lexicon, LexiconMatch, Token } from '../model/index.ts';

/**
 * Names whose codes this release does not have yet, or no longer has, as the shorter name that they begin with and that it knows: "plantar fasciitis, left
 * foot" is a title from FY2027 on, and plantar fasciitis before. Where there is none the name stays, and is told as without a code.
 */
export function asOfRelease(names: readonly LexiconMatch[], tokens: readonly Token[], lexicon: Lexicon, codeSet: CodeSet): readonly LexiconMatch[] {
  const isKnown = ({ codes }: LexiconMatch): boolean => codes.length === 0 || codes.some((code) => codeSet.entry(code) !== undefined);
  return names.map((name) => {
    if (isKnown(name)) return name;
    const shorter = lexicon.match(tokens.slice(name.from, name.to - 1)).find((one) => one.codes.length > 0 && isKnown(one));
    return shorter === undefined ? name : { ...shorter, from: name.from + shorter.from, to: name.from + shorter.to };
  });
}
