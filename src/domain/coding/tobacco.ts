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

const COUNSELS = /\b(?:smoking|tobacco|nicotine|cigarette) cessation\b(?! (?:was|in|since|years?)\b)|\b(?:quit(?:ting)?|stop(?:ping)?|cease|cut(?:ting)? (?:back|down)(?: on)?) (?:the )?(?:smoking|tobacco|cigarettes)\b/i;

/** Tobacco use told in the history is treated at this visit where the assessment or plan counsels to stop (IV.J). */
export function counselsToStop(text: string, { sections }: NoteFindings): boolean {
  return sections.some(({ kind, start, end }) => ASSESSING.has(kind) && COUNSELS.test(text.slice(start, end)));
}

export function isTobaccoUse(code: string): boolean {
  return isUnderAny(code, ['F17.2', 'Z72.0']);
}
