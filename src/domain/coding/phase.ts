import type { CodeEntry, CodeSet } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';

/** Where the phase of treatment is the seventh character: injuries, and fractures of diseased or stressed bone. */
const IN_PHASES = ['S', 'T', 'M48.4', 'M48.5', 'M80', 'M84.3', 'M84.4', 'M84.5', 'M84.6'];

/** What a provider says of the phase, and its seventh character (ICD-10-CM Guidelines I.C.19.a, I.C.19.c.1); the first row that fits. */
const SAID: readonly { readonly words: RegExp; readonly character: string; readonly bones: boolean }[] = [
  { words: /\b(?:sequelae?|late effects?)\b/i, character: 'S', bones: false },
  { words: /\bmal-?union\b/i, character: 'P', bones: true },
  { words: /\bnon-?union\b/i, character: 'K', bones: true },
  { words: /\bdelayed (?:healing|union)\b/i, character: 'G', bones: true },
  { words: /\b(?:routine healing|healing (?:well|routinely|as expected|appropriately|nicely)|well[- ]healing|healed|subsequent encounter|aftercare|in (?:the )?healing phase|interval healing)\b/i, character: 'D', bones: false },
];

/** No such words: the character is A, active treatment. */
const ACTIVE = 'A';

/** The seventh character that the sentence asks for. */
export function phaseSaid(sentence: string, entry: CodeEntry): string {
  const isFracture = /\bfracture\b/i.test(entry.title);
  return SAID.find((row) => row.words.test(sentence) && (!row.bones || isFracture))?.character ?? ACTIVE;
}

/** The same injury in the phase said; itself where the list has no such phase for it. */
export function inPhase(entry: CodeEntry, character: string, codeSet: CodeSet): CodeEntry {
  if (entry.code.length !== 8 || entry.parent === null || !isUnderAny(entry.code, IN_PHASES)) return entry;
  if (entry.code.endsWith(character)) return entry;
  return codeSet.children(entry.parent).find((other) => other.code.endsWith(character)) ?? entry;
}
