import type { CodeEntry, CodeSet, NoteFindings } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';
import { ASSESSING } from './note-shape.ts';

/** What is smoked, said anywhere in the note (Index, Dependence, drug, nicotine, cigarettes). */
const CIGARETTES = /\bcigarettes?\b|\b(?:packs?|ppd)(?: of cigarettes)?(?: (?:per|a|each|every) ?day| daily|[- ]years?|\/ ?day)\b|\bppd\b/i;
const E_CIGARETTES = /\b(?:e-?|electronic )cigarettes?\b|\bvap(?:es|ing)\b/i;

export function namesCigarettes(text: string): boolean {
  return CIGARETTES.test(text) && !E_CIGARETTES.test(text);
}

/** Nicotine dependence of the product that the note names. */
export function ofCigarettes(entry: CodeEntry, codeSet: CodeSet): CodeEntry {
  return entry.code === 'F17.200' ? (codeSet.entry('F17.210') ?? entry) : entry;
}

const COUNSELS = /\b(?:smoking|tobacco|nicotine|cigarette) cessation\b(?! (?:was|in|since|years?)\b)|\b(?:quit(?:ting)?|stop(?:ping)?|cease|cut(?:ting)? (?:back|down)(?: on)?) (?:the )?(?:smoking|tobacco|cigarettes)\b|\bquit-? ?line\b|\b1-?800-?QUIT\b|\b(?:tobacco|smok(?:er|es|ing)|nicotine|cigarettes)\b[^.\n]{0,60}\b(?:patch(?:es)?|gum|lozenges?|varenicline|chantix|bupropion|zyban|NRT|counsel\w*|advised to (?:quit|stop)|quit date|ready to quit|not ready)\b/i;

/** Tobacco use told in the history is treated at this visit where the assessment or plan counsels to stop (IV.J). */
export function counselsToStop(text: string, { sections }: NoteFindings): boolean {
  return sections.some(({ kind, start, end }) => ASSESSING.has(kind) && COUNSELS.test(text.slice(start, end)));
}

/** Conditions at which the tabular list asks for the history of tobacco dependence (chapter 10, I20–I25, I70–I73, C00–C14, C30–C39, K70: use additional code). */
const TOBACCO_ASKED_FOR = ['J40', 'J41', 'J42', 'J43', 'J44', 'J45', 'J47', 'J84', 'J96', 'I20', 'I21', 'I25', 'I70', 'I73', 'C0', 'C10', 'C11', 'C12', 'C13', 'C14', 'C32', 'C34', 'C67'];

/** Personal history of nicotine dependence. */
/** Exposure to the smoke of others, asked for at the same diseases (tabular J40–J45: use additional code). */
export const SMOKE_AROUND = 'Z77.22';

export const FORMER_SMOKER = 'Z87.891';

/** True where the history of tobacco is to be reported with what the visit assesses. */
export function asksForTobaccoHistory(code: string): boolean {
  return isUnderAny(code, TOBACCO_ASKED_FOR);
}

export function isTobaccoUse(code: string): boolean {
  return isUnderAny(code, ['F17.2', 'Z72.0']);
}
