import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guidelineRules } from '../../src/domain/coding/rule-ids.ts';
import { CATALOGUE } from '../../src/domain/gaps/catalogue.ts';
import { rulesOf } from '../../src/domain/gaps/apply-policy.ts';
import { checkPolicy } from '../../src/domain/policy/check-policy.ts';
import { POLICY_FIELDS } from '../../src/domain/policy/fields.ts';
import { knownRules } from '../../src/domain/policy/known-rules.ts';

const known = knownRules(CATALOGUE, guidelineRules());
const names = [...Object.keys(POLICY_FIELDS), 'constructor', '__proto__', 'toString'];
const rules = fc.record({
  off: fc.array(fc.constantFrom('constructor', 'a1c-due', 'q')),
  thresholds: fc.dictionary(fc.constantFrom('constructor', 'toString', 'a1c-due'), fc.dictionary(fc.constantFrom('length', 'months', '__proto__'), fc.integer({ min: 0, max: 20 }))),
}, { requiredKeys: [] });

it('whatever a policy file holds, it is refused in words or its rules can be used', () => {
  fc.assert(fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 3 })), fc.option(rules), (file, own) => {
    const checked = checkPolicy(own === null ? file : { ...file, rules: own }, known);
    if (checked.ok) expect(rulesOf(checked.policy).length).toBeGreaterThan(0);
    else for (const { says } of checked.faults) expect(says).toMatch(/\.$|\?$/);
  }), { numRuns: 500 });
});
