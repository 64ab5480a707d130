import type { Answered } from './answers.ts';
import { lineEnd, nextLine } from './sections.ts';

/**
 * Questions of a form with both answers printed and one of them marked: "Vertigo  Yes ☐  No ☒", "TB: [ ] Yes [x] No", "Fever  Yes  [No]".
 * In order, not overlapping. Where none or both are marked, or the mark may belong to either, nothing is answered.
 */
export function markedChoices(text: string): Answered[] {
  if (!PRINTED.test(text)) return [];
  const found: Answered[] = [];
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at);
    if (end - at <= LONGEST_LINE) inLine(text.slice(at, end), at, found);
    at = nextLine(text, end);
  }
  return found;
}

/** No line of a form is longer. */
const LONGEST_LINE = 400;

const BOX = String.raw`\[[ xX✓✔*_]?\]|\([ xX✓*_]?\)|[☐☑☒□■✓✔✗✘]|_{1,4}[xX]_{1,4}|_{2,6}`;
const WORD = (which: string): string => String.raw`[[({*_<]{0,2}(?<![A-Za-z])(?:yes|no|y|n)(?![A-Za-z])[\])}*_>]{0,2}`.replace('yes|no|y|n', which);
const PAIR = (first: string, second: string): string => String.raw`(${BOX})?[ \t]{0,3}(${WORD(first)})[ \t:]{0,3}(${BOX})?[ \t/|,]{0,12}(${BOX})?[ \t]{0,3}(${WORD(second)})(?:[ \t:]{0,3}(${BOX}))?`;
const EITHER = new RegExp(`${PAIR('yes|y|present', 'no|n|absent')}|${PAIR('no|n', 'yes|y')}`, 'giu');
/** What a text must hold for any of it to be looked at line by line. */
const PRINTED = /(?<![A-Za-z])(?:yes|y|present)(?![A-Za-z])[^A-WYZa-wyz\n]{1,24}(?:no|n|absent)(?![A-Za-z])|(?<![A-Za-z])no?(?![A-Za-z])[^A-WYZa-wyz\n]{1,24}(?:yes|y)(?![A-Za-z])/i;

function inLine(line: string, offset: number, found: Answered[]): void {
  let from = 0;
  for (const pair of line.matchAll(EITHER)) {
    const [before, first, after, beforeSecond, second, last] = pair.slice(pair[2] === undefined ? 7 : 1, pair[2] === undefined ? 13 : 7);
    const label = line.slice(from, pair.index);
    const end = pair.index + pair[0].length;
    const chosen = markedOf([before, after, beforeSecond, last], first!, second!);
    if (chosen !== null && /[A-Za-z]/.test(label)) {
      const word = chosen === 0 ? first! : second!;
      const at = chosen === 0 ? pair[0].indexOf(word) : pair[0].lastIndexOf(word);
      const start = from + label.search(/[A-Za-z]/);
      const by = { start: offset + pair.index + at, end: offset + pair.index + at + word.length };
      found.push({ start: offset + start, end: offset + end, says: /n|absent/i.test(word) && !/present/i.test(word) ? 'no' : 'yes', by, cells: true });
    }
    from = end;
  }
}

/** Which of two answers is marked: 0, 1 or neither. */
function markedOf([before, after, beforeSecond, last]: readonly (string | undefined)[], first: string, second: string): 0 | 1 | null {
  const ringed = [first, second].map((word) => /^[[({*_<].*[\])}*_>]$/u.test(word));
  const boxes = [before, after, beforeSecond, last].filter((box) => box !== undefined);
  if (boxes.length === 0) return ringed[0] === ringed[1] ? null : ringed[0] ? 0 : 1;
  if (boxes.length === 2) {
    const [one, other] = boxes.map(isMarked);
    return one === other ? null : one ? 0 : 1;
  }
  if (boxes.length > 2 || !isMarked(boxes[0]!)) return null;
  return before !== undefined ? 0 : last !== undefined ? 1 : null;
}

function isMarked(box: string): boolean {
  return /[xX✓✔☑☒■✗✘*]/u.test(box);
}
