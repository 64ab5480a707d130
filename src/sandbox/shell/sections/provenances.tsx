import type { CodeableConcept, Device, Provenance, Reference } from 'fhir/r4';
import { keyOf, ofKind } from '../state/record.ts';
import type { PatientRecord } from '../state/record.ts';
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
            <span class="row-more">{[moment(each.recorded), each.agent.map((agent) => agentOf(each, agent)).join(', ')].filter(Boolean).join(' · ')}</span>
            <span class="row-more">{`About ${each.target.map((target) => targetOf(record, target)).join(', ')}`}</span>
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

/** `Vitamin D deficiency (Condition, version 1)`, where the record has it. */
function targetOf(record: PatientRecord, target: Reference): string {
  const [, kind, id, version] = target.reference?.match(/([A-Za-z]+)\/([A-Za-z0-9.-]+)(?:\/_history\/([^/]+))?$/) ?? [];
  const found = record.resources.find((each) => keyOf(each) === `${kind}/${id}`);
  const about = [kind, version && `version ${version}`].filter(Boolean).join(', ');
  if (found && 'code' in found && typeof found.code === 'object') return `${textOf(found.code as CodeableConcept)} (${about})`;
  return about || (target.display ?? 'something unnamed');
}

function agentOf(provenance: Provenance, agent: Provenance['agent'][number]): string {
  const device = provenance.contained?.find((each): each is Device => each.resourceType === 'Device' && `#${each.id}` === agent.who.reference);
  const who = agent.who.display ?? device?.deviceName?.[0]?.name ?? agent.who.reference ?? 'unknown';
  const role = textOf(agent.type);
  return role ? `${who} (${role.toLowerCase()})` : who;
}
