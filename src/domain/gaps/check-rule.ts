import type { GapRule } from './rule.ts';
import { valueAt } from './pointer.ts';
import { AUDIENCES } from './rule.ts';
import { choice, listOf, mapOf, number, orNull, record, text, whole, type Check, type Fault } from './schema/check.ts';
import { expression, measurement } from './schema/expression.ts';

/** A rule, or everything that is wrong with it at once: each with a JSON pointer and a sentence for the person who wrote it. */
export function checkRule(json: unknown): { readonly rule: GapRule } | { readonly errors: readonly Fault[] } {
  const faults = RULE(json, '');
  const errors = faults.length > 0 ? faults : consistencyOf(json as GapRule);
  return errors.length > 0 ? { errors } : { rule: json as GapRule };
}

const option: Check = (value, at) => {
  const from = choice('text', 'when', 'bands')((value as { readonly from?: unknown } | null)?.from, `${at}/from`);
  if (from.length > 0) return from;
  return OPTIONS[(value as { readonly from: keyof typeof OPTIONS }).from](value, at);
};

const OPTIONS: Record<'text' | 'when' | 'bands', Check> = {
  text: record({ from: text, option: text }),
  when: record({ from: text, holds: expression, options: listOf(text, 1) }),
  bands: record({ from: text, measurement, of: choice('newest', 'each'), bands: listOf(record({ atLeast: number, below: number, options: listOf(text) }), 1) }),
};

const RULE = record({
  id: matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'in kebab case: "foot-exam-due"'),
  version: matching(/^\d+\.\d+\.\d+$/, 'a semantic version: "1.0.0"'),
  kind: choice('documentation', 'care'),
  audience: listOf(choice(...AUDIENCES), 1),
  order: whole,
  title: text,
  topic: text,
  authority: listOf(matching(/\b(?:19|20)\d{2}\b/, 'an authority with its year'), 1),
  rationale: text,
  appliesTo: expression,
  trigger: expression,
  met: expression,
  says: record({ open: text, met: text, outOfScope: text, notTriggered: text }),
  asks: orNull(record({ title: text, question: text, options: listOf(option) })),
  thresholds: mapOf(record({ at: listOf(text, 1), unit: text, between: listOf(number, 2) })),
});

function matching(pattern: RegExp, what: string): Check {
  return (value, at) => (typeof value === 'string' && pattern.test(value) ? [] : [{ at, says: `${JSON.stringify(value)} stands here; it must be ${what}.` }]);
}

/** What single fields cannot tell: a threshold must point to numbers that it allows. */
function consistencyOf(rule: GapRule): readonly Fault[] {
  return Object.entries(rule.thresholds).flatMap(([name, { at: pointers, between: [least, most] }]) => pointers.flatMap((pointer): readonly Fault[] => {
    const at = `/thresholds/${name}`;
    const value = valueAt(rule, pointer);
    if (typeof value !== 'number') return [{ at, says: `There is no number at ${pointer}.` }];
    return value >= least && value <= most ? [] : [{ at, says: `${value} at ${pointer} lies outside of ${least} to ${most}.` }];
  }));
}
