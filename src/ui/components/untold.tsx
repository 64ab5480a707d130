import type { JSX } from 'preact';
import type { Chart, GapFinding, LeftOutCode } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import { cannotTell } from '../state/items.ts';
import { undecidedOf, type Undecided } from '../state/left-out.ts';
import { count, withDays } from '../state/words.ts';
import { Checks } from './checks.tsx';
import { Icon } from './icon.tsx';
import { Passages } from './passages.tsx';

/** What asks for nothing, folded: what cannot be told, what is in order or does not apply, and what was understood and left out. Each with the words of the notes. */
export function Untold({ open }: { readonly open: OpenReview }): JSX.Element {
  return (
    <>
      <CannotTell open={open} />
      <Checks open={open} />
      <LeftOut open={open} />
      <Refused open={open} />
    </>
  );
}

/** Rules that could not be decided and letters that may mean several things: said, not guessed, and not in the way. */
function CannotTell({ open: { analysis, chart } }: { readonly open: OpenReview }): JSX.Element | null {
  const gaps = cannotTell(analysis);
  const undecided = undecidedOf(analysis);
  if (gaps.length + undecided.length === 0) return null;
  const what = [gaps.length === 0 ? null : count(gaps.length, 'check'), undecided.length === 0 ? null : count(undecided.length, 'abbreviation')].filter((part) => part !== null).join(' and ');
  return (
    <details class="cannot-tell">
      <summary><Icon name="unknown" />{what} that cannot be told from what was read</summary>
      <ul>
        {byReason(gaps).map(([why, alike]) => (
          <li key={why}>
            {alike.map((gap) => <p key={`${gap.rule}${gap.topic}`} class="cannot-title">{gap.title}</p>)}
            <p>{withDays(why)}</p>
          </li>
        ))}
        {undecided.map((each) => <Letters key={each.letters} undecided={each} chart={chart} />)}
      </ul>
    </details>
  );
}

/** One kind that was not read holds up many rules: said once. */
function byReason(gaps: readonly GapFinding[]): readonly (readonly [string, readonly GapFinding[]])[] {
  const reasons = new Map<string, GapFinding[]>();
  for (const gap of gaps) reasons.set(gap.why, [...(reasons.get(gap.why) ?? []), gap]);
  return [...reasons];
}

function Letters({ undecided: { letters, why, codes, evidence }, chart }: { readonly undecided: Undecided; readonly chart: Chart }): JSX.Element {
  const id = `undecided-${letters.replaceAll(/\s+/g, '_')}`;
  return (
    <li id={id} tabIndex={-1}>
      <p class="cannot-title">“{letters}”: cannot tell</p>
      <p>{why} No code is suggested from it.</p>
      <ul class="would-be" aria-label={`Codes that “${letters}” could mean`}>{codes.map((each) => <li key={each.code}><span class="code">{each.code}</span> {each.title}</li>)}</ul>
      <Passages id={id} name={`“${letters}”: cannot tell`} quotes={evidence} chart={chart} />
    </li>
  );
}

function LeftOut({ open: { analysis, chart } }: { readonly open: OpenReview }): JSX.Element | null {
  const leftOut = analysis.leftOut.filter(({ undecided }) => undecided === undefined);
  if (leftOut.length === 0) return null;
  return (
    <details class="fold">
      <summary><Icon name="skipped" />{count(leftOut.length, 'code')} understood, and left out on purpose</summary>
      <ul class="past">{leftOut.map((each) => <LeftOutEntry key={each.code} leftOut={each} chart={chart} />)}</ul>
    </details>
  );
}

function LeftOutEntry({ leftOut: { code, title, why, evidence }, chart }: { readonly leftOut: LeftOutCode; readonly chart: Chart }): JSX.Element {
  const id = `left-out-${code}`;
  return (
    <li id={id} tabIndex={-1}>
      <p><span class="code">{code}</span> {title}</p>
      <p class="hint">{why}</p>
      <Passages id={id} name={`${code} ${title ?? ''}: left out`} quotes={evidence} chart={chart} />
    </li>
  );
}

/** Done, and without a code: what the record does not say is said, not guessed. */
function Refused({ open: { analysis: { services: { refused } }, chart } }: { readonly open: OpenReview }): JSX.Element | null {
  if (refused.length === 0) return null;
  return (
    <details class="fold">
      <summary><Icon name="skipped" />{count(refused.length, 'service')} done, and not coded</summary>
      <ul class="past">
        {refused.map(({ what, why, evidence }, index) => (
          <li key={what} id={`refused-${index}`} tabIndex={-1}>
            <p>{what}</p>
            <p class="hint">{withDays(why)}</p>
            <Passages id={`refused-${index}`} name={`${what}: not coded`} quotes={evidence.filter((each) => each.kind === 'quote')} chart={chart} />
          </li>
        ))}
      </ul>
    </details>
  );
}
