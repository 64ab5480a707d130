import type { CodeEntry, CodeSet, Span } from '../model/index.ts';

/** The side that words give, and the finger where they name one. */
export interface Side {
  readonly side: 'right' | 'left' | 'both';
  readonly finger: string | null;
}

const WORDS: Readonly<Record<Side['side'], RegExp>> = {
  right: /\b(?:right|rt|R|OD|R-sided)\b/, left: /\b(?:left|lt|L|OS|L-sided)\b/, both: /\b(?:bilateral|bilaterally|both|b\/l|OU)\b/,
};
const FINGER = /\b(?:index|middle|ring|little|thumb)\b/;
/** After these the words speak of something else. */
const BREAKS = /[;:]|\b(?:but|however|denies|without|no|versus)\b/;
/** A side this near before the next condition is that one's. */
const NEXT_OWNS = 10;

/**
 * The side that the sentence gives a mention: in its own words, in those before it, else in those after it, up to the
 * next condition. Null where none is said, or two different ones are: then it cannot be told.
 * Offsets are UTF-16 into `text`; `others` are the mentions of the same sentence.
 */
export function sideSaid(text: string, sentence: Span, mention: Span, others: readonly Span[]): Side | null {
  const before = Math.max(sentence.start, ...others.filter(({ end }) => end <= mention.start).map(({ end }) => end));
  const next = Math.min(sentence.end, ...others.filter(({ start }) => start >= mention.end).map(({ start }) => start));
  const ownEnd = next < sentence.end ? Math.max(mention.end, next - NEXT_OWNS) : next;
  const after = text.slice(mention.end, ownEnd).split(BREAKS)[0] ?? '';
  const ahead = text.slice(before, mention.start).split(BREAKS).at(-1) ?? '';
  for (const words of [text.slice(mention.start, mention.end), ahead, after]) {
    const found = sideIn(words);
    if (found !== null) return found === 'unclear' ? null : found;
  }
  return null;
}

function sideIn(words: string): Side | 'unclear' | null {
  const lower = words.replace(/\b(?:Right|Left|Bilateral|Both|RIGHT|LEFT|BILATERAL|BOTH|Rt|Lt|RT|LT)\b/g, (word) => word.toLowerCase());
  const sides = (['right', 'left', 'both'] as const).filter((side) => WORDS[side].test(lower));
  if (sides.length === 0) return null;
  const [side] = sides;
  if (sides.length === 2 && !sides.includes('both')) return /\bright (?:and|&) left\b|\bleft (?:and|&) right\b/.test(lower) ? { side: 'both', finger: null } : 'unclear';
  if (sides.length > 1 || side === undefined) return 'unclear';
  return { side, finger: FINGER.exec(lower)?.[0] ?? null };
}

/**
 * The code or codes that say the side where the given one leaves it unspecified: E11.3299 with both eyes → E11.3293,
 * M77.00 with both elbows → M77.01 and M77.02 (ICD-10-CM Guidelines I.B.13). The code itself where its side is not open
 * or the list has no such code.
 */
export function withSide(entry: CodeEntry, said: Side, codeSet: CodeSet): readonly CodeEntry[] {
  if (!/\bunspecified\b/i.test(entry.title)) return [entry];
  if (said.side !== 'both') return [find(entry, said.side, said.finger, codeSet) ?? entry];
  const both = find(entry, 'both', null, codeSet);
  if (both !== undefined) return [both];
  const each = (['right', 'left'] as const).map((side) => find(entry, side, null, codeSet)).filter((one) => one !== undefined);
  return each.length === 2 ? each : [entry];
}

/** How titles write a side; hemiplegia: the right is taken as dominant, the left as not (I.C.6.a). */
const WRITTEN: Readonly<Record<Side['side'], readonly string[]>> = {
  right: ['right', 'right dominant'], left: ['left', 'left non-dominant', 'left nondominant'], both: ['bilateral', 'bilateral both'],
};

function find(entry: CodeEntry, side: Side['side'], finger: string | null, codeSet: CodeSet): CodeEntry | undefined {
  const wanted = new Set(sidedTitles(entry.title, side, finger));
  if (finger !== null) for (const title of sidedTitles(entry.title, side, null)) wanted.add(title);
  let above = entry.parent;
  for (let climbed = 0; above !== null && climbed < 4; climbed++) {
    const found = below(above, codeSet).find((other) => other.billable && wanted.has(plain(other.title)));
    if (found !== undefined) return found;
    above = codeSet.entry(above)?.parent ?? null;
  }
  return undefined;
}

/** Each *unspecified* in turn gives way to the side, with the noun as titles vary it. */
function sidedTitles(title: string, side: Side['side'], finger: string | null): readonly string[] {
  const words = plain(title);
  const found: string[] = [];
  for (const match of words.matchAll(/\bunspecified\b/g)) {
    const [head, tail] = [words.slice(0, match.index), words.slice(match.index + 'unspecified'.length)];
    for (const written of WRITTEN[side]) {
      found.push(`${head}${written}${tail}`, `${head}${written}${tail.replace(/^ extremity\b/, ' leg')}`);
      if (finger !== null) found.push(`${head}${written} ${finger}${finger === 'thumb' ? tail.replace(/^ finger/, '') : tail}`);
    }
    if (side === 'both') found.push(`${head}bilateral${tail.replace(/^[^,]*/, '')}`);
  }
  return found;
}

/** Without the marks of number: *finger(s)*, *glands*. */
function plain(title: string): string {
  return title.toLowerCase().replace(/\(s\)/g, '').replace(/\b(\w{3,})s\b/g, '$1');
}

function below(code: string, codeSet: CodeSet): readonly CodeEntry[] {
  return codeSet.children(code).flatMap((child) => (child.billable ? [child] : [child, ...below(child.code, codeSet)]));
}
