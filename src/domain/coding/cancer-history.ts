import type { CodeEntry, CodeSet, Mention, Note, NoteFindings, Span } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';
import { ASSESSING } from './note-shape.ts';
import type { ProblemTitles } from './problem-titles.ts';

/** Where a cancer was, and the code of its history (tabular Z85; Z86.000 for in situ of the breast). */
const HISTORIES: readonly { readonly of: readonly string[]; readonly code: string }[] = [
  { of: ['C15'], code: 'Z85.01' }, { of: ['C16'], code: 'Z85.028' }, { of: ['C18'], code: 'Z85.038' }, { of: ['C19', 'C20', 'C21'], code: 'Z85.048' }, { of: ['C22'], code: 'Z85.05' }, { of: ['C25'], code: 'Z85.07' },
  { of: ['C33'], code: 'Z85.12' }, { of: ['C34'], code: 'Z85.118' }, { of: ['C32'], code: 'Z85.21' }, { of: ['C50'], code: 'Z85.3' }, { of: ['D05'], code: 'Z86.000' },
  { of: ['C53'], code: 'Z85.41' }, { of: ['C54', 'C55'], code: 'Z85.42' }, { of: ['C56'], code: 'Z85.43' }, { of: ['C61'], code: 'Z85.46' }, { of: ['C62'], code: 'Z85.47' },
  { of: ['C67'], code: 'Z85.51' }, { of: ['C64'], code: 'Z85.528' }, { of: ['C43'], code: 'Z85.820' }, { of: ['C44'], code: 'Z85.828' }, { of: ['C73'], code: 'Z85.850' }, { of: ['C71'], code: 'Z85.841' },
];

const NO_SIGN = /\b(?:[Nn]o|[Ww]ithout) (?:clinical |radiographic |current |any )*(?:evidence|signs?) of (?:any )?(?:recurren(?:t|ce)|residual|(?:the )?disease)\b|\b[Nn]o recurrence\b|\bNED\b|\bPSA (?:\w+ ){0,3}undetectable\b|\b[Uu]ndetectable PSA\b|\bPSA (?:\w+ ){0,3}(?:under|below|less than|<) ?0?\.\d|\b(?:[Dd]isease|[Cc]ancer)[- ]free\b/;
const REMOVED = /\b(?:TURBT|BCG|fulguration|ablation|lumpectomy|mastectomy|prostatectomy|nephrectomy|colectomy|hemicolectomy|thyroidectomy|hysterectomy|lobectomy|cystectomy|orchiectomy|resected|resection|excised|excision|mohs|(?:completed|finished|after|status post|s\/p|adjuvant) (?:\w+ ){0,3}(?:chemotherapy|chemo|radiation|radiotherapy|treatment))\b/i;
const STILL_TREATED = /\b(?:tamoxifen|anastrozole|letrozole|exemestane|fulvestrant|trastuzumab|herceptin|leuprolide|lupron|enzalutamide|abiraterone|apalutamide|darolutamide|bicalutamide|goserelin|zoladex|degarelix|relugolix|orgovyx|triptorelin|palbociclib|ribociclib|abemaciclib|olaparib|osimertinib|capecitabine|rituximab|lenalidomide|bortezomib|dasatinib|ibrutinib|pertuzumab|(?:on|continue|receiving) (?:an? )?(?:\w+ ){0,2}(?:(?:endocrine|hormon\w{1,4}|anti-?estrogen|anti-?androgen) (?:therapy|treatment|blockade)|androgen[- ]deprivation|ADT|aromatase inhibitor)|maintenance (?:chemotherapy|immunotherapy|therapy|BCG)|imatinib|pembrolizumab|nivolumab|currently (?:on|receiving) (?:\w+ ){0,2}(?:chemotherapy|chemo|radiation|immunotherapy)|(?:continue|ongoing|undergoing|during) (?:\w+ ){0,2}(?:chemotherapy|chemo|radiation|immunotherapy)|cycle \d)\b/i;

const TREATED_TODAY = /\b(?:(?:excis|remov|resect|biops|treat|operat)\w*|excision|surgery) (?:was |were )?(?:\w+ )?today\b|\b(?:excision|surgery|radiation|chemotherapy) (?:is )?(?:planned|scheduled)\b/i;

/**
 * The assessment finds no sign of a cancer that the note tells was removed, and no treatment goes on: it is reported as
 * history (ICD-10-CM Guidelines I.C.2.m). Which cancer is told by its code, and where problems have titles by what stands beneath its own.
 */
export function withoutDisease(text: string, { sections }: NoteFindings, { above, blocks }: ProblemTitles): (mention: Mention) => boolean {
  if (!REMOVED.test(text) || STILL_TREATED.test(text) || !NO_SIGN.test(text)) return () => false;
  const isSaidLater = sections.some(({ kind, start, end }) => ASSESSING.has(kind) && NO_SIGN.test(text.slice(start, end)));
  return (mention) => {
    const title = blocks.has(mention) ? mention : above.get(mention);
    const block = title === undefined ? undefined : blocks.get(title);
    if (mention.section === null || !ASSESSING.has(mention.section)) return isSaidLater || NO_SIGN.test(paragraphOf(mention, text));
    if (!isSaidLater) return false;
    if (title === undefined || block === undefined) return true;
    const told = text.slice(title.start, block.end);
    return NO_SIGN.test(told) && !TREATED_TODAY.test(told);
  };
}

/** The line that tells of it: UTF-16 units behind the name. */
function paragraphOf({ start }: Mention, text: string): string {
  return text.slice(start, start + LONGEST_PARAGRAPH).split('\n', 1)[0]!;
}

const LONGEST_PARAGRAPH = 600;

/** Words by which an author says that nothing is left of it. */
const NOTHING_LEFT = /\bno (?:current )?evidence|\bNED\b|\b(?:disease|cancer)[- ]free\b|\bno recurrence\b/i;

/** "Breast cancer, no evidence of disease": the cue makes it a past one, which is reported as history, unless it is still treated. */
export function isToldGone({ assertion, section }: Mention): boolean {
  return assertion.status === 'historical' && section !== null && ASSESSING.has(section) && assertion.cues.some(({ text }) => NOTHING_LEFT.test(text));
}

/** What the author says of it, and is done under its title: "Continue letrozole." */
export function wordsWithTold(words: string, told: readonly Span[], { text }: Note): string {
  const done = told.map(({ start, end }) => text.slice(start, end)).filter((sentence) => GOES_ON.test(sentence) && !/\b(?:completed|finished|stopped|discontinued|declin\w+|off)\b/i.test(sentence));
  return [words, ...done].join('\n');
}

const GOES_ON = /\b(?:continu\w+|remains? on|stays? on|refill\w*|tolerating|cycle \d|taking|today)\b/i;

/** A malignancy that the words say is treated: active, though no sign of it is left (ICD-10-CM Guidelines I.C.2.m). */
export function isUnderTreatment(code: string, mention: Mention, words: string): boolean {
  return isUnderAny(code, ['C']) && isToldGone(mention) && STILL_TREATED.test(words);
}

/** The entry of the history of this cancer; undefined where there is none. */
export function cancerHistory(code: string, codeSet: CodeSet): CodeEntry | undefined {
  const row = HISTORIES.find(({ of }) => isUnderAny(code, of));
  return row === undefined ? undefined : codeSet.entry(row.code);
}
