import { useState } from 'preact/hooks';
import type { ShellPatient } from '../contract.ts';
import { isStacked, moveFocus } from './state/focus.ts';
import type { Shell } from './state/shell.ts';
import { ageAt, day } from './state/words.ts';

export function PatientList({ shell }: { shell: Shell }) {
  const [search, setSearch] = useState('');
  const patients = shell.patients.value;
  const found = patients.state === 'ready' ? patients.value.filter((each) => matches(each, search)) : [];
  const open = (id: string) => {
    shell.openPatient(id);
    if (isStacked()) moveFocus('#chart');
  };
  return (
    <nav class="patients" aria-label="Patients">
      <label class="search">
        <span>Find a patient</span>
        <input type="search" value={search} placeholder="Name or visit" autocomplete="off" onInput={(event) => setSearch(event.currentTarget.value)} />
      </label>
      {patients.state === 'loading' && <output class="empty">Reading the schedule…</output>}
      {patients.state === 'failed' && <p class="empty" role="alert">{patients.why} <button type="button" class="quiet" onClick={shell.retry}>Try again</button></p>}
      {patients.state === 'ready' && found.length === 0 && <output class="empty">{search ? 'No patient fits that.' : 'There are no patients yet.'}</output>}
      <ul class="patient-rows">
        {found.map((each) => (
          <li key={each.id}>
            <button type="button" class="patient-row" aria-current={each.id === shell.patient.value?.id ? 'true' : undefined} onClick={() => open(each.id)}>
              <span class="patient-name">{each.name}</span>
              <span class="patient-facts">{facts(each)}</span>
              {each.encounters[0] && <span class="patient-visit">{`${each.encounters[0].type ?? 'Encounter'}, ${day(each.encounters[0].start)}`}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function matches(patient: ShellPatient, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${patient.name} ${patient.encounters.map((each) => each.type).join(' ')}`.toLowerCase();
  return words.every((each) => text.includes(each));
}

function facts(patient: ShellPatient): string {
  const age = ageAt(patient.birthDate, patient.encounters[0]?.start ?? null);
  return [age === null ? null : `${age} years`, patient.gender].filter(Boolean).join(', ');
}
