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
  let letters = false;
  for (const token of tokens) {
    marks(text, at, token.start, cells, words);
    words.push(token);
    letters ||= token.end - token.start === 1 && (token.norm === 'v' || token.norm === 'o');
    at = token.end;
  }
  marks(text, at, span.end, cells, words);
  return letters ? words.map((word, place) => lettersMeant(word, place, words, text)) : words;
}

/** "Cellulitis v DVT" is versus, "v tach", "v anxious", "stage V" and "n/v" are not; "Ø murmurs" is none. */
function lettersMeant(word: Word, place: number, words: readonly Word[], text: string): Word {
  const letter = text[word.start]!;
  if (word.norm === 'o' && (letter === 'Ø' || letter === 'ø') && word.end - word.start === 1) return { ...word, norm: '∅' };
  if (word.norm !== 'v' || letter !== 'v') return word;
  const [before, after] = [words[place - 1], words[place + 1]?.norm === '.' ? words[place + 2] : words[place + 1]];
  const stands = before !== undefined && after !== undefined && before.end < word.start && word.end < after.start && /^[\p{L}\d)]/u.test(before.norm) && /^[\p{L}?]/u.test(after.norm);
  return stands && !NOT_VERSUS.has(after.norm) && !BEFORE_VEIN.has(before.norm) ? { ...word, norm: 'vs' } : word;
}

/** After a "v" that says very, ventricular or venous. */
const NOT_VERSUS: ReadonlySet<string> = new Set([
  'tach', 'tachy', 'tachycardia', 'fib', 'fibrillation', 'paced', 'pacing', 'ectopy', 'lead', 'leads', 'wave', 'waves', 'gram', 'leiden', 'deficiency', 'shaped', 'neck', 'good', 'small', 'large', 'big', 'mild', 'minor', 'low', 'high', 'well', 'poor', 'poorly', 'anxious', 'tender', 'unwell', 'keen', 'little', 'similar', 'slight', 'slightly', 'tired', 'sore', 'painful', 'upset', 'sleepy', 'happy', 'fussy', 'distressed', 'hot', 'cold', 'pale', 'quiet', 'weak', 'stiff', 'dry', 'loud', 'soft', 'swollen', 'red', 'itchy', 'few', 'much', 'early', 'late', 'severe', 'stressed', 'helpful', 'pleasant', 'frail', 'rare', 'likely', 'unlikely', 'short', 'long', 'close', 'worried', 'confused', 'agitated', 'drowsy', 'thin', 'obese', 'breathless', 'dehydrated', 'constipated',
]);
const BEFORE_VEIN: ReadonlySet<string> = new Set(['factor', 'stage', 'nerve', 'cn', 'type', 'class', 'grade', 'portal', 'hepatic', 'internal', 'external', 'is', 'was', 'feels', 'looks', 'a', 'the', 'very', 'and', 'or', 'with', 'had', 'has', 'more', 'been', 'not', 'included', 'his', 'her', 'seems', 'remains', 'now', 'are']);

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
