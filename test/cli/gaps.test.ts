import { spawn } from 'node:child_process';
import { once } from 'node:events';
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

  it('a reader that closes the pipe early is no failure', async () => {
    const child = spawn(process.execPath, ['bin/countersign.mjs', 'gaps', '--rules'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString(); });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await once(child, 'close')) as [number | null];
    expect({ code, errors: errors.replace(/^.*ExperimentalWarning[^]*$/m, '') }).toEqual({ code: 0, errors: '' });
  });
});
