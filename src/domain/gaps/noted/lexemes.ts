/** A piece of a sentence. Offsets are UTF-16 into the note's text. */
export interface Lexeme {
  readonly kind: 'word' | 'number' | 'date' | 'time' | 'arrow' | 'sign';
  readonly start: number;
  readonly end: number;
  /** Words in lower case, all else as written. */
  readonly norm: string;
  readonly raw: string;
}

const LEXEME = new RegExp([
  String.raw`(\d{4}-\d{2}-\d{2}|(?<![\d./])(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])\/(?:\d{4}|\d{2})(?![\d/]))`,
  String.raw`((?<![\d.:/])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))`,
  String.raw`((?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)`,
  String.raw`([A-Za-zµμ][A-Za-z0-9µμ]*(?:['’]s)?)`,
  String.raw`(-{1,4}>|={1,4}>|→|⇒|➔|➜|⟶)`,
  String.raw`(<=|>=|[^\sA-Za-z0-9])`,
].join('|'), 'g');

const KINDS = ['date', 'time', 'number', 'word', 'arrow', 'sign'] as const;

/** In order, not overlapping. Linear: no part of the pattern can begin where another of its own parts may go on. */
export function lexemesOf(text: string, from: number, to: number): readonly Lexeme[] {
  const part = text.slice(from, to);
  const found: Lexeme[] = [];
  LEXEME.lastIndex = 0;
  for (let match = LEXEME.exec(part); match; match = LEXEME.exec(part)) {
    const raw = match[0];
    let group = 1;
    while (match[group] === undefined) group++;
    const kind = KINDS[group - 1]!;
    found.push({ kind, start: from + match.index, end: from + match.index + raw.length, raw, norm: kind === 'word' ? raw.toLowerCase().replace('’', "'") : raw });
  }
  return found;
}

/** Thousands may be parted: 1,450. */
export function numberOf({ raw }: Lexeme): number {
  return Number(raw.replaceAll(',', ''));
}
