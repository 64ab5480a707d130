import type { GapRule, Threshold } from '../gaps/rule.ts';

/** What a policy may name: little enough to come with the page, where the rules themselves do not. */
export interface KnownRules {
  /** Rules of gaps, with the thresholds that each lets a site set. */
  readonly gaps: Readonly<Record<string, Readonly<Record<string, Pick<Threshold, 'between' | 'unit'>>>>>;
  /** Rules of the coding guidelines. */
  readonly guidelines: readonly string[];
  /** What a value set widens. */
  readonly widened: readonly string[];
}

export function knownRules(rules: readonly GapRule[], guidelines: readonly string[]): KnownRules {
  return {
    gaps: Object.fromEntries(rules.map(({ id, thresholds }) => [id, Object.fromEntries(Object.entries(thresholds).map(([name, { between, unit }]) => [name, { between, unit }]))])),
    guidelines,
    widened: widenedBy(rules),
  };
}

/** Names of what was done or given, as the rules say them. */
export function widenedBy(rules: readonly GapRule[]): readonly string[] {
  const names = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { op, name } = value as { readonly op?: unknown; readonly name?: unknown };
    if ((op === 'done' || op === 'doses') && typeof name === 'string') names.add(name);
    for (const inner of Object.values(value)) look(inner);
  };
  look(rules.map(({ appliesTo, trigger, met }) => [appliesTo, trigger, met]));
  return [...names].toSorted();
}
