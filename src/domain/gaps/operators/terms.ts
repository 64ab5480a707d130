import type { CodeGroup } from './expression.ts';

/** Does the text hold one of the terms as whole words? Lower case; a final `*` takes any ending. */
export function holdsTerm(text: string, terms: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return terms.some((term) => holds(lower, term));
}

/** As `holdsTerm`, and not only right after its denial: "not hemolyzed" and "no clumping" explain nothing. */
export function saysTerm(text: string, terms: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return terms.some((term) => holds(lower, term, true));
}

/** One of the group's codes or anything beneath it. */
export function holdsCode(codes: readonly string[], group: CodeGroup): boolean {
  return codes.some((code) => group.icd10.some((prefix) => code.startsWith(prefix)));
}

/** The group's words, and none that would make them mean something else. */
export function holdsWords(text: string, group: CodeGroup): boolean {
  return holdsTerm(text, group.terms) && !holdsTerm(text, group.except);
}

function holds(text: string, term: string, affirmed = false): boolean {
  const open = term.endsWith('*');
  const word = open ? term.slice(0, -1) : term;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isWordCharacter(text[at - 1]) && (open || !isWordCharacter(text[at + word.length])) && !(affirmed && DENIAL.test(text.slice(Math.max(0, at - LONGEST_DENIAL), at)))) return true;
  }
  return false;
}

const DENIAL = /(?:^|[^\p{L}])(?:not|no|non|without|never|isn't|wasn't|nor)[ -]$/u;
const LONGEST_DENIAL = 9;

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
