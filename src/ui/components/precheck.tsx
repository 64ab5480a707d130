import type { JSX } from 'preact';
import type { PrecheckKind } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import { Fragment } from 'preact';
import { useApp } from '../state/app.ts';
import { findingsLeft, type LeftFinding } from '../state/precheck.ts';
import { evidenceLine } from '../state/summary.ts';
import { withDays } from '../state/words.ts';
import { Icon } from './icon.tsx';

/** What a person should know about the diagnoses before their name stands under them, each with its mend. Nothing of it keeps from signing, but a code that is not valid. */
export function Precheck({ open }: { readonly open: OpenReview }): JSX.Element | null {
  const left = findingsLeft(open);
  if (left.length === 0) return null;
  return (
    <section class="precheck" aria-labelledby="precheck-title">
      <h2 id="precheck-title">Before you sign <span class="count">{left.length}</span></h2>
      <p class="hint">To know and to decide. Only a code that is not valid for the day of service cannot be signed.</p>
      <ul class="findings">{left.map((each) => <Finding key={`${each.finding.rule}${each.finding.codes.join()}`} left={each} open={open} />)}</ul>
    </section>
  );
}

const FINDING_WORDS: Readonly<Record<PrecheckKind, string>> = {
  invalid: 'Not valid', conflict: 'Do not go together', companion: 'Something goes with it', specificity: 'The record says more', sequence: 'Order', edit: 'Unusual',
};

function Finding({ left: { finding, cards }, open }: { readonly left: LeftFinding; readonly open: OpenReview }): JSX.Element {
  const app = useApp();
  const go = ({ group, item }: LeftFinding['cards'][number]): void => {
    app.unfolded.value = new Set([...app.unfolded.value, group]);
    app.current.value = item.key;
    app.line.toReview();
  };
  return (
    <li class={`finding finding-${finding.kind}`}>
      <p class="finding-head"><Icon name={finding.kind === 'invalid' ? 'refused' : 'partial'} /><strong>{FINDING_WORDS[finding.kind]}</strong> {finding.codes.map((code) => <Fragment key={code}><span class="code">{code}</span>{' '}</Fragment>)}</p>
      <p>{withDays(finding.says)}</p>
      {finding.evidence.length > 0 && <ul class="finding-words">{finding.evidence.map((each) => evidenceLine(each, open.chart)).map((line) => <li key={line}>{line}</li>)}</ul>}
      <p><strong>To mend it:</strong> {withDays(finding.fix)}</p>
      <p class="hint"><cite>{finding.authority}</cite></p>
      {cards.length > 0 && (
        <div class="row">
          {cards.map((card) => <button key={card.item.key} type="button" class="link" onClick={() => go(card)}><Icon name="back" />Go to the card of {card.item.suggestion.code}</button>)}
        </div>
      )}
    </li>
  );
}
