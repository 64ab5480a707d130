import type { JSX } from 'preact';
import type { Note, NoteFindings } from '../../domain/model/index.ts';
import type { Analysing, Reading } from '../../app/review-state.ts';
import { Icon } from '../components/icon.tsx';
import { useApp } from '../state/app.ts';
import { count, dayOf } from '../state/words.ts';

/** Reading and analysing: stage by stage, cancellable. All notes are listed at once, so nothing moves as each one gets ready. */
export function Working({ state }: { readonly state: Reading | Analysing }): JSX.Element {
  const app = useApp();
  return (
    <main class="working">
      <h1 class="live">Getting the review ready</h1>
      <ol class="stages">
        <li class={state.phase === 'reading' ? 'now' : 'past'} aria-current={state.phase === 'reading' ? 'step' : undefined}>Reading the record</li>
        <li class={state.phase === 'analysing' ? 'now' : 'to-come'} aria-current={state.phase === 'analysing' ? 'step' : undefined}>Analysing the notes</li>
      </ol>
      {state.phase === 'reading' ? <ReadingProgress state={state} /> : <AnalysingProgress state={state} />}
      <button type="button" onClick={() => app.line.cancel()}>Cancel</button>
      {state.phase === 'analysing' && state.chart !== null && (
        <ul class="note-list">
          {state.chart.notes.map((note) => <NoteRow key={note.id} note={note} findings={state.findings.find((f) => f.note === note.id)} />)}
        </ul>
      )}
    </main>
  );
}

function ReadingProgress({ state }: { readonly state: Reading }): JSX.Element {
  const { progress } = state;
  return (
    <div class="progress">
      <p id="work">{progress?.stage ?? 'Asking the EHR'}</p>
      <progress aria-labelledby="work" {...(progress === null ? {} : { value: progress.done, max: Math.max(progress.total, 1) })} />
      <p class="hint">{progress === null ? '\u00a0' : `${progress.done} of ${progress.total}`}</p>
    </div>
  );
}

function AnalysingProgress({ state }: { readonly state: Analysing }): JSX.Element {
  return (
    <div class="progress">
      <p id="work">Comparing the notes with the charted diagnoses</p>
      <progress aria-labelledby="work" {...(state.chart === null ? {} : { value: state.done, max: Math.max(state.total, 1) })} />
      <p class="hint">{state.chart === null ? '\u00a0' : `${state.done} of ${count(state.total, 'note')}`}</p>
    </div>
  );
}

function NoteRow({ note, findings }: { readonly note: Note; readonly findings: NoteFindings | undefined }): JSX.Element {
  return (
    <li>
      <Icon name={findings === undefined ? 'waiting' : findings.language === 'other' ? 'partial' : 'whole'} />
      <span class="note-name">{note.title} · {dayOf(note.date)}</span>
      <span class="note-state">{findings === undefined ? 'waiting' : findings.language === 'other' ? 'not English' : count(findings.mentions.length, 'mention')}</span>
    </li>
  );
}
