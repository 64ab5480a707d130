import type { JSX } from 'preact';
import type { Purpose, WritePlan } from '../../domain/model/index.ts';
import { groupSteps, placesOf } from '../state/steps.ts';
import { PLACE_WORDS } from '../state/words.ts';

/** The very plan that would be carried out, by where each step goes. */
export function PlanSteps({ title, plan, waiting, ticked }: {
  readonly title: string; readonly plan: WritePlan | null; readonly waiting: boolean; readonly ticked: boolean;
}): JSX.Element {
  return (
    <section class="will" aria-live="off">
      <h2>{title}</h2>
      {plan === null && <p class="hint">{waiting ? 'Asking the EHR what it takes…' : ticked ? 'It could not be worked out what these would write, so they cannot go together. Leave one out, or go back and read the record again.' : 'Tick an item to see each write it leads to.'}</p>}
      {plan !== null && placesOf(groupSteps(plan)).map(({ place, groups }) => (
        <div key={place} class="place">
          <h3>{PLACE_WORDS[place]}</h3>
          <ol class="steps">
            {groups.map(({ step }) => (
              <li key={step.id}>{step.says}{step.handOver !== null && <p class="hint">For {step.handOver.to}. {step.handOver.why}</p>}</li>
            ))}
          </ol>
          {groups.some(({ records }) => records.some(({ action }) => action.kind === 'attestation-provenance')) && (
            <p class="hint">{WITH_WORDS[plan.purpose] ?? 'With each: the evidence that the software found, and your countersignature (Provenance).'}</p>
          )}
        </div>
      ))}
      {plan !== null && plan.cannot.length > 0 && <NotWritten cannot={plan.cannot} heading="h3" />}
    </section>
  );
}

const WITH_WORDS: Readonly<Partial<Record<Purpose, string>>> = {
  'answer-query': 'With it: your name and what you state (Provenance).',
  'verify-claim': 'With it: the evidence that the software found, and your verification (Provenance).',
};

export function NotWritten({ cannot, heading: Heading }: { readonly cannot: WritePlan['cannot']; readonly heading: 'h2' | 'h3' }): JSX.Element {
  return (
    <>
      <Heading class="not-written-title">Not written, and why</Heading>
      <ul class="cannot">{cannot.map((each) => <li key={each.says}><strong>{each.says.replace(/\.?$/, '.')}</strong> {each.why}</li>)}</ul>
    </>
  );
}
