import type { FactEvidence, GapFinding, Policy, QueryDraft, QueryId, QuoteEvidence } from '../model/index.ts';
import type { Snapshot } from '../gaps/index-chart.ts';
import type { Measurement } from '../gaps/operators/expression.ts';
import type { Reading } from '../gaps/operators/series.ts';
import type { GapRule, OptionBand, OptionSource, QueryTemplate } from '../gaps/rule.ts';
import { rulesOf } from '../gaps/apply-policy.ts';
import { CATALOGUE } from '../gaps/catalogue.ts';
import { evaluate } from '../gaps/operators/evaluate.ts';
import { chartedValues, computedReading, sortOut } from '../gaps/operators/series.ts';
import { factInWords, printUnit, quoteInWords } from './in-words.ts';
import { ALWAYS_OFFERED } from './lintable.ts';

/**
 * One compliant question for each open documentation gap (AHIMA/ACDIS 2022, Guidelines for Achieving a Compliant Query Practice):
 * neutral title, dated indicators of this record, options that these indicators support, never preselected.
 * Care gaps, and rules that ask nothing, give none.
 */
export function draftQueries(gaps: readonly GapFinding[], snapshot: Snapshot, policy: Policy, rules: readonly GapRule[] = CATALOGUE): readonly QueryDraft[] {
  const inForce = rulesOf(policy, rules);
  return gaps.flatMap((gap) => {
    const template = inForce.find((rule) => rule.id === gap.rule)?.asks;
    if (gap.outcome !== 'open' || gap.kind !== 'documentation' || !template) return [];
    return [draft(gap, template, snapshot)];
  });
}

function draft(gap: GapFinding, template: QueryTemplate, snapshot: Snapshot): QueryDraft {
  const facts = gap.evidence.filter((evidence) => evidence.kind !== 'searched').filter((evidence) => !isCircumstance(evidence, snapshot));
  return {
    id: `${gap.rule}@${snapshot.chart.encounter.source.reference}` as QueryId,
    rule: gap.rule,
    topic: gap.topic,
    title: template.title,
    indicators: indicatorsOf(facts, template, snapshot),
    question: template.question,
    ...(template.options.length === 0 ? OPEN : { options: [...new Set([...template.options.flatMap((source) => optionsOf(source, facts, snapshot)), ...ALWAYS_OFFERED])], format: 'multiple-choice' }),
  };
}

/** Where and who: why the rule applies, and no clinical indicator. */
function isCircumstance(evidence: Indicator, { chart }: Snapshot): boolean {
  return evidence.kind === 'fact' && (evidence.resource === chart.encounter.source.reference || evidence.resource === chart.patient.source.reference);
}

/** A chart fact, or the sentence of a note that tells it. */
type Indicator = FactEvidence | QuoteEvidence;

/** The provider answers in words of their own. */
const OPEN = { options: [], format: 'open' } as const;

function indicatorsOf(facts: readonly Indicator[], template: QueryTemplate, snapshot: Snapshot): QueryDraft['indicators'] {
  const computed = template.options.flatMap((source) => (source.from === 'bands' ? [computedFrom(source.measurement, facts, snapshot)] : []))
    .find((found) => found !== null);
  return facts.map((evidence, n) => {
    const last = n === facts.length - 1;
    const text = inWords(evidence, snapshot);
    return last && computed ? { text: `${text} (${computed})`, evidence, tells: facts.map(documentOf) } : { text, evidence };
  });
}

function computedFrom(measurement: Measurement, facts: readonly Indicator[], snapshot: Snapshot): string | null {
  const reading = citedReadings(measurement, facts, snapshot).find((cited) => cited.computed);
  return reading ? `${measurement.name.toLowerCase()} calculated from these: ${reading.value.toFixed(1)} ${printUnit(measurement.unit)}` : null;
}

function documentOf(evidence: Indicator): string {
  return evidence.kind === 'fact' ? evidence.resource : evidence.document;
}

/** "Hemoglobin A1c: 7.2 % on 2026-10-01"; "“Hgb 12.4 → 7.6”, noted on 2026-10-21". */
function inWords(evidence: Indicator, snapshot: Snapshot): string {
  const { chart, zone, asOf } = snapshot;
  return evidence.kind === 'fact' ? factInWords(evidence, zone, asOf.day) : quoteInWords(evidence, chart, zone);
}

function optionsOf(source: OptionSource, facts: readonly Indicator[], snapshot: Snapshot): readonly string[] {
  if (source.from === 'text') return [source.option];
  if (source.from === 'when') return evaluate(source.holds, snapshot).answer === 'yes' ? source.options : [];
  const readings = citedReadings(source.measurement, facts, snapshot);
  const counted = source.of === 'newest' ? readings.slice(0, 1) : readings;
  return counted.flatMap((reading) => source.bands.filter((band) => mayLieIn(reading, band)).flatMap((band) => band.options));
}

/** "<60" may lie in every band below 60. */
function mayLieIn({ value, comparator }: Reading, { atLeast, below }: OptionBand): boolean {
  switch (comparator) {
    case null: return value >= atLeast && value < below;
    case '<': return atLeast < value;
    case '<=': return atLeast <= value;
    case '>': case '>=': return value < below;
  }
}

/** The results that the gap rests on, newest first: options follow from what is shown, from nothing else. */
function citedReadings(measurement: Measurement, facts: readonly Indicator[], snapshot: Snapshot): readonly Reading[] {
  const cited = new Set(facts.map(keyOf));
  const isCited = (reading: Reading): boolean => reading.evidence.every((evidence) => cited.has(keyOf(evidence)));
  const charted = sortOut(snapshot, measurement, chartedValues(snapshot, measurement, null)).readings.filter(isCited);
  if (charted.length > 0) return charted;
  const computed = computedReading(snapshot, measurement, null);
  return computed && !('unusable' in computed) && isCited(computed) ? [computed] : [];
}

function keyOf(evidence: Indicator): string {
  return evidence.kind === 'fact' ? evidence.resource : `${evidence.note} ${evidence.start} ${evidence.marks[0]?.start ?? ''}`;
}
