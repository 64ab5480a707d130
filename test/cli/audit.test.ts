import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { entryLine } from '../../src/domain/audit/index.ts';
import type { ServerProfile, SignedHead } from '../../src/domain/model/index.ts';
import { planAnchor } from '../../src/domain/writeback/index.ts';
import { encode } from '../../src/fhir/encode/index.ts';
import { endOf, entriesFrom, exported, logKeeper } from '../support/audit-logs.ts';
import { complete, doctor, ENCOUNTER, epic, SIGNED_AT } from '../support/writing.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keeper = await logKeeper();
const entries = entriesFrom(20);
const lines = await exported(keeper, entries, [10]);
const intact = file('log.jsonl', `${lines.join('\n')}\n`);
const head = await keeper.sign(endOf(entries.slice(0, 15)));
const sooner = await keeper.sign(endOf(entries.slice(0, 5)));
const earlier = file('earlier.jsonl', `${(await exported(keeper, entries.slice(0, 15))).join('\n')}\n`);

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The resource that the app writes as anchor to this EHR. */
function anchorOn(profile: ServerProfile, of: SignedHead): object {
  const plan = planAnchor({ head: of, who: doctor, at: SIGNED_AT, patient: 'Patient/p1', encounter: { reference: ENCOUNTER, version: '1' }, profile });
  const encoding = encode(plan.steps[0]!);
  if (encoding.kind !== 'create') throw new Error('An anchor is a new resource.');
  return encoding.resource({ plan, profile, written: () => null });
}

describe('countersign audit verify', () => {
  it('says intact, with count, times and key, and exits with 0', async () => {
    expect(await run(['audit', 'verify', intact])).toEqual({
      code: 0, output: `intact: 20 entries from 2026-11-20T12:00:00Z to 2026-11-20T12:00:00Z, key ${keeper.header.thumbprint}\n`, errors: '', answers: [],
    });
  });

  it('names the first bad entry and how, and exits with 1', async () => {
    const edited = file('edited.jsonl', lines.join('\n').replace('"start":127', '"start":128'));
    expect(await run(['audit', 'verify', edited])).toMatchObject({ code: 1, output: 'Entry 8 (line 9) was edited.\n', errors: '' });
    const dropped = file('dropped.jsonl', lines.filter((line) => line !== entryLine(entries[4]!)).join('\n'));
    expect(await run(['audit', 'verify', dropped])).toMatchObject({ code: 1, output: 'Entry 5 was dropped (seen at line 6).\n' });
    const truncated = file('truncated.jsonl', [...lines.slice(0, 15), lines.at(-1)].join('\n'));
    expect(await run(['audit', 'verify', truncated])).toMatchObject({ code: 1, output: 'The log was truncated: entry 14 or a signed head over the end is missing (after line 16).\n' });
  });

  it('is not disturbed by what Windows does to a text file', async () => {
    expect(await run(['audit', 'verify', file('windows.jsonl', `\uFEFF${lines.join('\r\n')}\r\n`)])).toMatchObject({ code: 0 });
  });

  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'empty'],
    ['another file', 'id,name\n1,x\n', 'Line 1'],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x00, 0x0a), 'not UTF-8'],
    ['a gzip file', Uint8Array.of(0x1f, 0x8b, 0x08, 0x00), 'Take the file as it was exported'],
  ])('exits with 2 for %s, and says what to do', async (name, content, words) => {
    const { code, output, errors } = await run(['audit', 'verify', file(name.replaceAll(' ', '-'), content)]);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain(words);
  });

  it('exits with 2 for a call or a file that is wrong', async () => {
    expect(await run(['audit', 'verify', join(folder, 'none.jsonl')])).toMatchObject({ code: 2, errors: expect.stringContaining('Check its name') });
    expect(await run(['audit', 'verify', folder])).toMatchObject({ code: 2, errors: expect.stringContaining('cannot be read') });
    for (const call of [['audit'], ['audit', 'verify'], ['audit', 'check', intact], ['audit', 'verify', intact, intact], ['audit', 'verify', intact, '--fast']]) {
      expect(await run(call)).toMatchObject({ code: 2, errors: expect.stringContaining('countersign audit --help') });
    }
    expect(await run(['audit', '--help'])).toMatchObject({ code: 0, output: expect.stringContaining('--anchor') });
  });

  it('takes a line of a gigabyte without holding it', { timeout: 60_000 }, async () => {
    const path = join(folder, 'giant.jsonl');
    writeFileSync(path, `${lines[0]}\n`);
    /** Sparse: a hole of a gigabyte, which the disk does not hold. */
    truncateSync(path, 2 ** 30);
    const before = process.memoryUsage().rss;
    expect(await run(['audit', 'verify', path])).toMatchObject({ code: 2, errors: expect.stringContaining('Line 2 cannot be read. It is too long') });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    rmSync(path);
  });
});

describe('countersign audit verify --anchor', () => {
  const provenance = anchorOn(complete, head);
  const document = anchorOn(epic, head) as { readonly content: readonly [{ readonly attachment: { readonly data: string } }] };
  const text = Buffer.from(document.content[0].attachment.data, 'base64').toString('utf8');
  const rolledBack = file('rolled-back.jsonl', `${lines.slice(0, 12).join('\n')}\n`);

  const forms: readonly [string, string][] = [
    ['a signed head', JSON.stringify(head)],
    ['the Provenance in the EHR', JSON.stringify(provenance, null, 2)],
    ['a Bundle with several', JSON.stringify({ resourceType: 'Bundle', entry: [{ resource: anchorOn(complete, sooner) }, { resource: provenance }] })],
    ['the text of a Countersign record', text],
    ['that text, its lines broken by the EHR', text.replaceAll(/(.{60})/g, '$1\r\n')],
    ['the DocumentReference of one', JSON.stringify(document)],
    ['an older export', readFileSync(earlier, 'utf8')],
  ];

  it.each(forms)('takes %s', async (_name, content) => {
    const anchor = file('anchor', content);
    expect(await run(['audit', 'verify', intact, '--anchor', anchor])).toMatchObject({ code: 0, output: expect.stringContaining('holds what was anchored at entry 15') });
    expect(await run(['audit', 'verify', rolledBack])).toMatchObject({ code: 0 });
    expect(await run(['audit', 'verify', rolledBack, '--anchor', anchor])).toMatchObject({ code: 1, output: 'The log was rolled back: it is another one than was anchored at entry 15, or ends before it.\n' });
  });

  it('says when the anchor is of another log', async () => {
    const other = await logKeeper('0aa5c1de-7f5b-4b38-8d0c-1c2f6f0f7a55');
    const anchor = file('other.json', JSON.stringify(await other.sign(endOf(entries.slice(0, 5)))));
    expect(await run(['audit', 'verify', intact, '--anchor', anchor])).toMatchObject({ code: 1, output: expect.stringContaining('another log') });
  });

  it('exits with 2 where the anchor holds no head, or cannot be read', async () => {
    expect(await run(['audit', 'verify', intact, '--anchor', file('none.json', '{"resourceType":"Provenance"}')])).toMatchObject({ code: 2, errors: expect.stringContaining('no signed head') });
    expect(await run(['audit', 'verify', intact, '--anchor', file('deep.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)])).toMatchObject({ code: 2, errors: expect.stringContaining('no signed head') });
    expect(await run(['audit', 'verify', intact, '--anchor', join(folder, 'nothing')])).toMatchObject({ code: 2, errors: expect.stringContaining('anchor cannot be read') });
  });
});
