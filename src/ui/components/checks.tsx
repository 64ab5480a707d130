import type { JSX } from 'preact';
import type { Chart, GapFinding, GapKind } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import { quotesOf } from '../state/items.ts';
import { useApp } from '../state/app.ts';
import { count, withDays } from '../state/words.ts';
import { Fact } from './evidence.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Passages } from './passages.tsx';

/** What the rules and the site's measures say beside the open gaps, folded with its count: what is in order with its evidence, the rest with its reason. */
export function Checks({ open: { analysis: { gaps }, chart } }: { readonly open: OpenReview }): JSX.Element {
  const of = (outcome: GapFinding['outcome']): readonly GapFinding[] => gaps.filter((gap) => gap.outcome === outcome);
  return (
    <>
      <Fold icon="whole" gaps={of('met')} words="in order">{(gap) => <Met gap={gap} chart={chart} />}</Fold>
      <Fold icon="skipped" gaps={of('not-applicable')} words="not for this patient or visit">{(gap) => <Brief gap={gap} />}</Fold>
    </>
  );
}

/** How far the site's own measures are, while that is news; nothing waits for them. */
export function SiteMeasures({ open: { measuring } }: { readonly open: OpenReview }): JSX.Element | null {
  const { line } = useApp();
  switch (measuring?.is) {
    case 'running': return <p class="notice measuring"><span>Your site’s measures: {measuring.words ?? 'being brought'}…</span><button type="button" class="quiet" onClick={() => line.cancelMeasures()}>Cancel</button></p>;
    case 'cancelled': return <p class="notice measuring"><span>Your site’s measures were left off: none of them is among the gaps.</span><button type="button" class="quiet" onClick={() => line.measureAgain()}>Calculate them</button></p>;
    case 'not-brought': return <p class="notice measuring"><span>Your site’s measures did not arrive: none of them is among the gaps.</span><button type="button" class="quiet" onClick={() => line.measureAgain()}>Try again</button></p>;
    case 'done': case undefined: return null;
  }
}

const KINDS: readonly (readonly [GapKind, string])[] = [['care', 'Care'], ['documentation', 'Documentation']];

function Fold({ icon, gaps, words, children }: { readonly icon: IconName; readonly gaps: readonly GapFinding[]; readonly words: string; readonly children: (gap: GapFinding) => JSX.Element }): JSX.Element | null {
  if (gaps.length === 0) return null;
  return (
    <details class="fold">
      <summary><Icon name={icon} />{count(gaps.length, 'check')} {words}</summary>
      {KINDS.map(([kind, title]) => {
        const own = gaps.filter((gap) => gap.kind === kind);
        return own.length > 0 && <section key={kind} class="checks"><h3>{title}</h3><ul class="past">{own.map((gap) => <li key={`${gap.rule}${gap.topic}`} id={idOf(gap)} tabIndex={-1}>{children(gap)}</li>)}</ul></section>;
      })}
    </details>
  );
}

/** The newest of the facts: a fold is to be skimmed. */
const FACTS = 2;

function Met({ gap, chart }: { readonly gap: GapFinding; readonly chart: Chart }): JSX.Element {
  const facts = gap.evidence.filter((each) => each.kind === 'fact').toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '')).slice(0, FACTS);
  return (
    <>
      <Brief gap={gap} />
      {facts.length > 0 && <ul class="facts">{facts.map((fact) => <Fact key={`${fact.resource}${fact.label}`} fact={fact} />)}</ul>}
      <Passages id={idOf(gap)} name={gap.title} quotes={quotesOf(gap.evidence)} chart={chart} />
    </>
  );
}

function Brief({ gap }: { readonly gap: GapFinding }): JSX.Element {
  return <><p>{gap.title}{gap.measure !== undefined && <span class="hint"> · your site’s measure</span>}</p><p class="hint">{withDays(gap.why)}</p></>;
}

function idOf({ rule, topic }: GapFinding): string {
  return `check-${rule}-${topic}`.replaceAll(/\s+/g, '_');
}
