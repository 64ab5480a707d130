import type { Condition } from 'fhir/r4';
import { useState } from 'preact/hooks';
import type { DiagnosisEntry } from '../contract.ts';
import { encounterDiagnoses, isClosed, ofKind } from './state/record.ts';
import type { Shell } from './state/shell.ts';
import { codeIn, textOf } from './state/words.ts';

type Category = DiagnosisEntry['category'];

/** The EHR's own screen for problems and diagnoses, as an app may open it: a person enters here what the app may not write. */
export function ProblemReview({ shell }: { shell: Shell }) {
  const activity = shell.activity.value;
  const [category, setCategory] = useState<Category>('encounter-diagnosis');
  const [code, setCode] = useState('');
  const [text, setText] = useState('');
  const [said, setSaid] = useState<{ readonly failed: boolean; readonly words: string } | null>(null);
  if (!activity) return null;

  const onSubmit = async (event: Event) => {
    event.preventDefault();
    const why = await shell.enterDiagnosis({ category, code: code.trim().toUpperCase(), text });
    setSaid(why === null ? { failed: false, words: `${code.trim().toUpperCase()} stands in the chart.` } : { failed: true, words: why });
    if (why !== null) return;
    setCode('');
    setText('');
  };

  const onTakeOff = async (condition: Condition) => {
    const why = await shell.takeOffDiagnosis(condition.id ?? '');
    setSaid(why === null ? { failed: false, words: `${codeIn(condition.code)} is off this visit.` } : { failed: true, words: why });
  };

  return (
    <section id="problem-review" class="section" tabIndex={-1} aria-labelledby="problem-review-title">
      <h3 id="problem-review-title" class="section-title">Problem list and diagnoses</h3>
      <p class="empty">{`Opened for Countersign${about(shell, activity.problem)}. What you enter here is written by this EHR, in your name.`}</p>
      <form class="entry" onSubmit={(event) => void onSubmit(event)}>
        <label class="field">
          <span>Enter as</span>
          <select value={category} onChange={(event) => setCategory(event.currentTarget.value as Category)}>
            <option value="encounter-diagnosis">Diagnosis of this encounter</option>
            <option value="problem-list-item">Problem on the problem list</option>
          </select>
        </label>
        <label class="field">
          <span>ICD-10-CM code</span>
          <input value={code} required autocomplete="off" spellcheck={false} onInput={(event) => setCode(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>In words</span>
          <input value={text} required autocomplete="off" onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <button type="submit" class="primary">Enter</button>
        <button type="button" class="quiet" onClick={() => shell.closeActivity()}>Close</button>
      </form>
      <ul class="rows" aria-label="Diagnoses of this encounter">
        {standing(shell).map((each) => (
          <li key={each.id} class="row">
            <span class="code">{codeIn(each.code)}</span>
            <span class="row-main"><span class="row-title">{textOf(each.code)}</span></span>
            <button type="button" class="quiet" aria-label={`Take ${codeIn(each.code)} off this encounter`} onClick={() => void onTakeOff(each)}>Take off</button>
          </li>
        ))}
      </ul>
      {said && <p class={said.failed ? 'notice notice-error' : 'notice notice-news'} role={said.failed ? 'alert' : 'status'}>{said.words}</p>}
    </section>
  );
}

function standing(shell: Shell): readonly Condition[] {
  const [record, encounter] = [shell.record.value, shell.encounter.value];
  return record?.state === 'ready' && encounter ? encounterDiagnoses(record.value, encounter.id).filter((each) => !isClosed(each)) : [];
}

/** The Condition that the app named, in its own words; nothing where it is not in this record. */
function about(shell: Shell, problem: string | null): string {
  const record = shell.record.value;
  if (problem === null || record?.state !== 'ready') return '';
  const found = ofKind(record.value, 'Condition').find((each: Condition) => `Condition/${each.id}` === problem);
  return found ? `, about ${textOf(found.code)}` : '';
}
