import { describe, expect, it } from 'vitest';
import type { SignedItem } from '../../../src/domain/model/index.ts';
import type { Vault } from '../../../src/store/contract.ts';
import { Keeper } from '../../../src/app/keeper.ts';
import { CLINICIAN, FakeDevice, fakeSession, MemoryStore } from '../../support/app-fakes.ts';
import { signedItem, suggestion } from '../../support/writing.ts';
import { settle } from './start.ts';

const EHR = fakeSession().ehr;

/** A tab whose database takes its time, as each does. */
function tab(device: FakeDevice, turns: number): Keeper {
  const { memory, ...rest } = device.vault(EHR, CLINICIAN);
  const slowly = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    for (let turn = 0; turn < turns; turn += 1) await settle();
    return done;
  };
  const vault: Vault = { ...rest, kind: 'device', close: () => undefined, memory: { ...memory, load: (encounter) => slowly(memory.load(encounter)), save: (encounter, kept) => slowly(memory.save(encounter, kept)) } };
  return new Keeper({ vault, store: new MemoryStore(), ehr: EHR, user: CLINICIAN.reference, encounter: 'e1', onTrouble: () => undefined });
}

const signed = (code: string): SignedItem => signedItem(suggestion('add', code), { source: { reference: `device:${code}`, version: null } });

describe('two tabs that keep what was signed at the same moment', () => {
  it.each([[1, 1], [1, 4], [4, 1]])('lose neither (%s and %s turns)', async (one, other) => {
    const device = new FakeDevice();
    const tabs = [tab(device, one), tab(device, other)] as const;
    await Promise.all(tabs.map((each) => each.load()));
    expect(await Promise.all([tabs[0].keepSigned([signed('I10')]), tabs[1].keepSigned([signed('E11.9')])])).toEqual([true, true]);
    const kept = await device.vault(EHR, CLINICIAN).memory.load('e1');
    expect(kept?.signed.map(({ code }) => code).toSorted()).toEqual(['E11.9', 'I10']);
  });
});
