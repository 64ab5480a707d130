import { expect, test } from 'vitest';
import { storageAvailable } from '../../../src/fhir/session/launch-page.ts';
import { memoryStorage } from './fake-ehr.ts';

test('storage that keeps what it is given is available, and is left as it was', () => {
  const storage = memoryStorage();
  expect(storageAvailable(() => storage)).toBe(true);
  expect(Object.keys(storage)).toEqual([]);
});

test('storage that is blocked, full or forgetful is not', () => {
  expect(storageAvailable(() => { throw new DOMException('blocked', 'SecurityError'); })).toBe(false);
  expect(storageAvailable(() => Object.assign(memoryStorage(), { setItem() { throw new DOMException('full', 'QuotaExceededError'); } }))).toBe(false);
  expect(storageAvailable(() => Object.assign(memoryStorage(), { setItem() { /* forgets */ } }))).toBe(false);
});
