import type { Payer } from '../services/payer.ts';
import type { Clause } from './clauses.ts';
import { evidenceOf, namedIn, performed, type Found } from './found.ts';
import { HERE, performanceOf } from './performance.ts';

const ECG = /\b(?:ekg|ecg|electrocardiogram|12[- ]lead)\b/gi;
const READ = /\b(?:nsr|sinus|rhythm|rate|interval|qtc|st\b|axis|normal|interpret\w+|ischemi\w+|afib|atrial|lvh|bbb|block|t[- ]wave)/i;

/** An electrocardiogram of today in the office whose reading stands in the provider's note is tracing, interpretation and report. */
export function officeTests(clauses: readonly Clause[], _payer: Payer): Found {
  const done = namedIn(clauses.filter(({ byProvider, text }) => byProvider && READ.test(text) && HERE.test(text)), ECG).filter((one) => performanceOf(one.clause, one) !== 'not-done');
  if (done.length === 0) return { performed: [], refused: [] };
  return { performed: [performed('93000', 'test', { evidence: evidenceOf(done), because: 'The tracing was made today in the office, and the note reads it.', authority: 'CPT 2026, electrocardiography' })], refused: [] };
}
