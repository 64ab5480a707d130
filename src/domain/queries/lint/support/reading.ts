/** A passage of a query as its words, with what is denied in it. Offsets are positions in `words`, not in the text. */
export interface Reading {
  readonly words: readonly string[];
  /** The denial that governs each word from before ("no", "denies") or from behind ("negative", "ruled out"); -1 where none does. */
  readonly deniedBefore: readonly number[];
  readonly deniedBehind: readonly number[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Linear in the text. Dates and clock times are left out, so that "3/12" is never a value. */
export function read(text: string): Reading {
  const words: string[] = [];
  const breaks: Break[] = [];
  for (const [piece] of plain(text).matchAll(PIECE)) {
    if (isWord(piece)) {
      words.push(piece);
      breaks.push('none');
    } else if (words.length > 0) {
      const last = words.length - 1;
      const found = breakOf(piece, words[last] ?? '');
      if (found === 'sentence' || breaks[last] === 'none') breaks[last] = found === 'none' ? (breaks[last] ?? 'none') : found;
    }
  }
  return { words, ...denials(words, breaks), places: placesOf(words) };
}

/** Words share a shelf by their first three letters, so that word beginnings are found without a walk through all. */
export function shelf(word: string): string {
  return word.slice(0, 3);
}

type Break = 'none' | 'slash' | 'clause' | 'sentence';

const PIECE = /[a-z][a-z0-9]*|\d+(?:\.\d+)?|\S/gu;

function isWord(piece: string): boolean {
  return /^[a-z0-9]/u.test(piece);
}

function breakOf(piece: string, before: string): Break {
  if (piece === '/') return 'slash';
  if (piece === ',') return 'clause';
  // "E. coli", "C. diff": the dot of an initial ends no sentence.
  if (piece === '.') return before.length === 1 ? 'none' : 'sentence';
  return ENDS.has(piece) ? 'sentence' : 'none';
}

const ENDS = new Set([';', '!', '?', '"', '“', '”', '|', '•']);

function plain(text: string): string {
  return text
    .replace(DAY_OF_MONTH, ' ')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('₂', '2')
    .replaceAll("n't", 'n not')
    .replace(/\bw\/o\b/gu, ' without ')
    .replace(/\bb\/l\b/gu, ' bilateral ')
    .replace(/\((?:-|−|neg)\)/gu, ' negative ')
    .replace(/\br\/o\b/gu, ' suspected ')
    // A blood gas written in a row.
    .replace(/\b([67]\.\d{1,2})\/(\d{2,3})\/(\d{2,3})\b/gu, ' ph $1 pco2 $2 po2 $3 ')
    .replace(/\b\d{4}-\d{2}-\d{2}\b/gu, ' ')
    .replace(/\b(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?\b(?!\/)/gu, (date, month: string, day: string) => (isDay(month, day) ? ' ' : date))
    .replace(/\b\d{1,2}:\d{2}\b/gu, ' ')
    .replace(/(\d),(\d{3})(?!\d)/gu, '$1$2')
    .replace(/(ae|oe)(?=mia|dema|mor|mat|mop|mol|mog|noea|nea|sophag|diatric|rrhoea|strogen)/gu, 'e')
    .replaceAll('rrhoea', 'rrhea')
    .replaceAll('pnoea', 'pnea')
    .replaceAll('tumour', 'tumor')
    .replaceAll('ischaem', 'ischem');
}

/** "28 Feb", "Mar 4, 2026": in these letters a month; "MAR 40 mg" is the record of medication. */
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\\.?';
const DAY_OF_MONTH = new RegExp(`\\b\\d{1,2}[ -]${MONTH}(?![a-z])(?:,? \\d{4}\\b)?|\\b${MONTH} \\d{1,2}(?![\\d.%])(?:, \\d{4}\\b)?|\\b${MONTH} 20\\d\\d\\b`, 'gu');

function isDay(month: string, day: string): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

function placesOf(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  words.forEach((word, at) => {
    const key = shelf(word);
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  });
  return places;
}

/** NegEx in small (Chapman 2001): a denial governs its clause; "no A, B or C" governs the whole list. */
function denials(words: readonly string[], breaks: readonly Break[]): Pick<Reading, 'deniedBefore' | 'deniedBehind'> {
  const deniedBefore = words.map(() => -1);
  const deniedBehind = words.map(() => -1);
  let cue = -1;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (TURNS.has(word)) cue = -1;
    if (deniesAhead(words, at)) cue = at;
    else deniedBefore[at] = cue;
    const stop = breaks[at] ?? 'none';
    if (stop === 'sentence' || (stop === 'clause' && !listGoesOn(words, breaks, at))) cue = -1;
    if (cue === -1 && at > 0 && words[at - 1] === 'non') deniedBefore[at] = at - 1;
  }
  cue = -1;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const stop = breaks[at] ?? 'none';
    if (stop === 'sentence' || stop === 'clause' || TURNS.has(words[at] ?? '')) cue = -1;
    deniedBehind[at] = cue;
    if (deniesBehind(words, at)) cue = at;
  }
  return { deniedBefore, deniedBehind };
}

const TURNS = new Set(['but', 'however', 'although', 'though', 'except', 'despite', 'yet', 'then', 'now']);
const AHEAD = new Set(['no', 'not', 'denies', 'denied', 'without', 'nor', 'never', 'absent', 'lacks', 'normal', 'neither']);
const BEHIND = new Set(['negative', 'neg', 'normal', 'nl', 'wnl', 'unremarkable', 'ngtd', 'undetected', 'excluded', 'absent', 'none', 'clear', 'unlikely']);
/** "no improvement", "not tolerating": these deny the getting better, not the illness. */
const NO_DENIAL = ['improv', 'chang', 'respon', 'relie', 'further', 'longer', 'toler', 'other', 'resol', 'only', 'able', 'yet', 'clear', 'specif', 'document', 'address', 'mention', 'saline', 'diagnos', 'dx', 'provider'];

function deniesAhead(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  const next = words[at + 1] ?? '';
  if (word === 'negative' || word === 'neg' || word === 'free' || word === 'absence') return next === 'for' || next === 'of';
  if (!AHEAD.has(word)) return false;
  return !NO_DENIAL.some((start) => next.startsWith(start));
}

function deniesBehind(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  const before = words[at - 1] ?? '';
  if (word === 'out') return before === 'ruled';
  if (word === 'growth') return before === 'no';
  if (before === 'not') return SEEN.has(word);
  return BEHIND.has(word) && words[at + 1] !== 'saline';
}

const SEEN = new Set(['detected', 'seen', 'identified', 'present', 'found', 'elevated', 'visualized', 'met', 'appreciated', 'noted', 'suspected']);

/** After a comma a denial goes on only in a list that is closed by "or" or "nor" within a few words. */
function listGoesOn(words: readonly string[], breaks: readonly Break[], at: number): boolean {
  for (let next = at + 1; next <= at + LIST_REACH && next < words.length; next += 1) {
    if (words[next] === 'or' || words[next] === 'nor') return true;
    if (breaks[next] === 'sentence') return false;
  }
  return false;
}

const LIST_REACH = 8;
