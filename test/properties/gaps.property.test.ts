import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart, GapFinding, NoteFindings, ResourceKind } from '../../src/domain/model/index.ts';
import type { ChartBuilder } from '../support/chart.ts';
import { findGaps } from '../../src/domain/gaps/find-gaps.ts';
import { indexChart } from '../../src/domain/gaps/index-chart.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import { draftQueries } from '../../src/domain/queries/draft.ts';
import { chart } from '../support/chart.ts';

type Step = (from: ChartBuilder) => ChartBuilder;

const day = fc.integer({ min: 0, max: 900 }).map((back) => new Date(Date.UTC(2026, 9, 21) - back * 86_400_000).toISOString().slice(0, 10));
const unit = (...units: string[]): fc.Arbitrary<string> => fc.constantFrom(...units);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.integer({ min: 180, max: 480 }), day, unit('kg/m2', 'kg/m²', 'points')).map(([v, d, u]): Step => (from) => from.bmi(v / 10, d, u)),
  fc.tuple(fc.integer({ min: 90, max: 400 }), day, unit('lbs', '[lb_av]', 'kg')).map(([v, d, u]): Step => (from) => from.weight(v, u, d)),
  fc.tuple(fc.integer({ min: 55, max: 80 }), day, unit('in', '[in_i]')).map(([v, d, u]): Step => (from) => from.height(v, u, d)),
  fc.tuple(fc.integer({ min: 50, max: 120 }), day, unit('%', 'mmol/mol')).map(([v, d, u]): Step => (from) => from.a1c(u === '%' ? v / 10 : v, d, u)),
  fc.tuple(fc.integer({ min: 8, max: 100 }), day, unit('mL/min/{1.73_m2}', 'mL/min/1.73m2', 'mL/min')).map(([v, d, u]): Step => (from) => from.egfr(v, d, u)),
  fc.tuple(fc.integer({ min: 110, max: 170 }), fc.integer({ min: 60, max: 100 }), day, fc.constantFrom('office' as const, 'ed' as const, undefined))
    .map(([s, d, on, at]): Step => (from) => from.bp(s, d, on, at ? { at } : {})),
  fc.constantFrom('E66.9', 'E11.9', 'I10', 'N18.31', 'Z34.90', 'R73.03', 'J45.909').map((code): Step => (from) => from.problem(code)),
  fc.constantFrom('metformin 500 MG', 'lisinopril 10 MG').map((text): Step => (from) => from.medication(text)),
  fc.constantFrom('Plan: increase metformin.', 'Knee better.').map((text): Step => (from) => from.note(text)),
);
const charts = fc.tuple(fc.integer({ min: 10, max: 90 }), fc.array(step, { maxLength: 14 }))
  .map(([age, steps]) => steps.reduce((from, next) => next(from), chart().age(age)));

function gapsOf(from: Chart, findings: readonly NoteFindings[]): readonly GapFinding[] {
  return findGaps(indexChart(from, findings), DEFAULT_POLICY);
}

function open(gaps: readonly GapFinding[]): ReadonlySet<string> {
  return new Set(gaps.filter((gap) => gap.outcome === 'open').map((gap) => gap.rule));
}

describe('gap rules over any chart', () => {
  it('the order in which a server sends results changes nothing', () => {
    fc.assert(fc.property(charts, (from) => {
      const built = from.build();
      expect(gapsOf({ ...built, observations: built.observations.toReversed() }, from.findings())).toEqual(gapsOf(built, from.findings()));
    }));
  });

  it('what was not read never opens a gap', () => {
    const kinds = fc.constantFrom<ResourceKind>('Observation', 'Condition', 'DocumentReference', 'MedicationRequest');
    const how = fc.constantFrom('denied' as const, 'failed' as const, 'partial' as const);
    fc.assert(fc.property(charts, kinds, how, (from, kind, status) => {
      const before = open(gapsOf(from.build(), from.findings()));
      const after = open(gapsOf(from[status](kind).build(), from.findings()));
      expect([...after].filter((rule) => !before.has(rule))).toEqual([]);
    }));
  });

  it('with diagnoses or notes unread, no documentation is called missing', () => {
    fc.assert(fc.property(charts, fc.constantFrom<ResourceKind>('Condition', 'DocumentReference'), (from, kind) => {
      const documented = gapsOf(from.denied(kind).build(), from.findings());
      expect(documented.filter((gap) => gap.kind === 'documentation' && gap.outcome === 'open' && gap.rule !== 'a1c-above-9-no-plan')).toEqual([]);
    }));
  });

  it('results of after the visit change nothing', () => {
    fc.assert(fc.property(charts, (from) => {
      const later = from.bmi(44, '2026-10-22').a1c(11, '2026-12-01').egfr(20, '2027-03-01').bp(180, 110, '2026-11-05');
      expect(gapsOf(later.build(), later.findings())).toEqual(gapsOf(from.build(), from.findings()));
    }));
  });

  it('every query stands on dated facts of this chart and leaves the answer open', () => {
    fc.assert(fc.property(charts, (from) => {
      const snapshot = indexChart(from.build(), from.findings());
      const gaps = findGaps(snapshot, DEFAULT_POLICY);
      const queries = draftQueries(gaps, snapshot, DEFAULT_POLICY);
      expect(new Set(queries.map((query) => query.rule))).toEqual(open(gaps.filter(({ kind }) => kind === 'documentation')));
      for (const query of queries) {
        expect(query.options.slice(-2)).toEqual(['Other (please specify)', 'Unable to determine']);
        expect(query.options.length).toBeGreaterThan(3);
        expect(query.indicators.length).toBeGreaterThan(0);
        expect(query.indicators.every((indicator) => / on \d{4}-\d{2}-\d{2}/.test(indicator.text))).toBe(true);
      }
    }));
  });
});
