import type { Span, Token } from '../../model/index.ts';

/** A word, or one mark of punctuation (cues are made of both: "w/o", "(-)", "?"). `norm` is what cue tables say. */
export interface Word extends Span {
  readonly norm: string;
}

/** The words and marks of `text[span)`, from the tokens in it (all of them, in order). Offsets stay those of `text`. */
export function wordsIn(text: string, span: Span, tokens: readonly Token[]): Word[] {
  const words: Word[] = [];
  let at = span.start;
  for (const token of tokens) {
    marks(text, at, token.start, words);
    words.push(token);
    at = token.end;
  }
  marks(text, at, span.end, words);
  return words;
}

function marks(text: string, from: number, to: number, words: Word[]): void {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 32 || (unit >= 9 && unit <= 13) || unit === 160) continue;
    words.push({ start: at, end: at + 1, norm: MARKS[text[at]!] ?? text[at]! });
  }
}

const MARKS: Readonly<Record<string, string>> = { '–': '-', '—': '-', '‒': '-', '−': '-', '‑': '-', '‐': '-', '’': "'", '‘': "'", '？': '?', '：': ':', '；': ';', '，': ',', '（': '(', '）': ')' };
