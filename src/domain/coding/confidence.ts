import type { ConfidenceLevel } from '../model/index.ts';
import { RATES } from './learned-rates.ts';
import type { Statement } from './statements.ts';
import { toldRate } from './told-rate.ts';

/** Where the words behind a suggestion stand. */
export type Circumstance = 'told' | 'title' | 'assessed' | 'elsewhere';

/**
 * 0–1: how often a suggestion like this is what coders report. Measured on coded notes (docs/confidence.md, scripts/learn-rates.ts);
 * what no coded set shows (copied text, an author who is not known, words with several meanings) is set by judgement.
 * @param code the code that is reported; null for one that is taken back
 */
export function confidence(code: string | null, said: readonly Statement[]): number {
  const where = circumstance(said);
  const isTold = where === 'told';
  let value = isTold && code !== null ? toldRate(code, said.length) : shrunk(RATES.visits[isTold ? 'elsewhere' : where]);
  const notes = new Set(said.map((statement) => statement.note.id)).size;
  value += Math.min(2, notes - 1) * JUDGED.saidInAnotherNote;
  if (!isTold && said.every((statement) => statement.note.author.role === 'unknown')) value += JUDGED.authorUnknown;
  if (said.every((statement) => statement.copied)) value += JUDGED.copiedOnly;
  if (said.every((statement) => statement.mention.assertion.status === 'possible')) value += JUDGED.uncertainOnly;
  if (!isTold && said.every((statement) => statement.alternatives.length > 0)) value += JUDGED.wordsMeanSeveral;
  return Math.round(Math.min(0.99, Math.max(0.01, value)) * 100) / 100;
}

export function circumstance(said: readonly Statement[]): Circumstance {
  if (said.length > 0 && said.every(({ shape }) => shape === 'told')) return 'told';
  if (said.some(({ titled }) => titled)) return 'title';
  return said.some(({ assessed, mention, shape }) => assessed && mention.section !== null && shape === 'assessed') ? 'assessed' : 'elsewhere';
}

export function confidenceLevel(value: number): ConfidenceLevel {
  if (value >= 0.8) return 'high';
  return value >= 0.55 ? 'moderate' : 'low';
}

const JUDGED = { saidInAnotherNote: 0.03, authorUnknown: -0.05, copiedOnly: -0.25, uncertainOnly: -0.2, wordsMeanSeveral: -0.12 } as const;

/** The coded visit notes were also learned from: so many cases are imagined beside them, at what was right when they were new. */
const IMAGINED = { cases: 20, right: 0.8 } as const;

function shrunk([right, shown]: readonly [number, number]): number {
  return (right + IMAGINED.cases * IMAGINED.right) / (shown + IMAGINED.cases);
}
