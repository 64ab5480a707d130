import type { DataLevel, VisitReason, VisitSetting } from '../../model/index.ts';
import { COUNTED_BEFORE, DONE_AND_READ_HERE, LIST_ORDERED, LIST_TO_ORDER, NO_LISTED_TEST, NOT_ORDERED, OLD_RESULT, ONE_SPECIMEN, NO_TEST, READ_BY_OTHERS, REPEATED, TESTS, TEST_BY_FAMILY, type TestRow } from './tests.ts';
import { CAME_WITH, DISCUSSED, EXTERNAL_NOTE, EXTERNAL_SOURCE, HISTORIAN, INTERPRETED, NAMED_NOTE, NOTE_READ, NOTE_SENT, NOT_DISCUSSED, TELLS_ITSELF, UNABLE_TO_TELL } from './sources.ts';
import { find, findIn, isNegated, reason, type Found, type Statement } from './visit.ts';

export interface Data {
  readonly level: DataLevel;
  readonly tests: readonly string[];
  readonly why: readonly VisitReason[];
}

/**
 * The amount and complexity of data reviewed and analyzed (CPT E/M guidelines 2023). Category 1: tests, external notes, historian;
 * 2: independent interpretation; 3: discussion of management or interpretation with an external physician or other appropriate source.
 */
export function dataOf(statements: readonly Statement[], setting: VisitSetting, ageYears: number | null): Data {
  const tests = testsOf(statements, setting);
  const notes = externalNotes(statements);
  const historian = historianOf(statements, ageYears);
  const interpreted = interpretedOf(statements, setting);
  const discussed = findIn(DISCUSSED, statements, (found) => !isNegated(found) && !NOT_DISCUSSED.test(around(found)));
  const items = tests.size + notes.length;
  const why: VisitReason[] = [
    ...[...tests.values()].map((found) => reason('data', 'A unique test, ordered or reviewed.', found)),
    ...notes.map((found) => reason('data', 'A note of an external source, reviewed.', found)),
    ...(historian === null ? [] : [reason('data', 'An independent historian.', historian)]),
    ...(interpreted === null ? [] : [reason('data', 'An independent interpretation of a test that another reports.', interpreted)]),
    ...(discussed === null ? [] : [reason('data', 'A discussion with an external physician or other appropriate source.', discussed)]),
  ];
  return { level: levelOf(items, historian !== null, interpreted !== null, discussed !== null), tests: [...tests.keys()], why };
}

function levelOf(items: number, historian: boolean, interpreted: boolean, discussed: boolean): DataLevel {
  const categories = Number(items + Number(historian) >= 3) + Number(interpreted) + Number(discussed);
  if (categories >= 2) return 'extensive';
  if (categories === 1) return 'moderate';
  return items >= 2 || historian ? 'limited' : 'minimal';
}

function testsOf(statements: readonly Statement[], setting: VisitSetting): ReadonlyMap<string, Found> {
  const counted = new Map<string, Found>();
  for (const statement of statements) {
    if (statement.part === 'past') continue;
    for (const row of TESTS) {
      if (counted.has(row.id)) continue;
      const found = find(row.words, statement);
      if (found === null || !isCounted(found, row, setting)) continue;
      counted.set(row.id, found);
    }
  }
  return new Map([...withoutComponents(counted), ...otherTests(statements, setting)]);
}

/** Tests that no row names, by what they are: a level, a titer, a culture of something. */
function otherTests(statements: readonly Statement[], setting: VisitSetting): ReadonlyMap<string, Found> {
  const others = new Map<string, Found>();
  for (const statement of statements) {
    if (statement.part === 'past') continue;
    for (const at of statement.text.matchAll(TEST_BY_FAMILY)) {
      const [words, of = ''] = at;
      if (NO_TEST.test(of) || TESTS.some((row) => row.words.test(words))) continue;
      const found = { statement, start: statement.start + at.index, end: statement.start + at.index + words.length };
      if (!others.has(words.toLowerCase()) && isCounted(found, {}, setting)) others.set(words.toLowerCase(), found);
    }
    for (const found of listedTests(statement)) {
      const words = statement.note.text.slice(found.start, found.end).toLowerCase();
      if (![...others.keys()].some((one) => words.includes(one)) && isCounted(found, {}, setting)) others.set(words, found);
    }
  }
  return others;
}

/** "TSH, thyroid US, calcitonin ordered", "order TSH, calcitonin": what is ordered in one list with a known test is a test. */
function listedTests(statement: Statement): readonly Found[] {
  const { text } = statement;
  const [from, list] = listIn(text);
  if (!TESTS.some((row) => row.words.test(list))) return [];
  let at = from;
  const items: Found[] = [];
  for (const item of list.split(LIST_BREAK)) {
    const start = text.indexOf(item, at);
    at = start + item.length;
    const words = item.trim();
    if (words.length < 3 || words.split(/\s+/).length > 3 || NO_LISTED_TEST.test(words) || TESTS.some((row) => row.words.test(`${words} ordered`) || row.words.test(words))) continue;
    items.push({ statement, start: statement.start + start + item.length - item.trimStart().length, end: statement.start + start + item.trimEnd().length });
  }
  return items;
}

/** What stands before "ordered", else what stands behind "order", with its place. */
function listIn(text: string): readonly [number, string] {
  const ordered = LIST_ORDERED.exec(text);
  if (ordered !== null) {
    const from = Math.max(text.lastIndexOf('.', ordered.index), text.lastIndexOf(':', ordered.index), text.lastIndexOf(';', ordered.index), ordered.index - LONGEST_LIST - 1) + 1;
    return [from, text.slice(from, ordered.index)];
  }
  const order = LIST_TO_ORDER.exec(text);
  if (order === null) return [0, ''];
  const from = order.index + order[0].length;
  return [from, text.slice(from, from + LONGEST_LIST).split(/[.;\n]/)[0] ?? ''];
}

const LONGEST_LIST = 160;
const LIST_BREAK = /,|\+|&|\band\b/i;

/** Ordered or reviewed at this visit, and not reported as this clinician's own reading. */
function isCounted(found: Found, { interpreted }: Pick<TestRow, 'interpreted'>, setting: VisitSetting): boolean {
  const { statement } = found;
  const clause = clauseOf(found);
  if (isNegated(found) && !/\b(?:no|without) (?:acute|change|evidence|new)/i.test(clause)) return isResult(statement, found);
  if (NOT_ORDERED.test(clause) && !isResult(statement, found)) return false;
  if (COUNTED_BEFORE.test(statement.text)) return false;
  const before = statement.note.text.slice(Math.max(statement.start, found.start - 30), found.start);
  if ((OLD_RESULT.test(before) || /^[^,;]{0,30}\b(?:in|from|since) (?:19|20)\d\d\b|^[^,;]{0,30}\b(?:(?:years?|yrs?|months?|mos?) ago|last (?:year|yr|spring|summer|fall|winter))\b/i.test(statement.note.text.slice(found.end, Math.min(statement.end, found.end + 50)))) && !REPEATED.test(clause)) return false;
  if (interpreted === true && setting === 'office' && DONE_AND_READ_HERE.test(statement.text) && !READ_BY_OTHERS.test(statement.text)) return false;
  return true;
}

/** A value stands right behind the name: whatever is said before it is not said of the test. */
function isResult({ note, end }: Statement, found: Found): boolean {
  return /^[\s:=]*(?:was |is )?(?:\d|normal|nl\b|neg\b|negative|pos\b|positive|wnl|clear)/i.test(note.text.slice(found.end, Math.min(end, found.end + 20)));
}

/** The part of the sentence between commas that are followed by a new thought, widened to short sentences. */
function clauseOf({ statement, start, end }: Found): string {
  const { text } = statement;
  const [from, to] = [start - statement.start, end - statement.start];
  const left = Math.max(0, from - 60);
  return text.slice(Math.max(left, text.lastIndexOf('. ', from) + 1), Math.min(text.length, to + 60));
}

function withoutComponents(counted: ReadonlyMap<string, Found>): ReadonlyMap<string, Found> {
  const within = new Set(TESTS.filter(({ id }) => counted.has(id)).flatMap(({ includes }) => includes ?? []));
  const kept = new Map([...counted].filter(([id]) => !within.has(id)));
  for (const { of, least } of ONE_SPECIMEN) {
    const parts = of.filter((id) => kept.has(id));
    if (parts.length >= least) for (const id of parts.slice(1)) kept.delete(id);
  }
  return kept;
}

/** One for each unique source. */
function externalNotes(statements: readonly Statement[]): readonly Found[] {
  const bySource = new Map<string, Found>();
  for (const statement of statements) {
    const found = find(EXTERNAL_NOTE, statement) ?? (NOTE_READ.test(statement.text) && !NOTE_SENT.test(statement.text) ? find(NAMED_NOTE, statement) : null);
    if (found === null || isNegated(found) || (/\d ?min/i.test(statement.text) && !/\b(?:outside|external|hospital|discharge|consult)/i.test(statement.text)) || /\b(?:my|our|own|partner'?s?) (?:\w+ )?(?:last |prior |previous )?notes?\b/i.test(around(found)) || COUNTED_BEFORE.test(statement.text)) continue;
    const sources = [...statement.text.matchAll(EXTERNAL_SOURCE)].map(([source]) => source.toLowerCase());
    const named = sources.filter((source) => !/^(?:outside|external)$/.test(source));
    for (const source of named.length === 0 ? ['outside'] : new Set(named)) if (!bySource.has(source)) bySource.set(source, found);
  }
  return [...bySource.values()].slice(0, MOST_SOURCES);
}

const MOST_SOURCES = 5;
/** Younger children cannot give a complete history. */
const OLD_ENOUGH = 12;
/** Below this age nobody asks the child. */
const SMALL = 5;

function historianOf(statements: readonly Statement[], ageYears: number | null): Found | null {
  const found = findIn(HISTORIAN, statements, (one) => !isNegated(one));
  if (found === null) return ageYears !== null && ageYears < SMALL ? findIn(CAME_WITH, statements, ({ statement }) => statement.part !== 'past') : null;
  if (ageYears !== null && ageYears < OLD_ENOUGH) return found;
  if (findIn(TELLS_ITSELF, statements, (one) => !isNegated(one)) !== null) return null;
  return findIn(UNABLE_TO_TELL, statements, (one) => !isNegated(one)) === null ? null : found;
}

function interpretedOf(statements: readonly Statement[], setting: VisitSetting): Found | null {
  return findIn(INTERPRETED, statements, (found) => {
    const words = around(found);
    if (isNegated(found)) return false;
    if (/\b(?:billed|reported) separately|separately (?:billed|reported)|\bi (?:bill|report) (?:the )?(?:interpretation|read)|billed by (?:me|us|(?:this|our|the) (?:office|clinic|practice|group))\b|we bill|\(billed\)/i.test(words) && !/not (?:billed|reported)|not separately/i.test(words)) return false;
    if (READ_BY_OTHERS.test(words) || setting !== 'office') return true;
    return !/\b(?:in[\s-](?:office|clinic|house)|(?:ecg|ekg|x-?rays?|films?|spirometry) (?:today|here)|here\b|obtained today)/i.test(words);
  });
}

function around({ statement, start, end }: Found): string {
  return statement.note.text.slice(Math.max(0, start - 90), end + 110);
}
