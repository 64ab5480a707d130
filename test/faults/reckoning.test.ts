import type { Condition } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/sandbox/records/store.ts';
import type { Fault } from './faults.ts';
import { FAULTS } from './faults.ts';
import { COUNTERSIGNATURE } from './scenes.ts';
import type { Ward } from './ward.ts';
import { openWard } from './ward.ts';

/** The matrix is worth what it would notice: each of these is done to the server behind everybody's back, after all is written. */
describe('the matrix fails where', () => {
  let ward: Ward;
  beforeAll(async () => { ward = await openWard(COUNTERSIGNATURE, 'single'); });
  afterAll(() => ward.close());

  it.each<readonly [string, RegExp, (store: Store) => void]>([
    ['a diagnosis stands twice', /Doubled/, (store) => write(store, { ...added(store), id: 'twice' })],
    ['it stands twice, the second time without the step\'s mark', /Too much/, (store) => write(store, { ...added(store), id: 'twice', meta: {}, identifier: [] })],
    ['it is gone', /Lost/, (store) => { store.remove('Condition', added(store).id ?? ''); }],
    ['its content is another', /Too much/, (store) => write(store, { ...added(store), code: { text: 'Something else' } })],
    ['it was written again, so that its version is another', /Missing/, (store) => {
      const found = added(store);
      write(store, { ...found, note: [{ text: 'For a moment.' }] });
      write(store, found);
    }],
    ['somebody else\'s diagnosis is gone', /Missing/, (store) => { store.remove('Condition', 'c2'); }],
  ])('%s', async (_, words, meddle) => {
    await expect(ward.strike('create-condition', LOST_REPLY, ({ store }) => meddle(store))).rejects.toThrow(words);
  });
});

const LOST_REPLY = FAULTS.find(({ name }) => name === 'lost reply') as Fault;

function added(store: Store): Condition {
  const found = [...store.candidates('Condition')].map(({ resource }) => resource as Condition).find(({ code }) => code?.coding?.some((coding) => coding.code === 'I10'));
  if (found === undefined) throw new Error('I10 does not stand there.');
  return found;
}

function write(store: Store, resource: Condition): void {
  store.write({ ...resource, id: resource.id ?? '' }, 'PUT');
}
