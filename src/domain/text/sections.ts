import type { Section, SectionKind } from '../model/mention.ts';
import type { Block } from '../model/note.ts';
import type { Span } from '../model/primitives.ts';
import { isBlank, isCapitals, isDash, isDigit, isLetter, isUpperAt, skipSpace } from './characters.ts';
import { SECTION_CODES } from './section-codes.ts';
import { NAME_EXTRAS, NEEDS_COLON, NOT_INSIDE_A_PLAN, OPENS_BARE, SECTION_NAMES } from './section-names.ts';

/**
 * The sections of a note, end to end without holes: UTF-16 offsets into `text`, each beginning with its header.
 * The header is an empty span for text before any header and for text that a short section does not reach.
 * A line inside an assessment or plan ("1. Essential hypertension - at goal", "## Hypertension") is content, not a header.
 * Where the document itself marks a section (`Block.section`), its code says what it is, whatever it is called, and a heading
 * without a known name does not end it.
 */
export function splitSections(text: string, blocks: readonly Block[] = []): Section[] {
  const sections: Open[] = [{ kind: 'other', start: 0, header: { start: 0, end: 0 }, narrow: false, marked: false }];
  const headings = new Map<number, Block>();
  for (const block of blocks) if (block.kind === 'heading' || block.section !== undefined) headings.set(block.start, block);

  let blankBefore = false;
  let within: NumberedItem | null = null;
  let colon = text.indexOf(':');
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at);
    const current = sections.at(-1)!;
    if (isBlank(text, at, end)) {
      blankBefore = true;
    } else {
      const opened = headerAt(text, at, end, current, headings);
      if (opened) sections.push(opened, ...afterAnswer(text, opened, end));
      else if (blankBefore && current.narrow && !startsItem(text, at, end)) {
        sections.push({ kind: 'other', start: at, header: { start: at, end: at }, narrow: false, marked: false });
      } else if (within !== null && within.kind !== current.kind && numberAt(text, at, end) === within.number + 1) {
        sections.push({ kind: within.kind, start: at, header: { start: at, end: at }, narrow: false, marked: false });
      }
      const item = numberAt(text, at, end);
      const list = sections.at(-1)!.kind;
      if (opened) within = null;
      if (item !== null && IN_A_PLAN.has(list)) within = { kind: list, number: item };
      const from = opened ? opened.header.end : at;
      if (colon >= 0 && colon < from) colon = text.indexOf(':', from);
      if (colon >= 0 && colon < end) inlineHeaders(text, from, end, sections);
      blankBefore = false;
    }
    at = nextLine(text, end);
  }
  return sections.map((section, i) => ({ kind: section.kind, start: section.start, end: sections[i + 1]?.start ?? text.length, header: section.header }));
}

interface Open {
  readonly kind: SectionKind;
  readonly start: number;
  readonly header: Span;
  /** Ends at a blank line, because its words began on the header's own line: "FH: Dad T2DM". */
  readonly narrow: boolean;
  /** Marked as a section by the document. */
  readonly marked: boolean;
}

/** An item of a numbered list of problems: what a label within it opens ("1. Well child. Anticipatory guidance: …") ends with the item. */
interface NumberedItem {
  readonly kind: SectionKind;
  readonly number: number;
}

/** "2. …", "#2 …", "2) …"; null where the line begins with no number of a list. */
function numberAt(text: string, from: number, end: number): number | null {
  const start = skipSpace(text, from, end);
  const number = /^#?(\d{1,2})[.)](?=\s)/.exec(text.slice(start, Math.min(end, start + 6)))?.[1];
  return number === undefined ? null : Number(number);
}

const LONGEST_NAME = 60;
const IN_A_PLAN: ReadonlySet<SectionKind> = new Set(['assessment', 'plan', 'impression', 'hospital-course', 'discharge-diagnosis']);
const KEEPS_OWN_LABELS: ReadonlySet<SectionKind> = new Set(['assessment', 'plan', 'impression', 'hospital-course', 'exam', 'ros', 'results', 'vitals', 'discharge-diagnosis']);
const SHORT_KINDS: ReadonlySet<SectionKind> = new Set(['family-history', 'past-history', 'surgical-history', 'social-history', 'allergies', 'screening', 'medications', 'indication', 'chief-complaint']);

/** A numbered line that is nothing but one of these goes on with numbered headers: "3. Assessment", "4. Plan". */
const NUMBERED_IN_A_PLAN: ReadonlySet<string> = new Set(['plan', 'recommendations', 'instructions', 'patient instructions', 'follow up', 'disposition', 'discharge instructions', 'discharge medications', 'hospital course', 'assessment', 'assessment and plan']);

const KIND_OF: ReadonlyMap<string, SectionKind> = new Map(
  Object.entries(SECTION_NAMES).flatMap(([kind, names]) => names.map((name) => [name, kind as SectionKind] as const)),
);

function headerAt(text: string, from: number, end: number, { kind: current, marked: inMarked }: Open, headings: ReadonlyMap<number, Block>): Open | null {
  const start = skipSpace(text, from, end);
  const heading = headings.get(start);
  if (heading?.section !== undefined) return markedSection(text, heading, heading.section, Math.min(heading.end, end));
  const addendum = addendumAt(text, start, end);
  if (addendum) return addendum;
  const marked = skipMarks(text, start, end);
  const numbered = skipNumber(text, marked, end);
  const inPlan = IN_A_PLAN.has(current);
  if (numbered > marked && inPlan && !NUMBERED_IN_A_PLAN.has(plain(text, numbered, Math.min(end, numbered + LONGEST_NAME)))) return null;

  const colon = colonWithin(text, numbered, end);
  const nameEnd = colon >= 0 ? colon : end;
  if (nameEnd - numbered <= LONGEST_NAME) {
    const name = plain(text, numbered, nameEnd);
    const kind = kindNamed(name);
    const shown = marked > start || heading !== undefined || isCapitals(text, numbered, nameEnd) || isSoapLetter(text, numbered, end) || isUnderlined(text, end);
    if (kind && !(inPlan && NOT_INSIDE_A_PLAN.has(name) && !shown) && (colon >= 0 || shown || (!NEEDS_COLON.has(name) && isUpperAt(text, numbered)))) {
      return open(text, kind, start, colon >= 0 ? skipMarks(text, colon + 1, end, '*_') : end, end);
    }
    if (heading && !inMarked && !KEEPS_OWN_LABELS.has(current)) return open(text, 'other', start, Math.min(heading.end, end), end);
    const alone = isBlank(text, nameEnd + (colon >= 0 ? 1 : 0), end);
    if (!kind && !KEEPS_OWN_LABELS.has(current) && name !== '' && alone && numbered === marked && (marked > start && text[start] === '#' && text[marked - 1] === ' ' || (colon >= 0 && isCapitals(text, numbered, nameEnd) && nameEnd - numbered >= 4))) {
      return open(text, 'other', start, colon >= 0 ? colon + 1 : end, end);
    }
  }
  return dashed(text, start, end, inPlan) ?? firstCell(text, start, end) ?? bare(text, start, end);
}

/** "ADDENDUM 3/4: …", "Late entry for 0300 - …", "[Addendum]": whatever stood before, this is a part of its own, written later. */
function addendumAt(text: string, start: number, end: number): Open | null {
  const word = ADDENDUM.exec(text.slice(start, Math.min(end, start + LONGEST_NAME)));
  return word && { kind: 'addendum', start, header: { start, end: start + word[0].length }, narrow: false, marked: false };
}

const ADDENDUM = /^[#*_=>[\s]{0,8}(?:addendum|late entry)\b(?:(?:[^:\n]|:(?=\d)){0,40}?(?::(?!\d)[*_\]]{0,4}|\]|\s[-–](?=\s))|[\d\s/.,#*_-]{0,30}$)/i;

/** S, O, A, P: the letters of a SOAP or APSO note, each alone on its line. */
function isSoapLetter(text: string, at: number, end: number): boolean {
  return 'SOAP'.includes(text[at] ?? '-') && isBlank(text, at + ('.):'.includes(text[at + 1] ?? ' ') ? 2 : 1), end);
}

/** "Results" over a line of dashes or equals signs. */
function isUnderlined(text: string, end: number): boolean {
  const next = nextLine(text, end);
  return /^[ \t]{0,4}(?:={3}|-{3}|_{3}|~{3})/.test(text.slice(next, next + 7));
}

/** "Family History\tmother DM": a table whose rows are the parts of the note. */
function firstCell(text: string, start: number, end: number): Open | null {
  const limit = Math.min(end, start + LONGEST_NAME);
  for (let at = start + 1; at < limit; at++) {
    if (text[at] !== '\t' && text[at] !== '|') continue;
    const name = plain(text, start, at);
    const kind = KIND_OF.get(name);
    return kind && (name.includes('history') || NAMES_A_ROW.has(name)) ? open(text, kind, start, at + 1, end) : null;
  }
  return null;
}

const NAMES_A_ROW: ReadonlySet<string> = new Set(['pmh', 'psh', 'fh', 'fhx', 'hpi', 'ros', 'allergies', 'medications', 'assessment', 'plan', 'assessment and plan', 'impression', 'physical exam', 'review of systems', 'chief complaint']);

function markedSection(text: string, block: Block, code: string | null, end: number): Open {
  const titled = block.kind === 'heading';
  const kind = SECTION_CODES.get(code ?? '') ?? (titled ? kindNamed(plain(text, block.start, end)) : undefined) ?? 'other';
  return { kind, start: block.start, header: { start: block.start, end: titled ? end : block.start }, narrow: false, marked: true };
}

/** "PMH - asthma", "ALLERGIES - NONE". */
function dashed(text: string, start: number, end: number, inPlan: boolean): Open | null {
  const limit = Math.min(end, start + LONGEST_NAME);
  for (let at = start; at < limit - 2; at++) {
    if (text[at] !== ' ' || !isDash(text[at + 1]) || text[at + 2] !== ' ') continue;
    const name = plain(text, start, at);
    const kind = KIND_OF.get(name);
    if (!kind || (inPlan && NOT_INSIDE_A_PLAN.has(name)) || (NEEDS_COLON.has(name) && !isCapitals(text, start, at))) return null;
    return open(text, kind, start, at + 2, end);
  }
  return null;
}

function bare(text: string, start: number, end: number): Open | null {
  let stop = start;
  while (stop < end && stop - start < 7 && isLetter(text, stop)) stop++;
  const word = text.slice(start, stop);
  if (!OPENS_BARE.has(word) || text[stop] !== ' ') return null;
  const kind = KIND_OF.get(word.toLowerCase());
  return kind ? open(text, kind, start, stop, end) : null;
}

/** Headers in the middle of a line: "S: knee pain. PMH: none. FH: Dad T2DM." */
function inlineHeaders(text: string, from: number, end: number, sections: Open[]): void {
  let free = from;
  for (let colon = from; colon < end; colon++) {
    if (text.charCodeAt(colon) !== COLON || isDigit(text, colon - 1) || isDigit(text, colon + 1)) continue;
    const found = nameBefore(text, free, colon);
    if (!found) continue;
    const inPlan = IN_A_PLAN.has(sections.at(-1)!.kind);
    const [start, name, kind] = found;
    const letter = name.length === 1;
    if (inPlan && (NOT_INSIDE_A_PLAN.has(name) || NOT_INSIDE_A_PLAN.has(withoutExtras(name))) && !(letter && kind === 'plan')) continue;
    const opened = open(text, kind, start, colon + 1, end);
    sections.push(opened, ...afterAnswer(text, opened, end));
    free = colon + 1;
  }
}

const COLON = 0x3a;
const MOST_WORDS_INLINE = 5;

/** "FHx non-contributory. Pt has psoriasis.": what follows the answer on the same line is of the patient again. */
function afterAnswer(text: string, { kind, header }: Open, end: number): Open[] {
  const answer = kind === 'family-history' ? NOTHING_IN_FAMILY.exec(text.slice(header.end, Math.min(end, header.end + LONGEST_NAME))) : null;
  if (!answer) return [];
  const start = header.end + answer[0].length;
  return [{ kind: 'other', start, header: { start, end: start }, narrow: false, marked: false }];
}

const NOTHING_IN_FAMILY = /^\s{0,4}(?:is |was )?(?:non-? ?contributory|noncontrib|n\/?c|neg(?:ative)?|unremarkable|none|nil|unknown|reviewed(?:,? (?:and )?non-? ?contributory)?|not (?:relevant|contributory|significant|known))[.;] {1,4}(?=\S)/i;

/** The longest known name that ends at the colon and begins where a sentence could. */
function nameBefore(text: string, from: number, colon: number): [start: number, name: string, kind: SectionKind] | null {
  let found: [number, string, SectionKind] | null = null;
  let words = 0;
  for (let at = colon - 1; at >= from && colon - at <= LONGEST_NAME && words < MOST_WORDS_INLINE; at--) {
    if (!isLetter(text, at) || (at > from && isLetter(text, at - 1))) continue;
    words++;
    if (!isUpperAt(text, at) || !beginsAfterBreak(text, from, at)) continue;
    const name = plain(text, at, colon);
    const kind = name.length === 1 && text[at - 1] === '/' ? undefined : kindNamed(name);
    if (kind) found = [at, name, kind];
  }
  return found;
}

function beginsAfterBreak(text: string, from: number, at: number): boolean {
  let before = at - 1;
  while (before >= from && (text[before] === ' ' || text[before] === '\t' || text[before] === '*')) before--;
  return before < from || at - before > 2 || '.;|)!?•·/]'.includes(text[before]!);
}

function open(text: string, kind: SectionKind, start: number, headerEnd: number, end: number): Open {
  return { kind, start, header: { start, end: headerEnd }, narrow: SHORT_KINDS.has(kind) && !isBlank(text, headerEnd, end), marked: false };
}

function kindNamed(name: string): SectionKind | undefined {
  const exact = KIND_OF.get(name);
  if (exact || name.length > LONGEST_NAME) return exact;
  const core = withoutExtras(name);
  return core.length > 2 ? KIND_OF.get(core) : undefined;
}

/** "Immunizations today" is a name with a word more. */
function withoutExtras(name: string): string {
  const words = name.split(' ');
  while (words.length > 1 && NAME_EXTRAS.has(words[0]!)) words.shift();
  while (words.length > 1 && NAME_EXTRAS.has(words.at(-1)!)) words.pop();
  return words.join(' ');
}

/** Letters and digits in lower case, everything else one space, what stands in parentheses left out. */
function plain(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/\([^()]*\)/g, ' ').replace(/['’]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase();
}

function colonWithin(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + LONGEST_NAME + 1);
  for (let at = start; at < limit; at++) if (text[at] === ':') return at;
  return -1;
}

function skipMarks(text: string, at: number, end: number, marks = '#*_=>[<~'): number {
  let to = at;
  if (text[to] === '[' && text[to + 2] === ']') return at;
  while (to < end && (marks.includes(text[to]!) || (to > at && text[to] === ' '))) to++;
  return to;
}

function skipNumber(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && to - at < 2 && isDigit(text, to)) to++;
  if (to === at) while (to < end && to - at < 4 && 'IVX'.includes(text[to]!)) to++;
  if (to === at || !(text[to] === '.' || text[to] === ')') || text[to + 1] !== ' ') return at;
  return skipSpace(text, to + 1, end);
}

export function startsItem(text: string, from: number, end: number): boolean {
  const at = skipSpace(text, from, end);
  return skipNumber(text, at, end) > at || ('-*•·▪◦●–+☐☑☒□'.includes(text[at] ?? ' ') && at < end) || (text[at] === '[' && text[at + 2] === ']');
}

/** Lines end with a line feed, a carriage return, or both. */
export function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== FEED && text.charCodeAt(at) !== RETURN) at++;
  return at;
}

export function nextLine(text: string, end: number): number {
  return text.charCodeAt(end) === RETURN && text.charCodeAt(end + 1) === FEED ? end + 2 : end + 1;
}

const FEED = 0x0a;
const RETURN = 0x0d;
