import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogHeader } from '../../../src/domain/audit/index.ts';
import type { AuditEntry, SignedHead } from '../../../src/domain/model/index.ts';
import { ABOUT, collect, NOW, OPENED, profile, type Profile } from './support.ts';

let browser: Profile;
beforeEach(() => { browser = profile(); });
afterEach(() => browser.close());

const lines = async (items: AsyncIterable<string>): Promise<readonly { log?: LogHeader; entry?: AuditEntry; head?: SignedHead }[]> =>
  (await collect(items)).map((line) => JSON.parse(line) as { log?: LogHeader; entry?: AuditEntry; head?: SignedHead });

describe('the log of one EHR and one user', () => {
  it('is a chain that goes on in the next tab', async () => {
    const first = await browser.tab();
    await first.log.append(ABOUT, [OPENED, { kind: 'undone', suggestion: 's1' }]);
    first.close();
    const next = await browser.tab();
    const [third] = await next.log.append(ABOUT, [{ kind: 'review-closed', how: 'left' }]);
    const all = await collect(next.log.entries());
    expect(all.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(all[0]!.prev).toBe('0'.repeat(64));
    expect([all[1]!.prev, all[2]!.prev]).toEqual([all[0]!.hash, all[1]!.hash]);
    expect(all[2]).toEqual(third);
  });

  it('loses and doubles nothing where two tabs append at once, and keeps the order of each', async () => {
    const tabs = [await browser.tab(), await browser.tab()];
    await Promise.all(tabs.flatMap(({ log }, tab) => Array.from({ length: 40 }, (_, at) => log.append({ ...ABOUT, encounter: `tab-${tab}` }, [{ kind: 'undone', suggestion: `s${at}` }]))));
    const all = await collect(tabs[0]!.log.entries());
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 80 }, (_, at) => at + 1));
    all.slice(1).forEach((entry, at) => expect(entry.prev).toBe(all[at]!.hash));
    for (const tab of ['tab-0', 'tab-1']) {
      expect(all.filter(({ encounter }) => encounter === tab).map(({ event }) => event)).toEqual(Array.from({ length: 40 }, (_, at) => ({ kind: 'undone', suggestion: `s${at}` })));
    }
  });

  it('is another for another user, with another key and another salt', async () => {
    const [one, other] = [await browser.tab(), await browser.tab({ user: 'Practitioner/p2' })];
    await one.log.append(ABOUT, [OPENED]);
    expect(await other.log.head(NOW)).toBeNull();
    expect(other.log.saltedHash('No fever.')).not.toBe(one.log.saltedHash('No fever.'));
    const headers = await Promise.all([one, other].map(async ({ log }) => (await lines(log.export(NOW)))[0]!.log!));
    expect(new Set(headers.map(({ log }) => log)).size).toBe(2);
    expect(new Set(headers.map(({ thumbprint }) => thumbprint)).size).toBe(2);
  });

  it('hashes a quote with the salt that the export names, the same in every tab', async () => {
    const [one, two] = [await browser.tab(), await browser.tab()];
    const [{ log: header } = {}] = await lines(one.log.export(NOW));
    const expected = createHash('sha256').update(Buffer.from(header!.salt, 'hex')).update('Denies chest pain.').digest('hex');
    expect(one.log.saltedHash('Denies chest pain.')).toBe(`sha256:${expected}`);
    expect(two.log.saltedHash('Denies chest pain.')).toBe(`sha256:${expected}`);
    expect(header!.salt).toMatch(/^[0-9a-f]{32}$/);
  });

  it('signs one head for each length, and remembers the one that was anchored', async () => {
    const { log } = await browser.tab();
    expect(await log.head(NOW)).toBeNull();
    expect(await log.anchored()).toBeNull();
    await log.append(ABOUT, [OPENED]);
    const head = await log.head(NOW);
    expect(await log.head('2026-11-20T13:00:00Z')).toEqual(head);
    await log.markAnchored(head!);
    await log.append(ABOUT, [OPENED]);
    const later = await log.head('2026-11-20T14:00:00Z');
    expect(later).toMatchObject({ log: head!.log, count: 2, at: '2026-11-20T14:00:00Z' });
    const again = await browser.tab();
    expect(await again.log.anchored()).toEqual(head);
    await again.log.markAnchored(later!);
    expect(await log.anchored()).toEqual(later);
    await expect(log.markAnchored({ ...later!, log: 'another' })).rejects.toThrow('another log');
  });

  it('exports a first line about itself, entries, heads in their places, and a last head over all', async () => {
    const { log } = await browser.tab();
    await log.append(ABOUT, [OPENED, OPENED]);
    await log.head(NOW);
    await log.append(ABOUT, [OPENED]);
    const all = await lines(log.export('2026-11-20T15:00:00Z'));
    expect(all.map((line) => Object.keys(line)[0])).toEqual(['log', 'entry', 'entry', 'head', 'entry', 'head']);
    expect(all[3]!.head).toMatchObject({ count: 2, hash: all[2]!.entry!.hash });
    expect(all[5]!.head).toMatchObject({ count: 3, hash: all[4]!.entry!.hash, at: '2026-11-20T15:00:00Z', key: all[0]!.log!.thumbprint });
  });

  it('says so, rather than going on, when its last entries are gone', async () => {
    const { log } = await browser.tab();
    await log.append(ABOUT, [OPENED, OPENED]);
    await log.head(NOW);
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = browser.indexedDB.open('countersign');
      request.addEventListener('success', () => resolve(request.result));
    });
    const transaction = db.transaction('records', 'readwrite');
    const keys = transaction.objectStore('records').getAllKeys();
    keys.addEventListener('success', () => transaction.objectStore('records').delete(keys.result.find((key) => Array.isArray(key) && key[1] === 'log' && key[2] === 2)!));
    await new Promise((resolve) => { transaction.addEventListener('complete', resolve); });
    db.close();
    await expect((await browser.tab()).log.append(ABOUT, [OPENED])).rejects.toMatchObject({ kind: 'damaged', message: expect.stringContaining('end of the log') });
    await expect(log.append(ABOUT, [OPENED])).rejects.toMatchObject({ kind: 'damaged' });
  });

  it('goes on after an append that failed', async () => {
    const { log } = await browser.tab();
    const hostile = { kind: 'undone', get suggestion(): string { throw new Error('no such event'); } } as const;
    await expect(log.append(ABOUT, [hostile])).rejects.toThrow('no such event');
    expect(await log.append(ABOUT, [OPENED])).toMatchObject([{ seq: 1 }]);
  });

  it('reads a long log page by page', async () => {
    const { log } = await browser.tab();
    await log.append(ABOUT, Array.from({ length: 1_203 }, (_, at) => ({ kind: 'undone', suggestion: `s${at}` }) as const));
    expect((await collect(log.entries())).map(({ seq }) => seq)).toEqual(Array.from({ length: 1_203 }, (_, at) => at + 1));
    expect((await collect(log.export(NOW))).length).toBe(1 + 1_203 + 1);
  });
});
