import { singleNoteChart } from '../../src/app/single-note.ts';
import { analyzeNote, conclude } from '../../src/domain/engine.ts';
import { DEFAULT_POLICY, type Knowledge, type NoteContext } from '../../src/domain/model/index.ts';
import { plainNote } from '../../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../../src/knowledge/node/index.ts';
import { against, type Measure } from './measure.ts';

/** Texts that nobody writes, in one line without an end or of one thing: pieces, and the length that they are repeated to (megabytes). */
const HOSTILE: readonly (readonly [what: string, piece: string, megabytes: number])[] = [
  ['"no no no"', 'no ', 10], ['one letter', 'a', 10], ['brackets', '([{', 10], ['brackets that close', '[ ] ', 10], ['combining marks', 'a\u0301', 10],
  ['questions', 'chest pain? no ', 1], ['headers', 'PMH:\n', 2], ['a condition', 'diabetes ', 2], ['sides', 'right knee pain left ', 2], ['a code', 'E11.9 ', 2],
];

/** Twice the text may take this many times the time; more grows faster than linear. */
const MOST = 2.6;

/** The whole pipeline on much of one thing, against half of it. */
export async function benchHostile(): Promise<readonly Measure[]> {
  const knowledge = await loadKnowledge();
  seconds('No diabetes. ', 500_000, knowledge);
  return HOSTILE.map(([what, piece, megabytes]) => {
    const length = megabytes * 1_000_000;
    const half = seconds(piece, length / 2, knowledge);
    const whole = seconds(piece, length, knowledge);
    return against(`${megabytes} MB of ${what}, beside half of it`, whole / half, `${whole.toFixed(1)} s, × ${(whole / half).toFixed(1)}`, { atMost: MOST, words: 'linear: × 2' });
  });
}

/** Of processor time, so that a busy machine does not count. */
function seconds(piece: string, length: number, knowledge: Knowledge): number {
  const note = plainNote({ id: 'note', text: piece.repeat(Math.ceil(length / piece.length)), type: 'progress', date: CONTEXT.serviceDate });
  const before = process.cpuUsage();
  const found = analyzeNote(note, CONTEXT, knowledge);
  conclude(singleNoteChart(note, CONTEXT, CONTEXT.serviceDate), [found], knowledge, DEFAULT_POLICY);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

const CONTEXT = { ageYears: null, sex: 'unknown', setting: 'outpatient', noteType: 'progress', authorRole: 'unknown', serviceDate: '2026-10-15' } as const satisfies NoteContext;
