import { tokenize } from '../../text/tokens.ts';

/** Tells whether a list of words (as `Token.norm`) holds one of the phrases, in full. */
export function compilePhrases(phrases: readonly string[]): (norms: readonly string[]) => boolean {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = tokenize(phrase).map((token) => token.norm);
    byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), words]);
  }
  return (norms) => norms.some((norm, at) => byFirst.get(norm)?.some((words) => words.every((word, i) => norms[at + i] === word)));
}
