import type { Section, SectionKind, Sentence } from '../../model/index.ts';
import type { Answered } from '../../text/answers.ts';
import { answerOf } from '../../text/answers.ts';
import type { CueRow } from './cue-row.ts';
import type { Edge, Frame, Lead } from './frame.ts';

/** A note as sentences, each with the section it stands in, and each ready by itself. */
export interface Around {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly sections: readonly Section[];
  /** For each sentence the index of its section. */
  readonly sectionIndex: readonly number[];
  /** The sentence by itself, without what its neighbours say. */
  alone(sentence: number): Frame;
}

/**
 * For each sentence the line that introduces it, or -1: a header, or a line that is followed by its list and ends in a colon or in a cue
 * ("Denies:", "RETURN PRECAUTIONS"), up to a blank line or the end of the section.
 */
export function introducingLines({ text, sentences, sections, sectionIndex }: Omit<Around, 'alone'>): number[] {
  let lead = -1;
  let header = -1;
  let items = 0;
  let plain = false;
  const isTitle = ({ start, end }: Sentence): boolean => end - start <= LONGEST_TITLE && TITLE.test(text.slice(start, end));
  return sentences.map((sentence, i) => {
    const section = sections[sectionIndex[i]!]!;
    if (i > 0 && sectionIndex[i] !== sectionIndex[i - 1]) lead = header = -1;
    if (section.header.end > section.header.start && sentence.end <= section.header.end) {
      header = HEADER_SPEAKS.has(section.kind) ? i : -1;
      return -1;
    }
    const gap = i > 0 ? text.slice(sentences[i - 1]!.end, sentence.start) : '';
    if (lead >= 0 && items > 0 && BLANK_LINE.test(gap)) lead = -1;
    if (lead >= 0 && !/[\n\r]/.test(gap) && i > lead + 1 + items) lead = -1;
    if (lead >= 0 && text[sentences[lead]!.end - 1] !== ':' && !OPENS_ITEM.test(gap) && !plain) lead = -1;
    const by = lead >= 0 ? lead : header;
    const next = sentences[i + 1];
    const opens = next !== undefined && sentence.end - sentence.start <= LONGEST_TITLE && !OPENS_ITEM.test(gap) && OPENS_ITEM.test(text.slice(sentence.end, next.start));
    if (text[sentence.end - 1] === ':' || opens || (next && isTitle(sentence) && !isTitle(next) && /^[ \t\r]*\n?[ \t]*$/.test(text.slice(sentence.end, next.start)))) {
      const inner = lead;
      lead = i;
      plain = !opens;
      items = 0;
      return text[sentence.end - 1] === ':' || inner < 0 ? header : by;
    }
    items++;
    return by;
  });
}

/** "PERTINENT NEGATIVES": in capitals, without a point at its end. */
const TITLE = /^[^a-z.;,!?]*[A-Z]{4}[^a-z.;,!?]*$/;

/** Kinds of section that say nothing of assertion by themselves, so that the words of the header count: "RETURN PRECAUTIONS", "Differential diagnosis". */
const HEADER_SPEAKS: ReadonlySet<SectionKind> = new Set(['other', 'instructions', 'assessment', 'plan', 'hospital-course', 'impression', 'hpi', 'ros', 'exam']);
const LONGEST_TITLE = 60;
const BLANK_LINE = /\n[ \t\r]*\n|\r\r/;
const OPENS_ITEM = /[\n\r][ \t]*(?:[-*•·▪◦●–+]|\d{1,2}[.)])[ \t]*$/;

/** The cues of an introducing line that are still open at its end. One without a colon must end in the cue: "No acute distress" introduces nothing. */
export function openLeads({ edges, words, text }: Frame): Lead[] {
  const colon = text[words.at(-1)!.end - 1] === ':';
  return edges
    .filter((edge) => edge.row.looks !== 'back' && edge.row.reach !== 'near' && edge.ahead >= words.length)
    .filter((edge) => colon || words.slice(edge.to).every(({ norm }) => FOLLOWING.has(norm)))
    .map((edge) => leadBy(edge.row, edge, words));
}

const FOLLOWING: ReadonlySet<string> = new Set(['any', 'of', 'the', 'following', 'these', 'below', 'symptoms', 'signs', '-', '*']);

const ANSWERED_NO: CueRow = { kind: 'negation', looks: 'both', reach: 'sentence', say: [] };
const ANSWERED_YES: CueRow = { kind: 'question', looks: 'both', reach: 'sentence', say: [] };

/** What a form, a table or the line below answers. */
export function answerTo(sentence: number, unit: Answered | null, around: Around): Lead | null {
  if (unit?.says) return { ...unit.by, row: unit.says === 'no' ? ANSWERED_NO : ANSWERED_YES };
  const { text, sentences, sections, sectionIndex } = around;
  const [here, next] = [sentences[sentence]!, sentences[sentence + 1]];
  if (!next || next.end - next.start > LONGEST_ANSWER || sectionIndex[sentence] !== sectionIndex[sentence + 1]) return null;
  const answer = answerOf(text.slice(next.start, next.end));
  if (answer === null) return null;
  const below = text.slice(here.end, next.start);
  if (BLANK_LINE.test(below)) return null;
  const isHeader = here.end <= sections[sectionIndex[sentence]!]!.header.end;
  const asks = ':-?=–'.includes(text[here.end - 1]!) || (!isHeader && /[\n\r]/.test(below) && here.end - here.start <= LONGEST_TITLE && !/[.;,!)]$/.test(text.slice(here.end - 1, here.end)));
  return asks ? { start: next.start, end: next.end, row: answer === 'no' ? ANSWERED_NO : ANSWERED_YES } : null;
}

const LONGEST_ANSWER = 16;

/** "PE was considered. *It was ruled out* by CTA.": what the next sentence says of its pronoun, where only one thing can be meant. */
export function saidNext(sentence: number, around: Around): Lead[] {
  if (!stands(sentence, sentence + 1, around) || !begins(POINTS_BACK, sentence + 1, around)) return [];
  const here = around.alone(sentence).words;
  if (here.length > MOST_WORDS || here.some(({ norm }) => norm === ',' || norm === 'and' || norm === 'or' || norm === ';')) return [];
  const { edges, words } = around.alone(sentence + 1);
  const subject = SUBJECTS.has(words[0]!.norm) ? 0 : NAMED.has(words[1]?.norm ?? '') && DEMONSTRATIVES.has(words[0]!.norm) ? 1 : -1;
  if (subject < 0) return [];
  return edges.filter((edge) => edge.from > subject && edge.back <= subject && speaksOfSubject(edge, words.length)).map((edge) => leadBy(edge.row, edge, words));
}

/** Looked at first, so that few sentences are read for the sake of their neighbours. */
const POINTS_BACK = /^(?:it|this|that|these|those|which|both|all|they|the)\b/i;
const GOES_ON = /^(?:also|he|she|they)\b/i;

function begins(pattern: RegExp, sentence: number, { text, sentences }: Around): boolean {
  const { start } = sentences[sentence]!;
  return pattern.test(text.slice(start, start + 6));
}

const MOST_WORDS = 14;
const SUBJECTS: ReadonlySet<string> = new Set(['it', 'this', 'that', 'these', 'those', 'which', 'both', 'all', 'they']);
const DEMONSTRATIVES: ReadonlySet<string> = new Set(['this', 'that', 'the', 'these']);
const NAMED: ReadonlySet<string> = new Set(['diagnosis', 'dx', 'possibility', 'concern', 'suspicion', 'condition', 'problem', 'finding', 'symptom', 'symptoms', 'episode']);

function speaksOfSubject({ row, to }: Edge, length: number): boolean {
  if (row.looks === 'ahead' || row.needsWorkUp) return false;
  return row.kind === 'negation' || (row.kind === 'history' && row.over === true) || (row.kind === 'uncertainty' && to >= length - 1);
}

/** "Father had MI. *Also had* stroke.": the relative goes on having things. */
export function personBefore(sentence: number, around: Around): Lead[] {
  if (sentence === 0 || !stands(sentence - 1, sentence, around) || !begins(GOES_ON, sentence, around)) return [];
  const { words } = around.alone(sentence);
  const [first, second, third] = [0, 1, 2].map((at) => words[at]?.norm ?? '');
  const goesOn = (first === 'also' && HAVING.has(second!)) || (PRONOUNS.has(first!) && ((second === 'also' && HAVING.has(third!)) || second === 'died'));
  if (!goesOn) return [];
  const before = around.alone(sentence - 1);
  const person = before.edges.find(({ row, from, ahead }) => (row.kind === 'family' || row.kind === 'other-person') && row.looks === 'ahead' && from <= 3 && ahead >= before.words.length - 1);
  if (!person || before.words.slice(person.from, person.to).some(({ norm }) => (first === 'he' && WOMEN.has(norm)) || (first === 'she' && MEN.has(norm)))) return [];
  return [leadBy(person.row, person, before.words)];
}

const HAVING: ReadonlySet<string> = new Set(['had', 'has', 'have', 'with', 'w', 'died', 'developed', 'suffers', 'suffered', 'diagnosed']);
const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'they']);
const WOMEN: ReadonlySet<string> = new Set(['mother', 'mom', 'mum', 'sister', 'daughter', 'aunt', 'grandmother', 'grandma', 'niece', 'mgm', 'pgm', 'wife', 'girlfriend']);
const MEN: ReadonlySet<string> = new Set(['father', 'dad', 'brother', 'son', 'uncle', 'grandfather', 'grandpa', 'nephew', 'mgf', 'pgf', 'husband', 'boyfriend']);

/** "Troponin negative x3, stress echo normal. *ACS unlikely.*": the result that makes it so stands in one of the two sentences before. */
export function workedUpBefore(sentence: number, around: Around): boolean {
  for (let before = sentence - 1; before >= 0 && before >= sentence - 2 && stands(before, before + 1, around); before--) {
    if (around.alone(before).words.some(({ norm }, at, words) => RESULTS.has(norm) || (norm === 'no' && SHOWN.has(words[at + 1]?.norm ?? '')))) return true;
  }
  return false;
}

const RESULTS: ReadonlySet<string> = new Set(['neg', 'negative', 'normal', 'nl', 'wnl', 'unremarkable', 'undetectable', 'nonreactive', 'clear', 'reassuring', 'flat']);
/** What only a test shows: "stress echo 11 METS, no *WMA*". */
const SHOWN: ReadonlySet<string> = new Set(['wma', 'wmas', 'rwma', 'rwmas', 'ischemia', 'ischaemia', 'infiltrate', 'infiltrates', 'consolidation', 'opacity', 'opacities', 'thrombus', 'clot', 'fracture', 'hemorrhage', 'haemorrhage', 'hydronephrosis', 'stones', 'leukocytosis', 'growth', 'vegetation', 'vegetations', 'stenosis', 'lesion', 'lesions', 'enhancement']);

/** Both in one section, one right after the other. */
function stands(first: number, second: number, { text, sentences, sectionIndex }: Around): boolean {
  const [here, next] = [sentences[first]!, sentences[second]];
  return next !== undefined && sectionIndex[first] === sectionIndex[second] && next.start - here.end <= 4 && !BLANK_LINE.test(text.slice(here.end, next.start));
}

function leadBy(row: CueRow, { from, to }: Edge, words: Frame['words']): Lead {
  return { row, start: words[from]!.start, end: words[to - 1]!.end };
}
