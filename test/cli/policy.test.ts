import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkedPolicy } from '../../src/cli/policy-option.ts';
import { POLICY_FIELDS } from '../../src/domain/policy/fields.ts';
import { run } from './run.ts';

const EXAMPLE = 'docs/examples/site-policy.example.json';

function file(name: string, content: unknown, folder = mkdtempSync(join(tmpdir(), 'policy-'))): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return join(folder, name);
}

/** A value set of this content, named by a policy. */
async function faultOf(valueSet: unknown): Promise<string> {
  const policy = file('site-policy.json', { valueSets: { mammography: 'codes.json' } });
  file('codes.json', valueSet, join(policy, '..'));
  return (await run(['policy', 'check', policy])).output;
}

describe('countersign policy check', () => {
  it('finds the example in order, which names every field and whose value set is read from beside it', async () => {
    expect(await run(['policy', 'check', EXAMPLE])).toMatchObject({ code: 0, output: 'in order\n' });
    const example = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as object;
    expect(Object.keys(example).filter((name) => name !== '$schema').toSorted()).toEqual(Object.keys(POLICY_FIELDS).toSorted());
    expect(await checkedPolicy(EXAMPLE)).toMatchObject({ ok: true, policy: { valueSets: { mammography: [{ code: 'MG-SCR-3D' }, { code: 'MG-SCR' }] } } });
  });

  it('tells every fault with its place, and ends with 1', async () => {
    const { code, output } = await run(['policy', 'check', file('p.json', { openCard: 3, confidence: { show: 2 }, valueSets: { mammography: '../secret.json' } })]);
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toEqual([
      expect.stringContaining('/valueSets/mammography: "../secret.json" stands here; it must be the name of a .json file beside the policy') as string,
      expect.stringContaining('Is openCards meant?') as string,
      '/confidence/show: 2 stands here; it must be a number from 0 to 1.',
    ]);
  });

  it.each([
    ['no JSON', '{', 'codes.json is no JSON object'],
    ['another resource', { resourceType: 'Patient' }, 'A Patient stands here; it must be a FHIR ValueSet'],
    ['a value set by filter', { resourceType: 'ValueSet', url: 'https://x.example/vs', compose: { include: [{ system: 'https://x.example', filter: [{ property: 'p', op: '=', value: 'v' }] }] } }, 'The value set has no codes: it is defined by a filter'],
  ])('tells what is wrong with a value set: %s', async (_what, content, says) => {
    expect(await faultOf(content)).toContain(says);
  });

  it('takes the codes of an expansion', async () => {
    expect(await faultOf({ resourceType: 'ValueSet', expansion: { contains: [{ system: 'https://x.example', code: 'a' }] } })).toBe('in order\n');
  });

  it('says so where the file is no JSON or is not there', async () => {
    expect((await run(['policy', 'check', file('p.json', '{,}')])).output).toContain('The file is no JSON');
    expect((await run(['policy', 'check', 'no-such-file.json'])).code).toBe(2);
    expect((await run(['policy'])).code).toBe(2);
  });
});

describe('countersign encounter --policy', () => {
  it('never goes on with the default where the file is broken', async () => {
    const { code, errors } = await run(['encounter', '--policy', file('p.json', { openCard: 3 })]);
    expect([code, errors]).toEqual([2, expect.stringContaining('Is openCards meant?')]);
  });
});
