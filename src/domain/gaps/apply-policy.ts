import type { Policy } from '../model/index.ts';
import type { GapRule } from './rule.ts';
import { CATALOGUE } from './catalogue.ts';

const KEPT = new WeakMap<Policy['rules'], readonly GapRule[]>();

/** The catalogue as the site wants it: without what is off, with its thresholds, and its own rules after those that ship. */
export function rulesOf({ rules: site }: Pick<Policy, 'rules'>, catalogue: readonly GapRule[] = CATALOGUE): readonly GapRule[] {
  if (catalogue !== CATALOGUE) return applied(site, catalogue);
  const known = KEPT.get(site);
  if (known) return known;
  const made = applied(site, catalogue);
  KEPT.set(site, made);
  return made;
}

function applied({ off, thresholds, add }: Policy['rules'], catalogue: readonly GapRule[]): readonly GapRule[] {
  return [...catalogue, ...add].filter(({ id }) => !off.includes(id)).map((rule) => applyThresholds(rule, thresholds[rule.id] ?? {}));
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
    for (const pointer of threshold.at) set(copy, pointer, value);
  }
  return copy;
}

/** A rule is plain data. */
function structuredCloneOf(rule: GapRule): GapRule {
  return JSON.parse(JSON.stringify(rule)) as GapRule;
}

/** What a JSON pointer (RFC 6901) names; undefined where it names nothing. */
export function valueAt(root: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>((value, step) => (isContainer(value) ? value[step] : undefined), root);
}

function set(root: unknown, pointer: string, value: number): void {
  const steps = stepsOf(pointer);
  const last = steps.at(-1) ?? '';
  const parent = steps.slice(0, -1).reduce<unknown>((inner, step) => (isContainer(inner) ? inner[step] : undefined), root);
  if (!isContainer(parent) || typeof parent[last] !== 'number') throw new RangeError(`There is no number at ${pointer}.`);
  parent[last] = value;
}

function stepsOf(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
