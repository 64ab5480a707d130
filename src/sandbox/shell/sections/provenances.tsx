import type { Provenance } from 'fhir/r4';
import { ofKind } from '../state/record.ts';
import { codeIn, moment, textOf } from '../state/words.ts';
import { Empty, Fresh, Raw, rowClass } from './parts.tsx';
import type { SectionProps } from './parts.tsx';

export function Provenances({ record, news }: SectionProps) {
  const list = ofKind(record, 'Provenance').toSorted((a, b) => (b.recorded ?? '').localeCompare(a.recorded ?? ''));
  if (list.length === 0) return <Empty>Nothing says yet where anything came from.</Empty>;
  return (
    <ul class="rows">
      {list.map((each) => (
        <li key={each.id} class={rowClass(each, news)}>
          <span class="row-main">
            <span class="row-title">{titleOf(each)}</span> <Fresh of={each} news={news} /> {isMachine(each) && <span class="mark mark-machine">AI-assisted</span>}
            <span class="row-more">{[moment(each.recorded), each.agent.map(agentOf).join(', ')].filter(Boolean).join(' · ')}</span>
            <span class="row-more">{`About ${each.target.map((target) => target.reference ?? target.display).join(', ')}`}</span>
          </span>
          <Raw resource={each} name={titleOf(each)} />
        </li>
      ))}
    </ul>
  );
}

function titleOf(provenance: Provenance): string {
  const words = textOf(provenance.activity) || textOf(provenance.reason?.[0]);
  if (words) return words;
  return provenance.signature?.length ? 'Signed' : 'Provenance';
}

function isMachine(provenance: Provenance): boolean {
  const codes = [...(provenance.reason ?? []), ...(provenance.activity ? [provenance.activity] : [])].map(codeIn);
  return codes.includes('AIAST') || (provenance.meta?.security?.some((each) => each.code === 'AIAST') ?? false);
}

function agentOf(agent: Provenance['agent'][number]): string {
  const who = agent.who.display ?? agent.who.reference ?? 'unknown';
  const role = textOf(agent.type);
  return role ? `${who} (${role.toLowerCase()})` : who;
}
