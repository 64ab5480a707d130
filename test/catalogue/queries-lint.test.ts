import { describe, expect, it } from 'vitest';
import type { Chart, QueryDraft } from '../../src/domain/model/index.ts';
import type { RuleCases } from '../support/cases.ts';
import { contextOf } from '../../src/app/note-context.ts';
import { analyzeNote } from '../../src/domain/engine.ts';
import { CATALOGUE } from '../../src/domain/gaps/catalogue.ts';
import { findGaps } from '../../src/domain/gaps/find-gaps.ts';
import { indexChart } from '../../src/domain/gaps/index-chart.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import { draftQueries } from '../../src/domain/queries/draft.ts';
import { lintQuery } from '../../src/domain/queries/lint/lint.ts';
import type { LintableQuery, Place } from '../../src/domain/queries/lint/types.ts';
import { loadKnowledge } from '../../src/knowledge/node/index.ts';

const knowledge = await loadKnowledge();

/** AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022 update): what we draft ourselves passes what we ask of others. */
describe.each(CATALOGUE.filter(({ kind }) => kind === 'documentation'))('queries drafted for $id', async (rule) => {
  const cases = (await import(new URL(`../../src/domain/gaps/${rule.id}/cases.ts`, import.meta.url).href)) as { default: RuleCases };

  it.each(Object.entries(cases.default.open))('%s', (_name, chart) => {
    const built = chart.build();
    const snapshot = indexChart(built, built.notes.map((note) => analyzeNote(note, contextOf(built, note), knowledge)));
    const drafts = draftQueries(findGaps(snapshot, DEFAULT_POLICY, [rule]), snapshot, DEFAULT_POLICY);
    expect(drafts.length).toBe(rule.asks === null ? 0 : 1);
    for (const draft of drafts) {
      isWellFormed(draft);
      standsInRecord(draft, built);
      const query = { ...draft, indicators: draft.indicators.map(({ text }) => text) };
      expect(lintQuery(query).map(({ code, where }) => [code, marked(query, where)])).toEqual([]);
    }
  });
});

function isWellFormed({ options, format, indicators }: QueryDraft): void {
  expect(new Set(options).size).toBe(options.length);
  expect(indicators.length).toBeGreaterThan(0);
  if (format === 'open') {
    expect(options).toEqual([]);
    return;
  }
  expect(options.slice(-2)).toEqual(['Other (please specify)', 'Unable to determine']);
  expect(options.length).toBeGreaterThanOrEqual(4);
}

/** Every indicator is dated, and comes from a note or a chart entry of this record. */
function standsInRecord({ indicators }: QueryDraft, { observations, conditions, medications, claims, procedures, notes }: Chart): void {
  const record = new Set([...observations, ...conditions, ...medications, ...claims, ...procedures].map(({ source }) => source.reference));
  const written = new Set(notes.map(({ document }) => document.reference));
  for (const { text, evidence } of indicators) {
    expect(text).toMatch(/ on \d{4}-\d{2}-\d{2}/);
    if (evidence.kind === 'quote') expect(written).toContain(evidence.document);
    else expect(record).toContain(evidence.kind === 'fact' ? evidence.resource : null);
  }
}

function marked(query: LintableQuery, { part, index, start, end }: Place): string {
  const text = index === undefined ? query[part] : query[part][index];
  return typeof text === 'string' ? text.slice(start, end) : part;
}
