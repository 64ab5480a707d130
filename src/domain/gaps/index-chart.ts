import type {
  Chart, Coding, ConditionFact, EncounterFacts, Instant, MedicationFact, Note, NoteFindings, ObservationFact, Quantity,
} from '../model/index.ts';
import type { UnitArithmetic } from './operators/quantity.ts';
import type { Measurement } from './operators/expression.ts';
import type { NotedValue } from './noted/noted-value.ts';
import type { Moment } from './operators/time.ts';
import { dotted, undotted } from '../coding/tabular.ts';
import { lazily } from '../lazily.ts';
import { ICD_10_CM } from '../model/index.ts';
import { valuesInNote } from './noted/in-note.ts';
import { toldValues } from './noted/told-values.ts';
import { NO_ARITHMETIC } from './operators/quantity.ts';
import { momentOf, zoneOf } from './operators/time.ts';

/** One value of one observation (a component of a panel has its own), or one that a note tells. */
export type IndexedValue = ChartedValue | ToldValue;

export interface ToldValue {
  readonly fact: null;
  readonly told: NotedValue;
  readonly note: IndexedNote;
  readonly quantity: Quantity;
  readonly text: null;
  readonly component: false;
  /** Null where the words only say that it was earlier. */
  readonly at: Moment | null;
  /** The words call it the patient's baseline. */
  readonly baseline: boolean;
  /** The note is signed. */
  readonly certain: boolean;
}

export interface ChartedValue {
  readonly fact: ObservationFact;
  readonly code: string;
  readonly label: string | null;
  readonly quantity: Quantity | null;
  /** The words of a result that is no quantity. */
  readonly text: string | null;
  readonly component: boolean;
  /** Null where no day is given: it decides nothing, and is not forgotten. */
  readonly at: Moment | null;
}

export interface IndexedCondition {
  readonly fact: ConditionFact;
  /** With the dot; empty where the condition is coded otherwise or in words only. */
  readonly icd10: readonly string[];
  readonly words: string;
  /** Onset, else recorded. */
  readonly at: Moment | null;
}

export interface IndexedNote {
  readonly note: Note;
  /** Null where the note was not analysed. */
  readonly findings: NoteFindings | null;
  readonly thisVisit: boolean;
  /** Every value that the note tells, in order of text; read when first asked for. */
  readonly noted: () => readonly NotedValue[];
}

/** What a note tells of one measurement, in order of text. */
export function notedValues({ noted }: IndexedNote, measurement: Measurement): readonly NotedValue[] {
  return noted().filter((value) => value.measurement.name === measurement.name);
}

/** Values of one LOINC code; made when first asked for, since rules ask for few of a record's codes. */
export interface ValuesByCode {
  get(code: string): readonly ChartedValue[] | undefined;
  /** Entered in error, in no order: what repeats them is no result either. */
  retracted(code: string): readonly ChartedValue[];
}

/** The chart as the rules ask it, counted as of `chart.asOf`. Nothing dated later is in it. */
export interface Snapshot {
  readonly chart: Chart;
  readonly asOf: Moment;
  /** Minutes east of UTC. */
  readonly zone: number;
  /** Of observations, by LOINC code, newest first. */
  readonly values: ValuesByCode;
  /** Of notes, newest first; those that an observation holds as well, or an earlier note, are left out. */
  readonly told: (measurement: Measurement) => readonly ToldValue[];
  readonly conditions: readonly IndexedCondition[];
  readonly medications: readonly { readonly fact: MedicationFact; readonly words: string; readonly at: Moment | null }[];
  readonly notes: readonly IndexedNote[];
  readonly encounters: ReadonlyMap<string, EncounterFacts>;
  /** For units that are not everyday ones. */
  readonly arithmetic: UnitArithmetic;
  /** A site's own codes, by the name of the operator that they widen. Absent: none. */
  readonly valueSets?: Readonly<Record<string, readonly Coding[]>>;
}

/** @throws RangeError when `chart.asOf` names no day. */
export function indexChart(chart: Chart, findings: readonly NoteFindings[], arithmetic: UnitArithmetic = NO_ARITHMETIC, valueSets: Snapshot['valueSets'] = {}): Snapshot {
  const zone = zoneOf(chart.asOf);
  const asOf = momentOf(chart.asOf, zone);
  if (!asOf) throw new RangeError('The chart has no date that it is as of.');
  const values = indexValues(chart.observations, asOf, zone);
  const notes = indexNotes(chart, findings, asOf, zone);
  return {
    chart, asOf, zone, values, notes,
    told: toldValues(notes, values, asOf, arithmetic),
    conditions: chart.conditions.map((fact) => indexCondition(fact, zone)),
    medications: chart.medications.map((fact) => ({
      fact, words: wordsOf(fact.text, fact.codings), at: fact.date === null ? null : momentOf(fact.date, zone),
    })),
    encounters: new Map([chart.encounter, ...chart.otherEncounters].map((encounter) => [encounter.source.reference, encounter])),
    arithmetic, valueSets,
  };
}

/** Results that stand (FHIR ObservationStatus): not preliminary, cancelled or entered in error. */
const STANDING: ReadonlySet<string> = new Set(['final', 'amended', 'corrected']);

const LOINC: ReadonlySet<string> = new Set(['http://loinc.org', 'urn:oid:2.16.840.1.113883.6.1']);

function indexValues(observations: readonly ObservationFact[], asOf: Moment, zone: number): ValuesByCode {
  const standing = byCode(observations.filter(({ status }) => STANDING.has(status)));
  const retracted = lazily(() => byCode(observations.filter(({ status }) => status === 'entered-in-error')));
  const made = new Map<string, readonly ChartedValue[]>();
  return {
    get(code) {
      const before = made.get(code);
      const list = before ?? standing.get(code)?.map((value) => withMoment(value, code, zone)).filter(({ at }) => at === null || at.day <= asOf.day).toSorted(newestFirst);
      if (list && !before) made.set(code, list);
      return list;
    },
    retracted: (code) => (retracted().get(code) ?? []).map((value) => withMoment(value, code, zone)),
  };
}

function byCode(observations: readonly ObservationFact[]): ReadonlyMap<string, readonly CodedValue[]> {
  const found = new Map<string, CodedValue[]>();
  const add = (codings: ObservationFact['codings'], value: Omit<CodedValue, 'label'>): void => {
    for (const { system, code, display } of codings) {
      if (!LOINC.has(system)) continue;
      const list = found.get(code);
      if (list) list.push({ ...value, label: display });
      else found.set(code, [{ ...value, label: display }]);
    }
  };
  for (const fact of observations) {
    if (fact.quantity || fact.valueText !== null) add(fact.codings, { fact, quantity: fact.quantity, text: fact.valueText, component: false });
    for (const { codings, quantity } of fact.components) {
      if (quantity) add(codings, { fact, quantity, text: null, component: true });
    }
  }
  return found;
}

type CodedValue = Omit<ChartedValue, 'code' | 'at'>;

function withMoment(value: CodedValue, code: string, zone: number): ChartedValue {
  const { date } = value.fact;
  return { ...value, code, at: date === null ? null : momentOf(date, zone) };
}

/** Undated last; on one day, a time before no time; then by reference and place in the note, so that the order never depends on the server's. */
export function newestFirst(a: IndexedValue, b: IndexedValue): number {
  return rank(b.at?.day) - rank(a.at?.day) || rank(b.at?.minute) - rank(a.at?.minute) || placeIn(b) - placeIn(a)
    || (referenceOf(a) < referenceOf(b) ? -1 : 1);
}

/** Of one note, what is told later is newer. */
function placeIn(value: IndexedValue): number {
  return value.fact === null ? value.told.place : 0;
}

function referenceOf(value: IndexedValue): string {
  return value.fact === null ? value.note.note.id : value.fact.source.reference;
}

function rank(value: number | null | undefined): number {
  return value ?? Number.MIN_SAFE_INTEGER;
}

function indexCondition(fact: ConditionFact, zone: number): IndexedCondition {
  const date: Instant | null = fact.onset ?? fact.recorded;
  return {
    fact,
    icd10: fact.codings.filter((coding) => coding.system === ICD_10_CM).map((coding) => dotted(undotted(coding.code))),
    words: wordsOf(fact.text, fact.codings),
    at: date === null ? null : momentOf(date, zone),
  };
}

function wordsOf(text: string | null, codings: ConditionFact['codings']): string {
  return [text, ...codings.map((coding) => coding.display)].filter((words) => words !== null).join(' · ');
}

function indexNotes(chart: Chart, findings: readonly NoteFindings[], asOf: Moment, zone: number): readonly IndexedNote[] {
  const byNote = new Map(findings.map((found) => [found.note, found]));
  const { start, end, setting } = chart.encounter;
  const stay = { start: start === null ? null : momentOf(start, zone), end: end === null ? null : momentOf(end, zone), stay: setting !== 'office' };
  return chart.notes.map((note) => {
    const thisVisit = note.encounter === null || note.encounter === chart.encounter.source.reference;
    const own = byNote.get(note.id) ?? null;
    const dated = note.date === null ? null : momentOf(note.date, zone);
    const written = thisVisit && (!dated || dated.day > asOf.day) ? asOf : dated;
    const time = thisVisit ? { written, ...stay } : { written, start: null, end: null, stay: note.type === 'discharge' };
    return { note, findings: own, thisVisit, noted: lazily(() => (own ? valuesInNote(note, own, time) : [])) };
  });
}
