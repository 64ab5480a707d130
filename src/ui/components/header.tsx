import type { JSX } from 'preact';
import type { Chart, EncounterSetting, ReadReport } from '../../domain/model/index.ts';
import type { Session } from '../../fhir/session/contract.ts';
import { useApp } from '../state/app.ts';
import { count, dayOf } from '../state/words.ts';
import { Icon } from './icon.tsx';

const SETTING_WORDS: Readonly<Record<EncounterSetting, string>> = {
  office: 'Office visit', ed: 'Emergency visit', observation: 'Observation', inpatient: 'Inpatient stay',
};

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
              <strong>{chart === null ? '\u00a0' : chart.patient.displayName ?? 'Name not given'}</strong>
              {chart !== null && <span>{[chart.patient.sex === 'unknown' ? null : chart.patient.sex, chart.patient.birthDate === null ? null : `born ${dayOf(chart.patient.birthDate)}`].filter((part) => part !== null).join(', ')}</span>}
            </p>
          )}
          <p class="visit">{chart === null ? '\u00a0' : visitOf(chart)}</p>
          <p class="facts-line">
            <span class="release">{release === undefined ? '\u00a0' : release === null ? 'No code set for this day' : `ICD-10-CM ${release.replace(/^icd-10-cm[ -]*/i, '')}`}</span>
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

/** "14 of 15 notes read; 1 could not be decoded; 2 kinds of record not read". */
export function readSentence(chart: Chart): string {
  const kinds = new Set(missed(chart).map((r) => r.kind).filter((kind) => kind !== 'DocumentReference' && kind !== 'Binary')).size;
  const notYet = chart.unreadable.filter((n) => n.status === 'cannot-read-yet').length;
  const denied = chart.unreadable.filter((n) => n.status === 'denied').length;
  const failed = chart.unreadable.length - notYet - denied;
  return [
    notesRead(chart),
    failed === 0 ? null : `${failed} could not be decoded`,
    notYet === 0 ? null : `${notYet} in a format not read yet`,
    denied === 0 ? null : `${denied} not allowed`,
    kinds === 0 ? null : `${count(kinds, 'other kind of record', 'other kinds of record')} not wholly read`,
  ].filter((part) => part !== null).join('; ');
}

/** Notes that were not asked for or not given are not "0 notes". */
function notesRead(chart: Chart): string {
  const total = chart.notes.length + chart.unreadable.length;
  const unasked = missed(chart).some((r) => r.kind === 'DocumentReference');
  if (unasked && total === 0) return 'Notes not read';
  const counted = chart.unreadable.length === 0 ? `${count(total, 'note')} read` : `${chart.notes.length} of ${count(total, 'note')} read`;
  return unasked ? `${counted}, others not` : counted;
}

/** What was asked for and did not wholly come. A kind that the server does not offer is no failure. */
function missed(chart: Chart): readonly ReadReport[] {
  return chart.reads.filter((r) => r.status === 'partial' || r.status === 'denied' || r.status === 'failed');
}

/** Everything that was asked for came, and every note could be read. */
export function isWhole(chart: Chart): boolean {
  return chart.unreadable.length === 0 && missed(chart).length === 0;
}

function visitOf(chart: Chart): string {
  const unread = chart.encounter.start === null && chart.encounter.end === null && missed(chart).some((r) => r.kind === 'Encounter');
  return unread ? 'Encounter not read' : `${SETTING_WORDS[chart.encounter.setting]} · ${serviceDays(chart)}`;
}

function serviceDays({ encounter }: Chart): string {
  const start = dayOf(encounter.start);
  if (encounter.end === null) return encounter.status === 'in-progress' ? `since ${start}` : start;
  const end = dayOf(encounter.end);
  return start === end ? start : `${start} to ${end}`;
}
