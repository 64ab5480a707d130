import type { Policy } from '../model/index.ts';
import type { GapRule } from './rule.ts';
import { CATALOGUE } from './catalogue.ts';
import { setAt } from './pointer.ts';

const KEPT = new WeakMap<Policy['rules'], readonly GapRule[]>();

/** The catalogue as the site wants it: without what is off, with its thresholds and its own rules; what must not be missed comes first (`order`). */
export function rulesOf({ rules: site }: Pick<Policy, 'rules'>, catalogue: readonly GapRule[] = CATALOGUE): readonly GapRule[] {
  if (catalogue !== CATALOGUE) return applied(site, catalogue);
  const known = KEPT.get(site);
  if (known) return known;
  const made = applied(site, catalogue);
  KEPT.set(site, made);
  return made;
}

function applied({ off, thresholds, add }: Policy['rules'], catalogue: readonly GapRule[]): readonly GapRule[] {
  return [...catalogue, ...add].filter(({ id }) => !off.includes(id)).map((rule) => applyThresholds(rule, thresholds[rule.id] ?? {})).toSorted((one, other) => one.order - other.order);
}

/**
 * The same rule with other numbers, at every place that its `thresholds` name.
 * @throws RangeError when the rule has no such threshold, or does not allow the value: a policy is checked before it is used
 */
export function applyThresholds(rule: GapRule, values: Readonly<Record<string, number>>): GapRule {
  const entries = Object.entries(values);
  if (entries.length === 0) return rule;
  const copy = structuredCloneOf(rule);
  for (const [name, value] of entries) {
    const threshold = rule.thresholds[name];
    if (!threshold) throw new RangeError(`${rule.id} has no threshold "${name}".`);
    const [least, most] = threshold.between;
    if (!(value >= least && value <= most)) throw new RangeError(`${rule.id}: "${name}" must lie between ${least} and ${most} ${threshold.unit}.`);
    for (const pointer of threshold.at) setAt(copy, pointer, value);
  }
  return copy;
}

/** A rule is plain data. */
function structuredCloneOf(rule: GapRule): GapRule {
  return JSON.parse(JSON.stringify(rule)) as GapRule;
}
