import { describe, expect, it } from 'vitest';
import { checkRule } from '../../src/domain/gaps/check-rule.ts';
import { CATALOGUE } from '../../src/domain/gaps/catalogue.ts';
import { run } from './run.ts';

describe('countersign gaps', () => {
  it('--rules prints who each rule is for, when it fires, what meets it and who says so', async () => {
    const { code, output } = await run(['gaps', '--rules']);
    expect(code).toBe(0);
    for (const { id, title } of CATALOGUE) expect(output).toContain(`# ${title}\n\`${id}\``);
    expect(output).toMatch(/## Who\n- /);
  });

  it('--rules --json prints rules that a site could add as they are', async () => {
    const { output } = await run(['gaps', '--rules', '--json']);
    const rules = output.trim().split('\n').map((line) => JSON.parse(line) as { readonly id: string });
    expect(rules.map(({ id }) => id)).toEqual(CATALOGUE.map(({ id }) => id));
    expect(rules.flatMap((rule) => ('errors' in checkRule(rule) ? [rule.id] : []))).toEqual([]);
  });

  it('without --rules says what there is', async () => {
    expect((await run(['gaps'])).code).toBe(2);
    expect((await run(['gaps', '--help'])).output).toContain('--rules');
  });
});
