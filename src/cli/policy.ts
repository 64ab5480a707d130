import { faultLines } from '../app/site-policy.ts';
import { UsageError, type Command } from './command.ts';
import { checkedPolicy } from './policy-option.ts';

export const policyCommand: Command = {
  name: 'policy',
  summary: 'checks a site\'s policy file',
  help: `
countersign policy check FILE

Prints "in order", or everything that is wrong with the file, one fault a line with its place; then the exit code is 1.
Value sets that it names are read from beside it. docs/site-policy.md tells every field.`,
  async run([verb, file, ...more], { output }) {
    if (verb !== 'check' || file === undefined || more.length > 0) throw new UsageError('Say which file: countersign policy check FILE');
    const checked = await checkedPolicy(file);
    output.write(checked.ok ? 'in order\n' : faultLines(checked.faults).map((line) => `${line}\n`).join(''));
    return checked.ok ? 0 : 1;
  },
};
