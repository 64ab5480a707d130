import type { Condition } from 'fhir/r4';
import { encounterDiagnoses, keyOf, ranks } from '../state/record.ts';
import { ConditionRows } from './conditions.tsx';
import { Empty } from './parts.tsx';
import type { SectionProps } from './parts.tsx';

export function Diagnoses({ record, encounter, news }: SectionProps) {
  const diagnoses = encounterDiagnoses(record, encounter);
  if (diagnoses.length === 0) return <Empty>No diagnosis is charted for this encounter.</Empty>;
  const order = ranks(record, encounter);
  const rankOf = (condition: Condition) => order.get(keyOf(condition)) ?? Number.MAX_SAFE_INTEGER;
  return <ConditionRows conditions={diagnoses.toSorted((a, b) => rankOf(a) - rankOf(b))} ranks={order} news={news} />;
}
