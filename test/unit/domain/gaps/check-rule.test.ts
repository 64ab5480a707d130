import { describe, expect, it } from 'vitest';
import { applyThresholds, rulesOf } from '../../../../src/domain/gaps/apply-policy.ts';
import { CATALOGUE } from '../../../../src/domain/gaps/catalogue.ts';
import { checkRule } from '../../../../src/domain/gaps/check-rule.ts';
import { A1C } from '../../../../src/domain/gaps/measurements.ts';
import { ageBetween } from '../../../../src/domain/gaps/operators/age-between.ts';
import { all } from '../../../../src/domain/gaps/operators/all.ts';
import { latest } from '../../../../src/domain/gaps/operators/latest.ts';
import { noted } from '../../../../src/domain/gaps/operators/noted.ts';
import type { GapRule } from '../../../../src/domain/gaps/rule.ts';
import { DEFAULT_POLICY } from '../../../../src/domain/model/index.ts';

const RULE: GapRule = {
  id: 'site-a1c', version: '1.0.0', kind: 'care', audience: ['clinician'], order: 110, title: 'A1c above 8', topic: 'site-a1c', authority: ['Site committee (2026)'], rationale: 'Agreed.',
  appliesTo: ageBetween(18, 75), trigger: all(latest(A1C, 12).above(8)), met: noted('a plan', ['plan']),
  says: { open: 'No plan.', met: 'A plan.', outOfScope: 'Others.', notTriggered: 'Not above 8.' }, asks: null,
  thresholds: { a1c: { at: ['/trigger/of/0/test/value'], unit: '%', between: [7, 10] } },
};

function sentences(json: unknown): readonly string[] {
  const checked = checkRule(json);
  return 'errors' in checked ? checked.errors.map(({ at, says }) => `${at} ${says}`) : [];
}

describe('a rule as a site writes it', () => {
  it('is taken as it is when it is in order', () => {
    expect(checkRule(JSON.parse(JSON.stringify(RULE)))).toEqual({ rule: RULE });
  });

  it.each<[string, object, RegExp]>([
    ['an unknown operator', { trigger: { op: 'lastest', measurement: A1C, withinMonths: 12, test: { is: 'above', value: 8 } } }, /^\/trigger\/op "lastest" stands here; it must be one of .* Is latest meant\?$/],
    ['a field too many', { met: { ...RULE.met, wordz: [] } }, /^\/met "wordz" is not known here; .* Is words meant\?$/],
    ['a missing field', { appliesTo: { op: 'age-between', unit: 'years', atLeast: 18 } }, /^\/appliesTo "below" is missing\.$/],
    ['a text for a number', { trigger: all({ ...latest(A1C, 12).above(8), withinMonths: '12' as never }) }, /^\/trigger\/of\/0\/withinMonths "12" stands here; it must be a whole number/],
    ['no authority', { authority: [] }, /^\/authority The list must hold at least 1\.$/],
    ['an authority without a year', { authority: ['Committee'] }, /^\/authority\/0 "Committee" stands here; it must be an authority with its year\.$/],
    ['an id with blanks', { id: 'My rule' }, /^\/id .* kebab case/],
    ['a threshold that points nowhere', { thresholds: { a1c: { at: ['/trigger/of/3/test/value'], unit: '%', between: [7, 10] } } }, /^\/thresholds\/a1c There is no number at/],
    ['a threshold that its own rule breaks', { thresholds: { a1c: { at: ['/trigger/of/0/test/value'], unit: '%', between: [9, 10] } } }, /^\/thresholds\/a1c 8 at .* lies outside of 9 to 10\.$/],
    ['an audience that nobody is', { audience: ['nurse'] }, /^\/audience\/0 "nurse" stands here; it must be one of clinician/],
  ])('is refused with a sentence: %s', (_what, change, message) => {
    expect(sentences({ ...RULE, ...change })).toEqual([expect.stringMatching(message)]);
  });

  it('tells all faults at once, and never throws', () => {
    expect(sentences({ ...RULE, id: 3, order: -1, says: null }).length).toBe(3);
    for (const odd of [null, 3, 'rule', [], {}, { trigger: { op: 'all' } }, { asks: { options: [null] } }]) expect(sentences(odd).length).toBeGreaterThan(0);
    const deep = Array.from({ length: 5000 }).reduce<object>((inner) => ({ op: 'not', of: inner }), RULE.met);
    expect(sentences({ ...RULE, met: deep }).join()).toContain('nested too deep');
  });

  it('any single field taken away is told', () => {
    for (const field of Object.keys(RULE)) expect(sentences(Object.fromEntries(Object.entries(RULE).filter(([name]) => name !== field)))).toContain(` "${field}" is missing.`);
  });
});

describe('what a site changes of the catalogue', () => {
  it('a threshold is set wherever the rule holds it, and the rule that ships stays as it is', () => {
    expect(applyThresholds(RULE, { a1c: 9 }).trigger).toEqual(all(latest(A1C, 12).above(9)));
    expect(RULE.trigger).toEqual(all(latest(A1C, 12).above(8)));
    expect(() => applyThresholds(RULE, { a1c: 12 })).toThrow('must lie between 7 and 10 %');
    expect(() => applyThresholds(RULE, { bmi: 12 })).toThrow('no threshold "bmi"');
  });

  it('what must not be missed comes first, whoever wrote the rule', () => {
    const orders = rulesOf({ rules: { ...DEFAULT_POLICY.rules, add: [RULE] } }).map(({ order }) => order);
    expect(orders).toEqual(orders.toSorted((one, other) => one - other));
  });

  it('rules are switched off and added', () => {
    const [first] = CATALOGUE;
    const rules = rulesOf({ rules: { ...DEFAULT_POLICY.rules, off: [first?.id ?? ''], add: [RULE] } }).map(({ id }) => id);
    expect(rules.toSorted()).toEqual([...CATALOGUE.slice(1).map(({ id }) => id), 'site-a1c'].toSorted());
  });
});
