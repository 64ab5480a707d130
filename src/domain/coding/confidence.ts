import type { ConfidenceLevel } from '../model/index.ts';
import type { Statement } from './statements.ts';

/** What each circumstance is worth; a first table by judgement, calibrated on measured data later (issue 5). */
const WORTH = {
  assessed: 0.88,
  elsewhere: 0.6,
  saidInAnotherNote: 0.04,
  authorUnknown: -0.06,
  copiedOnly: -0.25,
  uncertainOnly: -0.2,
  wordsMeanSeveral: -0.15,
} as const;

/** 0–1: how sure the machine is that a coder would agree. */
export function confidence(said: readonly Statement[]): number {
  const assessed = said.some((statement) => statement.assessed && statement.mention.section !== null);
  const notes = new Set(said.map((statement) => statement.note.id)).size;
  let sum = assessed ? WORTH.assessed : WORTH.elsewhere;
  sum += Math.min(2, notes - 1) * WORTH.saidInAnotherNote;
  if (said.every((statement) => statement.note.author.role === 'unknown')) sum += WORTH.authorUnknown;
  if (said.every((statement) => statement.copied)) sum += WORTH.copiedOnly;
  if (said.every((statement) => statement.mention.assertion.status === 'possible')) sum += WORTH.uncertainOnly;
  if (said.every((statement) => statement.alternatives.length > 0)) sum += WORTH.wordsMeanSeveral;
  return Math.round(Math.min(0.99, Math.max(0.05, sum)) * 100) / 100;
}

export function confidenceLevel(value: number): ConfidenceLevel {
  if (value >= 0.8) return 'high';
  return value >= 0.55 ? 'moderate' : 'low';
}
