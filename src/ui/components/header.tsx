import type { JSX } from 'preact';
import type { Chart } from '../../domain/model/index.ts';
import type { Session } from '../../fhir/session/contract.ts';
import { useApp } from '../state/app.ts';
import { aboutPatient, isWhole, patientName, readSentence, releaseWords, visitOf } from '../state/chart-words.ts';
import { Icon } from './icon.tsx';

/** Whose record this is, which visit, by which codes, and how much of it was read. Its height does not change as facts arrive. */
export function Header({ session, chart, release, covered }: {
  readonly session: Session | null; readonly chart: Chart | null; readonly release: string | null | undefined;
  /** Under the note viewer, out of reach. */
  readonly covered: boolean;
}): JSX.Element {
  const app = useApp();
  return (
    <header class="top" inert={covered}>
      {session?.mode !== 'ehr' && <p class="brand">Countersign</p>}
      <button type="button" class="quiet help" onClick={() => { app.dialog.value = 'help'; }}>Help</button>
      {session !== null && (
        <div class="context">
          {session.needPatientBanner && (
            <p class="patient">
              <strong>{chart === null ? '\u00a0' : patientName(chart)}</strong>
              {chart !== null && <span>{aboutPatient(chart.patient)}</span>}
            </p>
          )}
          <p class="visit">{chart === null ? '\u00a0' : visitOf(chart)}</p>
          <p class="facts-line">
            <span class="release">{release === undefined ? '\u00a0' : releaseWords(release)}</span>
            {chart !== null && <ReadButton chart={chart} />}
          </p>
        </div>
      )}
    </header>
  );
}

function ReadButton({ chart }: { readonly chart: Chart }): JSX.Element {
  const app = useApp();
  const whole = isWhole(chart);
  return (
    <button type="button" class={`read-status ${whole ? 'whole' : 'partial'}`} onClick={() => { app.dialog.value = 'details'; }}>
      <Icon name={whole ? 'whole' : 'partial'} /><span>{readSentence(chart)}</span>
    </button>
  );
}
