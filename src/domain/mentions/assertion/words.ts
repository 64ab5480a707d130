import type { Span, Token } from '../../model/index.ts';

/** A word, or one mark of punctuation (cues are made of both: "w/o", "(-)", "?"). `norm` is what cue tables say. */
export interface Word extends Span {
  readonly norm: string;
}

/**
 * The words and marks of `text[span)`, from the tokens in it (all of them, in order). Offsets stay those of `text`.
 * @param cells a row of a table: a tab or a pipe between its cells is the mark `¦`
 */
export function wordsIn(text: string, span: Span, tokens: readonly Token[], cells = false): Word[] {
  const words: Word[] = [];
  let at = span.start;
  for (const token of tokens) {
    marks(text, at, token.start, cells, words);
    words.push(token);
    at = token.end;
  }
  marks(text, at, span.end, cells, words);
  return words;
}

function marks(text: string, from: number, to: number, cells: boolean, words: Word[]): void {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (cells && (unit === TAB || unit === PIPE)) {
      if (words.at(-1)?.norm !== BETWEEN_CELLS) words.push({ start: at, end: at + 1, norm: BETWEEN_CELLS });
      continue;
    }
    if (unit === 32 || (unit >= 9 && unit <= 13) || unit === 160) continue;
    words.push({ start: at, end: at + 1, norm: MARKS[text[at]!] ?? text[at]! });
  }
}

const TAB = 0x09;
const PIPE = 0x7c;
const BETWEEN_CELLS = '¦';

const MARKS: Readonly<Record<string, string>> = { '–': '-', '—': '-', '‒': '-', '−': '-', '‑': '-', '‐': '-', '’': "'", '‘': "'", '？': '?', '：': ':', '；': ';', '，': ',', '（': '(', '）': ')' };
