import type { CodeSet, ConceptId, Knowledge, Lexicon, LexiconMatch, Mention, Note, NoteContext, Token } from '../model/index.ts';
import { assertSpan } from './assertion/assert.ts';
import { neutralStretches } from './neutral-phrases.ts';
import type { ReadNote } from './read-note.ts';

/**
 * Every stretch of the note that names a concept, in order, with its section and assertion. Offsets are UTF-16 into `note.text`.
 * Mentions overlap only where a combination names its partner and the partner's name goes on ("diabetes with CKD stage 3b").
 * Section headers name no condition.
 */
export function findMentions(note: Note, read: ReadNote, context: NoteContext, knowledge: Knowledge): Mention[] {
  const codeSet = (context.serviceDate === null ? undefined : knowledge.codeSets.inForce(context.serviceDate)) ?? knowledge.codeSets.newest;
  const mentions: Mention[] = [];
  read.sentences.forEach((sentence, index) => {
    const section = read.sectionOf(index);
    if (section && section.kind !== 'other' && sentence.start < section.header.end) return;
    const tokens = read.tokensOf(index);
    for (const match of outermost([...meant(matchNames(tokens, knowledge.lexicon), tokens), ...writtenCodes(note.text, tokens, codeSet)])) {
      const start = tokens[match.from]!.start;
      const end = tokens[match.to - 1]!.end;
      mentions.push({
        note: note.id, start, end, text: note.text.slice(start, end), concept: match.concept, codes: match.codes,
        assertion: assertSpan({ start, end }, read.frame(index), { named: true }), section: section?.kind ?? null, sentence: index,
      });
    }
  });
  return mentions;
}

const SIDES: ReadonlySet<string> = new Set(['right', 'left', 'bilateral', 'rt', 'lt']);

/** The names as they stand, and those that a side divides: "laceration of right hand". What side it is, coding reads again. */
function matchNames(tokens: readonly Token[], lexicon: Lexicon): readonly LexiconMatch[] {
  const matches = lexicon.match(tokens);
  const places = tokens.flatMap(({ norm }, place) => (SIDES.has(norm) ? [] : [place]));
  if (places.length === tokens.length) return matches;
  const divided = lexicon.match(places.map((place) => tokens[place]!)).map((match) => ({ ...match, from: places[match.from]!, to: places[match.to - 1]! + 1 }));
  const isFree = (one: LexiconMatch): boolean => !matches.some((other) => one.from < other.to && other.from < one.to);
  return [...matches, ...divided.filter((one) => isFree(one) && tokens.slice(one.from, one.to).some(({ norm }) => SIDES.has(norm)))];
}

/** Without names that are part of a longer phrase which means something else: "ST depression", "stroke volume". */
function meant(matches: readonly LexiconMatch[], tokens: readonly Token[]): readonly LexiconMatch[] {
  const neutral = matches.length === 0 ? [] : neutralStretches(tokens);
  return neutral.length === 0 ? matches : matches.filter(({ from, to }) => !neutral.some((other) => other.from <= from && to <= other.to && other.to - other.from > to - from));
}

/** In order, without those that lie inside another: a word or a code that is part of a longer phrase is not said twice. */
function outermost(matches: readonly LexiconMatch[]): readonly LexiconMatch[] {
  const ordered = matches.toSorted((a, b) => a.from - b.from || b.to - a.to);
  let furthest = 0;
  return ordered.filter(({ to }) => {
    if (to <= furthest) return false;
    furthest = to;
    return true;
  });
}

const DOTTED = /^[a-z]\d[0-9a-z]\.[0-9a-z]{1,4}$/;
const UNDOTTED = /^[a-z]\d[0-9a-z]{1,5}$/;
/** Said before a code: "ICD-10: I10", "Dx code E119". */
const ANNOUNCES = new Set(['icd', 'icd10', 'icd9', 'cm', 'code', 'codes', 'dx', 'diagnosis']);

/**
 * Codes that the author wrote out. With its dot a code speaks for itself; without, it could be a vertebra or a vitamin,
 * and needs brackets around it ("Hypertension (I10)") or an announcement.
 */
function writtenCodes(text: string, tokens: readonly Token[], codeSet: CodeSet): LexiconMatch[] {
  return tokens.flatMap((token, at) => {
    const first = text.charCodeAt(token.start);
    if (first < 65 || first > 90) return [];
    if (!DOTTED.test(token.norm) && !(UNDOTTED.test(token.norm) && (inBrackets(text, token) || announced(tokens, at)))) return [];
    const entry = codeSet.entry(token.norm);
    return entry ? [{ from: at, to: at + 1, concept: `icd:${entry.code}` as ConceptId, codes: [entry.code] }] : [];
  });
}

function inBrackets(text: string, { start, end }: Token): boolean {
  return '([{'.includes(text[start - 1] ?? ' ') && ')]},;'.includes(text[end] ?? ' ');
}

function announced(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some((token) => ANNOUNCES.has(token.norm));
}
