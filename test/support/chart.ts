import type {
  AssertionStatus, Chart, Coding, ConditionCategory, ConditionFact, EncounterFacts, EncounterSetting, MedicationFact, Note, NoteFindings,
  ObservationFact, Quantity, ReadReport, ReadStatus, ResourceKind, SectionKind, Sex,
} from '../../src/domain/model/index.ts';
import { RESOURCE_KINDS } from '../../src/domain/model/index.ts';
import type { NoteOptions, Saying } from './notes.ts';
import { findingsFrom, noteFrom } from './notes.ts';

/** A chart as of 21 October 2026, an office visit that morning, everything read and nothing in it. */
export function chart(): ChartBuilder {
  return new ChartBuilder(EMPTY);
}

const ENCOUNTER = 'Encounter/visit';

interface NoteEntry {
  readonly note: Note;
  readonly sayings: readonly Saying[];
}

interface Parts {
  readonly asOf: string;
  readonly birthDate: string | null;
  readonly sex: Sex;
  readonly setting: EncounterSetting;
  /** Null: the morning of `asOf`. */
  readonly admitted: string | null;
  readonly otherEncounters: readonly EncounterFacts[];
  readonly conditions: readonly ConditionFact[];
  readonly observations: readonly ObservationFact[];
  readonly medications: readonly MedicationFact[];
  readonly procedures: Chart['procedures'];
  readonly immunizations: Chart['immunizations'];
  readonly reports: Chart['reports'];
  readonly orders: Chart['orders'];
  readonly allergies: Chart['allergies'];
  readonly claims: Chart['claims'];
  readonly notes: readonly NoteEntry[];
  readonly unreadable: Chart['unreadable'];
  readonly reads: readonly ReadReport[];
}

const EMPTY: Parts = {
  asOf: '2026-10-21T09:40:00-05:00', birthDate: null, sex: 'unknown', setting: 'office', admitted: null, otherEncounters: [], conditions: [], observations: [],
  medications: [], procedures: [], immunizations: [], reports: [], orders: [], allergies: [], claims: [], notes: [], unreadable: [], reads: [],
};

interface ResultOptions {
  readonly loinc?: string;
  readonly status?: string;
  readonly comparator?: Quantity['comparator'];
  /** The encounter it was taken at: `true` is this visit; a setting makes another encounter of that day. */
  readonly at?: true | EncounterSetting | 'an encounter that was not read';
}

export interface ConditionOptions {
  readonly clinicalStatus?: string | null;
  readonly verificationStatus?: string | null;
  readonly text?: string;
  readonly recorded?: string | null;
  readonly machineAsserted?: boolean;
  /** Instead of ICD-10-CM. */
  readonly system?: string;
}

interface EventOptions {
  readonly status?: string;
  readonly system?: string;
  readonly code?: string;
  readonly encounter?: string | null;
}

const CVX = 'http://hl7.org/fhir/sid/cvx';
const HCPCS = 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';

/** `YYYY-MM-DD`, so many days before the visit of `chart()`. */
export function daysAgo(days: number, asOf = EMPTY.asOf): string {
  return new Date(Date.parse(asOf.slice(0, 10)) - days * 86_400_000).toISOString().slice(0, 10);
}

/** `YYYY-MM-DD`, the same day of an earlier month; of a shorter month its last. */
export function monthsAgo(months: number, asOf = EMPTY.asOf): string {
  const [year = 0, month = 1, day = 1] = asOf.slice(0, 10).split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Immutable: each call gives a new chart, so that a test may share a beginning. Dates default to the visit's day. */
export class ChartBuilder {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  asOf(asOf: string): ChartBuilder { return this.#with({ asOf }); }

  /** Born on 15 January, so that the age is the same all through a usual year's cases. */
  age(years: number): ChartBuilder { return this.born(`${Number(this.#parts.asOf.slice(0, 4)) - years}-01-15`); }

  born(birthDate: string): ChartBuilder { return this.#with({ birthDate }); }

  /** So many completed months at the visit, born on the visit's day of the month. */
  ageMonths(months: number): ChartBuilder { return this.born(monthsAgo(months, this.#parts.asOf)); }

  sex(sex: Sex): ChartBuilder { return this.#with({ sex }); }

  setting(setting: EncounterSetting): ChartBuilder { return this.#with({ setting }); }

  /** The encounter began earlier than the day it is told as of. */
  admitted(start: string): ChartBuilder { return this.#with({ admitted: start }); }

  bmi(value: number, date?: string, unit = 'kg/m2', options: ResultOptions = {}): ChartBuilder {
    return this.result('39156-5', value, unit, date, 'vital-signs', options);
  }

  weight(value: number, unit: string, date?: string, options: ResultOptions = {}): ChartBuilder {
    return this.result('29463-7', value, unit, date, 'vital-signs', options);
  }

  height(value: number, unit: string, date?: string, options: ResultOptions = {}): ChartBuilder {
    return this.result('8302-2', value, unit, date, 'vital-signs', options);
  }

  a1c(value: number, date?: string, unit: string | null = '%', options: ResultOptions = {}): ChartBuilder {
    return this.result('4548-4', value, unit, date, 'laboratory', options);
  }

  fastingGlucose(value: number, date?: string, unit = 'mg/dL', options: ResultOptions = {}): ChartBuilder {
    return this.result('1558-6', value, unit, date, 'laboratory', options);
  }

  egfr(value: number, date?: string, unit = 'mL/min/{1.73_m2}', options: ResultOptions = {}): ChartBuilder {
    return this.result('98979-8', value, unit, date, 'laboratory', options);
  }

  /** A panel (LOINC 85354-9). */
  bp(systolic: number, diastolic: number, date?: string, options: ResultOptions & { readonly unit?: string } = {}): ChartBuilder {
    const component = (code: string, value: number): ObservationFact['components'][number] => ({
      codings: [loinc(code)], quantity: { value, unit: options.unit ?? 'mm[Hg]', comparator: null },
    });
    return this.#observe(['85354-9'], 'vital-signs', date, options, { quantity: null, components: [component('8480-6', systolic), component('8462-4', diastolic)] });
  }

  result(code: string, value: number, unit: string | null, date: string | null | undefined, category: string, options: ResultOptions = {}): ChartBuilder {
    return this.#observe([options.loinc ?? code], category, date, options, { quantity: { value, unit, comparator: options.comparator ?? null } });
  }

  /** A result that the laboratory sent as words. */
  resultInWords(code: string, text: string, date: string | undefined, category: string): ChartBuilder {
    return this.#observe([code], category, date, {}, { valueText: text });
  }

  /** A questionnaire's score. */
  survey(code: string, score: number, date?: string, options: ResultOptions = {}): ChartBuilder {
    return this.result(code, score, '{score}', date, 'survey', options);
  }

  /** By words; `code` with `system` where it is coded. */
  procedure(text: string, date?: string | null, options: EventOptions = {}): ChartBuilder {
    return this.#with({ procedures: [...this.#parts.procedures, this.#event('Procedure', this.#parts.procedures.length, text, date, { status: 'completed', system: HCPCS, ...options })] });
  }

  /** By CVX code. */
  immunization(cvx: string, date?: string | null, options: EventOptions & { readonly text?: string } = {}): ChartBuilder {
    return this.#with({ immunizations: [...this.#parts.immunizations, this.#event('Immunization', this.#parts.immunizations.length, options.text ?? null, date, { status: 'completed', system: CVX, code: cvx, ...options })] });
  }

  /** A diagnostic report by its title; `code` is LOINC. */
  report(text: string, date?: string | null, options: EventOptions = {}): ChartBuilder {
    return this.#with({ reports: [...this.#parts.reports, this.#event('DiagnosticReport', this.#parts.reports.length, text, date, { status: 'final', system: 'http://loinc.org', ...options })] });
  }

  /** A charted allergy or intolerance, active. */
  allergy(text: string): ChartBuilder {
    return this.#with({ allergies: [...this.#parts.allergies, this.#event('AllergyIntolerance', this.#parts.allergies.length, text, null, { status: 'active' })] });
  }

  /** A coded answer: the LOINC answer's words. */
  answer(code: string, answer: string, date?: string, options: ResultOptions = {}): ChartBuilder {
    return this.#observe([options.loinc ?? code], 'social-history', date, options, { valueCode: { system: 'http://loinc.org', code: '', display: answer } });
  }

  /** A ServiceRequest of this visit. */
  order(text: string, date?: string | null, options: EventOptions = {}): ChartBuilder {
    return this.#with({ orders: [...this.#parts.orders, this.#event('ServiceRequest', this.#parts.orders.length, text, date, { status: 'active', encounter: ENCOUNTER, ...options })] });
  }

  /** One observation under several LOINC codes. */
  codedTwice(codes: readonly string[], value: number, unit: string, date: string | undefined, category: string): ChartBuilder {
    return this.#observe(codes, category, date, {}, { quantity: { value, unit, comparator: null } });
  }

  problem(code: string, options: ConditionOptions = {}): ChartBuilder { return this.#condition(code, 'problem-list-item', options); }

  encounterDiagnosis(code: string, options: ConditionOptions = {}): ChartBuilder { return this.#condition(code, 'encounter-diagnosis', options); }

  /** On a draft claim; an undotted code, as claims have it. */
  claimed(code: string, status = 'draft'): ChartBuilder {
    const { claims } = this.#parts;
    return this.#with({ claims: [...claims, {
      source: { reference: `Claim/claim-${claims.length + 1}`, version: '1' }, status, use: 'claim', type: 'professional', proposed: false, created: this.#day(), insurer: null, provider: null,
      encounters: [ENCOUNTER], serviced: [],
      diagnoses: [{ sequence: 1, coding: { system: 'http://hl7.org/fhir/sid/icd-10-cm', code, display: null }, condition: null }],
    }] });
  }

  medication(text: string, options: { readonly date?: string | null; readonly status?: string; readonly encounter?: string | null } = {}): ChartBuilder {
    const { medications } = this.#parts;
    const reference = `MedicationRequest/m${medications.length + 1}`;
    return this.#with({ medications: [...medications, {
      source: { reference, version: '1' }, status: options.status ?? 'active', intent: 'order', codings: [], text,
      date: options.date === undefined ? this.#day() : options.date, encounter: options.encounter === undefined ? null : options.encounter,
    }] });
  }

  /** A note of this visit by a provider, unless `options` say otherwise. */
  note(text: string, options: NoteOptions = {}): ChartBuilder {
    const { notes, asOf } = this.#parts;
    const note = noteFrom(text, { id: `note-${notes.length + 1}`, encounter: ENCOUNTER, date: asOf, ...options });
    return this.#with({ notes: [...notes, { note, sayings: [] }] });
  }

  /** What is found in the last note; without a note, the quote is one. */
  says(code: string, status: AssertionStatus, quote: string, section?: SectionKind): ChartBuilder {
    if (this.#parts.notes.length === 0) return this.note(quote).says(code, status, quote, section);
    const last = this.#parts.notes.length - 1;
    const saying = { code, status, quote, ...(section ? { section } : {}) };
    return this.#with({ notes: this.#parts.notes.map((entry, n) => (n === last ? { ...entry, sayings: [...entry.sayings, saying] } : entry)) });
  }

  /** A provider's note of an office visit before this one. */
  earlierNote(text: string, date: string, options: NoteOptions = {}): ChartBuilder {
    const encounter = `Encounter/earlier-${this.#parts.otherEncounters.length + 1}`;
    return this.#with({ otherEncounters: [...this.#parts.otherEncounters, encounterFacts(encounter, 'office', date, date)] }).note(text, { encounter, date, ...options });
  }

  unreadableNote(options: { readonly contentType?: string; readonly document?: string; readonly encounter?: string | null } = {}): ChartBuilder {
    return this.#with({ unreadable: [...this.#parts.unreadable, {
      document: { reference: `DocumentReference/${options.document ?? `unreadable-${this.#parts.unreadable.length + 1}`}`, version: '1' }, attachment: 0,
      contentType: options.contentType ?? 'application/pdf', title: 'Letter', date: this.#parts.asOf,
      encounter: options.encounter === undefined ? ENCOUNTER : options.encounter, status: 'cannot-read-yet', why: 'This format is not read yet.',
    }] });
  }

  stay(setting: EncounterSetting, start: string, end: string | null): ChartBuilder {
    return this.#with({ otherEncounters: [...this.#parts.otherEncounters, encounterFacts(`Encounter/stay-${this.#parts.otherEncounters.length + 1}`, setting, start, end)] });
  }

  denied(kind: ResourceKind, query = ''): ChartBuilder { return this.#unread(kind, query, 'denied', 'The EHR did not let us read this (403).'); }

  failed(kind: ResourceKind, query = ''): ChartBuilder { return this.#unread(kind, query, 'failed', 'The server did not answer.'); }

  partial(kind: ResourceKind, query = ''): ChartBuilder { return this.#unread(kind, query, 'partial', 'A page was missing.'); }

  build(): Chart {
    const { asOf, birthDate, sex, setting, admitted, notes, reads, ...rest } = this.#parts;
    return {
      asOf,
      patient: { source: { reference: 'Patient/test', version: '1' }, birthDate, sex, displayName: null },
      encounter: encounterFacts(ENCOUNTER, setting, admitted ?? `${asOf.slice(0, 10)}T09:00:00${asOf.slice(19)}`, asOf),
      ...rest,
      notes: notes.map(({ note }) => note),
      responses: [], tasks: [], coverages: [], provenances: [], proposals: [], signed: [],
      reads: [...reads, ...restRead(reads)],
    };
  }

  findings(): readonly NoteFindings[] {
    return this.#parts.notes.map(({ note, sayings }) => findingsFrom(note, sayings));
  }

  #with(change: Partial<Parts>): ChartBuilder { return new ChartBuilder({ ...this.#parts, ...change }); }

  #day(): string { return this.#parts.asOf.slice(0, 10); }

  #observe(codes: readonly string[], category: string, date: string | null | undefined, options: ResultOptions, value: Partial<ObservationFact>): ChartBuilder {
    const { observations, otherEncounters } = this.#parts;
    const on = date === undefined ? this.#day() : date;
    const other = options.at === undefined || options.at === true || options.at === 'an encounter that was not read' ? null
      : encounterFacts(`Encounter/other-${otherEncounters.length + 1}`, options.at, on, on);
    const fact: ObservationFact = {
      source: { reference: `Observation/o${observations.length + 1}`, version: '1' }, status: options.status ?? 'final', codings: codes.map(loinc),
      categories: [category], date: on, encounter: other?.source.reference ?? encounterOf(options.at), quantity: null, valueCode: null, valueText: null, components: [], ...value,
    };
    return this.#with({ observations: [...observations, fact], otherEncounters: other ? [...otherEncounters, other] : otherEncounters });
  }

  #condition(code: string, category: ConditionCategory, options: ConditionOptions): ChartBuilder {
    const { conditions } = this.#parts;
    return this.#with({ conditions: [...conditions, {
      source: { reference: `Condition/c${conditions.length + 1}`, version: '1' },
      codings: [{ system: options.system ?? 'http://hl7.org/fhir/sid/icd-10-cm', code, display: null }],
      text: options.text ?? null, categories: [category],
      clinicalStatus: options.clinicalStatus === undefined ? 'active' : options.clinicalStatus,
      verificationStatus: options.verificationStatus === undefined ? 'confirmed' : options.verificationStatus,
      encounter: category === 'encounter-diagnosis' ? ENCOUNTER : null, onset: null, recorded: options.recorded ?? null, recorder: null,
      machineAsserted: options.machineAsserted ?? false,
    }] });
  }

  #event(kind: string, before: number, text: string | null, date: string | null | undefined, { status, system, code, encounter }: EventOptions): Chart['procedures'][number] {
    return {
      source: { reference: `${kind}/e${before + 1}`, version: '1' }, status: status ?? null, text,
      codings: code === undefined ? [] : [{ system: system ?? '', code, display: null }], date: date === undefined ? this.#day() : date, encounter: encounter ?? null,
    };
  }

  #unread(kind: ResourceKind, query: string, status: ReadStatus, why: string): ChartBuilder {
    return this.#with({ reads: [...this.#parts.reads, { kind, query, status, count: 0, why }] });
  }
}

/** Everything that no call said was unread; where one category of observations was, the others. */
function restRead(reads: readonly ReadReport[]): readonly ReadReport[] {
  const queries = (kind: ResourceKind): readonly string[] => reads.filter((report) => report.kind === kind).map((report) => report.query);
  const categories = ['category=vital-signs', 'category=laboratory'].filter((query) => queries('Observation').some((asked) => asked !== '') && !queries('Observation').includes(query));
  return [
    ...RESOURCE_KINDS.filter((kind) => queries(kind).length === 0).map((kind): ReadReport => ({ kind, query: '', status: 'read', count: 0, why: null })),
    ...categories.map((query): ReadReport => ({ kind: 'Observation', query, status: 'read', count: 0, why: null })),
  ];
}

function encounterOf(at: ResultOptions['at']): string | null {
  if (at === undefined) return null;
  return at === true ? ENCOUNTER : 'Encounter/not-read';
}

function loinc(code: string): Coding {
  return { system: 'http://loinc.org', code, display: null };
}

function encounterFacts(reference: string, setting: EncounterSetting, start: string | null, end: string | null): EncounterFacts {
  return {
    source: { reference, version: '1' }, status: 'finished', classCode: CLASS[setting], setting, start, end, practitioners: ['Practitioner/test'], diagnoses: [],
  };
}

const CLASS: Record<EncounterSetting, string> = { office: 'AMB', ed: 'EMER', observation: 'OBSENC', inpatient: 'IMP' };
