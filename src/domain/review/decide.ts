import type { Chart, Choice, Decision, DecisionId, Evidence, Instant, Note, SeenVersions, Source, Suggestion } from '../model/index.ts';

/** What one person chose for one suggestion, on the versions that the chart held when they chose. */
export function decide({ suggestion, choice, chart, at, id }: {
  readonly suggestion: Suggestion;
  readonly choice: Choice;
  readonly chart: Chart;
  readonly at: Instant;
  readonly id: DecisionId;
}): Decision {
  return { id, suggestion, choice, seen: seenVersions(chart, suggestion), at };
}

/**
 * The versions that a decision on this suggestion rests on: the notes it quotes, the charted resources it acts on,
 * the chart facts it cites. Where it rests on something *not* being found, every note of the encounter counts,
 * since a new version of any of them may hold it.
 */
export function seenVersions(chart: Chart, suggestion: Suggestion): SeenVersions {
  const quoted = new Set(suggestion.evidence.flatMap((e) => (e.kind === 'quote' ? [e.note] : [])));
  const restsOnAbsence = suggestion.action === 'remove' || suggestion.evidence.some((e) => e.kind === 'searched');
  const notes = chart.notes.filter((note) => quoted.has(note.id) || (restsOnAbsence && isOfEncounter(note, chart)));
  return {
    notes: notes.map((note) => ({ note: note.id, document: note.document, textHash: note.hashes.text })),
    charted: distinct([...suggestion.charted, ...suggestion.evidence.flatMap(factSource)]),
  };
}

function isOfEncounter(note: Note, chart: Chart): boolean {
  return note.encounter === null || note.encounter === chart.encounter.source.reference;
}

function factSource(evidence: Evidence): readonly Source[] {
  return evidence.kind === 'fact' ? [{ reference: evidence.resource, version: evidence.version }] : [];
}

function distinct(sources: readonly Source[]): readonly Source[] {
  return [...new Map(sources.map((s) => [`${s.reference}|${s.version ?? ''}`, s])).values()];
}
