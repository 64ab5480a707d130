import type { GapRule } from '../domain/gaps/rule.ts';
import { CATALOGUE } from '../domain/gaps/catalogue.ts';
import { UsageError, type Command } from './command.ts';
import { readOptions } from './options.ts';
import { ruleSections, ruleTable } from './rule-catalogue.ts';

export const gaps: Command = {
  name: 'gaps',
  summary: 'the rules by which gaps of care and documentation are found',
  help: `
countersign gaps --rules [--json]

Prints every rule that ships: who it is for, when it fires, what meets it, what it asks, who says so. Markdown.
  --json   the rules as JSON, one a line: as a site adds its own ("rules.add" of its policy)
The gaps of an encounter are printed by: countersign encounter`,
  async run(args, { output }) {
    const options = readOptions(args, { rules: { type: 'boolean' }, json: { type: 'boolean' } });
    if (!options.rules) throw new UsageError('Say --rules: there is nothing else to print.');
    output.write(options.json ? CATALOGUE.map((rule) => `${JSON.stringify(rule)}\n`).join('') : catalogue(CATALOGUE));
    return 0;
  },
};

function catalogue(rules: readonly GapRule[]): string {
  const pages = rules.map((rule) => `# ${rule.title}\n\`${rule.id}\` · version ${rule.version} · ${rule.kind} gap\n\n${rule.rationale}\n\n${ruleSections(rule)}`);
  return `${ruleTable(rules, ({ id }) => `\`${id}\``)}\n\n${pages.join('\n')}`;
}
