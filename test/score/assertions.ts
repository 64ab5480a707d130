import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AssertionStatus } from '../../src/domain/model/index.ts';
import { ASSERTION_STATUSES } from '../../src/domain/model/index.ts';
import { assertTarget } from '../../src/domain/mentions/assert-target.ts';

/**
 * Scores the assertion stage. `node test/score/assertions.ts [--data DIR] [--show]`
 * NegEx: negated = absent, historical = `recent: false` (docs/assertion.md); figures are F1 of the marked class. JSONL sets: accuracy over the seven classes.
 */
const { values } = parseArgs({ options: { data: { type: 'string' }, show: { type: 'boolean', default: false }, only: { type: 'string' } } });

for (const set of ['blind', 'blind-hard', 'blind-adversarial', 'blind-clinic', 'dev-structure', 'dev-structure-second', 'blind-fifth', 'dev-walk']) scoreClasses(set, new URL(`assertions/${set}.jsonl`, import.meta.url).pathname);
if (values.data) {
  const named = [['samples', join(values.data, 'samples/assertions.jsonl')], ['assertions', join(values.data, 'assertions.jsonl')]] as const;
  for (const [name, file] of named) if (existsSync(file)) scoreClasses(name, file);
  for (const part of ['negex-odd', 'negex-even']) {
    const file = join(values.data, `${part}.jsonl`);
    if (existsSync(file)) scoreNegEx(part, file);
  }
}

interface Case { readonly id: string; readonly text: string; readonly target: string; readonly start?: number; readonly end?: number; readonly status: AssertionStatus }

function scoreClasses(name: string, file: string): void {
  const cases = rows<Case>(file);
  const wrong = cases.flatMap((row) => {
    const found = assertTarget(row.text, row.start === undefined || row.end === undefined ? row.target : { start: row.start, end: row.end });
    return found?.status === row.status ? [] : [{ row, found }];
  });
  say(`${name}: ${cases.length - wrong.length} of ${cases.length} right, accuracy ${share(cases.length - wrong.length, cases.length)}`);
  for (const status of ASSERTION_STATUSES) {
    const of = cases.filter((row) => row.status === status).length;
    if (of > 0) say(`  ${status.padEnd(13)} ${share(of - wrong.filter(({ row }) => row.status === status).length, of)}  (${of})`);
  }
  if (values.show) for (const { row, found } of wrong) say(`  ${row.id} ${row.status} <- ${found?.status} [${row.target}] ${JSON.stringify(row.text)} ${JSON.stringify(found?.cues.map((cue) => `${cue.kind}:${cue.text}`))}`);
}

interface NegExRow { readonly line: number; readonly condition: string; readonly sentence: string; readonly negation: string; readonly temporality: string }

function scoreNegEx(name: string, file: string): void {
  const negated = tally();
  const historical = tally();
  for (const row of rows<NegExRow>(file)) {
    const at = row.sentence.indexOf(row.condition.toUpperCase());
    const found = assertTarget(row.sentence, at < 0 ? row.condition : { start: at, end: at + row.condition.length });
    const show = (what: string): void => {
      if (values.show && (!values.only || what.startsWith(values.only))) say(`  ${what} ${row.line} [${row.condition}] ${found?.status} ${row.sentence.replace(/\s+/g, ' ').slice(-300)} ${JSON.stringify(found?.cues.map((cue) => `${cue.kind}:${cue.text}`))}`);
    };
    if (count(negated, row.negation === 'negated', found?.status === 'absent')) show(row.negation === 'negated' ? 'neg-missed' : 'neg-false');
    if (count(historical, row.temporality === 'historical', found?.recent === false)) show(row.temporality === 'historical' ? 'his-missed' : 'his-false');
  }
  say(`${name}: negation F1 ${f1(negated)}, historical F1 ${f1(historical)}`);
}

interface Tally { hit: number; missed: number; extra: number }

function tally(): Tally {
  return { hit: 0, missed: 0, extra: 0 };
}

/** @returns true where gold and answer differ */
function count(into: Tally, gold: boolean, answer: boolean): boolean {
  if (gold && answer) into.hit++;
  else if (gold) into.missed++;
  else if (answer) into.extra++;
  return gold !== answer;
}

function f1({ hit, missed, extra }: Tally): string {
  return `${((2 * hit) / (2 * hit + missed + extra)).toFixed(3)} (P ${share(hit, hit + extra)}, R ${share(hit, hit + missed)})`;
}

function share(part: number, whole: number): string {
  return (part / whole).toFixed(3);
}

function rows<T>(file: string): T[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
