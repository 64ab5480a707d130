import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { singleNoteChart } from '../src/app/single-note.ts';
import { readVisit } from '../src/cli/score/visit-text.ts';
import { circumstance, confidence, type Circumstance } from '../src/domain/coding/confidence.ts';
import { visitCodes } from '../src/domain/coding/visit-codes.ts';
import { analyzeNote } from '../src/domain/engine.ts';
import type { CodeSet, NoteContext, NoteType } from '../src/domain/model/index.ts';
import { plainNote } from '../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../src/knowledge/node/index.ts';

/**
 * Learns how often coders report what notes say, and prints how far the confidence of suggestions can be relied on (docs/confidence.md).
 * `node scripts/learn-rates.ts --data DIR [--write]`
 * DIR holds the CodiEsp sets (CC BY 4.0): the train set is learned from, the dev set only measured. The coded visit notes are the
 * project's own (test/score/visits, visits-second). Nothing but codes and counts is written: src/domain/coding/learned-rates.ts.
 * The rates that are measured are those of the file as it was when the script began: run it twice after a change.
 */
/** Met at least so often, a code or category has a count of its own. */
const FEWEST = 4;
const { values } = parseArgs({ options: { data: { type: 'string' }, write: { type: 'boolean', default: false } } });
if (values.data === undefined) throw new Error('Name the folder with codiesp-en-train.jsonl and codiesp-en-dev.jsonl: --data DIR');
const knowledge = await loadKnowledge();
const train = toldIn(readLines(join(values.data, 'codiesp-en-train.jsonl')));
const dev = toldIn(readLines(join(values.data, 'codiesp-en-dev.jsonl')));
const visits = ['visits', 'visits-second'].flatMap(visitsIn);
if (values.write) writeFileSync(new URL('../src/domain/coding/learned-rates.ts', import.meta.url), ratesFile());
say(reliability('case reports not learned from (CodiEsp dev)', dev));
say(reliability('case reports learned from (CodiEsp train)', train));
say(reliability('visit notes learned from (visits, visits-second)', visits));
say(thresholds());

/** One code that the notes support: whether coders reported it, and what the confidence rests on. */
interface Case {
  readonly code: string;
  readonly where: Circumstance;
  readonly mentions: number;
  readonly confidence: number;
  readonly right: boolean;
}

interface CaseSet {
  readonly cases: readonly Case[];
  /** Codes that the coders reported. */
  readonly reported: number;
}

interface CodedNote {
  readonly text: string;
  readonly date: string;
  readonly setting: NoteContext['setting'];
  readonly type: NoteType;
  readonly codes: readonly string[];
  /** Codes that count neither way. */
  readonly optional: readonly string[];
}

function readLines(file: string): readonly CodedNote[] {
  return readFileSync(file, 'utf8').trim().split('\n').map((line) => {
    const { text, codes } = JSON.parse(line) as { readonly text: string; readonly codes: readonly string[] };
    return { text, codes: codes.map(plain), optional: [], date: '2026-03-01', setting: 'outpatient', type: 'progress' };
  });
}

function toldIn(notes: readonly CodedNote[]): CaseSet {
  return { cases: notes.flatMap(casesOf).filter(({ where }) => where === 'told'), reported: notes.reduce((sum, { codes }) => sum + codes.length, 0) };
}

function visitsIn(set: string): readonly Case[] {
  const folder = new URL(`../test/score/${set}/`, import.meta.url);
  return readdirSync(folder).toSorted().flatMap((file) => {
    const row = readVisit(readFileSync(new URL(file, folder), 'utf8'), file);
    if (row === null) return [];
    const codes = (field: string): readonly string[] => (row[field] as readonly string[]).map(plain);
    return casesOf({ text: textOf(row['note']), date: textOf(row['serviceDate']), setting: textOf(row['setting']) as CodedNote['setting'], type: textOf(row['noteType']) as NoteType, codes: codes('codes'), optional: codes('optional') });
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function casesOf({ text, date, setting, type, codes, optional }: CodedNote): readonly Case[] {
  const context: NoteContext = { ageYears: null, sex: 'unknown', setting, noteType: type, authorRole: 'unknown', serviceDate: date };
  const note = plainNote({ id: 'note', text, type, date });
  const codeSet = knowledge.codeSets.inForce(date);
  if (codeSet === undefined) return [];
  const { visit } = visitCodes(singleNoteChart(note, context, date), [analyzeNote(note, context, knowledge)], knowledge, codeSet);
  return visit
    .filter(({ code, statements }) => statements.length > 0 && !/^[VWXY]/.test(code) && !optional.includes(plain(code)))
    .map(({ code, statements }) => ({ code: plain(code), where: circumstance(statements), mentions: statements.length, confidence: confidence(code, statements), right: codes.some((gold) => isReported(plain(code), gold, codeSet)) }));
}

/** A code that has become a header since the notes were coded stands for those beneath it (R51 for R51.9). */
function isReported(code: string, gold: string, codeSet: CodeSet): boolean {
  return code === gold || (code.startsWith(gold) && codeSet.entry(gold)?.billable === false);
}

function ratesFile(): string {
  const counts = countsByKey(train.cases);
  const kept = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const again = [1, 2, 3].map((times) => oddsAgain(train.cases.filter(({ mentions }) => (times < 3 ? mentions === times : mentions >= times)), counts));
  return `interface Rates {
  /** Of suggestions from notes with sections, by where their words stand: how many were right, how many there were. */
  readonly visits: Readonly<Record<'title' | 'assessed' | 'elsewhere', readonly [right: number, shown: number]>>;
  /** Of codes that a told course states of the patient: how often coders reported them, how often they were met. */
  readonly told: {
    readonly all: readonly [reported: number, met: number];
    /** By how much the odds change where it is said once, twice, more often. */
    readonly again: readonly number[];
    /** Codes; categories and chapter letters for the rest beneath them. */
    readonly counts: Readonly<Record<string, readonly [reported: number, met: number]>>;
  };
}

/**
 * Made by scripts/learn-rates.ts from the coded visit notes of this project and from CodiEsp, train (CLEF eHealth 2020, CC BY 4.0).
 * Codes and counts alone.
 */
export const RATES: Rates = {
  visits: { ${(['title', 'assessed', 'elsewhere'] as const).map((place) => `${place}: ${whole(visits.filter(({ where }) => where === place))}`).join(', ')} },
  told: {
    all: ${whole(train.cases)},
    again: [${again.map((odds) => odds.toFixed(2)).join(', ')}],
    counts: {
${byChapter(kept)}
    },
  },
};
`;
}

/** Each case counts for its code where that was met often enough, else for the rest of its category, else for the rest of its chapter. */
function countsByKey(cases: readonly Case[]): ReadonlyMap<string, readonly [number, number]> {
  const counts = new Map<string, [number, number]>();
  let rest = cases;
  for (const level of [0, 1, 2]) {
    const here = new Map<string, [number, number]>();
    for (const { code, right } of rest) add(here, keys(code)[level]!, right);
    const often = new Map([...here].filter(([, [, met]]) => level === 2 || met >= FEWEST));
    for (const [key, [reported, met]] of often) counts.set(key, [reported + (counts.get(key)?.[0] ?? 0), met + (counts.get(key)?.[1] ?? 0)]);
    rest = rest.filter(({ code }) => !often.has(keys(code)[level]!));
  }
  return counts;
}

function whole(cases: readonly Case[]): string {
  return `[${cases.filter(({ right }) => right).length}, ${cases.length}]`;
}

function add(counts: Map<string, [number, number]>, key: string, right: boolean): void {
  const [reported, met] = counts.get(key) ?? [0, 0];
  counts.set(key, [reported + Number(right), met + 1]);
}

/** The odds of these cases against what the counts of their codes alone would give. */
function oddsAgain(cases: readonly Case[], counts: ReadonlyMap<string, readonly [number, number]>): number {
  const expected = cases.reduce((sum, { code }) => {
    const [reported, met] = [code, code.slice(0, 3), code.slice(0, 1)].map((key) => counts.get(key)).find((count) => count !== undefined) ?? [1, 2];
    return sum + reported / met;
  }, 0);
  const right = cases.filter((one) => one.right).length;
  return ((right + 1) / (cases.length - right + 1)) / ((expected + 1) / (cases.length - expected + 1));
}

function byChapter(kept: readonly (readonly [string, readonly [number, number]])[]): string {
  const lines = new Map<string, string[]>();
  for (const [key, [reported, met]] of kept) {
    const chapter = key.slice(0, 1);
    lines.set(chapter, [...(lines.get(chapter) ?? []), `${key}: [${reported}, ${met}]`]);
  }
  return [...lines.values()].map((line) => `      ${line.join(', ')},`).join('\n');
}

/** Ten bins of confidence against the share that was right, and the expected calibration error. */
function reliability(title: string, of: CaseSet | readonly Case[]): string {
  const cases = 'cases' in of ? of.cases : of;
  const bins = Array.from({ length: 10 }, (_, bin) => cases.filter((one) => Math.min(9, Math.floor(one.confidence * 10)) === bin));
  const error = bins.reduce((sum, bin) => sum + (bin.length / cases.length) * Math.abs(mean(bin.map((one) => one.confidence)) - mean(bin.map(({ right }) => Number(right)))), 0);
  const rows = bins.flatMap((bin, index) => (bin.length === 0 ? [] : [`| ${(index / 10).toFixed(1)}–${((index + 1) / 10).toFixed(1)} | ${bin.length} | ${mean(bin.map((one) => one.confidence)).toFixed(2)} | ${mean(bin.map(({ right }) => Number(right))).toFixed(2)} |`]));
  return [`${title}: ${cases.length} suggestions, expected calibration error ${error.toFixed(3)}`, '', '| confidence | suggestions | on average | right |', '|---|---|---|---|', ...rows, ''].join('\n');
}

function mean(list: readonly number[]): number {
  return list.length === 0 ? 0 : list.reduce((sum, value) => sum + value, 0) / list.length;
}

/** What showing from a higher or lower confidence would do to case reports that were not learned from. */
function thresholds(): string {
  const rows = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7].map((from) => {
    const shown = dev.cases.filter((one) => one.confidence >= from);
    const right = shown.filter((one) => one.right).length;
    return `| ${from.toFixed(1)} | ${shown.length} | ${(right / shown.length).toFixed(3)} | ${(right / dev.reported).toFixed(3)} | ${((2 * right) / (shown.length + dev.reported)).toFixed(3)} |`;
  });
  return ['shown from, case reports not learned from', '', '| from | suggestions | precision | recall | F1 |', '|---|---|---|---|---|', ...rows, ''].join('\n');
}

function plain(code: string): string {
  return code.replace('.', '').toUpperCase();
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The code, its category, its chapter. */
function keys(code: string): readonly string[] {
  return [code, code.slice(0, 3), code.slice(0, 1)];
}
