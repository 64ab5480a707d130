import type { Lexicon, LexiconMatch, Token } from '../model/index.ts';
import { isSided, withDivided } from './divided.ts';

/**
 * The names with those that share a word with them: "*liver* and bone metastases", "pain in left knee and *right shoulder*", "metastases to
 * liver, *lung* and *bone*". Each must be a name of the lexicon when the shared words are put to it, and none by itself. A side that is
 * said once holds for what follows it.
 */
export function withCoordinated(names: readonly LexiconMatch[], text: string, tokens: readonly Token[], lexicon: Lexicon): readonly LexiconMatch[] {
  const heads = names.filter(({ from, to }) => to - from > 1 && (isJoined(from, text, tokens) || to < tokens.length));
  if (heads.length === 0) return names;
  const taken = new Uint8Array(tokens.length);
  for (const { from, to } of names) taken.fill(1, from, to);
  const sentence: Sentence = { text, tokens, taken, lexicon };
  const quoted = new Map<LexiconMatch, LexiconMatch>();
  const found = heads.flatMap((head) => {
    const left = before(head, sentence);
    const [nearest] = left;
    if (nearest !== undefined && isSided(nearest, tokens) && !isSided(head, tokens)) quoted.set(head, { ...head, quote: { from: nearest.from, to: head.to } });
    return [...left, ...after(head, sentence)];
  });
  return found.length === 0 ? names : [...names.map((name) => quoted.get(name) ?? name), ...found].toSorted((a, b) => a.from - b.from || b.to - a.to);
}

interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** 1 where a name stands. */
  readonly taken: Uint8Array;
  readonly lexicon: Lexicon;
}

const JOINING: ReadonlySet<string> = new Set(['and', 'or', 'and/or']);
/** Words of one item, and shared words. */
const LONGEST = 3;
/** Items of one list. */
const MOST_ITEMS = 6;

/** Whether the words before `at` are joined to those from there on. */
function isJoined(at: number, text: string, tokens: readonly Token[]): boolean {
  return at > 1 && JOINING.has(tokens[at - 1]!.norm) || gap(at, text, tokens) === '/';
}

/** What stands between the word there and the one before, without blanks; a word where there is none. */
function gap(at: number, text: string, tokens: readonly Token[]): string | null {
  const [last, next] = [tokens[at - 1], tokens[at]];
  return last === undefined || next === undefined ? null : text.slice(last.end, next.start).trim();
}

/** "*Left knee* and right shoulder pain", nearest first. What is done *in* or *on* a part of the body leaves open what the next word belongs to. */
function before(head: LexiconMatch, sentence: Sentence): readonly LexiconMatch[] {
  const { text, tokens } = sentence;
  const found: LexiconMatch[] = [];
  let next = head.from;
  const isOfList = gap(next - 1, text, tokens) === ',';
  while (found.length < MOST_ITEMS) {
    const joined = found.length === 0 ? isJoined(next, text, tokens) : gap(next, text, tokens) === ',' || isJoined(next, text, tokens);
    const end = joined && JOINING.has(tokens[next - 1]!.norm) ? next - 1 : next;
    const item = joined ? itemBefore(end, head, sentence) : null;
    if (item === null) break;
    found.push(item);
    next = item.from;
  }
  while (DETERMINERS.has(tokens[next - 1]?.norm ?? '')) next--;
  return IN_OR_ON.has(tokens[next - 1]?.norm ?? '') || (isOfList && found.length === 1) ? [] : found;
}

const IN_OR_ON: ReadonlySet<string> = new Set(['in', 'on']);
const DETERMINERS: ReadonlySet<string> = new Set(['the', 'a', 'his', 'her', 'their', 'my']);

function itemBefore(end: number, head: LexiconMatch, sentence: Sentence): LexiconMatch | null {
  for (let from = Math.max(0, end - LONGEST); from < end; from++) {
    if (!isFree(from, end, sentence)) continue;
    for (let shared = 1; shared <= LONGEST && shared < head.to - head.from; shared++) {
      const named = nameOf([...sentence.tokens.slice(from, end), ...sentence.tokens.slice(head.to - shared, head.to)], sentence.lexicon);
      if (named !== null && named.concept !== head.concept) return { ...named, from, to: end, quote: { from, to: head.to } };
    }
  }
  return null;
}

/** "Metastases to liver, *lung* and *bone*": without the last, which *and* announces, it is no list. */
function after(head: LexiconMatch, sentence: Sentence): readonly LexiconMatch[] {
  const { text, tokens } = sentence;
  const found: LexiconMatch[] = [];
  let next = head.to;
  while (found.length < MOST_ITEMS && next < tokens.length) {
    const isLast = JOINING.has(tokens[next]!.norm) || gap(next, text, tokens) === '/';
    if (!isLast && gap(next, text, tokens) !== ',') return [];
    const item = itemAfter(next + (JOINING.has(tokens[next]!.norm) ? 1 : 0), head, sentence);
    if (item === null) return [];
    found.push(item);
    if (isLast) return endsThere(item.to, text, tokens) ? found : [];
    next = item.to;
  }
  return [];
}

function itemAfter(from: number, head: LexiconMatch, sentence: Sentence): LexiconMatch | null {
  for (let to = Math.min(sentence.tokens.length, from + LONGEST); to > from; to--) {
    if (!isFree(from, to, sentence)) continue;
    for (let shared = head.to - head.from - 1; shared >= Math.max(1, head.to - head.from - LONGEST); shared--) {
      if (sentence.tokens.slice(head.from, head.from + shared).some(({ norm }) => COMBINING.has(norm))) continue;
      const named = nameOf([...sentence.tokens.slice(head.from, head.from + shared), ...sentence.tokens.slice(from, to)], sentence.lexicon);
      if (named !== null && named.concept !== head.concept) return { ...named, from, to, quote: { from: head.from, to } };
    }
  }
  return null;
}

/** What stands after these is part of one disease: "ulcer with bleeding and perforation". */
const COMBINING: ReadonlySet<string> = new Set(['with', 'without', 'w', 'due', 'secondary']);

/** "Pain in left knee and right shoulder *surgery*" is no pain in the shoulder. */
function endsThere(at: number, text: string, tokens: readonly Token[]): boolean {
  return at >= tokens.length || FOLLOWING.has(tokens[at]!.norm) || /[,;.:()[\]]/.test(gap(at, text, tokens) ?? '');
}

const FOLLOWING: ReadonlySet<string> = new Set([
  'and', 'or', 'but', 'with', 'without', 'w', 'in', 'on', 'at', 'for', 'from', 'since', 'after', 'before', 'during', 'when', 'while', 'due', 'secondary', 'that', 'which', 'who', 'is', 'was', 'are', 'were', 'has', 'have', 'had', 'today', 'now', 'x', 'as', 'to', 'by', 'over',
]);

/** No name, no other mark than blanks and hyphens between its words, nothing that joins. */
function isFree(from: number, to: number, { text, tokens, taken }: Sentence): boolean {
  for (let at = from; at < to; at++) {
    if (taken[at] === 1 || JOINING.has(tokens[at]!.norm)) return false;
    if (at > from && !/^-?$/.test(gap(at, text, tokens)!)) return false;
  }
  return true;
}

function nameOf(words: readonly Token[], lexicon: Lexicon): LexiconMatch | null {
  const [only, ...others] = withDivided(words, lexicon);
  return only !== undefined && others.length === 0 && only.from === 0 && only.to === words.length ? only : null;
}
