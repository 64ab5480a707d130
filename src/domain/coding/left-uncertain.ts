import type { Chart } from '../model/index.ts';
import { isSymptom } from './problem-titles.ts';
import type { Statement } from './statements.ts';

/**
 * Diagnoses that the assessment of an outpatient visit leaves uncertain ("?UTI"), where nothing states them but what is done about them
 * ("antibiotics for UTI"): no title, and nothing in the history, nor in the summary of a stay (ICD-10-CM Guidelines IV.H).
 */
export function leftUncertain(said: readonly Statement[], { encounter }: Chart): ReadonlySet<string> {
  if (encounter.setting === 'inpatient') return new Set();
  const uncertain = new Set(said.filter(({ code, assessed, shape, mention }) => assessed && shape === 'assessed' && mention.assertion.status === 'possible' && !isSymptom(code) && !code.startsWith('Z')).map(({ code }) => code));
  for (const { code, assessed, titled, mention, note } of said) if (mention.assertion.status === 'present' && (titled || !assessed || (encounter.setting !== 'office' && note.type === 'discharge'))) uncertain.delete(code);
  return uncertain;
}
