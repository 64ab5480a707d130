/** "… is a 59-year-old male with a past medical history significant for depression and diabetes". */
const OF_THE_PATIENT = /\b(?:year[- ]old|y\.?\/?o\.?|yr old|male|female|man|woman|gentleman|lady|patient|pt)\b/i;
const HISTORY = /\bhistory (?:that is |which is )?(?:significant|notable|remarkable|positive|pertinent|also significant) for\b|\b(?:with|has) (?:a |an |known |her |his )?(?:known )?(?:past )?(?:medical )?(?:history|hx|PMH) of\b|\bPMH of\b/gi;
/** From here on the sentence tells why the patient comes. */
const REASON = /\b(?:who|presents?|presenting|presented|here|seen|comes?|returns?|today|is being|for (?:follow|evaluation))\b/i;

/** True for what an opening sentence says that the patient comes with. */
export function isIntroducedAsReason(before: string): boolean {
  return (OF_THE_PATIENT.test(before) || PRONOUN.test(before)) && PRESENTS.test(before);
}

const PRONOUN = /^\W*(?:he|she|they)\b/i;
const PRESENTS = /\b(?:presents?|presenting|presented|comes?|came|returns?|returning|seen|here)\b/i;

/**
 * True for what an opening sentence lists as history, before it says why the patient comes.
 * @param before the sentence up to the mention
 */
export function isIntroducedAsHistory(before: string): boolean {
  if (!OF_THE_PATIENT.test(before)) return false;
  const last = [...before.matchAll(HISTORY)].at(-1);
  return last !== undefined && !REASON.test(before.slice(last.index + last[0].length));
}
