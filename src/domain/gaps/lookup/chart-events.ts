import type { Coding, FactEvidence, Instant, Source } from '../../model/index.ts';
import type { Snapshot } from '../index-chart.ts';
import { dotted, undotted } from '../../coding/tabular.ts';
import { indexWords } from './word-index.ts';

/** What was done, given, found or charted, of whichever kind of resource. Only what stands: nothing cancelled, preliminary or entered in error. */
export interface ChartEvent {
  readonly source: Source;
  readonly codings: readonly Coding[];
  readonly label: string;
  /** The result in words, where it is one: "Negative", "Patient declined". */
  readonly value: string | null;
  readonly date: Instant | null;
  readonly encounter: string | null;
  /** Recorded as not done: FHIR `not-done`. */
  readonly notDone: boolean;
}

export type EventKind = 'Procedure' | 'Observation' | 'DiagnosticReport' | 'Immunization' | 'MedicationRequest' | 'Condition';

export interface ChartEvents {
  withCode(code: string): readonly ChartEvent[];
  /** One of its codes, written with the dot, begins so. */
  withCodePrefix(prefix: string): readonly ChartEvent[];
  withWords(terms: readonly string[]): readonly ChartEvent[];
}

const KEPT = new WeakMap<Snapshot, Map<EventKind, ChartEvents>>();

/** By code and by words; made at the first question for the kind, and kept with the snapshot. */
export function chartEvents(snapshot: Snapshot, kind: EventKind): ChartEvents {
  const kinds = KEPT.get(snapshot) ?? new Map<EventKind, ChartEvents>();
  KEPT.set(snapshot, kinds);
  const known = kinds.get(kind);
  if (known) return known;
  const made = index(eventsOf(snapshot, kind));
  kinds.set(kind, made);
  return made;
}

export function eventFact({ source, codings, label, value, date }: ChartEvent): FactEvidence {
  return {
    kind: 'fact', resource: source.reference, version: source.version, code: codings[0]?.code ?? '', label, ...(value === null ? {} : { value }), date,
  };
}

function index(events: readonly ChartEvent[]): ChartEvents {
  const byCode = new Map<string, ChartEvent[]>();
  const byLabel = new Map<string, ChartEvent[]>();
  for (const event of events) {
    for (const { code } of event.codings) keep(byCode, code, event);
    keep(byLabel, wordsOf(event), event);
  }
  const labels = [...byLabel.keys()];
  const words = indexWords(labels);
  return {
    withCode: (code) => byCode.get(code) ?? [],
    withCodePrefix: (prefix) => [...byCode].flatMap(([code, list]) => (dotted(undotted(code)).startsWith(prefix) ? list : [])),
    withWords: (terms) => [...new Set(words.find(terms).map(({ text }) => text))].flatMap((text) => byLabel.get(labels[text]!) ?? []),
  };
}

function keep(map: Map<string, ChartEvent[]>, key: string, event: ChartEvent): void {
  const list = map.get(key);
  if (list) list.push(event);
  else map.set(key, [event]);
}

/** What it is called by itself and by its codes. */
export function wordsOf({ label, codings }: Pick<ChartEvent, 'label' | 'codings'>): string {
  const [first] = codings;
  if (codings.length === 0 || (codings.length === 1 && (first!.display === null || first!.display === label))) return label;
  return [label, ...codings.map(({ display }) => display ?? '')].join(' · ');
}

function eventsOf({ chart }: Snapshot, kind: EventKind): readonly ChartEvent[] {
  switch (kind) {
    case 'Procedure': return [
      ...chart.procedures.filter(({ status }) => status === 'completed' || status === 'not-done').map(plain),
      ...chart.claims.filter(({ status }) => status !== 'cancelled' && status !== 'entered-in-error').flatMap(({ source, lines = [], created }) =>
        lines.flatMap(({ coding, serviced }) => (coding ? [{ source, codings: [coding], label: coding.display ?? coding.code, value: null, date: serviced ?? created, encounter: null, notDone: false }] : []))),
    ];
    case 'Immunization': return chart.immunizations.filter(({ status }) => status === 'completed' || status === 'not-done').map(plain);
    case 'DiagnosticReport': return chart.reports.filter(({ status }) => STANDING.has(status ?? '')).map(plain);
    case 'Observation': return chart.observations.filter(({ status }) => STANDING.has(status)).flatMap((fact) => {
      const held = fact.quantity !== null || fact.valueCode !== null || fact.valueText !== null || fact.components.some(({ quantity }) => quantity !== null);
      if (!held) return [];
      const value = fact.quantity ? `${fact.quantity.comparator ?? ''}${fact.quantity.value}` : fact.valueText ?? fact.valueCode?.display ?? fact.valueCode?.code ?? null;
      return [{ ...fact, label: fact.codings.find(({ display }) => display !== null)?.display ?? fact.codings[0]?.code ?? '', value, notDone: value !== null && NOT_DONE.test(value) }];
    });
    case 'MedicationRequest': return chart.medications.filter(({ status }) => !NOT_IN_FORCE.has(status)).map((fact) => plain({ ...fact }));
    case 'Condition': return chart.conditions.filter(({ verificationStatus, machineAsserted }) =>
      verificationStatus !== 'refuted' && verificationStatus !== 'entered-in-error' && !(machineAsserted && verificationStatus !== 'confirmed'))
      .map((fact) => plain({ ...fact, status: null, date: fact.onset ?? fact.recorded }));
  }
}

/** FHIR ObservationStatus and DiagnosticReportStatus: what stands. */
const STANDING: ReadonlySet<string> = new Set(['final', 'amended', 'corrected', 'appended']);

/** FHIR medicationrequest-status and medication-admin-status. */
const NOT_IN_FORCE: ReadonlySet<string> = new Set(['cancelled', 'entered-in-error', 'draft', 'not-done', 'unknown']);

/** A result that says that there is none. */
const NOT_DONE = /\b(?:not (?:done|performed|tested|obtained|given|collected|assessed|asked)|declin|refus|pending|cancel|unable to|rejected|quantity not sufficient|qns)/i;

function plain({ source, status, codings, text, date, encounter }: {
  readonly source: Source; readonly status: string | null; readonly codings: readonly Coding[]; readonly text: string | null; readonly date: Instant | null; readonly encounter: string | null;
}): ChartEvent {
  return { source, codings, label: text ?? codings.find(({ display }) => display !== null)?.display ?? codings[0]?.code ?? '', value: null, date, encounter, notDone: status === 'not-done' };
}
