import type { CodeSet } from '../model/index.ts';
import type { Statement } from './statements.ts';

/** Delirium by itself (Index, Delirium: R41.0), and what the Index has for one that a condition of the body brings. */
const DELIRIUM = 'R41.0';
const WITH_CAUSE = 'F05';
const NAMED = /\bdeliri/i;

/** "… due to urosepsis", "…, postoperative", "… superimposed on dementia": UTF-16 units behind the name in which the cause is looked for. */
const NEAR = 60;
const CAUSE = '(?:due to|from|secondary to|2\\/2|caused by|because of|related to|in (?:the )?setting of|superimposed on|on top of|precipitated by|triggered by|after|following)';
const KIND = '(?:post-?\\s?operative|multifactorial|metabolic|toxic(?:-metabolic)?|septic|infectious|uremic|hepatic|hypoxic|hypercapnic|hypercarbic|hospital(?:[- ]acquired)?|ICU|post-?\\s?anesthe\\w+|post-?\\s?surgical|organic)';
const BEHIND = new RegExp(`^(?:,?\\s*(?:hyperactive|hypoactive|mixed(?: type)?|acute|agitated|fluctuating|(?:now |since )?(?:resolved|resolving|improv(?:ed|ing)|cleared|clearing)(?: (?:on |by )?[\\d/]+)?)\\b){0,3},?\\s*(?:(?:likely|probably|most likely|thought|felt|which is|was|is|of|with)\\s+){0,3}(?:${CAUSE}\\b|(?:a )?${KIND}\\b)`, 'i');
const BEFORE = new RegExp(`\\b${KIND}(?:\\s+(?:acute|hyperactive|hypoactive|mixed))?\\s*$`, 'i');
/** With a substance and its withdrawal the list has codes of its own (F10–F19). */
const OF_A_SUBSTANCE = /\b(?:alcohol|etoh|withdraw\w*|intoxicat\w*|tremens|cocaine|methamphetamine|unknown|unclear)\b/i;

/** A delirium of which the provider says what condition of the body it comes from (Index, Delirium, due to known physiological condition; tabular F05). */
export function asCausedDelirium(said: readonly Statement[], codeSet: CodeSet): readonly Statement[] {
  const found = codeSet.entry(WITH_CAUSE);
  if (found === undefined || !found.billable) return said;
  return said.map((one) => (one.code === DELIRIUM && isCaused(one) ? { ...one, code: found.code, title: found.title } : one));
}

function isCaused({ words, at, mention }: Statement): boolean {
  if (!NAMED.test(mention.text)) return false;
  const end = at + mention.text.length;
  const rest = words.slice(end, end + NEAR).split(/[.;]/)[0] ?? '';
  if (OF_A_SUBSTANCE.test(rest)) return false;
  return BEHIND.test(rest) || BEFORE.test(words.slice(Math.max(0, at - NEAR), at));
}
