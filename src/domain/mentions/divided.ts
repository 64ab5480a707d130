import type { Lexicon, LexiconMatch, Token } from '../model/index.ts';
import { insertedWords } from './inserted.ts';

/** The names as they stand, and those that a side or a size divides: "laceration of right hand", "mass of 3 cm in the kidney". What side it is, an attribute tells. A divided name says more than what it holds: "*lipoma* of left thigh". */
export function withDivided(tokens: readonly Token[], lexicon: Lexicon): readonly LexiconMatch[] {
  const names = lexicon.match(tokens);
  const inserted = insertedWords(tokens);
  if (inserted === null && !isSided({ from: 0, to: tokens.length }, tokens)) return names;
  const places = tokens.flatMap(({ norm }, place) => (SIDES.has(norm) || inserted?.[place] === 1 ? [] : [place]));
  const divided = lexicon.match(places.map((place) => tokens[place]!)).map((match) => ({ ...match, from: places[match.from]!, to: places[match.to - 1]! + 1 }));
  const nameAt = new Int32Array(tokens.length).fill(-1);
  names.forEach(({ from, to }, index) => nameAt.fill(index, from, to));
  const replaced = new Set<number>();
  const longer = divided.filter(({ from, to }) => {
    const held = [...new Set(nameAt.subarray(from, to))].filter((index) => index >= 0);
    const isDivided = isSided({ from, to }, tokens) || inserted?.subarray(from, to).includes(1) === true;
    const isLonger = isDivided && held.every((index) => from <= names[index]!.from && names[index]!.to <= to && names[index]!.to - names[index]!.from < to - from);
    if (isLonger) for (const index of held) replaced.add(index);
    return isLonger;
  });
  return longer.length === 0 ? names : [...names.filter((_, index) => !replaced.has(index)), ...longer].toSorted((a, b) => a.from - b.from || b.to - a.to);
}

const SIDES: ReadonlySet<string> = new Set(['right', 'left', 'bilateral', 'rt', 'lt']);

/** True where words from `from` on before `to` name a side. */
export function isSided({ from, to }: Pick<LexiconMatch, 'from' | 'to'>, tokens: readonly Token[]): boolean {
  for (let at = from; at < to; at++) if (SIDES.has(tokens[at]!.norm)) return true;
  return false;
}
