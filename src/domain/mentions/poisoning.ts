import { ADVERSE_DRUGS } from '../coding/adverse-drugs.ts';
import type { ConceptId, Mention, Note, Span } from '../model/index.ts';
import type { ReadNote } from './read-note.ts';

/** Taken by mistake, or on purpose, with the sixth character that says so (tabular T36–T50; ICD-10-CM Guidelines I.C.19.e.5.b). */
const INTENTS: readonly { readonly says: RegExp; readonly character: '1' | '2' }[] = [
  { says: /\b(?:intentional(?:ly)?|deliberate(?:ly)?|suicid\w*|self[- ]harm)\b[^.;]{0,60}\b(?:overdos\w*|ingest\w*|poison\w*|took|swallow\w*)\b|\b(?:overdos\w*|ingest\w*|poison\w*)\b[^.;]{0,50}\b(?:intentional(?:ly)?|deliberate(?:ly)?|suicid\w*|self[- ]harm)\b/i, character: '2' },
  { says: /\b(?:accidental(?:ly)?|unintentional(?:ly)?|exploratory)\b[^.;]{0,40}\b(?:ingest\w*|overdos\w*|poison\w*|swallow\w*|exposure|took|drank|ate)\b|\b(?:ingest\w*|overdos\w*|swallow\w*|drank|ate)\b[^.;]{0,60}\b(?:by accident|by mistake|accidental(?:ly)?|unintentional(?:ly)?)\b/i, character: '1' },
];
const NOT_SO = /\b(?:no|not|denies|denied|without|never|risk of|prevent\w*|history of|h\/o|if)\b[^.;]{0,30}$/i;

/** UTF-16 units between the words of the intent and the drug. */
const NEAR = 70;

/**
 * A drug that the note says was taken by mistake or to do harm is a poisoning, whose code the table of drugs gives with the intent in its sixth place.
 * Where the lexicon found a poisoning in the sentence, that stands.
 */
export function withPoisonings(mentions: Mention[], note: Note, read: ReadNote): Mention[] {
  if (!/\b(?:ingest|overdos|poison|swallow)/i.test(note.text)) return mentions;
  const known = new Set(mentions.filter(({ codes }) => /^T(?:3[6-9]|4|50)/.test(codes[0] ?? '')).map(({ sentence }) => sentence));
  const found = read.sentences.flatMap((sentence, index): Mention[] => {
    const taken = known.has(index) ? null : takenIn(note.text.slice(sentence.start, sentence.end), sentence);
    return taken === null ? [] : [mentionOf(taken, note, read, index)];
  });
  return found.length === 0 ? mentions : [...mentions, ...found].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

interface Taken extends Span {
  readonly code: string;
}

function takenIn(words: string, { start }: Span): Taken | null {
  for (const { says, character } of INTENTS) {
    const told = says.exec(words);
    if (told === null || NOT_SO.test(words.slice(0, told.index))) continue;
    const [from, to] = [Math.max(0, told.index - NEAR), told.index + told[0].length + NEAR];
    const drug = drugIn(words.slice(from, to));
    if (drug === null) return null;
    const [first, last] = [Math.min(told.index, from + drug.at), Math.max(told.index + told[0].length, from + drug.at + drug.length)];
    return { start: start + first, end: start + last, code: `${drug.code.slice(0, 6)}${character}A` };
  }
  return null;
}

function drugIn(words: string): { readonly at: number; readonly length: number; readonly code: string } | null {
  const lower = words.toLowerCase();
  for (const { names, code } of ADVERSE_DRUGS) {
    for (const name of names) {
      const at = lower.indexOf(name);
      if (at >= 0 && !/[a-z]/.test(lower[at - 1] ?? ' ') && !/[a-z]/.test(lower[at + name.length] ?? ' ')) return { at, length: name.length, code };
    }
  }
  return null;
}

function mentionOf({ start, end, code }: Taken, note: Note, read: ReadNote, sentence: number): Mention {
  return {
    note: note.id, start, end, text: note.text.slice(start, end), concept: `syn:poisoning ${code}` as ConceptId, codes: [code], attributes: [],
    assertion: { status: 'present', recent: true, cues: [] }, section: read.sectionOf(sentence)?.kind ?? null, sentence,
  };
}
