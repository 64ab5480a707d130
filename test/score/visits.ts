import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { singleNoteChart } from '../../src/app/single-note.ts';
import { analyzeNote, conclude } from '../../src/domain/engine.ts';
import type { CalendarDate, Knowledge, NoteContext, NoteType } from '../../src/domain/model/index.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import { plainNote } from '../../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../../src/knowledge/node/index.ts';

/**
 * Scores the codes suggested for whole visit notes. `node test/score/visits.ts [--show]`
 * Each file under `visits/` and `visits-second/`, each set written before the engine was run on it: what a coder would report (`codes`), might (`optional`: counts neither way), and what a naive reading would wrongly
 * assign (`mustNot`); then `---` and the note. Micro-averaged; external causes count neither way.
 */
const { values } = parseArgs({ options: { show: { type: 'boolean', default: false } } });
const knowledge = await loadKnowledge();
for (const set of ['visits', 'visits-second']) scoreSet(set, new URL(`${set}/`, import.meta.url));

function scoreSet(set: string, folder: URL): void {
  const total = { hit: 0, extra: 0, missed: 0, mustNot: 0 };
  for (const file of readdirSync(folder).toSorted()) {
    const visit = readVisit(readFileSync(new URL(file, folder), 'utf8'));
    const got = suggest(visit, knowledge);
    const missed = visit.codes.filter((code) => !got.has(code));
    const extra = [...got.keys()].filter((code) => !visit.codes.includes(code) && !visit.optional.includes(code));
    const wrong = extra.filter((code) => visit.mustNot.includes(code));
    total.hit += visit.codes.length - missed.length;
    total.extra += extra.length;
    total.missed += missed.length;
    total.mustNot += wrong.length;
    if (missed.length + extra.length === 0) continue;
    say(`${file.replace('.txt', '')}: missed ${missed.join(' ') || '–'}; extra ${extra.map((code) => (wrong.includes(code) ? `${code}!` : code)).join(' ') || '–'}`);
    if (values.show) for (const code of extra) say(`    ${code}: ${got.get(code)}`);
  }
  const { hit, extra, missed, mustNot } = total;
  say(`${set}: precision ${share(hit, hit + extra)}, recall ${share(hit, hit + missed)}, micro-F1 ${share(2 * hit, 2 * hit + extra + missed)} (hit ${hit}, extra ${extra}, missed ${missed}); must-not ${mustNot}`);
}

interface Visit {
  readonly date: CalendarDate;
  readonly setting: NoteContext['setting'];
  readonly type: NoteType;
  readonly codes: readonly string[];
  readonly optional: readonly string[];
  readonly mustNot: readonly string[];
  readonly note: string;
}

function readVisit(file: string): Visit {
  const [head = '', note = ''] = file.split('\n---\n');
  const field = (name: string): string => new RegExp(String.raw`^${name}: *(.*)$`, 'm').exec(head)?.[1]?.trim() ?? '';
  const codes = (name: string): readonly string[] => field(name).split(/\s+/).filter((code) => code !== '');
  return {
    date: field('date'), setting: field('setting') as NoteContext['setting'], type: field('type') as NoteType,
    codes: codes('codes'), optional: codes('optional'), mustNot: codes('mustNot'), note,
  };
}

/** Code → the sentence behind it. */
function suggest({ date, setting, type, note: text }: Visit, known: Knowledge): ReadonlyMap<string, string> {
  const context: NoteContext = { ageYears: null, sex: 'unknown', setting, noteType: type, authorRole: 'provider', serviceDate: date };
  const note = plainNote({ id: 'visit', text, type, date });
  const analysis = conclude(singleNoteChart(note, context, date), [analyzeNote(note, context, known)], known, DEFAULT_POLICY);
  return new Map(analysis.suggestions
    .filter(({ code }) => !/^[VWXY]/.test(code))
    .map(({ code, evidence }) => [code, evidence.map((one) => (one.kind === 'quote' ? one.quote : one.kind)).join(' | ')]));
}

function share(part: number, whole: number): string {
  return (part / whole).toFixed(3);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
