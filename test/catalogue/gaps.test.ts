import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Chart, Evidence, GapFinding, GapOutcome } from '../../src/domain/model/index.ts';
import type { RuleCases } from '../support/cases.ts';
import { OUTCOMES } from '../support/cases.ts';
import { contextOf } from '../../src/app/note-context.ts';
import { analyzeNote } from '../../src/domain/engine.ts';
import { CATALOGUE } from '../../src/domain/gaps/catalogue.ts';
import { checkRule } from '../../src/domain/gaps/check-rule.ts';
import { findGaps } from '../../src/domain/gaps/find-gaps.ts';
import { indexChart } from '../../src/domain/gaps/index-chart.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import { loadKnowledge } from '../../src/knowledge/node/index.ts';
import { rulePages } from '../../scripts/rule-pages.ts';

const GAPS = new URL('../../src/domain/gaps/', import.meta.url);
const TOPICS = readFileSync(new URL('topics.txt', import.meta.url), 'utf8').trim().split('\n');

const knowledge = await loadKnowledge();
const folders = readdirSync(GAPS, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/rule.ts`, GAPS))).map((entry) => entry.name);
const casesOf = new Map<string, RuleCases>();
for (const { id } of CATALOGUE) {
  const module = (await import(new URL(`${id}/cases.ts`, GAPS).href)) as { default: RuleCases };
  casesOf.set(id, module.default);
}

it('every folder is a rule of the catalogue, and every rule has a folder', () => {
  expect(CATALOGUE.map((rule) => rule.id)).toEqual(folders.toSorted());
});

describe.each([...CATALOGUE])('$id', (rule) => {
  const groups = casesOf.get(rule.id);
  if (!groups) throw new Error(`${rule.id} has no cases.`);

  it('brings its decoys: four that fire, four look-alikes', () => {
    expect(Object.keys(groups.open).length).toBeGreaterThanOrEqual(4);
    const lookAlikes = [groups.met, groups.notApplicable, groups.cannotTell].map((group) => Object.keys(group).length);
    expect(lookAlikes.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(4);
    expect(Object.keys(groups.met).length).toBeGreaterThan(0);
    expect(Object.keys(groups.notApplicable).length).toBeGreaterThan(0);
  });

  it('has a topic: one that queries are scored by, or, of care, its own', () => {
    expect(rule.kind === 'care' ? [rule.id] : TOPICS).toContain(rule.topic);
  });

  it('is plain data, in order, that a site could have written', () => {
    const checked = checkRule(JSON.parse(JSON.stringify(rule)));
    expect('errors' in checked ? checked.errors : []).toEqual([]);
    expect(JSON.parse(JSON.stringify(rule))).toEqual(rule);
  });

  for (const [group, outcome] of Object.entries(OUTCOMES) as [keyof RuleCases, GapOutcome][]) {
    it.each(Object.entries(groups[group]))(`${outcome}: %s`, (_name, chart) => {
      const built = chart.build();
      const snapshot = indexChart(built, built.notes.map((note) => analyzeNote(note, contextOf(built, note), knowledge)));
      const [found] = findGaps(snapshot, DEFAULT_POLICY, [rule]);
      expect(found).toMatchObject({ rule: rule.id, outcome, why: expect.stringMatching(/\.$/) });
      expect(found?.evidence.length).toBeGreaterThan(outcome === 'cannot-tell' ? -1 : 0);
      expect(quotesThatMoved(found, snapshot.chart)).toEqual([]);
      const [asJson] = findGaps(snapshot, DEFAULT_POLICY, [JSON.parse(JSON.stringify(rule)) as typeof rule]);
      expect(asJson).toEqual(found);
    });
  }
});

it('the generated pages are current (else: npm run docs)', async () => {
  const pages = await rulePages();
  const stale = [...pages].filter(([path, text]) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8') !== text).map(([path]) => path);
  expect(stale).toEqual([]);
});

function quotesThatMoved(found: GapFinding | undefined, { notes }: Chart): readonly Evidence[] {
  return (found?.evidence ?? []).filter((evidence) => evidence.kind === 'quote'
    && notes.find((note) => note.id === evidence.note)?.text.slice(evidence.start, evidence.end) !== evidence.quote);
}
