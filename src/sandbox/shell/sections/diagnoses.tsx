import { encounterDiagnoses } from '../state/record.ts';
import { ConditionRows } from './conditions.tsx';
import { Empty } from './parts.tsx';
import type { SectionProps } from './parts.tsx';

export function Diagnoses({ record, encounter, news }: SectionProps) {
  const diagnoses = encounterDiagnoses(record, encounter);
  if (diagnoses.length === 0) return <Empty>No diagnosis is charted for this encounter.</Empty>;
  return <ConditionRows conditions={diagnoses} news={news} />;
}
