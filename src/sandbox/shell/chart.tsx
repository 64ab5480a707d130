import type { AllergyIntolerance } from 'fhir/r4';
import { Diagnoses } from './sections/diagnoses.tsx';
import { Claims } from './sections/claims.tsx';
import { Medications } from './sections/medications.tsx';
import { Notes } from './sections/notes.tsx';
import { Observations } from './sections/observations.tsx';
import { ProblemReview } from './problem-review.tsx';
import { Problems } from './sections/problems.tsx';
import { Provenances } from './sections/provenances.tsx';
import { Tasks } from './sections/tasks.tsx';
import { claims, encounterDiagnoses, notes, observationSeries, ofKind, problems } from './state/record.ts';
import type { PatientRecord } from './state/record.ts';
import { moveFocus } from './state/focus.ts';
import type { Shell } from './state/shell.ts';
import { ageAt, day, textOf } from './state/words.ts';

export function Chart({ shell }: { shell: Shell }) {
  const patient = shell.patient.value;
  const record = shell.record.value;
  if (!patient || !record) return <Welcome />;
  return (
    <>
      <Banner shell={shell} record={record.state === 'ready' ? record.value : null} />
      <ProblemReview shell={shell} />
      {record.state === 'loading' && <output class="empty">Opening the chart…</output>}
      {record.state === 'failed' && <p class="notice notice-error" role="alert">{record.why} <button type="button" class="quiet" onClick={shell.retry}>Try again</button></p>}
      {record.state === 'ready' && <Sections shell={shell} record={record.value} encounter={shell.encounter.value?.id ?? ''} />}
    </>
  );
}

function Welcome() {
  return (
    <div class="welcome">
      <h2>Open a patient</h2>
      <ol>
        <li><strong>Choose someone from the list.</strong> Their chart opens here, with the notes as they were written.</li>
        <li><strong>Launch Countersign</strong> beside it, as a clinician, a CDI specialist, a coder or an auditor.</li>
        <li><strong>Sign what the record supports.</strong> What was written shows up in the chart at once, marked as new.</li>
      </ol>
    </div>
  );
}

function Banner({ shell, record }: { shell: Shell; record: PatientRecord | null }) {
  const patient = shell.patient.value;
  const encounter = shell.encounter.value;
  if (!patient) return null;
  const age = ageAt(patient.birthDate, encounter?.start ?? null);
  const facts = [patient.gender, age === null ? null : `${age} years`, patient.birthDate && `born ${day(patient.birthDate)}`].filter(Boolean).join(', ');
  return (
    <div class="banner">
      <div>
        <button type="button" class="quiet back" onClick={() => close(shell)}>All patients</button>
        <h2 class="banner-name">{patient.name}</h2>
        <p class="banner-facts">{facts}</p>
        {record && <p class="banner-facts">{`Allergies: ${allergies(ofKind(record, 'AllergyIntolerance'))}`}</p>}
      </div>
      <label class="field">
        <span>Encounter</span>
        <select value={encounter?.id} onChange={(event) => shell.openEncounter(event.currentTarget.value)}>
          {patient.encounters.map((each) => <option key={each.id} value={each.id}>{`${day(each.start)}: ${each.type ?? each.classCode ?? 'encounter'}`}</option>)}
        </select>
      </label>
    </div>
  );
}

function close(shell: Shell): void {
  shell.closePatient();
  moveFocus('.search input');
}

function allergies(list: readonly AllergyIntolerance[]): string {
  return list.map((each) => textOf(each.code)).join(', ') || 'none recorded';
}

function Sections({ shell, record, encounter }: { shell: Shell; record: PatientRecord; encounter: string }) {
  const news = shell.news.value;
  const parts = [
    { id: 'diagnoses', title: 'Encounter diagnoses', resources: encounterDiagnoses(record, encounter), body: Diagnoses },
    { id: 'notes', title: 'Notes', resources: notes(record, encounter).map((each) => each.document), body: Notes },
    { id: 'problems', title: 'Problem list', resources: problems(record), body: Problems },
    { id: 'claims', title: 'Claims', resources: claims(record, encounter), body: Claims },
    { id: 'observations', title: 'Observations', resources: observationSeries(record).flatMap((each) => [each.latest, ...each.earlier]), body: Observations },
    { id: 'medications', title: 'Medications', resources: ofKind(record, 'MedicationRequest'), body: Medications },
    { id: 'tasks', title: 'Tasks', resources: ofKind(record, 'Task'), body: Tasks },
    { id: 'provenance', title: 'Provenance', resources: ofKind(record, 'Provenance'), body: Provenances },
  ];
  const fresh = (resources: readonly { resourceType: string; id?: string | undefined }[]) => resources.filter((each) => news.has(`${each.resourceType}/${each.id}`)).length;
  return (
    <>
      <nav class="jump" aria-label="Parts of the chart">
        <button type="button" class="jump-link to-app" onClick={() => jumpTo('app')}>Go to Countersign</button>
        {parts.map(({ id, title, resources }) => (
          <button key={id} type="button" class="jump-link" onClick={() => jumpTo(id)}>
            {title} <span class="count">{resources.length}</span>
            {fresh(resources) > 0 && <span class="mark mark-new">{`${fresh(resources)} new`}</span>}
          </button>
        ))}
      </nav>
      {news.size > 0 && (
        <p class="notice notice-news">
          <span>{`${news.size} ${news.size === 1 ? 'resource was' : 'resources were'} written since you opened the chart.`}</span>
          <button type="button" class="quiet" onClick={() => shell.seen()}>Mark as seen</button>
        </p>
      )}
      {parts.map(({ id, title, resources, body: Body }) => (
        <section key={id} id={id} class="section" tabIndex={-1} aria-labelledby={`${id}-title`}>
          <h3 id={`${id}-title`} class="section-title">{title} <span class="count">{resources.length}</span></h3>
          <Body record={record} encounter={encounter} news={news} />
        </section>
      ))}
    </>
  );
}

/** Not a link: the address behind the `#` holds the open chart. */
function jumpTo(id: string): void {
  moveFocus(`#${id}`);
}

