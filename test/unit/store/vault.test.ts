import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StoreFault } from '../../../src/store/contract.ts';
import { EHR, keptReview, NOW, outboxEntry, profile, type Profile } from './support.ts';

let browser: Profile;
beforeEach(() => { browser = profile(); });
afterEach(() => browser.close());

/** All rows of the database, as somebody with the profile's files would see them. */
async function rows(): Promise<readonly { readonly key: IDBValidKey; readonly value: Record<string, unknown> }[]> {
  const db = await open();
  const found = await Promise.all(['identities', 'records'].map(async (name) => {
    const store = db.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
    return keys.map((key, at) => ({ key, value: values[at] as Record<string, unknown> }));
  }));
  db.close();
  return found.flat();
}

async function change(edit: (store: IDBObjectStore, all: readonly { owner: string; kind: string; id: string | number; box: { iv: Uint8Array; data: ArrayBuffer } }[]) => void): Promise<void> {
  const db = await open();
  const transaction = db.transaction('records', 'readwrite');
  const store = transaction.objectStore('records');
  edit(store, await result(store.getAll()));
  await new Promise((resolve) => { transaction.addEventListener('complete', resolve); });
  db.close();
}

const open = (): Promise<IDBDatabase> => result(browser.indexedDB.open('countersign'));

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('failed')));
  });
}

describe('what is kept for one EHR and one user', () => {
  it('comes back in the next tab, oldest first, whatever offset the times carry', async () => {
    const first = await browser.tab();
    expect(first.kind).toBe('device');
    await first.outbox.put(outboxEntry('later', { at: '2026-11-20T07:00:00-06:00' }));
    await first.outbox.put(outboxEntry('earlier', { at: '2026-11-20T12:30:00Z' }));
    await first.memory.save('enc-1', keptReview('s1'));
    first.close();

    const next = await browser.tab();
    expect((await next.outbox.list()).entries.map(({ id }) => id)).toEqual(['earlier', 'later']);
    expect(await next.memory.load('enc-1')).toEqual(keptReview('s1'));
    expect(await next.memory.load('enc-2')).toBeNull();
  });

  it('keeps an entry through a crash between two receipts: what had begun is still said to have begun', async () => {
    const crashed = await browser.tab();
    await crashed.outbox.put(outboxEntry('a1'));
    await crashed.outbox.put(outboxEntry('a1', { begun: ['create-condition-1'] }));
    const next = await browser.tab();
    expect((await next.outbox.list()).entries).toEqual([outboxEntry('a1', { begun: ['create-condition-1'] })]);
    await next.outbox.remove(outboxEntry('a1').id);
    expect(await next.outbox.list()).toEqual({ entries: [], damaged: 0 });
  });

  it('is not there for another user of the workstation, nor for another EHR', async () => {
    const own = await browser.tab();
    await own.outbox.put(outboxEntry('a1'));
    await own.memory.save('enc-1', keptReview('s1'));
    for (const other of [{ user: 'Practitioner/p2' }, { ehr: 'https://other.example/fhir' }]) {
      const vault = await browser.tab(other);
      expect(await vault.outbox.list()).toEqual({ entries: [], damaged: 0 });
      expect(await vault.memory.load('enc-1')).toBeNull();
    }
  });

  it('does not take one pair of EHR and user for another that reads alike', async () => {
    await (await browser.tab({ ehr: 'a|b', user: 'c' })).outbox.put(outboxEntry('a1'));
    expect((await (await browser.tab({ ehr: 'a', user: 'b|c' })).outbox.list()).entries).toEqual([]);
  });

  it('shows nothing readable in the database: no names, no ids, no words, and keys that nobody can take out', async () => {
    const vault = await browser.tab();
    await vault.outbox.put(outboxEntry('attestation-1'));
    await vault.memory.save('enc-1', keptReview('s1'));
    await vault.log.append({ who: 'Practitioner/p1', patient: 'pat-1', encounter: 'enc-1', at: NOW }, [{ kind: 'evidence-opened', suggestion: 's1' }]);
    const all = await rows();
    expect(all.length).toBe(4);
    const bytes = all.map(({ key, value }) => JSON.stringify([key, value], (_name, one: unknown) => (
      one instanceof ArrayBuffer ? Buffer.from(one).toString('latin1') : one instanceof Uint8Array ? Buffer.from(one).toString('latin1') : one))).join('\n');
    for (const word of ['pat-1', 'enc-1', 'attestation-1', 'Practitioner', 'Quill', 'Whitlock', 'secret', 'reject', EHR, 's1"']) expect(bytes).not.toContain(word);
    const identity = all.find(({ value }) => 'sealing' in value)?.value as { sealing: CryptoKey; signing: CryptoKey };
    expect([identity.sealing.extractable, identity.signing.extractable]).toEqual([false, false]);
    await expect(crypto.subtle.exportKey('pkcs8', identity.signing)).rejects.toMatchObject({ name: 'InvalidAccessError' });
  });

  it('takes a fresh IV for each writing of the same entry', async () => {
    const vault = await browser.tab();
    const ivs = new Set<string>();
    for (let time = 0; time < 20; time += 1) {
      await vault.outbox.put(outboxEntry('a1'));
      const box = (await rows()).find(({ value }) => value['kind'] === 'outbox')?.value['box'] as { iv: Uint8Array };
      expect(box.iv.length).toBe(12);
      ivs.add(Buffer.from(box.iv).toString('hex'));
    }
    expect(ivs.size).toBe(20);
  });
});

describe('what was changed outside of the app', () => {
  it('counts an entry whose ciphertext was edited, and keeps it', async () => {
    const vault = await browser.tab();
    await vault.outbox.put(outboxEntry('a1'));
    await vault.outbox.put(outboxEntry('a2'));
    await change((store, all) => {
      const [one] = all;
      new Uint8Array(one!.box.data)[3]! ^= 1;
      store.put(one);
    });
    expect(await vault.outbox.list()).toMatchObject({ entries: [expect.anything()], damaged: 1 });
    expect((await rows()).filter(({ value }) => value['kind'] === 'outbox')).toHaveLength(2);
  });

  it('does not take one entry for another: swapped ciphertexts are both damaged', async () => {
    const vault = await browser.tab();
    await vault.outbox.put(outboxEntry('a1'));
    await vault.outbox.put(outboxEntry('a2'));
    await change((store, [one, other]) => {
      store.put({ ...one!, box: other!.box });
      store.put({ ...other!, box: one!.box });
    });
    expect(await vault.outbox.list()).toEqual({ entries: [], damaged: 2 });
  });

  it('says so when what was decided cannot be read', async () => {
    const vault = await browser.tab();
    await vault.memory.save('enc-1', keptReview('s1'));
    await change((store, [one]) => store.put({ ...one!, box: { ...one!.box, data: new ArrayBuffer(8) } }));
    await expect(vault.memory.load('enc-1')).rejects.toMatchObject({ name: 'StoreFault', kind: 'damaged' });
  });

  it('does not read what belongs to another user, even where it was copied over', async () => {
    const own = await browser.tab();
    await own.outbox.put(outboxEntry('a1'));
    const other = await browser.tab({ user: 'Practitioner/p2' });
    await other.outbox.put(outboxEntry('b1'));
    await change((store, all) => {
      const [one, two] = all;
      store.put({ ...two!, box: one!.box });
      store.put({ ...one!, box: two!.box });
    });
    expect(await other.outbox.list()).toEqual({ entries: [], damaged: 1 });
    expect(await own.outbox.list()).toEqual({ entries: [], damaged: 1 });
  });
});

describe('two tabs', () => {
  const byLocks = {};
  const byLease = { locks: null };

  it.each([['Web Locks', byLocks], ['a lease', byLease]])('work on an entry one at a time, by %s', async (_name, means) => {
    const [one, two] = [await browser.tab(means), await browser.tab(means)];
    const id = outboxEntry('a1').id;
    const done = await one.outbox.exclusively(id, async () => {
      expect(await two.outbox.exclusively(id, async () => 'two')).toBeNull();
      expect(await one.outbox.exclusively(id, async () => 'one again')).toBeNull();
      expect(await two.outbox.exclusively(outboxEntry('a2').id, async () => 'another entry')).toBe('another entry');
      return 'one';
    });
    expect(done).toBe('one');
    expect(await two.outbox.exclusively(id, async () => 'two')).toBe('two');
  });

  it.each([['Web Locks', byLocks], ['a lease', byLease]])('let go of an entry when the work fails, by %s', async (_name, means) => {
    const [one, two] = [await browser.tab(means), await browser.tab(means)];
    const id = outboxEntry('a1').id;
    await expect(one.outbox.exclusively(id, async () => { throw new Error('lost the token'); })).rejects.toThrow('lost the token');
    expect(await two.outbox.exclusively(id, async () => 'two')).toBe('two');
  });

  it.each([['Web Locks', byLocks], ['a lease', byLease]])('wait for each other where nothing may be lost, by %s', async (_name, means) => {
    const [one, two] = [await browser.tab(means), await browser.tab(means)];
    let stands = 0;
    const add = async (): Promise<void> => {
      const before = stands;
      await new Promise((done) => { setTimeout(done, 5); });
      stands = before + 1;
    };
    await Promise.all([one, two, one, two].map((tab) => tab.outbox.whenFree('review', add)));
    expect(stands).toBe(4);
    await expect(one.outbox.whenFree('review', async () => { throw new Error('full'); })).rejects.toThrow('full');
    expect(await two.outbox.whenFree('review', async () => null)).toBeNull();
  });

  it('take over a lease whose tab is gone, after its time, and also after the clock was set back', async () => {
    const at = (now: string): { locks: null; now: () => string } => ({ locks: null, now: () => now });
    const gone = await browser.tab(at('2026-11-20T12:00:00Z'));
    const id = outboxEntry('a1').id;
    void gone.outbox.exclusively(id, () => new Promise(() => undefined));
    await expect.poll(async () => (await browser.tab(at('2026-11-20T12:00:29Z'))).outbox.exclusively(id, async () => 'taken')).toBeNull();
    expect(await (await browser.tab(at('2026-11-20T12:00:31Z'))).outbox.exclusively(id, async () => 'taken')).toBe('taken');
    void gone.outbox.exclusively(id, () => new Promise(() => undefined));
    expect(await (await browser.tab(at('2026-11-19T12:00:00Z'))).outbox.exclusively(id, async () => 'taken')).toBe('taken');
  });

  it('hear of each other, by name only, and of the encounter that they asked for', async () => {
    const [one, two] = [await browser.tab(), await browser.tab()];
    const told: unknown[] = [];
    const spy = new BroadcastChannel(channelName(await rows()));
    spy.addEventListener('message', ({ data }) => told.push(data));
    const heard: string[] = [];
    two.outbox.onChange(() => heard.push('outbox'));
    two.memory.onChange('enc-1', (kept) => heard.push(`enc-1 ${kept.opened.join()}`));
    two.memory.onChange('enc-2', () => heard.push('enc-2'));
    const end = two.memory.onChange('enc-1', () => heard.push('ended'));
    end();
    await one.memory.save('enc-1', keptReview('s7'));
    await one.outbox.put(outboxEntry('a1'));
    await expect.poll(() => heard.toSorted()).toEqual(['enc-1 s7', 'outbox']);
    await expect.poll(() => told.length).toBe(2);
    expect(JSON.stringify(told)).not.toMatch(/enc-1|s7|a1"/);
    spy.close();
  });
});

function channelName(all: readonly { readonly value: Record<string, unknown> }[]): string {
  return `countersign|${String(all.find(({ value }) => 'sealing' in value)?.value['owner'])}`;
}

describe('storage that fails', () => {
  it('is kept for the life of the page where the browser blocks it, and says so', async () => {
    const blocked = { open: () => { throw new DOMException('third-party storage is off', 'SecurityError'); } } as unknown as IDBFactory;
    for (const indexedDB of [blocked, null]) {
      const user = `Practitioner/${indexedDB === null ? 'none' : 'blocked'}`;
      const vault = await browser.tab({ indexedDB, user });
      expect(vault.kind).toBe('memory');
      await vault.outbox.put(outboxEntry('a1'));
      vault.close();
      const again = await browser.tab({ indexedDB, user });
      expect((await again.outbox.list()).entries).toEqual([outboxEntry('a1')]);
      expect((await (await browser.tab({ indexedDB, user: `${user}-other` })).outbox.list()).entries).toEqual([]);
    }
  });

  it('is for the page alone where nobody knows whose it is: no two share an outbox, a memory or a log', async () => {
    const [one, two] = [await browser.tab({ user: null }), await browser.tab({ user: null })];
    expect([one.kind, two.kind]).toEqual(['memory', 'memory']);
    await one.outbox.put(outboxEntry('a1'));
    await one.memory.save('enc-1', keptReview('s7'));
    await one.log.append({ who: 'unknown', patient: 'pat-1', encounter: 'enc-1', at: NOW }, [{ kind: 'evidence-opened', suggestion: 's1' }]);
    expect([(await two.outbox.list()).entries, await two.memory.load('enc-1'), await two.log.head(NOW)]).toEqual([[], null, null]);
    const [named] = [await browser.tab({ user: 'unknown' })];
    expect((await named.outbox.list()).entries).toEqual([]);
  });

  it('is kept for the life of the page where the browser has a database that takes no keys (a private window)', async () => {
    /** The first thing that a new vault adds is its keys. */
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => { throw new DOMException('A CryptoKey could not be cloned.', 'DataCloneError'); });
    const vault = await browser.tab({ user: 'Practitioner/private' }).finally(() => add.mockRestore());
    expect(vault.kind).toBe('memory');
  });

  it('keeps in memory without WebCrypto, where the log can be read but not signed', async () => {
    const insecure = { getRandomValues: crypto.getRandomValues.bind(crypto) } as unknown as Crypto;
    const vault = await browser.tab({ crypto: insecure, user: 'Practitioner/insecure' });
    expect(vault.kind).toBe('memory');
    await vault.outbox.put(outboxEntry('a1'));
    expect((await vault.outbox.list()).entries).toEqual([outboxEntry('a1')]);
    await vault.log.append({ who: 'Practitioner/p1', patient: 'pat-1', encounter: 'enc-1', at: NOW }, [{ kind: 'evidence-opened', suggestion: 's1' }]);
    await expect(vault.log.head(NOW)).rejects.toMatchObject({ kind: 'blocked', message: expect.stringContaining('https') });
  });

  it('does not look empty while a tab with an older version holds the database', async () => {
    const older = browser.indexedDB.open('countersign', 1);
    await result(older);
    const upgrading = new Proxy(browser.indexedDB, {
      get: (target, property) => (property === 'open' ? (name: string) => target.open(name, 2) : Reflect.get(target, property) as unknown),
    });
    await expect(browser.tab({ indexedDB: upgrading })).rejects.toMatchObject({ name: 'StoreFault', kind: 'locked-elsewhere', message: expect.stringContaining('Close that tab') });
    older.result.close();
  });

  it('does not open what a newer version has changed', async () => {
    (await browser.tab()).close();
    const newer = browser.indexedDB.open('countersign', 2);
    await result(newer);
    await expect(browser.tab()).rejects.toMatchObject({ name: 'StoreFault', kind: 'locked-elsewhere', message: expect.stringContaining('Reload') });
    newer.result.close();
  });

  it('gives way to a newer version in another tab, and says so from then on', async () => {
    const older = await browser.tab();
    await older.outbox.put(outboxEntry('a1'));
    const newer = browser.indexedDB.open('countersign', 2);
    await result(newer);
    newer.result.close();
    await expect(older.outbox.list()).rejects.toMatchObject({ kind: 'locked-elsewhere', message: expect.stringContaining('newer version') });
  });

  it('says so when its data is cleared under it', async () => {
    const vault = await browser.tab();
    await vault.outbox.put(outboxEntry('a1'));
    await result(browser.indexedDB.deleteDatabase('countersign'));
    await expect(vault.outbox.list()).rejects.toMatchObject({ kind: 'blocked', message: expect.stringContaining('data was cleared') });
  });

  it('says what to do after it was closed', async () => {
    const vault = await browser.tab();
    vault.close();
    for (const call of [() => vault.outbox.put(outboxEntry('a1')), () => vault.memory.load('enc-1'), () => vault.log.head(NOW)]) {
      await expect(call()).rejects.toBeInstanceOf(StoreFault);
    }
  });

  it('says that the device is full, and what that means', async () => {
    const full = new Proxy(browser.indexedDB, {
      get(target, property) {
        if (property === 'open') return () => { throw new DOMException('no room', 'QuotaExceededError'); };
        return Reflect.get(target, property) as unknown;
      },
    });
    await expect(browser.tab({ indexedDB: full })).rejects.toMatchObject({ kind: 'full', message: expect.stringContaining('nothing was sent') });
  });

  it('keeps what stood when the device fills up', async () => {
    const vault = await browser.tab();
    await vault.outbox.put(outboxEntry('a1'));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => { throw new DOMException('no room', 'QuotaExceededError'); });
    await expect(vault.outbox.put(outboxEntry('a1', { begun: ['s1'] }))).rejects.toMatchObject({ kind: 'full' });
    put.mockRestore();
    expect((await vault.outbox.list()).entries).toEqual([outboxEntry('a1')]);
  });

  it('says so when the browser ends the connection, and does not go on with an empty database', async () => {
    const opened: IDBOpenDBRequest[] = [];
    const watched = new Proxy(browser.indexedDB, {
      get: (target, property) => (property === 'open' ? (name: string, version: number) => opened[opened.push(target.open(name, version)) - 1] : Reflect.get(target, property) as unknown),
    });
    const vault = await browser.tab({ indexedDB: watched });
    await vault.outbox.put(outboxEntry('a1'));
    forceCloseDatabase(opened[0]!.result as unknown as Parameters<typeof forceCloseDatabase>[0]);
    await expect(vault.outbox.list()).rejects.toMatchObject({ kind: 'blocked', message: expect.stringContaining('Reload') });
  });
});

describe('old data', () => {
  it('forgets unsigned decisions after 90 days, and neither outbox nor log', async () => {
    const then = await browser.tab({ now: () => '2026-08-20T12:00:00Z' });
    await then.memory.save('old', keptReview('s1'));
    await then.outbox.put(outboxEntry('a1', { at: '2026-08-20T12:00:00Z' }));
    await then.log.append({ who: 'Practitioner/p1', patient: 'pat-1', encounter: 'old', at: '2026-08-20T12:00:00Z' }, [{ kind: 'evidence-opened', suggestion: 's1' }]);
    await (await browser.tab({ now: () => '2026-08-25T12:00:00Z' })).memory.save('newer', keptReview('s2'));

    const now = await browser.tab({ now: () => '2026-11-20T12:00:00Z' });
    expect(await now.memory.load('old')).toBeNull();
    expect(await now.memory.load('newer')).toEqual(keptReview('s2'));
    expect((await now.outbox.list()).entries).toHaveLength(1);
    expect(await now.log.head(NOW)).toMatchObject({ count: 1 });
  });

  it('forgets them as early as the site says', async () => {
    await (await browser.tab({ now: () => '2026-11-01T12:00:00Z' })).memory.save('old', keptReview('s1'));
    await (await browser.tab({ now: () => '2026-11-15T12:00:00Z' })).memory.save('newer', keptReview('s2'));
    const now = await browser.tab({ now: () => '2026-11-20T12:00:00Z', retentionDays: 7 });
    expect([await now.memory.load('old'), await now.memory.load('newer')]).toEqual([null, keptReview('s2')]);
  });
});
