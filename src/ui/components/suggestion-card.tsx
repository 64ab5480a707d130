import type { JSX } from 'preact';
import type { Decision, RuleCitation, Suggestion } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import type { Item } from '../state/items.ts';
import type { ListView } from '../state/commands.ts';
import { serviceDate } from '../../domain/coding/service-date.ts';
import { mustOpenFirst } from '../../app/review.ts';
import { choose, useApp } from '../state/app.ts';
import { decideOn, focusStop, moveOn, OPEN_FIRST, openEvidence, perform, targetOf } from '../state/commands.ts';
import { byLine, elsewhereWords, isSigned, outcomeDetail, outcomeWord } from '../state/outcome.ts';
import { billingWords, dayOf, DEFER_WORDS, REJECT_WORDS, REMOVAL_WORDS, TARGET_WORDS } from '../state/words.ts';
import { Card, titleId } from './card.tsx';
import { CodePicker } from './code-picker-later.ts';
import { EvidenceList } from './evidence-list.tsx';
import { Icon } from './icon.tsx';
import { ReasonForm } from './reason-form.tsx';
import { VisitLevelBody } from './level-card.tsx';

/** One suggestion: the words first, then the code, why, what else it could be, and what to do. */
export function SuggestionCard({ item, open, view }: {
  readonly item: Item & { kind: 'suggestion' }; readonly open: OpenReview; readonly view: ListView;
}): JSX.Element {
  const { suggestion, key } = item;
  const decision = open.decisions.get(suggestion.id);
  const title = titleId(key);
  return (
    <Card id={key} kind={suggestion.action} decided={decision !== undefined} suggestion={suggestion.id}>
      {decision === undefined
        ? <Undecided item={item} open={open} view={view} title={title} />
        : <Decided decision={decision} open={open} view={view} item={item} title={title} />}
      <Meanwhile suggestion={suggestion} open={open} />
    </Card>
  );
}

function Undecided({ item, open, view, title }: {
  readonly item: Item & { kind: 'suggestion' }; readonly open: OpenReview; readonly view: ListView; readonly title: string;
}): JSX.Element {
  const { suggestion } = item;
  return (
    <>
      <Origin suggestion={suggestion} open={open} />
      {item.level === undefined ? (
        <>
          <EvidenceList item={item} chart={open.chart} mustOpen={suggestion.evidenceFirst && !open.opened.has(suggestion.id)} />
          <CodeLine suggestion={suggestion} title={title} />
          <Why suggestion={suggestion} />
        </>
      ) : (
        <>
          <VisitLevelBody item={item} level={item.level} chart={open.chart}><CodeLine suggestion={suggestion} title={title} /></VisitLevelBody>
          <p class="why">{suggestion.rules.map(cited)}</p>
        </>
      )}
      {suggestion.billed === true && <p class="meanwhile"><Icon name="lock" /><span>This encounter is billed already. What you accept goes to compliance; nothing is changed in the record.</span></p>}
      {open.permission.kind !== 'read-only' && <Actions item={item} open={open} view={view} />}
    </>
  );
}

/** Whose proposal it is, what it corrects, why it is back: where a card comes from, if not from this reading alone. */
function Origin({ suggestion, open }: { readonly suggestion: Suggestion; readonly open: OpenReview }): JSX.Element | null {
  const { proposal, corrects } = suggestion;
  const returned = open.returned.has(suggestion.id);
  const signed = open.signedBefore.find(({ item }) => item.suggestion === suggestion.id)?.item;
  const waits = corrects === undefined && (signed?.choice.kind === 'accept' || signed?.choice.kind === 'modify') ? signed : undefined;
  if (proposal === undefined && corrects === undefined && waits === undefined && !returned) return null;
  return (
    <div class="origin">
      {proposal !== undefined && <p><Icon name="person" /><span>Proposed by {byLine(proposal.whoName, proposal.who, proposal.at)}</span></p>}
      {corrects !== undefined && <p><Icon name="signed" /><span>Corrects what was signed on this visit</span></p>}
      {waits !== undefined && <p><Icon name="signed" /><span>Signed by {byLine(waits.whoName, waits.who, waits.at)}; the record does not show it yet</span></p>}
      {returned && <p><Icon name="again" /><span>New evidence since it was rejected{signed?.at == null ? '' : ` on ${dayOf(signed.at)}`}</span></p>}
    </div>
  );
}

/** Another tab, or another person, was quicker: shown, and left as it is. */
function Meanwhile({ suggestion, open }: { readonly suggestion: Suggestion; readonly open: OpenReview }): JSX.Element | null {
  const other = open.elsewhere.get(suggestion.id);
  return other === undefined ? null : <p class="meanwhile"><Icon name="partial" /><span>{elsewhereWords(other)}</span></p>;
}

/** A proposal is declined, to somebody; a suggestion of the software is rejected. */
function rejecting({ proposal }: Suggestion): { readonly title: string; readonly action: string; readonly hint?: string } {
  if (proposal === undefined) return { title: 'Why is this rejected?', action: 'Reject' };
  return { title: 'Why is this declined?', action: 'Decline', hint: `${proposal.whoName ?? 'The person who proposed it'} will see the reason and your words, once you have signed.` };
}

function CodeLine({ suggestion, title }: { readonly suggestion: Suggestion; readonly title: string }): JSX.Element {
  const billing = billingWords(suggestion);
  const old = suggestion.from ?? suggestion.instead;
  return (
    <h3 class="code-line" id={title}>
      {old !== undefined && <><s class="code old">{old}</s><span class="live"> replaced by </span><Icon name="arrow" /></>}
      <span class="code">{suggestion.code}</span>{' '}
      <span class="code-title">{suggestion.title}</span>
      {billing !== '' && <span class="billing"> {billing}</span>}
    </h3>
  );
}

function Why({ suggestion }: { readonly suggestion: Suggestion }): JSX.Element {
  return (
    <div class="why">
      {suggestion.reason !== undefined && <p class="reason">{REMOVAL_WORDS[suggestion.reason]}</p>}
      {suggestion.rules.map((rule) => (
        <p key={rule.id}>{rule.because} {cited(rule)}</p>
      ))}
      <p class={`confidence confidence-${suggestion.level}`}>
        <span class="bars" aria-hidden="true"><i /><i /><i /></span>{CONFIDENCE_WORDS[suggestion.level]}
      </p>
    </div>
  );
}

function cited({ id, version, authority }: RuleCitation): JSX.Element {
  return <cite key={id} title={`Rule ${id}, version ${version}`}>{authority}</cite>;
}

const CONFIDENCE_WORDS = { high: 'Strong evidence', moderate: 'Moderate evidence', low: 'Weak evidence' } as const;

function Actions({ item, open, view }: {
  readonly item: Item & { kind: 'suggestion' }; readonly open: OpenReview; readonly view: ListView;
}): JSX.Element {
  const app = useApp();
  const { suggestion, key } = item;
  const form = app.form.value?.key === key ? app.form.value.kind : null;
  const close = (): void => { app.form.value = null; focusStop(app, key); };
  if (form === 'reject') {
    return (
      <ReasonForm {...rejecting(suggestion)} reasons={REJECT_WORDS} needsText="other" onCancel={close}
        onSubmit={(reason, text) => { if (choose(app, suggestion, { kind: 'reject', reason, ...(text === '' ? {} : { text }) })) moveOn(app, open, item, view); }} />
    );
  }
  if (form === 'defer') {
    return (
      <ReasonForm title="Why is this deferred?" action="Defer" reasons={DEFER_WORDS} needsText={null} onCancel={close}
        onSubmit={(reason, text) => { if (choose(app, suggestion, { kind: 'defer', reason, ...(text === '' ? {} : { text }) })) moveOn(app, open, item, view); }} />
    );
  }
  return (
    <>
      <Buttons item={item} open={open} view={view} />
      {form === 'modify' && (
        <CodePicker code={suggestion.code} serviceDate={serviceDate(open.chart.encounter, open.chart.asOf)} onClose={close}
          onPick={(entry) => {
            const target = targetOf(app, suggestion);
            if (choose(app, suggestion, { kind: 'modify', code: entry.code, title: entry.title, target })) moveOn(app, open, item, view);
          }} />
      )}
    </>
  );
}

function Buttons({ item, open, view }: {
  readonly item: Item & { kind: 'suggestion' }; readonly open: OpenReview; readonly view: ListView;
}): JSX.Element {
  const app = useApp();
  const { suggestion, key } = item;
  const locked = mustOpenFirst(suggestion, { kind: 'accept' }, open.opened);
  const hint = `${key}-first`;
  const removal = suggestion.action === 'remove';
  const service = suggestion.system !== 'icd-10-cm';
  return (
    <div class="actions">
      {locked && <p class="first" id={hint}><Icon name="lock" /><span>{OPEN_FIRST} <button type="button" class="link" onClick={() => openEvidence(app, item)}>Open it now</button></span></p>}
      {suggestion.alternatives.length > 0 && !removal && (
        <div class="alternatives">
          <span id={`${key}-alt`}>Or is it</span>
          <ul aria-labelledby={`${key}-alt`}>
            {suggestion.alternatives.map((other) => (
              <li key={other.code}>
                <button type="button" class="chip" title={other.title} aria-disabled={locked} aria-describedby={locked ? hint : undefined}
                  onClick={() => {
                    if (locked) { app.say(OPEN_FIRST); return; }
                    if (choose(app, suggestion, { kind: 'modify', ...other, target: targetOf(app, suggestion) })) moveOn(app, open, item, view);
                  }}>
                  <span class="code">{other.code}</span> {other.title}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {suggestion.action === 'add' && !service && <Target suggestion={suggestion} />}
      <div class="row">
        <button type="button" aria-disabled={locked} aria-describedby={locked ? hint : undefined} onClick={() => decideOn(app, open, 'accept', item, view)}>
          {removal ? 'Accept removal' : 'Accept'}
        </button>
        {!removal && !service && (
          <button type="button" aria-disabled={locked} aria-describedby={locked ? hint : undefined} onClick={() => decideOn(app, open, 'modify', item, view)}>Modify</button>
        )}
        <button type="button" onClick={() => decideOn(app, open, 'reject', item, view)}>{rejecting(suggestion).action}</button>
        <button type="button" onClick={() => decideOn(app, open, 'defer', item, view)}>Defer</button>
      </div>
    </div>
  );
}

function Target({ suggestion }: { readonly suggestion: Suggestion }): JSX.Element {
  const app = useApp();
  return (
    <label class="target">
      <span>Goes to</span>
      <select value={targetOf(app, suggestion)} onChange={(event) => {
        const target = event.currentTarget.value === 'problem-list-item' ? 'problem-list-item' : 'encounter-diagnosis';
        app.targets.value = new Map([...app.targets.value, [suggestion.id, target]]);
      }}>
        {(['encounter-diagnosis', 'problem-list-item'] as const).map((target) => <option key={target} value={target}>{TARGET_WORDS[target]}</option>)}
      </select>
    </label>
  );
}

function Decided({ decision, open, view, item, title }: {
  readonly decision: Decision; readonly open: OpenReview; readonly view: ListView; readonly item: Item; readonly title: string;
}): JSX.Element {
  const app = useApp();
  const { choice, suggestion } = decision;
  const signed = isSigned(open, decision);
  return (
    <div class="outcome">
      <Icon name={choice.kind} />
      <div class="outcome-text">
        <h3 class="code-line" id={title}>
          <span class="outcome-word">{outcomeWord(decision)}</span>{' '}
          <span class="code">{choice.kind === 'modify' ? choice.code : suggestion.code}</span>{' '}
          <span class="code-title">{choice.kind === 'modify' ? choice.title : suggestion.title}</span>
        </h3>
        <p class="outcome-detail">{outcomeDetail(open, decision)}</p>
      </div>
      {!signed && <button type="button" class="quiet" aria-label={`Undo ${suggestion.code}`} onClick={() => perform(app, open, 'undo', { kind: 'item', key: item.key, item }, view)}>Undo</button>}
    </div>
  );
}
