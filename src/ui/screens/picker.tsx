import type { JSX } from 'preact';
import type { Session } from '../../fhir/session/contract.ts';
import type { EncounterChoice, PatientChoice } from '../state/app.ts';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { focusSoon, useApp } from '../state/app.ts';
import { count, dayOf } from '../state/words.ts';

type Loaded<T> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'list'; readonly list: readonly T[] }
  | { readonly kind: 'failed'; readonly message: string };

/** Standalone launch: patient, then encounter. Where the launch named the patient, only the encounter is asked. */
export function Picker({ session }: { readonly session: Session }): JSX.Element {
  const [patient, setPatient] = useState<{ id: string; name: string } | null>(session.patient === null ? null : { id: session.patient, name: 'the patient of this launch' });
  return (
    <main class="sheet picker">
      {session.notices.map((notice) => <p key={notice} class="notice">{notice}</p>)}
      {patient === null
        ? <PatientSearch session={session} onPick={(choice) => setPatient({ id: choice.id, name: choice.name })} />
        : <EncounterList session={session} patient={patient} onBack={session.patient === null ? () => setPatient(null) : null} />}
    </main>
  );
}

function PatientSearch({ session, onPick }: { readonly session: Session; readonly onPick: (choice: PatientChoice) => void }): JSX.Element {
  const app = useApp();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Loaded<PatientChoice>>({ kind: 'idle' });
  useEffect(() => focusSoon('patient-words'), []);
  const search = async (): Promise<void> => {
    setFound({ kind: 'loading' });
    setFound(await loaded(app.searchPatients(session, words.trim())));
  };
  return (
    <>
      <h1>Choose a patient</h1>
      <form class="search" onSubmit={(event) => { event.preventDefault(); void search(); }}>
        <label class="field"><span>Name</span><input id="patient-words" type="search" autocomplete="off" value={words} onInput={(event) => setWords(event.currentTarget.value)} /></label>
        <button type="submit" class="primary" disabled={words.trim() === '' || found.kind === 'loading'}>Search</button>
      </form>
      <Results found={found} what="patient" none="No patient of that name." row={(choice) => (
        <button key={choice.id} type="button" class="pick" onClick={() => onPick(choice)}>
          <strong>{choice.name}</strong><span>{choice.birthDate === null ? 'birth date not known' : `born ${dayOf(choice.birthDate)}`}</span>
        </button>
      )} />
    </>
  );
}

function EncounterList({ session, patient, onBack }: {
  readonly session: Session; readonly patient: { id: string; name: string }; readonly onBack: (() => void) | null;
}): JSX.Element {
  const app = useApp();
  const [found, setFound] = useState<Loaded<EncounterChoice>>({ kind: 'loading' });
  useEffect(() => {
    let current = true;
    const list = async (): Promise<void> => {
      const result = await loaded(app.listEncounters(session, patient.id));
      if (current) setFound(result);
    };
    void list();
    focusSoon('encounter-title');
    return () => { current = false; };
  }, [patient.id]);
  return (
    <>
      {onBack !== null && <button type="button" class="quiet" onClick={onBack}><Icon name="back" />Another patient</button>}
      <div>
        <h1 id="encounter-title" tabIndex={-1}>Choose an encounter</h1>
        <p class="hint">For {patient.name}</p>
      </div>
      <Results found={found} what="encounter" none="This patient has no encounter that you may see." row={(choice) => (
        <button key={choice.id} type="button" class="pick" onClick={() => app.line.pick({ patient: patient.id, encounter: choice.id })}>
          <strong>{choice.label}</strong><span>{dayOf(choice.start)} · {choice.status}</span>
        </button>
      )} />
    </>
  );
}

function Results<T>({ found, what, none, row }: { readonly found: Loaded<T>; readonly what: string; readonly none: string; readonly row: (item: T) => JSX.Element }): JSX.Element | null {
  switch (found.kind) {
    case 'idle': return null;
    case 'loading': return <output class="hint">Asking the EHR…</output>;
    case 'failed': return <p class="trouble" role="alert">{found.message}</p>;
    case 'list': return found.list.length === 0
      ? <output class="hint">{none}</output>
      : <><output class="hint">{count(found.list.length, what)}</output><div class="picks">{found.list.map(row)}</div></>;
  }
}

async function loaded<T>(asking: Promise<readonly T[]>): Promise<Loaded<T>> {
  try {
    return { kind: 'list', list: await asking };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : 'The EHR did not answer. Try again.' };
  }
}
