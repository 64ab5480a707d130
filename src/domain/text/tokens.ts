import type { Token } from '../model/mention.ts';

/**
 * Words of `text`, left to right, not overlapping; offsets are UTF-16 units into `text`.
 *
 * A word is a run of letters, digits and the marks on them. Inside a word stand: an apostrophe between letters (`don't`),
 * a decimal point (`7.5`), the dot of a code (`E11.9`, `S72.001A`), a soft hyphen or joiner. Everything else separates,
 * the hyphen and the slash too: `type-2` and `c/o` are two words each.
 * `norm` is lower-cased, decomposed (NFKD) without its marks, and without a possessive 's (which the span does cover).
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    const kind = kindAt(text, at);
    if (kind < LOWER) {
      at += widthAt(text, at);
      continue;
    }
    const start = at;
    let seen = 0;
    let end = at;
    let possessive = -1;
    while (at < length) {
      const unit = text.charCodeAt(at);
      const here = unit < 128 ? ASCII[unit]! : kindAt(text, at);
      if (here !== SEPARATOR) {
        seen |= 1 << here;
        end = at += unit < 128 ? 1 : widthAt(text, at);
        continue;
      }
      if (unit === DOT && dotBelongs(text, start, at, seen)) {
        at++;
        continue;
      }
      if (!isApostrophe(unit) || kindAt(text, at + 1) < LOWER || kindAt(text, at - 1) === DIGIT) break;
      if (isPossessive(text, at)) {
        possessive = at;
        end = at += 2;
        break;
      }
      if (unit !== STRAIGHT) seen |= FOLDED;
      at++;
    }
    const word = text.slice(start, possessive < 0 ? end : possessive);
    if (!(seen & SHOUTED)) tokens.push({ start, end, norm: word });
    else tokens.push(isCaps(word, seen) ? { start, end, norm: normOf(word, seen), caps: true } : { start, end, norm: normOf(word, seen) });
  }
  return tokens;
}

function normOf(word: string, seen: number): string {
  return seen & FOLDED ? fold(word) : word.toLowerCase();
}

/** A plural s may be small: `PVCs`. */
function isCaps(word: string, seen: number): boolean {
  if (seen & FOLDED || word.length < 2) return false;
  if (!(seen & (1 << LOWER))) return /[A-Z].*[A-Z]/.test(word);
  return /^[A-Z][A-Z0-9]+s$/.test(word);
}

/** The `norm` of one word: lower case, marks and joiners dropped, ligatures of Latin script spelled out. */
function fold(word: string): string {
  const lower = word.toLowerCase();
  const folded = lower
    .normalize('NFKD')
    .replace(/[\p{M}\p{Z}\p{Cf}]/gu, '')
    .replace(/’/gu, "'")
    .replace(/[æœøßłđ⁄]/gu, (letter) => SPELLED_OUT[letter] ?? letter)
    .toLowerCase();
  return folded === '' ? lower : folded;
}

const SPELLED_OUT: Record<string, string> = { æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', ł: 'l', đ: 'd', '⁄': '/' };

const SEPARATOR = 0;
/** A mark or a joiner goes with the word that it follows, and starts none. */
const JOINED = 1;
const LOWER = 2;
const UPPER = 3;
const DIGIT = 4;
/** A letter or digit beyond ASCII. */
const FOLD = 5;

const FOLDED = (1 << FOLD) | (1 << JOINED);
const SHOUTED = FOLDED | (1 << UPPER);
const DOT = 0x2e;
const STRAIGHT = 0x27;

const ASCII = asciiKinds();

function asciiKinds(): Uint8Array {
  const kinds = new Uint8Array(128);
  kinds.fill(DIGIT, 0x30, 0x3a);
  kinds.fill(UPPER, 0x41, 0x5b);
  kinds.fill(LOWER, 0x61, 0x7b);
  return kinds;
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 128) return ASCII[unit]!;
  return at < text.length ? kindBeyondAscii(text.codePointAt(at) ?? 0) : SEPARATOR;
}

function kindBeyondAscii(point: number): number {
  const letter = String.fromCodePoint(point);
  if (/[\p{L}\p{N}]/u.test(letter)) return FOLD;
  return /[\p{M}\p{Cf}]/u.test(letter) ? JOINED : SEPARATOR;
}

/** UTF-16 units of the character there. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isApostrophe(unit: number): boolean {
  return unit === STRAIGHT || unit === 0x2019;
}

/** `7.5` and `E11.9` are one word; `9.The` and `B12.The` are two. */
function dotBelongs(text: string, start: number, dot: number, seen: number): boolean {
  const next = kindAt(text, dot + 1);
  if (seen === 1 << DIGIT) return next === DIGIT;
  if (dot - start !== 3 || !isCodeCategory(text, start)) return false;
  if (next === DIGIT) return true;
  const after = kindAt(text, dot + 2);
  return (next === UPPER || next === LOWER) && (after === SEPARATOR || after === DIGIT);
}

/** Letter, letter or digit, letter or digit, at least one digit: an ICD-10-CM category. */
function isCodeCategory(text: string, start: number): boolean {
  const [first, second, third] = [kindAt(text, start), kindAt(text, start + 1), kindAt(text, start + 2)];
  return (first === UPPER || first === LOWER) && second >= LOWER && second <= DIGIT && third >= LOWER && third <= DIGIT && (second === DIGIT || third === DIGIT);
}

function isPossessive(text: string, apostrophe: number): boolean {
  const letter = text.charCodeAt(apostrophe + 1);
  return (letter === 0x73 || letter === 0x53) && kindAt(text, apostrophe + 2) === SEPARATOR;
}
