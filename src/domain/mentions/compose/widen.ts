import type { LexiconMatch, Span } from '../../model/index.ts';
import type { Clause } from './near.ts';

/** The concept's own words, with the attributes that touch them, so that a quote shows both; never into the words of another concept. */
export function widened(match: LexiconMatch, attributes: readonly { readonly from: number; readonly to: number }[], { text, tokens, matches }: Clause): Span {
  let { from, to } = match.quote ?? match;
  const [before, after] = [matches.filter((other) => other !== match && other.from < from).map((other) => other.to), matches.filter((other) => other !== match && other.to > to).map((other) => other.from)];
  const [floor, ceiling] = [Math.max(0, ...before), Math.min(tokens.length, ...after)];
  for (let grew = true; grew;) {
    grew = false;
    for (const attribute of attributes) {
      if (attribute.from < from && attribute.from >= floor && joins(attribute.to, from)) {
        from = attribute.from;
        grew = true;
      }
      if (attribute.to > to && attribute.to <= ceiling && joins(to, attribute.from)) {
        to = attribute.to;
        grew = true;
      }
    }
  }
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end };

  /** Only blanks, commas, hyphens and little words stand between the words before `left` and those from `right` on. */
  function joins(left: number, right: number): boolean {
    if (right - left > MOST_BETWEEN) return false;
    for (let at = left; at < right; at++) if (!BETWEEN.has(tokens[at]!.norm)) return false;
    for (let at = left; at <= right; at++) {
      const [last, next] = [tokens[at - 1], tokens[at]];
      if (last !== undefined && next !== undefined && !/^[ ,-]*$/.test(text.slice(last.end, next.start))) return false;
    }
    return true;
  }
}

const MOST_BETWEEN = 3;
const BETWEEN: ReadonlySet<string> = new Set(['of', 'the', 'in', 'on', 'with', 'and', 'a', 'an', 'to', 'due', 'sided', 'side']);
