import type { Claim } from 'fhir/r4';
import { claims, keyOf, ofKind } from '../state/record.ts';
import type { PatientRecord } from '../state/record.ts';
import { codeIn, day, textOf, wordsOf } from '../state/words.ts';
import { Empty, Fresh, Raw, rowClass } from './parts.tsx';
import type { SectionProps } from './parts.tsx';

export function Claims({ record, encounter, news }: SectionProps) {
  const list = claims(record, encounter);
  if (list.length === 0) return <Empty>There is no claim for this encounter.</Empty>;
  return (
    <ul class="rows">
      {list.map((each) => (
        <li key={each.id} class={rowClass(each, news, each.status === 'cancelled' || each.status === 'entered-in-error')}>
          <span class="row-main">
            <span class="row-title">{`${capital(wordsOf(each.status))} ${codeIn(each.type)} ${each.use}`}</span> <Fresh of={each} news={news} />
            <span class="row-more">{[day(each.created), `version ${each.meta?.versionId ?? 'unknown'}`].filter(Boolean).join(' · ')}</span>
            <ol class="claim-codes">
              {diagnosesOf(each, record).map(({ sequence, code, title }) => <li key={sequence} value={sequence}><span class="code">{code}</span> {title}</li>)}
            </ol>
          </span>
          <Raw resource={each} name={`${each.status} claim`} />
        </li>
      ))}
    </ul>
  );
}

function diagnosesOf(claim: Claim, record: PatientRecord) {
  return (claim.diagnosis ?? [])
    .map(({ sequence, diagnosisCodeableConcept, diagnosisReference }) => {
      const concept = diagnosisCodeableConcept ?? ofKind(record, 'Condition').find((each) => keyOf(each) === diagnosisReference?.reference)?.code;
      return { sequence, code: codeIn(concept) || (diagnosisReference?.reference ?? ''), title: textOf(concept) };
    })
    .toSorted((a, b) => a.sequence - b.sequence);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
