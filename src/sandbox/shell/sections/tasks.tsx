import { ofKind } from '../state/record.ts';
import { moment, textOf, wordsOf } from '../state/words.ts';
import { Empty, Fresh, Raw, rowClass } from './parts.tsx';
import type { SectionProps } from './parts.tsx';

const OVER = new Set(['completed', 'cancelled', 'failed', 'rejected', 'entered-in-error']);

export function Tasks({ record, news }: SectionProps) {
  const list = ofKind(record, 'Task');
  if (list.length === 0) return <Empty>There are no tasks.</Empty>;
  return (
    <ul class="rows">
      {list.map((each) => {
        const title = each.description ?? (textOf(each.code) || 'Task');
        return (
          <li key={each.id} class={rowClass(each, news, OVER.has(each.status))}>
            <span class="row-main">
              <span class="row-title">{title}</span> <Fresh of={each} news={news} />
              <span class="row-more">{[wordsOf(each.status), moment(each.authoredOn), each.owner?.display && `for ${each.owner.display}`].filter(Boolean).join(' · ')}</span>
            </span>
            <Raw resource={each} name={title} />
          </li>
        );
      })}
    </ul>
  );
}
