import type { Plugin } from 'vite';
import { guidelineRules } from '../../src/domain/coding/rule-ids.ts';
import { CATALOGUE } from '../../src/domain/gaps/catalogue.ts';
import { knownRules } from '../../src/domain/policy/known-rules.ts';

/** `import known from 'virtual:known-rules'`: what a policy may name, so that the page checks one without the rules themselves. */
export function knownRulesPlugin(): Plugin {
  const id = 'virtual:known-rules';
  return {
    name: 'countersign-known-rules',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) => (source === `\0${id}` ? `export default JSON.parse(${JSON.stringify(JSON.stringify(knownRules(CATALOGUE, guidelineRules())))})` : null),
  };
}
