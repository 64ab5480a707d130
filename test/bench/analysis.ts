import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contextOf } from '../../src/app/note-context.ts';
import { singleNoteChart } from '../../src/app/single-note.ts';
import { analyzeNote, conclude } from '../../src/domain/engine.ts';
import { DEFAULT_POLICY, type Knowledge, type Note, type NoteContext } from '../../src/domain/model/index.ts';
import { plainNote } from '../../src/domain/text/plain-note.ts';
import { readChart } from '../../src/fhir/decode/read-chart.ts';
import { fromBundle } from '../../src/fhir/read/from-bundle.ts';
import { loadKnowledge } from '../../src/knowledge/node/index.ts';
import { readFixtures } from '../../src/sandbox/fixtures.ts';
import { against, median, type Measure } from './measure.ts';
import { stagesOf } from './stages.ts';

interface Work {
  readonly note: Note;
  readonly context: NoteContext;
}

const ROUNDS = 5;
/** A round takes long enough for the clock, and the compiler, to settle. */
const ROUND_NOTES = 1_000;

/** Notes a second on one thread: each note read, understood and coded, as `countersign analyze` does, and what takes how much of it. @param folder JSON Lines with a `note` */
export async function benchAnalysis(folder: string | null): Promise<readonly Measure[]> {
  const began = performance.now();
  const knowledge = await loadKnowledge();
  const loaded = performance.now() - began;
  const measures: Measure[] = [{ what: 'knowledge loaded (node)', value: `${Math.round(loaded)} ms` }, ...await measure('fixture notes', await fixtureWork(), knowledge)];
  return folder === null ? measures : [...measures, ...await measure('given notes', givenWork(folder), knowledge)];
}

async function measure(name: string, works: readonly Work[], knowledge: Knowledge): Promise<readonly Measure[]> {
  const times = Math.max(1, Math.ceil(ROUND_NOTES / works.length));
  const timed = (act: (work: Work) => void): number => {
    const rounds = Array.from({ length: ROUNDS }, () => {
      const began = performance.now();
      for (let time = 0; time < times; time += 1) works.forEach((work) => act(work));
      return (performance.now() - began) / (times * works.length);
    });
    return median(rounds);
  };
  works.forEach((work) => analyze(work, knowledge));
  const whole = timed((work) => analyze(work, knowledge));
  const characters = works.reduce((sum, { note }) => sum + note.text.length, 0) / works.length;
  const rate = 1000 / whole;
  const shares = await stagesOf(() => { for (let time = 0; time < times; time += 1) works.forEach((work) => analyze(work, knowledge)); });
  return [
    against(`${name}, one thread (${works.length} notes, ${Math.round(characters)} characters on average)`, rate, `${Math.round(rate)} notes/s`, { atLeast: 500, words: '≥ 500 notes/s' }),
    { what: `${name}: where the time goes`, value: shares },
  ];
}

function analyze({ note, context }: Work, knowledge: Knowledge): void {
  const found = analyzeNote(note, context, knowledge);
  conclude(singleNoteChart(note, context, context.serviceDate ?? knowledge.codeSets.newest.validFrom), [found], knowledge, DEFAULT_POLICY);
}

async function fixtureWork(): Promise<readonly Work[]> {
  const charts = await Promise.all(readFixtures().filter(({ slug }) => slug !== '_shared').map(async ({ bundle }) => {
    const read = fromBundle(bundle, { now: '2026-11-20T12:00:00Z' });
    return await readChart(read);
  }));
  return charts.flatMap((chart) => chart.notes.map((note) => ({ note, context: contextOf(chart, note) })));
}

function givenWork(folder: string): readonly Work[] {
  const serviceDate = '2026-10-15';
  const context: NoteContext = { ageYears: null, sex: 'unknown', setting: 'outpatient', noteType: 'progress', authorRole: 'unknown', serviceDate };
  const lines = readdirSync(folder).filter((file) => file.endsWith('.jsonl')).toSorted().flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
  const works = lines.filter((line) => line.trim() !== '').flatMap((line): Work[] => {
    const { note } = JSON.parse(line) as { readonly note?: unknown };
    return typeof note === 'string' ? [{ note: plainNote({ id: 'note', text: note, type: 'progress', date: serviceDate }), context }] : [];
  });
  if (works.length === 0) throw new Error(`${folder} holds no .jsonl file with a "note" in its lines.`);
  return works;
}
