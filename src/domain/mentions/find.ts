import type { AbbreviationRead, Assertion, CodeSet, Composed, ConceptId, Knowledge, LexiconMatch, Mention, Note, NoteContext, Passage, Span, Token } from '../model/index.ts';
import { isUndecided, settleAbbreviations } from './abbreviations/settle.ts';
import { assertSpan } from './assertion/assert.ts';
import { trimesterOf, weeksOfGestation } from './compose/gestation.ts';
import { namesIn } from './names.ts';
import { neutralStretches } from './neutral-phrases.ts';
import { diseasesOfRelatives } from './of-relatives.ts';
import { asOfRelease } from './of-release.ts';
import type { ReadNote } from './read-note.ts';

/**
 * Every stretch of the note that names a concept, in order, with the attributes near it, its section and assertion. Offsets are UTF-16 into
 * `note.text`. Mentions overlap only where a combination names its partner and the partner's name goes on ("diabetes with CKD stage 3b").
 * Section headers name no condition.
 */
export function findMentions(note: Note, read: ReadNote, context: NoteContext, knowledge: Knowledge): Mention[] {
  const codeSet = (context.serviceDate === null ? undefined : knowledge.codeSets.inForce(context.serviceDate)) ?? knowledge.codeSets.newest;
  const words = read.sentences.map((_, index) => read.tokensOf(index));
  const abbreviated = bySentence(knowledge.abbreviations.read(read, context), read);
  const named = read.sentences.map((sentence, index): readonly LexiconMatch[] => {
    const section = read.sectionOf(index);
    if (section && section.kind !== 'other' && sentence.start < section.header.end) return NONE;
    const tokens = words[index]!;
    const names = outermost([...meant(settleAbbreviations(asOfRelease(namesIn(note.text, tokens, knowledge.lexicon), tokens, knowledge.lexicon, codeSet), tokens, abbreviated[index] ?? NONE), tokens), ...writtenCodes(note.text, tokens, codeSet)]);
    const ofRelatives = diseasesOfRelatives(names, tokens, knowledge.lexicon);
    return ofRelatives.length === 0 ? names : [...names, ...ofRelatives].toSorted((a, b) => a.from - b.from || b.to - a.to);
  });
  const ofNote = saidOfNote(named, read, context);
  return named.flatMap((matches, index) => (matches.length === 0 ? NONE : mentionsIn(index, matches)));

  function mentionsIn(index: number, matches: readonly LexiconMatch[]): readonly Mention[] {
    const tokens = words[index]!;
    const section = read.sectionOf(index);
    const assertions = matches.map(({ from, to }) => assertSpan({ start: tokens[from]!.start, end: tokens[to - 1]!.end }, read.frame(index), { named: true }));
    const isFollowed = named[index + 1]?.length === 0 && read.sectionOf(index + 1) === section;
    const isSaid: Passage['isSaid'] = (span, match) => weigh(span, assertSpan(span, read.frame(span.start < read.sentences[index]!.end ? index : index + 1)), assertions[match]!, note.text);
    const passage: Passage = { text: note.text, tokens, after: isFollowed ? words[index + 1]! : NONE, matches, ofNote, isSaid };
    const composed = knowledge.composer.compose(passage, codeSet);
    return composed.flatMap(({ start, end, codes, together, attributes }, place): readonly Mention[] => {
      const { concept, quote } = matches[place]!;
      if ((codes.length === 0 && !isUndecided(concept)) || (quote !== undefined && isSaidBefore(place, composed))) return NONE;
      return [{
        note: note.id, start, end, text: note.text.slice(start, end), concept, codes, ...(together > 1 ? { together } : {}), attributes,
        assertion: assertions[place]!, section: section?.kind ?? null, sentence: index,
      }];
    });
  }
}

const NONE: readonly never[] = [];

/** Of names that share a word, two may come to one code: "cellulitis of the left foot and ankle". */
function isSaidBefore(place: number, composed: readonly Composed[]): boolean {
  const { start, codes, together } = composed[place]!;
  for (let at = place - 1; at >= 0 && composed[at]!.end > start; at--) if (codes.slice(0, together).every((code) => composed[at]!.codes.slice(0, composed[at]!.together).includes(code))) return true;
  return false;
}

function bySentence(reads: readonly AbbreviationRead[], { sentences }: ReadNote): readonly (readonly AbbreviationRead[] | undefined)[] {
  const found: AbbreviationRead[][] = [];
  let sentence = 0;
  for (const read of reads) {
    while (sentence + 1 < sentences.length && sentences[sentence]!.end <= read.start) sentence++;
    (found[sentence] ??= []).push(read);
  }
  return found;
}

/** What is said as the condition is said, goes with it; "without aura" beside a migraine that is there, denies the aura. */
function weigh(attribute: Span, { status, cues }: Assertion, condition: Assertion, text: string): ReturnType<Passage['isSaid']> {
  if (status === condition.status || status === 'present') return 'said';
  if (status !== 'absent') return 'open';
  return cues.some(({ kind, end }) => kind === 'negation' && end <= attribute.start && !text.slice(end, attribute.start).includes(',')) ? 'denied' : 'denied-in-list';
}

/** What holds for every condition of the note: the sex that the codes of the breast ask for, the trimester that the weeks give. */
function saidOfNote(named: readonly (readonly LexiconMatch[])[], read: ReadNote, { sex }: NoteContext): readonly string[] {
  const trimesters = new Set(trimestersIn(named, read));
  return [...(sex === 'male' ? ['sex:male'] : []), ...(trimesters.size === 1 ? trimesters : [])];
}

/** Of a pregnancy that the note names: weeks of something else are not looked at. */
function trimestersIn(named: readonly (readonly LexiconMatch[])[], read: ReadNote): readonly string[] {
  const first = named.flatMap((matches) => matches.map(({ codes }) => codes[0] ?? ''));
  if (!first.some((code) => code.startsWith('O') || code.startsWith('Z34') || code.startsWith('Z3A'))) return NONE;
  const coded = first.filter((code) => /^Z3A\.[0-4]\d$/.test(code)).map((code) => Number(code.slice(4)));
  return [...coded.filter((weeks) => weeks > 0), ...weeksOfGestation(read.tokens)].map(trimesterOf);
}

/** Without names that are part of a longer phrase which means something else: "ST depression", "stroke volume". */
function meant(matches: readonly LexiconMatch[], tokens: readonly Token[]): readonly LexiconMatch[] {
  const neutral = matches.length === 0 ? [] : neutralStretches(tokens);
  return neutral.length === 0 ? matches : matches.filter(({ from, to }) => !neutral.some((other) => other.from <= from && to <= other.to && other.to - other.from > to - from));
}

/** In order, without those that lie inside another: a word or a code that is part of a longer phrase is not said twice. */
function outermost(matches: readonly LexiconMatch[]): readonly LexiconMatch[] {
  if (matches.length < 2) return matches;
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
const PERCENTILE = /^p\d{2}$/;
const MEASURED = /^\d/;
/** Said before a code: "ICD-10: I10", "Dx code E119". */
const ANNOUNCES = new Set(['icd', 'icd10', 'icd9', 'code', 'codes', 'dx', 'diagnosis']);

/**
 * Codes that the author wrote out. With its dot a code speaks for itself; without, it could be a vertebra or a vitamin,
 * and needs brackets around it ("Hypertension (I10)") or an announcement.
 */
function writtenCodes(text: string, tokens: readonly Token[], codeSet: CodeSet): LexiconMatch[] {
  return tokens.flatMap((token, at) => {
    const first = text.charCodeAt(token.start);
    if (first < 65 || first > 90) return [];
    if (!DOTTED.test(token.norm) && !(UNDOTTED.test(token.norm) && (announced(tokens, at) || (inBrackets(text, token) && !isPercentile(tokens, at))))) return [];
    const entry = codeSet.entry(token.norm);
    return entry ? [{ from: at, to: at + 1, concept: `icd:${entry.code}` as ConceptId, codes: [entry.code] }] : [];
  });
}

/** "16.5 kg (P50)": behind a measurement the percentile, not the newborn's condition. */
function isPercentile(tokens: readonly Token[], at: number): boolean {
  return PERCENTILE.test(tokens[at]!.norm) && tokens.slice(Math.max(0, at - 3), at).some(({ norm }) => MEASURED.test(norm));
}

function inBrackets(text: string, { start, end }: Token): boolean {
  return '([{'.includes(text[start - 1] ?? ' ') && ')]},;'.includes(text[end] ?? ' ');
}

function announced(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some((token) => ANNOUNCES.has(token.norm));
}
