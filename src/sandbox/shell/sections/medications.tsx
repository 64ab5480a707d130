import { ofKind } from '../state/record.ts';
import { day, textOf, wordsOf } from '../state/words.ts';
import { Empty, Fresh, Raw, rowClass } from './parts.tsx';
import type { SectionProps } from './parts.tsx';

export function Medications({ record, news }: SectionProps) {
  const list = ofKind(record, 'MedicationRequest').toSorted((a, b) => Number(b.status === 'active') - Number(a.status === 'active'));
  if (list.length === 0) return <Empty>No medications are ordered.</Empty>;
  return (
    <ul class="rows">
      {list.map((each) => (
        <li key={each.id} class={rowClass(each, news, each.status !== 'active')}>
          <span class="row-main">
            <span class="row-title">{textOf(each.medicationCodeableConcept)}</span> <Fresh of={each} news={news} />
            <span class="row-more">{[each.dosageInstruction?.[0]?.text, wordsOf(each.status), day(each.authoredOn)].filter(Boolean).join(' · ')}</span>
          </span>
          <Raw resource={each} name={textOf(each.medicationCodeableConcept)} />
        </li>
      ))}
    </ul>
  );
}
