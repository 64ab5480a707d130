import type { Chart, EncounterFacts, Note, NoteFindings, PerformedService, VisitLevel, VisitSetting } from '../../model/index.ts';
import { LEVELED_VISITS, PREVENTIVE_VISITS } from '../services/visit-codes.ts';
import { payerOf } from '../services/payer.ts';
import { visitNotes } from '../whose-words.ts';
import { withinOwnPackage } from './global-package.ts';
import { levelVisit, without } from './visit-level.ts';
import { patientInWords } from './patient-type.ts';
import { statementsOf } from './statements.ts';
import type { PatientType, Statement } from './visit.ts';

/**
 * The level of the chart's visit from its provider's notes of the last day; null where the chart has none. Notes of nurses, radiologists
 * and pathologists are theirs, and no part of the level.
 */
export function levelEncounter(chart: Chart, found: readonly NoteFindings[], performed: readonly PerformedService[]): VisitLevel | null {
  const findings = new Map(found.map((one) => [one.note, one]));
  const own = visitNotes(chart).usable.filter(({ type, text }) => !OF_OTHERS.has(type) && text.trim() !== '');
  const notes = ofLastDay(own).flatMap((note) => {
    const one = findings.get(note.id);
    return one === undefined || one.language === 'other' ? [] : [{ note, findings: one }];
  });
  const [first] = notes;
  if (first === undefined) return null;
  const setting = settingOf(chart, notes.map(({ note }) => note));
  const statements = statementsOf(notes);
  const packaged = withinOwnPackage(own, notes.map(({ note }) => note), statements, setting);
  if (packaged !== null) return without([packaged]);
  return levelVisit({ notes, patientType: patientTypeOf(chart, statements), setting, ageYears: ageAt(chart), payer: payerOf(chart), performed });
}

const OF_OTHERS: ReadonlySet<Note['type']> = new Set(['radiology', 'pathology', 'nursing']);

/** A stay has a visit a day: the last day's notes make the level of that day. A note without a date belongs to it. */
function ofLastDay(notes: readonly Note[]): readonly Note[] {
  const last = notes.map(({ date }) => date?.slice(0, DAY) ?? '').toSorted().at(-1) ?? '';
  return notes.filter(({ date }) => date === null || date.slice(0, DAY) === last);
}

const DAY = 10;

function settingOf(chart: Chart, notes: readonly Note[]): VisitSetting {
  const { encounter } = chart;
  switch (encounter.setting) {
    case 'ed':
      return 'ed';
    case 'office':
      return notes.some((note) => isPreventive(note, (ageAt(chart) ?? 0) < GROWN)) ? 'preventive' : 'office';
    case 'observation':
    case 'inpatient':
      return hospitalDay(encounter, notes);
  }
}

function hospitalDay({ start, end }: EncounterFacts, notes: readonly Note[]): VisitSetting {
  const oneDay = start !== null && end !== null && start.slice(0, DAY) === end.slice(0, DAY);
  const has = (type: Note['type']): boolean => notes.some((note) => note.type === type);
  if (oneDay || has('hp') || has('consult')) return 'inpatient-initial';
  return has('discharge') ? 'discharge' : 'inpatient-subsequent';
}

const PREVENTIVE_TITLE = /\b(?:well[- ](?:child|baby|woman|adolescent)(?: visit| check| exam)?|well[- ](?:visit|check|exam)|(?:\d+|one|two|four|six|nine|twelve)[- ](?:month|year|week)[- ](?:old )?well|school physical|sports physical|camp physical|cpe\b|wcc|wcv|annual (?:wellness|physical|exam|preventive|well)|medicare wellness|awv|preventive (?:visit|exam|medicine|care visit)|health maintenance (?:visit|exam)|welcome to medicare|routine (?:physical|check-?up|health (?:exam|check)))\b/i;
/** The words of the note's opening; farther below they tell of another visit. */
const OPENING = 250;
const NOT_TODAY = /\b(?:last|prior|previous|since|schedule[d]?|due for|overdue|return for|next|at (?:her|his|the)) (?:\w+ ){0,3}$/i;

/** "4 month check": of an infant its age, of a grown patient the time since the last visit. */
const CHECK_BY_AGE = /^[^.\n]{0,40}\b(?:\d+|one|two|four|six|nine|twelve)[- ](?:month|year|week)[- ](?:old )?check\b/i;
const GROWN = 18;

/** By the note's own title or reason for the visit. */
function isPreventive({ title, text }: Note, isChild: boolean): boolean {
  if (PREVENTIVE_TITLE.test(title)) return true;
  const opening = text.slice(0, OPENING);
  if (isChild && CHECK_BY_AGE.test(opening)) return true;
  const found = PREVENTIVE_TITLE.exec(opening);
  return found !== null && !NOT_TODAY.test(opening.slice(0, found.index));
}

const YEARS = 3;

/**
 * New where the note says so; else as the draft Claim's own visit code has it; else established where the chart has a visit within the three
 * years before, the note's words say it, or records of those years are in the chart (CPT: new and established patient).
 */
function patientTypeOf({ encounter, otherEncounters, observations, medications, conditions, orders, reports, procedures, immunizations, notes, claims, asOf }: Chart, statements: readonly Statement[]): PatientType {
  const words = patientInWords(statements);
  if (words !== 'unknown') return words;
  const billed = billedAs(claims);
  if (billed !== null) return billed;
  const day = (encounter.start ?? asOf).slice(0, DAY);
  const since = `${String(Number(day.slice(0, 4)) - YEARS)}${day.slice(4)}`;
  const isEarlier = (date: string | null): boolean => date !== null && date.slice(0, DAY) < day && date.slice(0, DAY) >= since;
  const seen = otherEncounters.some(({ start, status, setting }) => setting === 'office' && status !== 'cancelled' && status !== 'planned' && isEarlier(start));
  const known = [...observations, ...medications, ...orders, ...reports, ...procedures, ...immunizations, ...notes].some(({ date }) => isEarlier(date)) || conditions.some(({ recorded, machineAsserted }) => !machineAsserted && isEarlier(recorded));
  return seen || known ? 'established' : 'unknown';
}

/** The draft Claim's own visit code: registration knew whether the group has seen the patient. */
function billedAs(claims: Chart['claims']): PatientType | null {
  for (const { coding } of claims.flatMap(({ lines = [] }) => lines)) {
    const row = [...LEVELED_VISITS, ...PREVENTIVE_VISITS].find(({ code }) => code === coding?.code);
    if (row?.patient === 'new' || row?.patient === 'established') return row.patient;
  }
  return null;
}

function ageAt({ patient: { birthDate }, encounter, asOf }: Chart): number | null {
  if (birthDate === null) return null;
  const [year, month = 1, date = 1] = birthDate.split('-').map(Number);
  const [atYear, atMonth = 1, atDate = 1] = (encounter.start ?? asOf).slice(0, DAY).split('-').map(Number);
  if (year === undefined || atYear === undefined) return null;
  const months = (atYear - year) * 12 + (atMonth - month) - Number(atDate < date);
  return months < 0 ? null : months / 12;
}
