import type { Snapshot } from '../index-chart.ts';
import type { SexIsExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function sexIs(sex: 'female' | 'male'): SexIsExpression {
  return { op: 'sex-is', sex };
}

export function evaluateSexIs({ sex }: SexIsExpression, { chart }: Snapshot): Verdict {
  const { sex: charted, source } = chart.patient;
  if (charted === 'unknown') return cannotTell(['the sex is not charted as female or male']);
  const evidence = [{ kind: 'fact' as const, resource: source.reference, version: source.version, code: 'gender', label: 'Sex', value: charted, date: null }];
  return charted === sex ? yes(evidence) : no(evidence);
}
