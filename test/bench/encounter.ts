import { analyzeNote, conclude } from '../../src/domain/engine.ts';
import { contextOf } from '../../src/app/note-context.ts';
import { levelEncounter } from '../../src/domain/coding/visit-level/level-encounter.ts';
import { visitServices } from '../../src/domain/coding/procedures/visit-services.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import { readChart } from '../../src/fhir/decode/read-chart.ts';
import { fromBundle } from '../../src/fhir/read/from-bundle.ts';
import { loadKnowledge } from '../../src/knowledge/node/index.ts';
import { tenNotesOfOneVisit } from './ten-notes.ts';
import { against, median, type Measure } from './measure.ts';

const ROUNDS = 60;

/** What a person waits for once an encounter is read: its ten notes understood, and everything concluded from them and 300 facts; on one thread, as in the worker. */
export async function benchEncounter(): Promise<readonly Measure[]> {
  const knowledge = await loadKnowledge();
  const chart = await readChart(fromBundle(tenNotesOfOneVisit(), { now: NOW }));
  const facts = chart.observations.length + chart.conditions.length + chart.medications.length;
  const understand = () => chart.notes.map((note) => analyzeNote(note, contextOf(chart, note), knowledge));
  const timed = (act: () => unknown): number => {
    for (let round = 0; round < ROUNDS / 4; round += 1) act();
    return median(Array.from({ length: ROUNDS }, () => {
      const began = performance.now();
      act();
      return performance.now() - began;
    }));
  };
  const found = understand();
  const whole = timed(() => conclude(chart, understand(), knowledge, DEFAULT_POLICY));
  const level = timed(() => levelEncounter(chart, found, visitServices(chart, found).performed));
  return [
    against(`a whole encounter (${chart.notes.length} notes of ${Math.round(chart.notes.reduce((sum, { text }) => sum + text.length, 0) / chart.notes.length)} characters, ${facts} facts), median of ${ROUNDS}`, whole, `${whole.toFixed(1)} ms`, { atMost: 25, words: '≤ 25 ms' }),
    { what: 'of which concluding (codes both ways, gaps, services, visit level, precheck)', value: `${timed(() => conclude(chart, found, knowledge, DEFAULT_POLICY)).toFixed(1)} ms` },
    against('the visit level with its services', level, `${level.toFixed(2)} ms`, { atMost: 5, words: '≤ 5 ms' }),
  ];
}

const NOW = '2026-11-20T12:00:00Z';
