import { describe, expect, it } from 'vitest';
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
    for (const draft of drafts) {
      const query = { ...draft, indicators: draft.indicators.map(({ text }) => text) };
      expect(lintQuery(query).map(({ code, where }) => [code, marked(query, where)])).toEqual([]);
    }
  });
});

function marked(query: LintableQuery, { part, index, start, end }: Place): string {
  const text = index === undefined ? query[part] : query[part][index];
  return typeof text === 'string' ? text.slice(start, end) : part;
}
