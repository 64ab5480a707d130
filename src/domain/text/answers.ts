/** What a form or a table answers, and to which words. Offsets are UTF-16 into the text. */
export interface Answered {
  /** The question or the row, as one unit: `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Null: the words of the row themselves tell. */
  readonly says: 'yes' | 'no' | null;
  /** The words or the mark that answer; may lie outside the unit, in the head of a column. */
  readonly by: { readonly start: number; readonly end: number };
  /** Cells stand side by side in it: what is said in one does not run on into the next. */
  readonly cells: boolean;
}

const YES = /^(?:yes|y|yep|yeah|true|present|positive|pos|\+|\(\+\)|\+ve|endorses|endorsed|reports|reported|admits|affirms|☑|✓|✔|\[[xX]\])[.!,]?$/i;
const NO = /^(?:no|n|nope|none|nil|never|denies|denied|absent|not present|negative|neg|-ve|\(-\)|false|not at all|no never|none reported|none noted|☐|\[ \])[.!,]?$/i;
const LONGEST_ANSWER = 16;

/** Whether words, without white space around them, are nothing but an answer. */
export function answerOf(words: string): 'yes' | 'no' | null {
  if (words.length > LONGEST_ANSWER) return null;
  return NO.test(words) ? 'no' : YES.test(words) ? 'yes' : null;
}
