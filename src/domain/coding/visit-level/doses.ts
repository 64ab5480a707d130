import { OVER_THE_COUNTER } from './treatments.ts';

/**
 * A medicine told by its dose: "pen VK 500 mg", "glargine 12 nightly", "ferric carboxymaltose 750 x 2". No list of names holds every drug; a
 * strength or a schedule behind a name does (21 CFR 201.55 and 201.56: strength and dosing of what is prescribed). Offsets (UTF-16) within the text.
 */
export function doseIn(text: string): { readonly start: number; readonly end: number } | null {
  for (const at of text.matchAll(DOSE)) {
    const [words, name = '', strength = ''] = at;
    const before = text.slice(Math.max(0, at.index - NAME_BEFORE), at.index);
    if (NO_DRUG.test(name) || OVER_THE_COUNTER.test(`${words} `) || OVER_THE_COUNTER.test(before) || isMeasured(text.slice(at.index + words.length))) continue;
    if (strength === '' && NO_DRUG.test(before)) continue;
    return { start: at.index, end: at.index + words.length };
  }
  const begun = BEGUN.exec(text);
  const [words = '', name = ''] = begun ?? [];
  return begun === null || NOT_BEGUN.test(name) || NO_DRUG.test(name) || OVER_THE_COUNTER.test(text.slice(begun.index)) ? null : { start: begun.index, end: begun.index + words.length };
}

/** What is begun by one word is a drug, where it is no exercise, no service and no plain word. */
const BEGUN = /\b(?:start|begin|initiate|prescribe|trial of|switch to|change to|script for|rx for)[ :]+([a-z][a-z-]{5,30})\b/i;
const NOT_BEGUN = /(?:ing|tion|ment|ness|ology|therapy|ercises?)$|^(?:physical|exercise\w*|aerobic\w*|therap\w*|counsel\w*|program|school|daycare|solids?|cereal|table|formula|bottle|breast\w*|toilet|potty|regular|normal|low-?\w*|high-?\w*|clear|liquids?|mechanical|mediterr\w*|plant-\w+|healthy|weight\w*|weekly|slowly|gradual\w*|again|after|before|within|tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|dialysis|insurance|disability|hospice|palliative|home|speech|occupational|pelvic|vestibular|cardiac|pulmonary|allergy|contact|glasses|hearing|orthotic\w*|compress\w*|stocking\w*|elastic|brace|splint|crutch\w*|walker|sleep\w*|mindful\w*|meditat\w*|journal|vitamins?|supplement\w*|calcium|magnesium|probiotic\w*|melatonin|sunscreen|moistur\w*|another|without|treatment|medication|workup|work-up|evaluation|referral|observation|college|middle|kindergarten|periods?|menses|thinking|insulin-free)$/i;

/** The word before the dose may be a salt or a form: "docusate sodium 100 mg". */
const NAME_BEFORE = 14;

/** A name, then a strength with its unit, or a bare number with a schedule, or the letters of a schedule alone. */
const DOSE = /\b([a-z][a-z/-]{1,30})(?: (?:po|iv|im|er|xr|sr|cr|la|ir|xl|hcl|ds|ec|oint|ointment|cream|gel|susp|drops|tabs?|caps?|patch)){0,2} (?:(\d{1,4}(?:[.,]\d{1,3})?(?:[/-]\d{1,4}(?:\.\d)?)? ?(?:mg|mcg|ug|units?|iu|meq|gtts?|puffs?|g)\b|\d{1,4}(?:\.\d{1,3})?(?:[/-]\d{1,4}(?:\.\d)?)? (?:po |oral |sc |iv |im )?(?:bid|tid|qid|qhs|qam|qpm|qd|qod|hs|daily|nightly|weekly|q ?\d{1,2} ?h\w*|q\d{1,2}|prn|at night|at bedtime|x ?\d{1,2}\b(?! ?(?:d|days?|wks?|weeks?|mo|months?|yrs?|years?|y)\b)))|(?:bid|tid|qid|qhs)\b)/gi;

/** "mg/dL": a laboratory value. */
function isMeasured(after: string): boolean {
  return /^ ?\/ ?(?:d?l|ml|mmol|mol|min|h\b)/i.test(after);
}

/** What is weighed, eaten, measured or done at hours, and is no prescription. */
const NO_DRUG = /\b(?:sodium|salt|protein|carb\w*|fat|fib(?:er|re)|sugars?|alcohol|etoh|caffeine|calcium|iron|magnesium|zinc|vit\w*|d3|b12|folate|cholecalciferol|supplements?|fluids?|water|intake|weigh\w*|wt|bp|cuff|glucose|log|diary|checks?|check|soaks?|sitz|baths?|ice|iced|heat|compress\w*|stretch\w*|exercis\w*|walk\w*|steps|wash\w*|rins\w*|gargl\w*|brush\w*|floss\w*|meals?|feeds?|feeding|formula|oz|visits?|pt|ot|therapy|dressings?|changes?|elevate\w*|rest|sunscreen|moistur\w*|lubricat\w*|irrigat\w*|lavage|creat\w*|cr|bun|bnp|ferritin|crp|ldl|tsh|level|levels|trough|dimer|score|phq|pain|and|to|of|or|from|then|at|in|on|x|is|was|for|with|by|up|now|about|than|over|under|every|once|dc|rtc|hd|day|days|pod|age|ef|hr|rr|sat|temp)\s*$/i;
