import type { GapRule, OptionSource } from '../gaps/rule.ts';
import type { Policy, QuestionTemplate } from '../model/index.ts';
import { rulesOf } from '../gaps/apply-policy.ts';
import { CATALOGUE } from '../gaps/catalogue.ts';

/**
 * A question to begin with for each clinical picture of the catalogue, as the site has it: the rules' own words, so that nothing is written
 * twice. All their options, since here a person picks the indicators; the linter then tells which of them these do not support.
 */
export function templatesOf(policy: Policy, rules: readonly GapRule[] = CATALOGUE): readonly QuestionTemplate[] {
  return rulesOf(policy, rules).flatMap(({ id, kind, topic, asks }) => {
    if (kind !== 'documentation' || asks === null) return [];
    return [{ rule: id, topic, title: asks.title, question: asks.question, options: [...new Set(asks.options.flatMap(offered))] }];
  });
}

function offered(source: OptionSource): readonly string[] {
  switch (source.from) {
    case 'text': return [source.option];
    case 'when': return source.options;
    case 'bands': return source.bands.flatMap(({ options }) => options);
  }
}
