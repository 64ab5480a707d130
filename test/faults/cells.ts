import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './faults.ts';
import { ENDINGS } from './reckoning.ts';
import type { Mode, Scene } from './scenes.ts';
import type { Ward } from './ward.ts';
import { openWard } from './ward.ts';

/** Every step kind of the scene against every fault: a cell in which something is lost, doubled or refused without a reason fails with what it was. */
export function strikeAll(scene: Scene, mode: Mode): void {
  describe(`${scene.name}, ${mode === 'transaction' ? 'in one transaction' : 'one by one'}`, () => {
    let ward: Ward;
    beforeAll(async () => { ward = await openWard(scene, mode); });
    afterAll(() => ward.close());

    describe.each(scene.struck)('%s', (struck) => {
      it.each(faultsOf(scene).map((fault) => [fault.name, fault] as const))('%s', async (_, fault) => {
        expect(Object.keys(ENDINGS)).toContain(await ward.strike(struck, fault));
      });
    });
  });
}
