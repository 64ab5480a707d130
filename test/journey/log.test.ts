import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentReference, Provenance } from 'fhir/r4';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { EhrProfile } from '../../src/sandbox/contract.ts';
import { run } from '../cli/run.ts';
import { accept, card, changed, countersign, ending, openReview, openWorld, reject, textIn, type World } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-journey-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a person did is saved from the app's details, and anybody checks it on the command line, against the anchor that the EHR keeps. */
describe.each<[EhrProfile, string]>([['generic', 'a Provenance'], ['epic', 'a filed note']])('on %s, where the anchor is %s', (ehrProfile) => {
  let world: World;
  let log: string;
  beforeAll(async () => {
    world = await openWorld({ ehrProfile });
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await card(page, 'J18.9').getByRole('button', { name: /^Open the/ }).first().click();
    await page.getByRole('button', { name: 'Back to review' }).click();
    await accept(page, 'J18.9');
    await reject(page, 'E11.9', 'Other', 'Spoke with her mother, Ms. Lindholm senior');
    await countersign(page, ['J18.9', 'E11.9']);
    await ending(page);
    await page.getByRole('button', { name: 'Back to review' }).click();
    await vi.waitUntil(() => anchors().length > 0, 10_000);
    log = await savedLog(page);
  });
  afterAll(() => world.close());

  test('the saved log is intact, and continues what the EHR\'s anchor says', async () => {
    expect(await verify(log)).toMatchObject({ code: 0, output: expect.stringMatching(/^intact: \d+ entries/) as string });
    expect(await verify(log, anchors()[0])).toMatchObject({ code: 0, output: expect.stringMatching(/^intact/) as string });
    const kinds = log.split('\n').flatMap((line) => (line.startsWith('{"entry"') ? [(JSON.parse(line) as { entry: { event: { kind: string } } }).entry.event.kind] : []));
    expect(kinds).toEqual(expect.arrayContaining(['review-opened', 'suggestion-shown', 'evidence-opened', 'decided', 'attested', 'write']));
  });

  test('one changed byte is found, wherever it is', async () => {
    const lines = log.trimEnd().split('\n');
    for (const line of [0, 1, Math.floor(lines.length / 2), lines.length - 2, lines.length - 1]) {
      const text = lines[line] ?? '';
      const at = text.lastIndexOf('"hash":"') > 0 ? text.lastIndexOf('"hash":"') + 12 : text.indexOf('"log":"') + 12;
      const other = text[at] === 'a' ? 'b' : 'a';
      const edited = lines.with(line, `${text.slice(0, at)}${other}${text.slice(at + 1)}`).join('\n');
      expect([line, (await verify(edited)).code]).toEqual([line, 1]);
    }
  });

  test('a log that was rolled back behind the anchor is not', async () => {
    const lines = log.trimEnd().split('\n');
    const firstHead = lines.findIndex((line) => line.startsWith('{"head"'));
    const rolledBack = lines.slice(0, firstHead - 3).join('\n');
    expect(await verify(rolledBack, anchors()[0])).toMatchObject({ code: 1 });
  });

  test('it holds no word of the record, no name, and nothing of the reason that was typed', () => {
    expect(log.match(/Lindholm|Adaeze|Pneumonia,|ruled out|mellitus|mother|senior/i)).toBeNull();
  });

  /** As the EHR gives them out. */
  function anchors(): readonly string[] {
    const provenances = changed<Provenance>(world, 'Provenance').filter((each) => JSON.stringify(each).includes('StructureDefinition/log-anchor'));
    const notes = changed<DocumentReference>(world, 'DocumentReference').filter((each) => textIn(each).startsWith('Countersign record: head of the review log'));
    return [...provenances, ...notes].map((each) => JSON.stringify(each));
  }
});

async function savedLog(page: Page): Promise<string> {
  await page.getByRole('button', { name: /notes? read/ }).click();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the log of this device' }).click()]);
  return readFileSync(await saved.path(), 'utf8');
}

async function verify(log: string, anchor?: string): ReturnType<typeof run> {
  const file = join(folder, 'log.jsonl');
  writeFileSync(file, log);
  if (anchor === undefined) return run(['audit', 'verify', file]);
  const kept = join(folder, 'anchor.json');
  writeFileSync(kept, anchor);
  return run(['audit', 'verify', file, '--anchor', kept]);
}
