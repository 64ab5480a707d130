import type { Chart, EncounterSetting, Note, PatientFacts, ReadReport, UnreadableNote } from '../../domain/model/index.ts';
import { count, dayOf } from './words.ts';

const SETTING_WORDS: Readonly<Record<EncounterSetting, string>> = {
  office: 'Office visit', ed: 'Emergency visit', observation: 'Observation', inpatient: 'Inpatient stay',
};

/** "Office visit · 18 Nov 2026". */
export function visitOf(chart: Chart): string {
  const unread = chart.encounter.start === null && chart.encounter.end === null && isMissed(chart, 'Encounter');
  return unread ? 'Encounter not read' : `${SETTING_WORDS[chart.encounter.setting]} · ${serviceDays(chart)}`;
}

export function patientName(chart: Chart): string {
  return chart.patient.displayName ?? (isMissed(chart, 'Patient') ? 'Patient not read' : 'Name not given');
}

/** "female, born 2 Apr 1971"; what is not known is left out. */
export function aboutPatient({ sex, birthDate }: PatientFacts): string {
  return [sex === 'unknown' ? null : sex, birthDate === null ? null : `born ${dayOf(birthDate)}`].filter((part) => part !== null).join(', ');
}

export function releaseWords(release: string | null): string {
  return release === null ? 'No code set for this day' : `ICD-10-CM ${release.replace(/^icd-10-cm[ -]*/i, '')}`;
}

/** Title, author, day. */
export function sourceLine(note: Note): string {
  return [note.title, note.author.name, dayOf(note.date)].filter((part) => part !== null && part !== '').join(' · ');
}

/** "14 of 15 notes read; 1 could not be decoded; 2 kinds of record not read". */
export function readSentence(chart: Chart): string {
  const kinds = new Set(missed(chart).map((r) => r.kind).filter((kind) => kind !== 'DocumentReference' && kind !== 'Binary')).size;
  return [
    notesRead(chart),
    ...UNREADABLE.map(([status, words]) => {
      const many = chart.unreadable.filter((note) => note.status === status).length;
      return many === 0 ? null : `${many} ${words}`;
    }),
    kinds === 0 ? null : `${count(kinds, 'other kind of record', 'other kinds of record')} not wholly read`,
  ].filter((part) => part !== null).join('; ');
}

const UNREADABLE: readonly (readonly [UnreadableNote['status'], string])[] = [
  ['failed', 'could not be decoded'], ['not-analysed', 'could not be analysed'], ['not-english', 'not English'], ['cannot-read-yet', 'in a format not read yet'],
  ['denied', 'not allowed'], ['withheld', 'withheld: sensitive'],
];

/** Everything that was asked for came, and every note could be read. */
export function isWhole(chart: Chart): boolean {
  return chart.unreadable.length === 0 && missed(chart).length === 0;
}

/** Where there is no card: no more is claimed than was compared. */
export function emptyTitle(chart: Chart): string {
  if (chart.notes.length === 0) return 'Nothing could be compared';
  return isWhole(chart) ? 'Nothing to review' : 'Nothing to review in what was read';
}

/** What was asked for and did not wholly come. A kind that the server does not offer is no failure. */
export function isShort({ status }: ReadReport): boolean {
  return status === 'partial' || status === 'denied' || status === 'failed';
}

function missed(chart: Chart): readonly ReadReport[] {
  return chart.reads.filter(isShort);
}

function isMissed(chart: Chart, kind: ReadReport['kind']): boolean {
  return missed(chart).some((report) => report.kind === kind);
}

/** Notes that were not asked for or not given are not "0 notes". */
function notesRead(chart: Chart): string {
  const total = chart.notes.length + chart.unreadable.length;
  const unasked = isMissed(chart, 'DocumentReference');
  if (unasked && total === 0) return 'Notes not read';
  const counted = chart.unreadable.length === 0 ? `${count(total, 'note')} read` : `${chart.notes.length} of ${count(total, 'note')} read`;
  return unasked ? `${counted}, others not` : counted;
}

function serviceDays({ encounter }: Chart): string {
  const start = dayOf(encounter.start);
  if (encounter.end === null) return encounter.status === 'in-progress' ? `since ${start}` : start;
  const end = dayOf(encounter.end);
  if (start === end) return start;
  return `${withoutSharedEnd(start, end)} to ${end}`;
}

/** "5 to 9 Oct 2026", "28 Sep to 2 Oct 2026": a month or year is said once. */
function withoutSharedEnd(start: string, end: string): string {
  const [day, month, year] = start.split('\u00a0');
  const [, endMonth, endYear] = end.split('\u00a0');
  if (day === undefined || month === undefined || year === undefined || year !== endYear) return start;
  return month === endMonth ? day : `${day}\u00a0${month}`;
}
