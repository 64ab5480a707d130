import type { Reading } from './reading.ts';
import { ANALYTES } from './analytes.ts';
import { shelf } from './reading.ts';

/** A list such as `pulmonary embol*, cta ~ filling defect, d dimer > 0.5`, made ready once. */
export interface WordList {
  readonly phrases: readonly Phrase[];
  readonly conditions: readonly Condition[];
}

/** Words in a row; `beginning` marks a word beginning (`embol*`), `far` that up to three words may stand before it (`~`). */
export type Phrase = readonly { readonly word: string; readonly beginning: boolean; readonly far: boolean }[];

/** A laboratory or vital value, `na < 135`, in the unit that analytes.ts names. */
export interface Condition {
  readonly analyte: string;
  readonly holds: (value: number) => boolean;
}

export function wordList(list: string): WordList {
  const entries = list.split(',').map((entry) => entry.trim()).filter((entry) => entry !== '');
  return {
    phrases: entries.filter((entry) => !/[<>]/u.test(entry)).map(phrase),
    conditions: entries.filter((entry) => /[<>]/u.test(entry)).map(condition),
  };
}

/** "affirmed" where the words stand at least once without a denial, "denied" where every time with one. */
export function said(list: WordList, reading: Reading): 'affirmed' | 'denied' | null {
  let denied = false;
  for (const words of list.phrases) {
    for (const [from, through] of spansOf(words, reading)) {
      if (!isDenied(reading, from, through)) return 'affirmed';
      denied = true;
    }
  }
  return denied ? 'denied' : null;
}

export function anyValue(list: WordList, readings: readonly Reading[]): boolean {
  return list.conditions.some(({ analyte, holds }) => readings.some((reading) => valuesOf(analyte, reading).some(holds)));
}

/** True where the analyte was given and each of its values is such: one such value among others decides nothing. */
export function everyValue(list: WordList, readings: readonly Reading[]): boolean {
  return list.conditions.some(({ analyte, holds }) => {
    const values = readings.flatMap((reading) => valuesOf(analyte, reading));
    return values.length > 0 && values.every(holds);
  });
}

/** Where the words stand, first and last position. */
export function spansOf(words: Phrase, reading: Reading): readonly (readonly [number, number])[] {
  const first = words[0];
  if (!first) return [];
  return (reading.places.get(shelf(first.word)) ?? []).flatMap((at) => {
    const through = endOf(words, reading, at);
    return through === null ? [] : [[at, through] as const];
  });
}

/** A denial that is itself part of the words ("no urine output") denies nothing. */
export function isDenied({ deniedBefore, deniedBehind }: Reading, from: number, through: number): boolean {
  const before = deniedBefore[from] ?? -1;
  const behind = deniedBehind[through] ?? -1;
  return before !== -1 || behind !== -1;
}

function phrase(entry: string): Phrase {
  let far = false;
  const words: { word: string; beginning: boolean; far: boolean }[] = [];
  for (const part of entry.split(/\s+/u)) {
    if (part === '~') {
      far = true;
      continue;
    }
    words.push({ word: part.endsWith('*') ? part.slice(0, -1) : part, beginning: part.endsWith('*'), far });
    far = false;
  }
  return words;
}

function condition(entry: string): Condition {
  const parts = /^([a-z0-9 ]+?) ?(<=|>=|<|>) ?([\d.]+)$/u.exec(entry);
  const [, analyte = '', sign = '', bound = ''] = parts ?? [];
  const limit = Number(bound);
  const tests: Record<string, (value: number) => boolean> = { '<': (value) => value < limit, '<=': (value) => value <= limit, '>': (value) => value > limit, '>=': (value) => value >= limit };
  const holds = tests[sign];
  if (!holds || !(analyte in ANALYTES)) throw new Error(`Support table: "${entry}" is no condition on a known analyte.`);
  return { analyte, holds };
}

function endOf(words: Phrase, reading: Reading, at: number): number | null {
  let place = at - 1;
  for (const part of words) {
    const reach = part.far ? place + 1 + FAR : place + 1;
    let next = place + 1;
    while (next <= reach && !fits(part, reading.words[next])) next += 1;
    if (next > reach) return null;
    place = next;
  }
  return place;
}

const FAR = 3;

function fits(part: Phrase[number], word: string | undefined): boolean {
  if (word === undefined) return false;
  return part.beginning ? word.startsWith(part.word) : word === part.word;
}

/** "Na 127 on 8/01, then 126": every number that follows the name before another subject begins. */
function valuesOf(analyte: string, reading: Reading): readonly number[] {
  const row = ANALYTES[analyte];
  if (!row) return [];
  const names = namesOf(analyte, row.names);
  const values: number[] = [];
  for (const name of names.phrases) {
    for (const [, through] of spansOf(name, reading)) {
      let given = 0;
      for (let next = through + 1; next < reading.words.length && next <= through + VALUE_REACH; next += 1) {
        const word = reading.words[next] ?? '';
        const value = /^\d/u.test(word) ? Number(word) : null;
        if (value === null) {
          if (!PASSES.has(word) && !/^(?:hd|pod|day)\d*$/u.test(word)) break;
          continue;
        }
        // The second half of a blood pressure, or a year.
        if ((row.pair === true && given > 0) || (value >= 1990 && value <= 2050 && row.thousands !== true)) continue;
        given += 1;
        values.push(row.unit ? row.unit(value) : value);
      }
    }
  }
  return values;
}

const VALUE_REACH = 14;
const PASSES = new Set(
  'of is was at to on from in the a peak peaked nadir then now and down up fell rose dropped decreased increased today trend trended low high initial admission admit repeat level range between over ra room air via nc l mg dl mmol meq ml min k g ng pg u iu kg m2 mm hg mmhg pct percent x10 c f ed h am pm baseline value recheck after before x only as bmi est estimated lvef approximately about around score total overnight discharge hours hrs hr by with pcp clinic outpatient office preop postop pre post op icu ems osh outside hospital triage transfer arrival pacu or'.split(' '),
);

const compiledNames = new Map<string, WordList>();

function namesOf(analyte: string, names: string): WordList {
  const known = compiledNames.get(analyte);
  if (known) return known;
  const list = wordList(names);
  compiledNames.set(analyte, list);
  return list;
}

