import type { Block, Section, Sentence, Token } from '../model/index.ts';
import type { Answered } from '../text/answers.ts';
import { formLines } from '../text/form-lines.ts';
import { splitSections } from '../text/sections.ts';
import { splitSentences } from '../text/sentences.ts';
import { tokenize } from '../text/tokens.ts';
import type { Frame } from './assertion/frame.ts';
import { frameSentence } from './assertion/frame.ts';
import type { Around } from './assertion/neighbours.ts';
import { answerTo, introducingLines, openLeads, personBefore, saidNext, workedUpBefore } from './assertion/neighbours.ts';

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
  const units = formLines(text);
  const sentences = splitSentences(text, sections, blocks, units);
  const firstToken = starts(sentences, tokens);
  const sectionIndex = sectionsOf(sentences, sections);
  const unitOf = unitsOf(sentences, units);
  const introducedBy = introducingLines({ text, sentences, sections, sectionIndex });
  const thisYear = serviceDate === null ? null : Number(serviceDate.slice(0, 4));
  const bare: (Frame | undefined)[] = [];
  const frames: (Frame | undefined)[] = [];

  const tokensOf = (i: number): readonly Token[] => {
    const end = sentences[i]!.end;
    let to = firstToken[i]!;
    while (to < tokens.length && tokens[to]!.end <= end) to++;
    return tokens.slice(firstToken[i], to);
  };
  const sectionOf = (i: number): Section | null => sections[sectionIndex[i]!] ?? null;
  const alone = (i: number): Frame => (bare[i] ??= frameSentence(text, sentences[i]!, tokensOf(i), sectionOf(i), thisYear, unitOf[i]?.cells === true));
  const around: Around = { text, sentences, sections, sectionIndex, alone };
  const frame = (i: number): Frame => {
    const known = frames[i];
    if (known) return known;
    const itself = alone(i);
    const by = introducedBy[i]!;
    const answer = answerTo(i, unitOf[i] ?? null, around);
    const lead = [...(by < 0 ? [] : openLeads(alone(by))), ...(answer ? [answer] : []), ...personBefore(i, around), ...saidNext(i, around)];
    const workedUp = itself.edges.some(({ row }) => row.needsWorkUp) && workedUpBefore(i, around);
    return (frames[i] = lead.length === 0 && !workedUp ? itself : { ...itself, lead, workedUp, edges: answer ? itself.edges.filter((edge) => !isQuestionMark(itself, edge)) : itself.edges });
  };
  return { text, tokens, sections, sentences, tokensOf, sectionOf, frame };
}

/** What is answered is no longer in question. */
function isQuestionMark({ words }: Frame, { from, to }: Frame['edges'][number]): boolean {
  return words.slice(from, to).every(({ norm }) => norm === '?');
}

/** For each sentence the line of a form or the row of a table that it is. */
function unitsOf(sentences: readonly Sentence[], units: readonly Answered[]): (Answered | undefined)[] {
  if (units.length === 0) return [];
  let next = 0;
  return sentences.map(({ start, end }) => {
    while (next < units.length && units[next]!.end <= start) next++;
    const unit = units[next];
    return unit && unit.start <= start && end <= unit.end ? unit : undefined;
  });
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
