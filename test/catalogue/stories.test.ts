import { beforeAll, describe, expect, it } from 'vitest';
import { createDirectEngine } from '../../src/app/engine.ts';
import type { Engine } from '../../src/app/parts.ts';
import { DEFAULT_POLICY, type Analysis, type Chart, type Suggestion } from '../../src/domain/model/index.ts';
import { fromBundle } from '../../src/fhir/read/from-bundle.ts';
import { loadKnowledge } from '../../src/knowledge/node/index.ts';
import { stories, type Expected } from '../support/fixtures.ts';

/** What the engine makes of each story, against what a coder would (fhir-fixtures/README.md says how it is counted). */
describe.each(stories())('$slug', ({ whole, expected }) => {
  let engine: Engine;
  let chart: Chart;
  let analysis: Analysis;

  beforeAll(async () => {
    engine = createDirectEngine(await loadKnowledge());
    const bundle = fromBundle(whole, { encounter: expected.encounter, now: '2026-11-21T12:00:00Z' });
    ({ chart, analysis } = await engine.analyze(bundle, DEFAULT_POLICY, { onChart: () => undefined, onNote: () => undefined }, new AbortController().signal));
  });

  it('suggests what a coder would, and nothing else', () => {
    expect(analysis.suggestions.filter((one) => counts(one, expected)).map(label).toSorted()).toEqual(expected.suggestions.map(label).toSorted());
  });

  it('suggests nothing that it must not', () => {
    const wrong = expected.mustNot.filter(({ code, action }) =>
      code !== undefined && analysis.suggestions.some((one) => one.code === code && (one.action === 'remove') === (action === 'remove')));
    expect(wrong).toEqual([]);
  });

  it('finds the gaps, and no other documentation gap', () => {
    /** Several rules may look at one topic: it is as the one says that found the most. */
    for (const { topic, outcome } of expected.gaps) {
      const outcomes = analysis.gaps.filter((gap) => gap.topic === topic).map((gap) => gap.outcome);
      if (outcomes.length > 0) expect([topic, OUTCOMES.find((one) => outcomes.includes(one))]).toEqual([topic, outcome]);
    }
    const open = analysis.gaps.filter((gap) => gap.kind === 'documentation' && gap.outcome === 'open').map((gap) => gap.topic);
    expect(open.toSorted()).toEqual(expected.gaps.filter((gap) => gap.outcome === 'open').map((gap) => gap.topic).toSorted());
    expect(analysis.queries.map((query) => query.topic).toSorted()).toEqual(open.toSorted());
  });

  it('quotes verbatim, and includes the words that a coder would point to', () => {
    const notes = new Map(chart.notes.map((note) => [note.id, note]));
    for (const { evidence } of analysis.suggestions) {
      for (const piece of evidence) {
        if (piece.kind === 'quote') expect(notes.get(piece.note)!.text.slice(piece.start, piece.end)).toBe(piece.quote);
      }
    }
    for (const wanted of expected.suggestions) {
      const found = analysis.suggestions.find((one) => label(one) === label(wanted));
      const texts = found?.evidence.flatMap((piece) => (piece.kind === 'quote' ? [notes.get(piece.note)!.text.slice(Math.max(0, piece.start - 200), piece.end + 200)] : [])) ?? [];
      expect(texts.some((text) => text.includes(wanted.quote)), `${label(wanted)}: ${wanted.quote}`).toBe(true);
    }
  });

  it('is quiet where nothing should be shown', () => {
    if (expected.quiet !== true) return;
    expect({ suggestions: analysis.suggestions, queries: analysis.queries }).toEqual({ suggestions: [], queries: [] });
  });
});

const OUTCOMES = ['open', 'cannot-tell', 'met', 'not-applicable'] as const;

function label({ action, code, from }: Pick<Suggestion, 'action' | 'code'> & { readonly from?: string }): string {
  return `${action} ${from === undefined ? '' : `${from} → `}${code}`;
}

/** History and status codes, counselling and external causes count only where they are listed; acceptable ones never. A story lists diagnoses: services have cases of their own. */
function counts(one: Suggestion, expected: Expected): boolean {
  if (expected.suggestions.some((wanted) => label(wanted) === label(one))) return true;
  if (one.system !== 'icd-10-cm') return false;
  if (expected.acceptable.some(({ code }) => code === one.code)) return false;
  return one.action !== 'add' || !/^(?:Z7[1-9]|Z[89]|[V-Y])/.test(one.code);
}
