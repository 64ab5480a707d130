/** Where a phrase stands, in UTF-16 offsets. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One row of a word table: phrases in small letters, why they matter, and what beside them says that something else is meant. */
export interface WordRow {
  /** A phrase ends with `*` where any ending may follow ("reimburs*"). A space stands for a blank or a hyphen. */
  readonly words: readonly string[];
  readonly why: string;
  /** Where one of these stands in the same sentence, the phrase means something else ("dorsal root" beside DRG). */
  readonly unless?: readonly string[];
  /** Only where one of these stands in the same sentence. */
  readonly beside?: readonly string[];
  /** A short form of several meanings: words of `unless` in the indicators decide, too. */
  readonly isShortForm?: true;
}

export type Finder = (text: string) => readonly Found[];
/** @param record what the indicators say, by which short forms are understood */
export type TableFinder = (text: string, record?: string) => readonly Found[];

/** Finds whole words in any case. Compiled once; linear in the text. */
export function finderOf(phrases: readonly string[]): Finder {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.toSorted((a, b) => b.length - a.length).map(patternOf).join('|')})`, 'giu');
  return (text) => [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }));
}

/** Finds what a table of words names, sentence by sentence, leaving out what the row's other words explain away. */
export function tableFinder(rows: readonly WordRow[]): TableFinder {
  const compiled = rows.map(({ words, unless, beside, isShortForm }) => ({ isShortForm, find: finderOf(words), unless: unless && finderOf(unless), beside: beside && finderOf(beside) }));
  return (text, record = '') => {
    const inUse = compiled.filter(({ unless, isShortForm }) => !(isShortForm && unless && unless(record).length > 0));
    return sentencesOf(text).flatMap(({ start, text: sentence }) => inUse.flatMap(({ find, unless, beside }) => {
      const found = find(sentence);
      if (found.length === 0 || (unless && unless(sentence).length > 0) || (beside && beside(sentence).length === 0)) return [];
      return found.map((one) => ({ start: start + one.start, end: start + one.end, text: one.text }));
    })).toSorted((a, b) => a.start - b.start || b.end - a.end);
  };
}

/** A sentence ends with its mark and a blank: "2.6" and "Dr. Lee" do not end one. */
export function sentencesOf(text: string): readonly Found[] {
  const sentences: Found[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/(?<!\b(?:dr|mr|ms|mrs|pt|vs|no|st))[.!?;](?=\s)|\n/giu)) {
    sentences.push({ start, end: index + 1, text: text.slice(start, index + 1) });
    start = index + 1;
  }
  sentences.push({ start, end: text.length, text: text.slice(start) });
  return sentences;
}

function patternOf(phrase: string): string {
  const open = phrase.endsWith('*');
  const words = (open ? phrase.slice(0, -1) : phrase).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll("'", "['’]?").replaceAll(' ', '[\\s-]{1,3}');
  return open ? words : `${words}(?![\\p{L}\\p{N}])`;
}
