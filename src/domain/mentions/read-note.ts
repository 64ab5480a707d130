import type { Block, Section, SectionKind, Sentence, Token } from '../model/index.ts';
import { splitSections } from '../text/sections.ts';
import { splitSentences } from '../text/sentences.ts';
import { tokenize } from '../text/tokens.ts';
import type { Frame } from './assertion/frame.ts';
import { frameSentence } from './assertion/frame.ts';

/** A note taken apart. Sentences in order, not overlapping; `frame(i)` makes sentence `i` ready for assertion, once. */
export interface ReadNote {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  tokensOf(sentence: number): readonly Token[];
  sectionOf(sentence: number): Section | null;
  frame(sentence: number): Frame;
}

/** @param serviceDate `YYYY-MM-DD`: years from then on are not past; null where not known */
export function readNote(text: string, blocks: readonly Block[] = [], serviceDate: string | null = null): ReadNote {
  const tokens = tokenize(text);
  const sections = splitSections(text, blocks);
  const sentences = splitSentences(text, sections, blocks);
  const firstToken = starts(sentences, tokens);
  const sectionIndex = sectionsOf(sentences, sections);
  const thisYear = serviceDate === null ? null : Number(serviceDate.slice(0, 4));
  const frames: (Frame | undefined)[] = [];

  const tokensOf = (i: number): readonly Token[] => {
    const end = sentences[i]!.end;
    let to = firstToken[i]!;
    while (to < tokens.length && tokens[to]!.end <= end) to++;
    return tokens.slice(firstToken[i], to);
  };
  const sectionOf = (i: number): Section | null => sections[sectionIndex[i]!] ?? null;
  const leads = leadLines(text, sentences, sectionIndex, sections);
  const frame = (i: number): Frame => {
    const known = frames[i];
    if (known) return known;
    const by = leads[i]!;
    const lead = by < 0 ? [] : openEdges(frame(by));
    return (frames[i] = frameSentence(text, sentences[i]!, tokensOf(i), sectionOf(i), lead, thisYear));
  };
  return { text, tokens, sections, sentences, tokensOf, sectionOf, frame };
}

/** For each sentence its first token. */
function starts(sentences: readonly Sentence[], tokens: readonly Token[]): number[] {
  let at = 0;
  return sentences.map((sentence) => {
    while (at < tokens.length && tokens[at]!.start < sentence.start) at++;
    return at;
  });
}

function sectionsOf(sentences: readonly Sentence[], sections: readonly Section[]): number[] {
  let at = 0;
  return sentences.map((sentence) => {
    while (at + 1 < sections.length && sections[at + 1]!.start <= sentence.start) at++;
    return at;
  });
}

/**
 * For each sentence the line that introduces it, or -1: a header, or a line that ends in a colon and is followed by its list
 * ("Return to the ED for:", "Denies:"), up to a blank line or the end of the section.
 */
function leadLines(text: string, sentences: readonly Sentence[], sectionIndex: readonly number[], sections: readonly Section[]): number[] {
  let lead = -1;
  let header = -1;
  let items = 0;
  return sentences.map((sentence, i) => {
    const section = sections[sectionIndex[i]!]!;
    if (i > 0 && sectionIndex[i] !== sectionIndex[i - 1]) lead = header = -1;
    if (section.header.end > section.header.start && sentence.end <= section.header.end) {
      header = HEADER_SPEAKS.has(section.kind) ? i : -1;
      return -1;
    }
    const gap = i > 0 ? text.slice(sentences[i - 1]!.end, sentence.start) : '';
    if (lead >= 0 && items > 0 && /\n[ \t\r]*\n/.test(gap)) lead = -1;
    if (lead >= 0 && !gap.includes('\n') && i > lead + 1 + items) lead = -1;
    const by = lead >= 0 ? lead : header;
    if (text[sentence.end - 1] === ':') {
      lead = i;
      items = 0;
      return header;
    }
    items++;
    return by;
  });
}

/** Kinds of section that say nothing of assertion by themselves, so that the words of the header count: "RETURN PRECAUTIONS", "Differential diagnosis". */
const HEADER_SPEAKS: ReadonlySet<SectionKind> = new Set(['other', 'instructions', 'assessment', 'plan', 'hospital-course', 'impression', 'hpi', 'ros', 'exam']);

/** The cues of an introducing line that are still open at its end. */
function openEdges(frame: Frame): Frame['lead'] {
  return frame.edges
    .filter((edge) => edge.row.looks !== 'back' && edge.row.reach !== 'near' && edge.ahead >= frame.words.length)
    .map((edge) => ({ row: edge.row, start: frame.words[edge.from]!.start, end: frame.words[edge.to - 1]!.end }));
}
