import type { Chart, CodeSet } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';
import { visitNotes } from './whose-words.ts';

const NOT_LOST = /\b(?:no|without|w\/o|denies|denied|neg(?:ative)? for|did not have|never had)\s+(?:any\s+|reported\s+|witnessed\s+)?(?:LOC\b|loss of consciousness)|\b(?:LOC|loss of consciousness)(?: was)?\s?[:-]?\s?(?:denied|absent|none|negative|no\b)|\b(?:did not|never) (?:lose consciousness|lost consciousness|black(?:ed)? out|pass(?:ed)? out)\b/i;
const LOST = /\b(?:brief|positive|\+|with|had|witnessed|transient|questionable|possible|unknown|prolonged)\s+(?:LOC\b|loss of consciousness)|(?<!not |never )\b(?:lost consciousness|knocked out|knocked unconscious|found unconscious)\b/i;

/**
 * An injury of the brain whose code leaves open whether consciousness was lost, where a provider of this visit says that it was not (tabular S06: the sixth
 * character, 0 without loss of consciousness, A status unknown). Not where the notes say both.
 */
export function withConsciousness(said: readonly Statement[], chart: Chart, codeSet: CodeSet): readonly Statement[] {
  if (!said.some(isOpen)) return said;
  const texts = visitNotes(chart).usable.map(({ text }) => text);
  if (!texts.some((text) => NOT_LOST.test(text)) || texts.some((text) => LOST.test(text))) return said;
  return said.map((one) => {
    const found = isOpen(one) ? codeSet.entry(`${one.code.slice(0, -2)}0${one.code.slice(-1)}`) : undefined;
    return found === undefined || !found.billable ? one : { ...one, code: found.code, title: found.title };
  });
}

/** "S06.5XAA", "S06.33AA": the last character but one is A. */
function isOpen({ code }: Statement): boolean {
  return isUnderAny(code, ['S06']) && code.length === 8 && code.charAt(6) === 'A';
}
