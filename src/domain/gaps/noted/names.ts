import type { Lexeme } from './lexemes.ts';
import type { Wording } from './wording.ts';
import { WORDINGS } from './wording.ts';

interface Node {
  readonly next: Map<string, Node>;
  wording: Wording | null;
}

export interface Named {
  readonly wording: Wording;
  /** Index after the name. */
  readonly next: number;
  /** Only right before a number: `k` for `K`. */
  readonly strict: boolean;
}

const ROOT: Node = { next: new Map(), wording: null };
const CASED = new Map<string, Wording>();
const UNCASED = new Map<string, Wording>();

for (const wording of WORDINGS) {
  for (const name of wording.names) {
    let node = ROOT;
    for (const part of name.split(' ')) {
      let next = node.next.get(part);
      if (!next) node.next.set(part, (next = { next: new Map(), wording: null }));
      node = next;
    }
    node.wording = wording;
  }
  for (const name of wording.cased) {
    CASED.set(name, wording);
    if (name.length > 1 || name === 'K') UNCASED.set(name.toLowerCase(), wording);
  }
}

/** The longest name that begins at `i`. */
export function nameAt(text: string, words: readonly Lexeme[], i: number): Named | null {
  const first = words[i]!;
  let node = ROOT.next.get(first.norm);
  let found: Named | null = node?.wording ? { wording: node.wording, next: i + 1, strict: false } : null;
  let at = i;
  while (node && node.next.size > 0) {
    const following: number = joined(text, words, at);
    if (following < 0) break;
    node = node.next.get(words[following]!.norm);
    at = following;
    if (node?.wording) found = { wording: node.wording, next: at + 1, strict: false };
  }
  if (found) return found;
  const cased = CASED.get(first.raw);
  if (cased) return { wording: cased, next: i + 1, strict: false };
  const uncased = UNCASED.get(first.norm);
  return uncased ? { wording: uncased, next: i + 1, strict: true } : null;
}

/** The next part of a name: parted by spaces, hyphen, slash, ampersand or a comma's worth of nothing else; -1 where something else stands between. */
function joined(text: string, words: readonly Lexeme[], at: number): number {
  let next = at + 1;
  while (next < words.length && next < at + 3 && words[next]!.kind === 'sign' && /[-/.&‐‑–:%]/.test(words[next]!.raw)) {
    if (words[next]!.raw === ':' || words[next]!.raw === '%') return words[next]!.raw === ':' && words[next + 1]?.start === words[next]!.end ? next + 1 : -1;
    next++;
  }
  const following = words[next];
  if (!following || following.kind === 'sign' || following.start - words[at]!.end > 3) return -1;
  return text.slice(words[at]!.end, following.start).includes('\n') ? -1 : next;
}
