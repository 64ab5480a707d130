import type { Condition } from 'fhir/r4';
import { isClosed, keyOf } from '../state/record.ts';
import type { News } from '../state/record.ts';
import { codeIn, day, textOf, wordsOf } from '../state/words.ts';
import { Fresh, Raw, rowClass } from './parts.tsx';

interface ConditionRowsProps {
  readonly conditions: readonly Condition[];
  readonly news: ReadonlyMap<string, News>;
  /** By `Condition/id`, where the encounter lists it. */
  readonly ranks?: ReadonlyMap<string, number>;
}

export function ConditionRows({ conditions, news, ranks }: ConditionRowsProps) {
  return (
    <ul class="rows">
      {conditions.map((each) => (
        <li key={each.id} class={rowClass(each, news, isClosed(each))}>
          <span class="code">{icdOf(each) ?? 'no code'}</span>
          <span class="row-main">
            <span class="row-title">{textOf(each.code)}</span> <Fresh of={each} news={news} /> {isMachineAsserted(each) && <span class="mark mark-machine">AI-assisted</span>}
            <span class="row-more">{more(each, ranks?.get(keyOf(each)))}</span>
          </span>
          <Raw resource={each} name={textOf(each.code)} />
        </li>
      ))}
    </ul>
  );
}

function icdOf(condition: Condition): string | undefined {
  return condition.code?.coding?.find((each) => each.system === 'http://hl7.org/fhir/sid/icd-10-cm')?.code;
}

function isMachineAsserted(condition: Condition): boolean {
  return condition.meta?.security?.some((each) => each.code === 'AIAST') ?? false;
}

function more(condition: Condition, rank: number | undefined): string {
  const status = [codeIn(condition.clinicalStatus), codeIn(condition.verificationStatus)].filter(Boolean).map(wordsOf).join(', ');
  const when = condition.recordedDate ?? condition.onsetDateTime;
  return [rank && `no. ${rank}`, status, when && day(when), condition.recorder?.display].filter(Boolean).join(' · ');
}
