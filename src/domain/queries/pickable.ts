import type { Chart, Coding, FactEvidence, Note, NoteFindings, ObservationFact, QueryDraft, QuoteEvidence } from '../model/index.ts';
import { momentOf, zoneOf } from '../gaps/operators/time.ts';
import { mayBeShared } from '../review/sensitive.ts';
import { factInWords, printUnit, quoteInWords } from './in-words.ts';

/** What a question may rest on: one result, drug, charted diagnosis or sentence of a note, in words, with its day and where it stands. */
export interface Pickable {
  readonly kind: 'result' | 'drug' | 'diagnosis' | 'sentence';
  readonly indicator: QueryDraft['indicators'][number];
}

/**
 * All of this record that may be shown to others, newest first within each kind: results, drugs, diagnoses, then the sentences of the notes
 * in their order. Nothing of sensitive notes or entries, and nothing entered in error.
 */
export function pickable(chart: Chart, findings: readonly NoteFindings[]): readonly Pickable[] {
  const zone = zoneOf(chart.asOf);
  const today = momentOf(chart.asOf, zone)?.day ?? 0;
  const fact = (kind: Pickable['kind']) => (evidence: FactEvidence): Pickable => ({ kind, indicator: { text: factInWords(evidence, zone, today), evidence } });
  return [
    ...newestFirst(chart.observations.filter(isValid).flatMap(results)).map(fact('result')),
    ...newestFirst(chart.medications.filter(isValid).map((m) => named(m, m.text, m.codings, m.date))).map(fact('drug')),
    ...newestFirst(chart.conditions.filter(({ verificationStatus }) => verificationStatus !== 'entered-in-error').map((c) => named(c, c.text, c.codings, c.recorded ?? c.onset))).map(fact('diagnosis')),
    ...chart.notes.flatMap((note) => sentences(note, findings)).map((evidence): Pickable => ({ kind: 'sentence', indicator: { text: quoteInWords(evidence, chart, zone), evidence } })),
  ].filter(({ indicator }) => mayBeShared(indicator.evidence, chart));
}

/** Those that hold every word of the search, whatever the case; all where nothing is searched. */
export function found(all: readonly Pickable[], search: string): readonly Pickable[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return words.length === 0 ? all : all.filter(({ indicator: { text } }) => { const lower = text.toLowerCase(); return words.every((word) => lower.includes(word)); });
}

function isValid({ status }: { readonly status: string }): boolean {
  return status !== 'entered-in-error' && status !== 'cancelled';
}

function results(observation: ObservationFact): readonly FactEvidence[] {
  const value = valueOf(observation);
  return value === null ? [] : [{ ...named(observation, null, observation.codings, observation.date), ...value }];
}

function valueOf({ quantity, valueCode, valueText, components }: ObservationFact): { readonly value: number | string; readonly unit?: string } | null {
  if (quantity !== null) return { value: quantity.comparator === null ? quantity.value : `${quantity.comparator}${quantity.value}`, ...(quantity.unit === null ? {} : { unit: quantity.unit }) };
  const said = valueText ?? valueCode?.display ?? valueCode?.code ?? null;
  if (said !== null) return { value: said };
  const parts = components.flatMap(({ codings, quantity: of }) => (of === null ? [] : [`${titleOf(null, codings)} ${of.comparator ?? ''}${of.value}${of.unit === null ? '' : ` ${printUnit(of.unit)}`}`.trim()]));
  return parts.length === 0 ? null : { value: parts.join(', ') };
}

function named({ source }: Pick<ObservationFact, 'source'>, text: string | null, codings: readonly Coding[], date: string | null): FactEvidence {
  return { kind: 'fact', resource: source.reference, version: source.version, code: codings[0]?.code ?? '', label: titleOf(text, codings), date };
}

function titleOf(text: string | null, codings: readonly Coding[]): string {
  return text ?? codings.find(({ display }) => display !== null)?.display ?? codings[0]?.code ?? '';
}

function sentences({ id, document, text }: Note, findings: readonly NoteFindings[]): readonly QuoteEvidence[] {
  const read = findings.find(({ note }) => note === id)?.sentences ?? [];
  return read.flatMap(({ start, end }) => {
    const quote = text.slice(start, end);
    return /\p{L}{2}/u.test(quote) ? [{ kind: 'quote' as const, document: document.reference, version: document.version, note: id, start, end, quote, marks: [] }] : [];
  });
}

function newestFirst(facts: readonly FactEvidence[]): readonly FactEvidence[] {
  return facts.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}
