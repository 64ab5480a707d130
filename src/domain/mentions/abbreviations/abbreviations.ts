import type { AbbreviationMeaning, AbbreviationRead, Abbreviations, NoteWords } from '../../model/index.ts';
import { lazily } from '../../lazily.ts';
import { decide, needsWords, type Decision } from './decide.ts';
import { senseMaker, type Sense } from './senses.ts';
import { buildSpellings, scriptOf, type Found } from './spellings.ts';
import { surroundingsOf, type Surroundings } from './surroundings.ts';
import type { AbbreviationRow, AbbreviationTables } from './table.ts';
import { isMeasured, weigh, type Occurrence } from './weigh.ts';
import { whyOf } from './why.ts';

/**
 * Reads abbreviations by these tables: the words, the section and the patient around them decide between senses (docs/abbreviations.md).
 * What a note says is looked at once, when it first has an abbreviation of several senses.
 */
export function buildAbbreviations(tables: AbbreviationTables): Abbreviations {
  const spellings = buildSpellings(tables.rows);
  const senseOf = senseMaker(tables);

  return {
    rows: tables.rows.length,
    read(words, context) {
      const found = spellings.find(words.text, words.tokens, scriptOf(words.text));
      if (found.length === 0) return [];
      const note = lazily(() => surroundingsOf(words, context));
      const decisions = new Map<Found, Decision>();
      for (const group of alike(found)) {
        const senses = group[0]!.rows.map(senseOf);
        if (isPlain(group[0]!.written, senses) && !group.some((one) => mayBeDefined(one, words.text) || isMeasured(one, words))) continue;
        decide(group[0]!.written, group, senses, note(), false).forEach((decision, place) => decisions.set(group[place]!, decision));
      }
      return found.map((one) => asRead(one, one.rows, decisions.get(one) ?? null, senseOf, note));
    },
    readAt(words, span) {
      const written = words.text.slice(span.start, span.end);
      const rows = spellings.rowsOf(written, scriptOf(words.text));
      if (rows.length === 0) return null;
      const note = surroundingsOf(words);
      const found = spellings.find(words.text, words.tokens, note.script).filter((one) => isSame(one.rows, rows) && (one.end <= span.start || one.start >= span.end));
      const at = occurrenceAt(span, words);
      const all = [...found, at].toSorted((a, b) => a.start - b.start);
      const decision = decide(written.trim(), all, rows.map(senseOf), note, true)[all.indexOf(at)]!;
      return { ...asRead({ ...at, written, rows }, rows, decision, senseOf, () => note), why: whyOf(written.trim(), decision, note) };
    },
    candidates: (written) => spellings.rowsOf(written, 'mixed').map(meaningOf),
  };
}

/** By abbreviation. */
function alike(found: readonly Found[]): Iterable<readonly Found[]> {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const key = `${one.written.toLowerCase()} ${one.rows.map(({ expansion }) => expansion).join('|')}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups.values();
}

/** A single sense that nothing around it could change. */
function isPlain(written: string, [only, ...more]: readonly Sense[]): boolean {
  return more.length === 0 && (only?.how === 'usual' || only?.how === '') && !needsWords(written, only) && only.against.length === 0 && only.evidence.every(({ kind }) => kind !== 'sex' && kind !== 'age');
}

function mayBeDefined({ start, end }: Found, text: string): boolean {
  return text[start - 1] === '(' || text[end] === '(' || text[end + 1] === '(';
}

function asRead({ start, end, from, to, written }: Found, rows: readonly AbbreviationRow[], decision: Decision | null, senseOf: (row: AbbreviationRow) => Sense, note: () => Surroundings): AbbreviationRead {
  const at: Occurrence = { start, end, from, to };
  const sense = decision === null ? senseOf(rows[0]!) : decision.sense;
  return {
    ...at, written,
    meaning: sense === null ? null : { expansion: sense.expansion, codes: codesAt(sense, at, note), seldom: isSeldom(sense) },
    candidates: rows.map(meaningOf),
    definedAs: decision?.by === 'definition' && decision.sense === null ? { start: decision.definition.start, end: decision.definition.end } : null,
  };
}

function meaningOf(row: AbbreviationRow): AbbreviationMeaning {
  return { expansion: row.expansion, codes: row.codes.map(({ code }) => code), seldom: isSeldom(row) };
}

function isSeldom({ how }: Pick<AbbreviationRow, 'how'>): boolean {
  return how === 'rare' || how === 'never-alone';
}

/** First the codes whose words stand in the note, then those that ask for none. */
function codesAt(sense: Sense, at: Occurrence, note: () => Surroundings): string[] {
  const plain = sense.codes.flatMap(({ code, when }) => (when.length === 0 ? [code] : []));
  if (plain.length === sense.codes.length) return plain;
  const said = sense.codes.flatMap(({ code, when }) => (when.length > 0 && weigh({ ...sense, evidence: when, against: [], words: [] }, at, note()).evidence > 0 ? [code] : []));
  return [...said, ...plain];
}

function isSame(one: readonly AbbreviationRow[], other: readonly AbbreviationRow[]): boolean {
  return one.length === other.length && one.every((row, at) => row === other[at]);
}

/** The tokens that a span touches; where it touches none, the place before the next. */
function occurrenceAt({ start, end }: { readonly start: number; readonly end: number }, { tokens }: NoteWords): Occurrence {
  const first = tokens.findIndex((token) => token.end > start);
  const from = first < 0 ? tokens.length : first;
  let to = from;
  while (to < tokens.length && tokens[to]!.start < end) to++;
  return { start, end, from, to };
}
