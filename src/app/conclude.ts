import type { Analysis, Chart, Knowledge, NoteFindings, Policy } from '../domain/model/index.ts';
import { conclude } from '../domain/engine.ts';
import { unitArithmeticFor } from './unit-arithmetic.ts';

/**
 * What the notes and the chart mean together. It brings the gap rules and the questions with it, which no note needs to be
 * understood, so that in the worker it is a part of its own.
 */
export async function concludeChart(chart: Chart, found: readonly NoteFindings[], knowledge: Knowledge, policy: Policy): Promise<Analysis> {
  return conclude(chart, found, knowledge, policy, await unitArithmeticFor(chart));
}
