import type { Snapshot } from '../index-chart.ts';
import { indexWords, type WordIndex } from './word-index.ts';

export type Medication = Snapshot['medications'][number];

const KEPT = new WeakMap<Snapshot, WordIndex>();

/** Orders and administrations that hold one of the terms, in the chart's order; indexed at the first question. */
export function medicationsWith(snapshot: Snapshot, terms: readonly string[]): readonly Medication[] {
  const index = KEPT.get(snapshot) ?? indexWords(snapshot.medications.map(({ words }) => words));
  KEPT.set(snapshot, index);
  return [...new Set(index.find(terms).map(({ text }) => snapshot.medications[text]!))];
}
