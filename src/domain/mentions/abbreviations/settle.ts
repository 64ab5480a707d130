import type { AbbreviationMeaning, AbbreviationRead, ConceptId, LexiconMatch, Token } from '../../model/index.ts';

/** The concept of an abbreviation that the context does not decide: `abbr:MS`, without codes. */
export function isUndecided(concept: ConceptId): boolean {
  return concept.startsWith(PREFIX) && !concept.includes(':', PREFIX.length);
}

/** The letters of an undecided one; null for any other concept. */
export function undecidedLetters(concept: ConceptId): string | null {
  return isUndecided(concept) ? concept.slice(PREFIX.length) : null;
}

const PREFIX = 'abbr:';

/**
 * What the lexicon named in one sentence, by what its abbreviations stand for: one that is decided names its own sense, or nothing where
 * that is no condition; one that is not decided names no code. A longer phrase that the lexicon knows stands ("acute MI"), unless it takes
 * the abbreviation for another of its senses ("DM type 1" of myotonic dystrophy).
 * @param tokens of the sentence
 * @param reads the abbreviations of this sentence
 */
export function settleAbbreviations(matches: readonly LexiconMatch[], tokens: readonly Token[], reads: readonly AbbreviationRead[]): readonly LexiconMatch[] {
  if (reads.length === 0) return matches;
  const covering = coverage(matches, tokens.length);
  const dropped = new Set<LexiconMatch>();
  const added: LexiconMatch[] = [];
  for (const read of reads) {
    const place = placeOf(read, tokens);
    if (place.from >= place.to || read.definedAs !== null) continue;
    const touching = [...new Set(covering.slice(place.from, place.to).flatMap((here) => here ?? []))];
    if (touching.some((one) => stands(one, place, read))) continue;
    for (const one of touching) dropped.add(one);
    const own = meant(place, read);
    if (own !== null) added.push(own);
  }
  if (dropped.size === 0 && added.length === 0) return matches;
  return [...matches.filter((one) => !dropped.has(one)), ...added].toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/** For each token the matches that it is part of. */
function coverage(matches: readonly LexiconMatch[], tokens: number): readonly (readonly LexiconMatch[] | undefined)[] {
  const covering: (LexiconMatch[] | undefined)[] = Array.from({ length: tokens });
  for (const match of matches) for (let at = match.from; at < match.to; at++) (covering[at] ??= []).push(match);
  return covering;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function placeOf({ start, end }: AbbreviationRead, tokens: readonly Token[]): Place {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < tokens.length && tokens[to]!.start < end) to++;
  return { from: low, to };
}

/** What the abbreviation names by itself; null where that is nothing that could be coded. */
function meant(place: Place, { written, meaning, candidates }: AbbreviationRead): LexiconMatch | null {
  if (meaning !== null) return meaning.codes.length === 0 ? null : { ...place, concept: `${PREFIX}${letters(written)}:${meaning.expansion}` as ConceptId, codes: meaning.codes };
  const codable = candidates.length > 1 && candidates.some(({ codes, seldom }) => !seldom && codes.length > 0);
  return codable ? { ...place, concept: `${PREFIX}${letters(written)}` as ConceptId, codes: [] } : null;
}

function letters(written: string): string {
  return written.replaceAll(':', '');
}

/** Whether what the lexicon found there is what is meant. */
function stands(match: LexiconMatch, place: Place, { meaning, candidates }: AbbreviationRead): boolean {
  const beyond = match.from < place.from || match.to > place.to;
  if (meaning === null) return beyond || candidates.length === 1;
  if (meaning.codes.length > 0 && isAkin(match, meaning)) return match.from <= place.from && match.to >= place.to;
  return beyond && !candidates.some((other) => other !== meaning && other.expansion !== meaning.expansion && isAkin(match, other));
}

const CATEGORY = 3;

function isAkin({ codes }: LexiconMatch, meaning: AbbreviationMeaning): boolean {
  return meaning.codes.some((code) => codes.some((other) => other.slice(0, CATEGORY) === code.slice(0, CATEGORY)));
}
