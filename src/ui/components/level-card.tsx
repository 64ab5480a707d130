import type { ComponentChildren, JSX } from 'preact';
import type { Chart, QuoteEvidence, VisitLevel } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import { useApp } from '../state/app.ts';
import { openEvidence } from '../state/commands.ts';
import { evidenceOf, quotesOf, sameEvidence, type Item } from '../state/items.ts';
import { billingWords } from '../state/words.ts';
import { Card, titleId } from './card.tsx';
import { VisitBody } from './visit-level-later.ts';

/** The visit's level where it asks for no decision. */
export function LevelCard({ item, open }: { readonly item: Item & { kind: 'level' }; readonly open: OpenReview }): JSX.Element {
  const { code, title, modifiers } = item.level;
  const billing = billingWords({ modifiers });
  return (
    <Card id={item.key} kind="level">
      <VisitLevelBody item={item} level={item.level} chart={open.chart}>
        <h3 class="code-line" id={titleId(item.key)}>
          {code !== null && <><span class="code">{code}</span>{' '}</>}<span class="code-title">{title ?? 'No visit code'}</span>
          {billing !== '' && <span class="billing"> {billing}</span>}
        </h3>
      </VisitLevelBody>
    </Card>
  );
}

/** The grid around the code. */
export function VisitLevelBody({ item, level, chart, children }: {
  readonly item: Item; readonly level: VisitLevel; readonly chart: Chart; readonly children: ComponentChildren;
}): JSX.Element {
  const app = useApp();
  const open = (quote: QuoteEvidence): void => openEvidence(app, item, quotesOf(evidenceOf(item)).findIndex((each) => sameEvidence(each, quote)));
  return <VisitBody level={level} chart={chart} onOpen={open}>{children}</VisitBody>;
}
