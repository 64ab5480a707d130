import { describe, expect, it } from 'vitest';
import type { ChartBuilder } from '../../../../support/chart.ts';
import type { Snapshot } from '../../../../../src/domain/gaps/index-chart.ts';
import { indexChart, notedValues } from '../../../../../src/domain/gaps/index-chart.ts';
import { A1C, CREATININE, EGFR, HEMOGLOBIN, SYSTOLIC } from '../../../../../src/domain/gaps/measurements.ts';
import { evaluateChange, change } from '../../../../../src/domain/gaps/operators/change.ts';
import { evaluateLatest, latest } from '../../../../../src/domain/gaps/operators/latest.ts';
import { evaluatePersistent, persistent } from '../../../../../src/domain/gaps/operators/persistent.ts';
import { chartedValues } from '../../../../../src/domain/gaps/operators/series.ts';
import { chart } from '../../../../support/chart.ts';

const snapshot = (built: ChartBuilder): Snapshot => indexChart(built.build(), built.findings());
const persists = persistent(EGFR, { withinMonths: 24, results: 2, apartDays: 90, unbroken: true }).below(60);

describe('what notes tell beside results', () => {
  it('is the newest where it is newer, and is cited with its sentence', () => {
    const { answer, evidence } = evaluateLatest(latest(A1C, 6).above(9), snapshot(chart().a1c(7.9, '2026-07-01').note('Diabetes: A1c today 9.8 %.')));
    expect(answer).toBe('yes');
    expect(evidence[0]).toMatchObject({ kind: 'quote', quote: 'Diabetes: A1c today 9.8 %.', marks: [{ start: 20, end: 23 }] });
  });

  it('is one with the result that it repeats', () => {
    const values = chartedValues(snapshot(chart().a1c(7.92, '2026-10-12').note('A1c 7.9 %.')), A1C, 24);
    expect(values.map(({ fact }) => fact?.source.reference)).toEqual(['Observation/o1']);
  });

  it('does not make one low filtration rate two by repeating it', () => {
    expect(evaluatePersistent(persists, snapshot(chart().egfr(48, '2026-06-01').note('CKD? eGFR 48.'))).answer).toBe('no');
  });

  it('makes a second one where it tells another day', () => {
    expect(evaluatePersistent(persists, snapshot(chart().egfr(48, '2026-10-01').note('eGFR 49 in March 2026.'))).answer).toBe('yes');
  });

  it('is told once, however many notes copy it', () => {
    const built = chart().note('Hgb 7.6', { date: '2026-10-19' }).note('Hgb 7.6', { date: '2026-10-20' }).note('Hgb 7.6');
    expect(chartedValues(snapshot(built), HEMOGLOBIN, 1)).toHaveLength(1);
  });

  it('counts each blood pressure of its own day', () => {
    expect(chartedValues(snapshot(chart().note('BP 148/92', { date: '2026-09-20' }).note('BP 148/92')), SYSTOLIC, 12)).toHaveLength(2);
  });

  it('answers for itself where laboratory results were denied', () => {
    const denied = chart().denied('Observation');
    expect(evaluateLatest(latest(A1C, 6).above(9), snapshot(denied.note('A1c today is 9.8 %.'))).answer).toBe('yes');
    expect(evaluateLatest(latest(A1C, 6).above(9), snapshot(denied.note('A1c in August was 9.8 %.'))).answer).toBe('cannot-tell');
  });

  it('decides nothing alone before the note is signed, and takes nothing from a result', () => {
    expect(evaluateLatest(latest(A1C, 6).above(9), snapshot(chart().note('A1c 9.8 %', { status: 'preliminary' }))).answer).toBe('cannot-tell');
    expect(evaluateLatest(latest(A1C, 6).above(9), snapshot(chart().a1c(9.4, '2026-10-12').note('A1c 6.1 %', { status: 'preliminary' }))).answer).toBe('yes');
  });

  it('leaves a baseline out of the results, and counts it where a change is asked for', () => {
    const built = snapshot(chart().setting('inpatient').note('AKI: Cr 2.1 (baseline 0.9).'));
    expect(chartedValues(built, CREATININE, null)).toHaveLength(1);
    expect(evaluateChange(change(CREATININE, 'rise', { times: 1.5, withinDays: 7 }), built).answer).toBe('yes');
    expect(evaluateChange(change(CREATININE, 'rise', { times: 1.5, withinDays: 7, baseline: false }), built).answer).toBe('no');
  });

  it('tells the fall of a course within a stay', () => {
    const built = snapshot(chart().setting('inpatient').note('Melena. Hgb 12.4 -> 7.6.'));
    expect(evaluateChange(change(HEMOGLOBIN, 'fall', { by: 2, withinDays: 7 }), built).answer).toBe('yes');
  });

  it('is listed for one note', () => {
    const [note] = snapshot(chart().note('Na 124. Hgb 7.6, was 9.8 in March.')).notes;
    expect(note && notedValues(note, HEMOGLOBIN).map(({ value }) => value)).toEqual([7.6, 9.8]);
  });

  it('tells nothing where it repeats a result that was entered in error', () => {
    const wrongTube = chart().result('718-7', 8.1, 'g/dL', '2026-10-21', 'laboratory', { status: 'entered-in-error' });
    expect(chartedValues(snapshot(wrongTube.note('First Hgb 8.1.')), HEMOGLOBIN, 1)).toEqual([]);
    expect(chartedValues(snapshot(wrongTube.note('Hgb 9.4.')), HEMOGLOBIN, 1)).toHaveLength(1);
  });
});
