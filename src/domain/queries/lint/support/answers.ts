import type { Reading } from './reading.ts';
import { said, wordList } from './phrases.ts';

/** An answer that names a diagnosis or another meaning of the findings; not *other*, *undetermined*, yes or no. */
export function isSubstantive(option: Reading): boolean {
  const first = option.words[0];
  if (first === undefined || OPENERS.has(first)) return false;
  return said(LEAVES_OPEN, option) === null;
}

/** Answers that say the finding means nothing, or lies in the past: they need no support of their own. */
export function needsNoSupport(option: Reading): boolean {
  return !isSubstantive(option) || said(NO_DIAGNOSIS, option) !== null;
}

const OPENERS = new Set(['other', 'another', 'none', 'unable', 'undetermined', 'unknown', 'indeterminate', 'yes', 'no', 'cannot', 'neither', 'unclear', 'undeterminable', 'n', 'not', 'agree', 'disagree', 'free']);
const LEAVES_OPEN = wordList('clinically un*, unable to, undetermined, cannot be, cannot determine, not able to, can not be, other diagnosis, other explanation, other condition, please specify other, some other, something else, different diagnosis, clinically indeterminate, not determinable, more information, further workup, all of the above, not applicable');
const NO_DIAGNOSIS = wordList('not clinically significant, clinically insignificant, no clinical significance, not significant, ruled out, of another, or another, another condition, another reason, of other, other source, other cause, without a current, history of, h o, hx of, no longer, resolved prior, incidental, expected finding, no diagnosis, no associated, integral, inherent, not present, remote, not supported, past, prior');
