import { observationSeries, whenOf } from '../state/record.ts';
import { day, valueOf, wordsOf } from '../state/words.ts';
import { Empty, Fresh, Raw, rowClass } from './parts.tsx';
import type { SectionProps } from './parts.tsx';

const SHOWN = 3;

export function Observations({ record, news }: SectionProps) {
  const series = observationSeries(record);
  if (series.length === 0) return <Empty>There are no observations.</Empty>;
  return (
    <ul class="rows">
      {series.map(({ name, latest, earlier }) => (
        <li key={latest.id} class={rowClass(latest, news, latest.status === 'entered-in-error' || latest.status === 'cancelled')}>
          <span class="row-main">
            <span class="row-title">{name}</span> <Fresh of={latest} news={news} />
            <span class="row-more">{[day(whenOf(latest)), latest.status === 'final' ? '' : wordsOf(latest.status)].filter(Boolean).join(' · ')}</span>
            {earlier.length > 0 && <span class="row-more">{`Before: ${earlier.slice(0, SHOWN).map((each) => `${valueOf(each)} (${day(whenOf(each))}${each.status === 'final' ? '' : `, ${wordsOf(each.status)}`})`).join(', ')}${earlier.length > SHOWN ? ` and ${earlier.length - SHOWN} more` : ''}`}</span>}
          </span>
          <span class="value">{valueOf(latest)}</span>
          <Raw resource={latest} name={name} />
        </li>
      ))}
    </ul>
  );
}
