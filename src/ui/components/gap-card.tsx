import type { JSX } from 'preact';
import type { GapFinding } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import type { Item } from '../state/items.ts';
import { dayOf, OUTCOME_WORDS, withDays } from '../state/words.ts';
import { EvidenceList } from './evidence-list.tsx';
import { Card, titleId } from './card.tsx';

/** A gap: what was found, what was searched, and how the rule came out. */
export function GapCard({ item, open }: { readonly item: Item & { kind: 'gap' }; readonly open: OpenReview }): JSX.Element {
  const { gap, key } = item;
  return (
    <Card id={key} kind="gap">
      <h3 class="code-line" id={titleId(key)}><span class="code-title">{gap.title}</span></h3>
      <p><span class="outcome-tag">{OUTCOME_WORDS[gap.outcome]}</span> {withDays(gap.why)}</p>
      <EvidenceList item={item} chart={open.chart} mustOpen={false} />
      <div class="why">
        {gap.measure !== undefined && <p class="hint">Your site’s measure, {dayOf(gap.measure.from)} to {dayOf(gap.measure.to)}</p>}
        <Authority gap={gap} />
      </div>
    </Card>
  );
}

export function Authority({ gap }: { readonly gap: GapFinding }): JSX.Element {
  return <p class="authority"><cite title={`Rule ${gap.rule}, version ${gap.version}`}>{gap.authority.join(' · ')}</cite></p>;
}
