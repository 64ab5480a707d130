import { problems } from '../state/record.ts';
import { ConditionRows } from './conditions.tsx';
import { Empty } from './parts.tsx';
import type { SectionProps } from './parts.tsx';

export function Problems({ record, news }: SectionProps) {
  const list = problems(record);
  if (list.length === 0) return <Empty>The problem list is empty.</Empty>;
  return <ConditionRows conditions={list} news={news} />;
}
