import type { RemovalReason } from '../../model/index.ts';
import type { Statement } from '../statements.ts';

/** 0–1, by judgement: how often a coder agrees that such a charted diagnosis goes. Words against it say more than silence. */
const BY_REASON: Readonly<Record<RemovalReason, number>> = {
  withdrawn: 0.93, 'only-family': 0.9, 'only-negated': 0.88, 'only-other-person': 0.88, 'uncertain-outpatient': 0.88, 'ruled-out': 0.86, 'superseded-note': 0.85, 'said-by-another': 0.85, resolved: 0.82,
  'symptom-explained': 0.75, 'not-mentioned': 0.6, 'signed-in-error': 0.99, 'proposal-declined': 0.99,
};

/** What the same words in several notes add, at most twice. */
const IN_ANOTHER_NOTE = 0.03;

export function removalConfidence(reason: RemovalReason, said: readonly Statement[]): number {
  const notes = new Set(said.map((statement) => statement.note.id)).size;
  return Math.round(Math.min(0.99, BY_REASON[reason] + Math.min(2, Math.max(0, notes - 1)) * IN_ANOTHER_NOTE) * 100) / 100;
}
