import type { JSX } from 'preact';
import type { Chart, ProposalFact } from '../../domain/model/index.ts';
import { useApp } from '../state/app.ts';
import { dayOf, PROPOSAL_WORDS, REJECT_WORDS } from '../state/words.ts';
import { Icon, type IconName } from './icon.tsx';

const ICONS: Readonly<Record<ProposalFact['status'], IconName>> = { open: 'waiting', accepted: 'accept', declined: 'reject', cancelled: 'skipped' };

/** What this person proposed on this visit, and what became of it. */
export function OwnProposals({ proposals, chart }: { readonly proposals: readonly ProposalFact[]; readonly chart: Chart }): JSX.Element | null {
  const app = useApp();
  if (proposals.length === 0) return null;
  return (
    <section class="own-proposals" aria-labelledby="own-proposals-title">
      <h2 id="own-proposals-title">Your proposals<span class="count">{proposals.length}</span></h2>
      <ul class="past">
        {proposals.map(({ source, status, filed, item, at, answer }) => (
          <li key={source.reference} class={`proposal-${status}`}>
            <p><Icon name={ICONS[status]} /><strong>{filed === true ? 'Filed' : PROPOSAL_WORDS[status]}:</strong> {WHAT_WORDS[item.action]} {item.from !== null && <><span class="code">{item.from}</span> by </>}<span class="code">{item.code}</span> {item.title}</p>
            <p class="hint">{filed === true ? `Filed as a document on ${dayOf(at)}. No answer to it comes here.` : `Proposed ${dayOf(at)}${answerLine(answer, chart)}`}</p>
            {reasonOf(answer) !== null && <p class="answer">{reasonOf(answer)}</p>}
            {status === 'open' && filed !== true && <div class="row"><button type="button" aria-label={`Cancel the proposal of ${item.code}`} onClick={() => void app.line.cancelProposal(source.reference)}>Cancel</button></div>}
          </li>
        ))}
      </ul>
    </section>
  );
}

const WHAT_WORDS: Readonly<Record<ProposalFact['item']['action'], string>> = { add: 'add', specify: 'replace', remove: 'take off' };

/** By name where a note of the visit says whose it is; a proposer's own cancelling is no answer. */
function answerLine(answer: ProposalFact['answer'], { notes }: Chart): string {
  if (answer?.at == null) return '';
  const name = notes.find(({ author }) => author.reference !== null && author.reference === answer.who)?.author.name ?? null;
  return ` · answered ${dayOf(answer.at)}${name === null ? '' : ` by ${name}`}`;
}

function reasonOf(answer: ProposalFact['answer']): string | null {
  const said = [answer?.reason == null ? null : REJECT_WORDS[answer.reason], answer?.text ?? null].filter((part) => part !== null);
  return said.length === 0 ? null : said.join(': ');
}
