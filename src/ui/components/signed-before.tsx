import type { JSX } from 'preact';
import type { Chart, SignedItem } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import { useState } from 'preact/hooks';
import { serviceDate } from '../../domain/coding/service-date.ts';
import { correctionOf } from '../../domain/review/index.ts';
import { focusSoon, useApp } from '../state/app.ts';
import { groupsOf } from '../state/items.ts';
import { signedWords } from '../state/outcome.ts';
import { count, momentOf } from '../state/words.ts';
import { CodePicker } from './code-picker.tsx';
import { Icon } from './icon.tsx';

type Entry = OpenReview['signedBefore'][number];

/** What was signed on this visit, and the way to correct it: always another signed event. Folded, since it asks for nothing. */
export function SignedBefore({ open }: { readonly open: OpenReview }): JSX.Element | null {
  const entries = open.signedBefore.filter(({ item }) => !isRemembered(open, item));
  if (entries.length === 0) return null;
  const correctable = open.permission.kind === 'may-countersign' && entries.some((entry) => entry.correctable);
  return (
    <details class="fold">
      <summary><Icon name="signed" />Signed on this visit<span class="count">{entries.length}</span></summary>
      {correctable && <p class="hint">Taking back or correcting is a new signed event. Nothing is erased: what was signed stays in the record as history.</p>}
      <ul class="past">{entries.map((entry) => <SignedEntry key={keyOf(entry.item)} entry={entry} open={open} />)}</ul>
    </details>
  );
}

/** Rejections that hold. They are no cards, so that nobody is asked the same thing twice (rule of trust 11). */
export function Remembered({ open }: { readonly open: OpenReview }): JSX.Element | null {
  const items = open.analysis.suggestions.flatMap((suggestion) => {
    const item = open.remembered.get(suggestion.id);
    return item === undefined ? [] : [{ suggestion, item }];
  });
  if (items.length === 0) return null;
  return (
    <details class="fold">
      <summary><Icon name="reject" />{count(items.length, 'rejected item')} from before</summary>
      <ul class="past">
        {items.map(({ suggestion, item }) => (
          <li key={suggestion.id}>
            <p><span class="code">{suggestion.code}</span> {suggestion.title}</p>
            <p class="hint">Rejected by {whoSigned(item)}; it returns only on new evidence.</p>
            <Corrections entry={{ item, changed: [], correctable: isCorrectable(open, item) }} open={open} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function SignedEntry({ entry, open }: { readonly entry: Entry; readonly open: OpenReview }): JSX.Element {
  const { item, changed } = entry;
  return (
    <li>
      <p><strong>{signedWords(item)}</strong> {item.from !== null && <><s class="code">{item.from}</s> </>}<span class="code">{codeOf(item)}</span> {titleOf(item, open.chart)}</p>
      <p class="hint">{whoSigned(item)}{item.corrects === null ? '' : ' · corrects what was signed before'}</p>
      {changed.length > 0 && (
        <div class="changed-since"><Icon name="partial" /><div><p>Changed since it was signed:</p><ul>{changed.map((what) => <li key={what}>{what}</li>)}</ul></div></div>
      )}
      <Corrections entry={entry} open={open} />
    </li>
  );
}

/** Each of them leads to the countersign screen, or puts the card back into the list. */
function Corrections({ entry: { item, correctable }, open }: { readonly entry: Entry; readonly open: OpenReview }): JSX.Element | null {
  const app = useApp();
  const [picking, setPicking] = useState(false);
  if (open.permission.kind !== 'may-countersign') return null;
  if (!correctable) return <WhyNot item={item} open={open} />;
  const code = codeOf(item);
  const correct = (to: Parameters<typeof app.line.correct>[1]): void => {
    setPicking(false);
    if (!app.line.correct(item, to)) { app.say('This cannot be corrected from here now.'); return; }
    if (to.kind !== 'reconsider') { app.line.toCountersign(); return; }
    app.say(`${code} is open again.`);
    backToCard(app, item);
  };
  if (item.choice.kind === 'reject') {
    return <div class="row"><button type="button" aria-label={`Reconsider ${code}`} onClick={() => correct({ kind: 'reconsider' })}>Reconsider</button></div>;
  }
  return (
    <div class="row">
      <button type="button" aria-label={`Take back ${code}`} onClick={() => correct({ kind: 'withdraw' })}>Take back</button>
      {item.action !== 'remove' && <button type="button" aria-label={`Correct code ${code}`} onClick={() => setPicking(true)}>Correct code</button>}
      {picking && (
        <CodePicker code={code} serviceDate={serviceDate(open.chart.encounter, open.chart.asOf)} onClose={() => setPicking(false)}
          onPick={(entry) => correct({ kind: 'recode', ...entry })} />
      )}
    </div>
  );
}

/** A missing button would ask a riddle: what was entered by hand, or changed since, is not taken back from here. */
function WhyNot({ item, open }: { readonly item: SignedItem; readonly open: OpenReview }): JSX.Element | null {
  if (item.choice.kind === 'reject') return null;
  if (item.targets.length === 0) return <p class="hint">It was left to be done by hand, so it is changed in the EHR itself, not from here.</p>;
  const result = correctionOf(item, { ...open.chart, signed: open.signedBefore.map((entry) => entry.item) }, { kind: 'withdraw' });
  return result.ok ? null : <p class="hint">{result.why}</p>;
}

/** Unfolds the group of the card that came back, and goes there. */
function backToCard(app: ReturnType<typeof useApp>, item: SignedItem): void {
  const { value } = app.state;
  if (value.phase !== 'reviewing') return;
  const group = groupsOf(value.open).find(({ items }) => items.some((each) => each.kind === 'suggestion' && each.suggestion.id === item.suggestion));
  const card = group?.items.find((each) => each.kind === 'suggestion' && each.suggestion.id === item.suggestion);
  if (group === undefined || card === undefined) return;
  app.unfolded.value = new Set([...app.unfolded.value, group.id]);
  app.current.value = card.key;
  focusSoon(card.key);
}

function codeOf({ choice, code }: SignedItem): string {
  return choice.kind === 'modify' ? choice.code : code;
}

/** As charted; where no diagnosis carries the code, the code speaks for itself. */
function titleOf(item: SignedItem, { conditions }: Chart): string {
  const condition = conditions.find(({ codings }) => codings.some(({ code }) => code === codeOf(item)));
  return condition?.codings.find(({ code }) => code === codeOf(item))?.display ?? condition?.text ?? '';
}

function whoSigned({ whoName, who, at }: SignedItem): string {
  return [whoName ?? who ?? 'somebody the record does not name', at === null ? null : momentOf(at)].filter((part) => part !== null).join(', ');
}

function isRemembered({ remembered, analysis }: OpenReview, item: SignedItem): boolean {
  const held = remembered.get(item.suggestion);
  return held !== undefined && keyOf(held) === keyOf(item) && analysis.suggestions.some(({ id }) => id === item.suggestion);
}

function isCorrectable({ signedBefore }: OpenReview, item: SignedItem): boolean {
  return signedBefore.some((entry) => entry.correctable && keyOf(entry.item) === keyOf(item));
}

function keyOf({ source, suggestion }: SignedItem): string {
  return `${source.reference} ${suggestion}`;
}
